"""Who is meant by a name as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.facts import Kind, Person, PersonSaid, Standing
from assistant.ids import AccountId, PersonId
from assistant.people.index import Directory
from assistant.people.resolve import Resolution, Sure, Unknown, Unsure, resolve

ME = PersonId(1)
OTHER = PersonId(2)


def member(number: int, name: str, **more: object) -> Person:
    facts = {"kind": Kind.MEMBER, "account": AccountId(f"U{number}"), **more}
    return Person(PersonId(number), name=name, **facts)  # type: ignore[arg-type]


PEOPLE = (
    member(1, "Me Myself"),
    member(2, "Other Member"),
    member(3, "Linn O'Carroll", title="Gallerist", organisation="Young Gallery", handle="linn.oc"),
    member(4, "Sam Okafor", organisation="Acme", title="Buyer"),
    member(5, "Sam Tanner", organisation="Bloom & Co", title="Photographer"),
    member(6, "José Ferreira", display_name="Zé"),
    member(7, "Thomas Berger"),
    member(8, "Maya Patel"),
    member(9, "Old Hand", standing=Standing.DEACTIVATED),
    Person(PersonId(10), Kind.CONTACT, "Rosa Lind", owner=ME),
    Person(PersonId(11), Kind.CONTACT, "Bruno Lind", owner=OTHER),
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(PEOPLE)


def who(directory: Directory, text: str, organisation: str = "") -> Resolution:
    return resolve(PersonSaid(text, organisation=organisation), directory, ME)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Linn O'Carroll", 3), ("linn", 3), ("LINN O’CARROLL", 3), ("O'Carroll, Linn", 3), ("@linn.oc", 3), ("jose", 6),
        ("Zé", 6), ("maya p", 8), ("Dr Patel", 8), ("Tom", 7), ("tommy berger", 7), ("Sam Tanner", 5), ("Rosa", 10),
    ],
)  # fmt: skip
def test_a_name_that_fits_one_person_is_that_person(directory: Directory, typed: str, number: int) -> None:
    found = who(directory, typed)
    assert isinstance(found, Sure)
    assert found.person.id == number


def test_a_name_that_fits_two_is_asked_about(directory: Directory) -> None:
    found = who(directory, "Sam")
    assert isinstance(found, Unsure)
    assert [person.name for person in found.people] == ["Sam Okafor", "Sam Tanner"]


def test_an_organisation_tells_two_of_one_name_apart(directory: Directory) -> None:
    found = who(directory, "Sam", organisation="Acme")
    assert isinstance(found, Sure)
    assert found.person.name == "Sam Okafor"


def test_somebody_of_that_name_elsewhere_is_not_meant(directory: Directory) -> None:
    assert isinstance(who(directory, "Linn", organisation="Globex"), Unknown)


def test_a_whole_name_mistyped_by_a_letter_or_two_is_the_one_person_it_is_near(directory: Directory) -> None:
    found = who(directory, "Lynn O'Caroll")
    assert isinstance(found, Sure)
    assert found.person.name == "Linn O'Carroll"


def test_a_short_name_mistyped_may_be_anybodys(directory: Directory) -> None:
    short = Directory([member(3, "Jo Lee"), member(4, "Sam Tanner")])
    found = who(short, "Jo Leo")
    assert isinstance(found, Unknown)
    assert found.nearest[0].name == "Jo Lee"


def test_an_unknown_surname_with_a_known_first_name_is_nobody_yet(directory: Directory) -> None:
    found = who(directory, "Sam Becker")
    assert isinstance(found, Unknown)
    assert {person.name for person in found.nearest} >= {"Sam Okafor", "Sam Tanner"}


def test_nobody_means_themselves_a_former_member_or_somebody_elses_contact(directory: Directory) -> None:
    for typed in ("Myself", "Old Hand", "Bruno Lind"):
        found = who(directory, typed)
        assert isinstance(found, Unknown)
        assert not {person.id for person in found.nearest} & {1, 9, 11}


def test_a_person_who_changes_their_name_is_found_by_the_new_one_only() -> None:
    directory = Directory(PEOPLE)
    directory.learn(member(8, "Maya Lindqvist"))
    assert isinstance(who(directory, "Patel"), Unknown)
    assert isinstance(who(directory, "Lindqvist"), Sure)
    directory.forget(PersonId(8))
    assert isinstance(who(directory, "Lindqvist"), Unknown)


@given(st.text(max_size=200))
def test_any_text_has_an_answer_and_never_the_speaker(typed: str) -> None:
    found = resolve(PersonSaid(typed), Directory(PEOPLE), ME)
    people = {Sure: lambda: (found.person,), Unsure: lambda: found.people, Unknown: lambda: found.nearest}[
        type(found)
    ]()  # type: ignore[union-attr]
    assert ME not in {person.id for person in people}
    assert len(people) <= 5
