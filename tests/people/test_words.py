"""Which words are names, as the reader of phrases asks it."""

import pytest

from assistant.facts import Kind, Person, Standing
from assistant.ids import PersonId
from assistant.people.index import Directory
from assistant.people.roles import NameWord

ME, OTHER = PersonId(1), PersonId(2)
PEOPLE = (
    Person(ME, Kind.MEMBER, "Me Myself"),
    Person(OTHER, Kind.MEMBER, "Other Member"),
    Person(
        PersonId(3), Kind.MEMBER, "José Ferreira", "Zé", "jferr", organisation="Young Gallery", title="Head of Design"
    ),
    Person(PersonId(4), Kind.MEMBER, "Thomas Young"),
    Person(PersonId(5), Kind.CONTACT, "Rosa Lind", owner=ME),
    Person(PersonId(6), Kind.CONTACT, "Bruno Marlow", owner=OTHER, organisation="Quayside"),
    Person(PersonId(7), Kind.MEMBER, "Gone Before", standing=Standing.DEACTIVATED),
)


@pytest.fixture
def directory() -> Directory:
    return Directory(PEOPLE)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("jose", NameWord.FIRST), ("José", NameWord.FIRST), ("zé", NameWord.NICKNAME), ("tom", NameWord.NICKNAME),
        ("young", NameWord.LAST | NameWord.ORGANISATION), ("gallery", NameWord.ORGANISATION),
        ("design", NameWord.TITLE),
        ("jferr", NameWord.HANDLE), ("rosa", NameWord.FIRST), ("lind", NameWord.LAST), ("coffee", NameWord(0)),
        ("bruno", NameWord(0)), ("quayside", NameWord(0)), ("gone", NameWord(0)), ("", NameWord(0)),
    ],
)  # fmt: skip
def test_a_word_plays_the_parts_it_has_for_this_speaker(directory: Directory, word: str, parts: NameWord) -> None:
    assert directory.word(word, ME) == parts


def test_somebody_elses_contact_is_no_name_for_me_but_for_its_owner(directory: Directory) -> None:
    assert not directory.pair("bruno", "marlow", ME)
    assert not directory.near("marlwo", ME)
    assert directory.pair("bruno", "marlow", OTHER)
    assert directory.near("marlwo", OTHER)


def test_two_words_stand_together_only_in_one_persons_name(directory: Directory) -> None:
    assert directory.pair("jose", "ferreira", ME)
    assert directory.pair("Ferreira", "José", ME)
    assert not directory.pair("jose", "young", ME)


def test_a_mistyped_name_is_near_and_an_ordinary_word_is_not(directory: Directory) -> None:
    assert directory.near("ferreria", ME)
    assert directory.near("ferreira", ME)
    assert not directory.near("meeting", ME)


def test_words_of_a_person_who_is_forgotten_are_no_names_any_more(directory: Directory) -> None:
    directory.learn(Person(PersonId(4), Kind.MEMBER, "Thomas Berger"))
    assert directory.word("young", ME) == NameWord.ORGANISATION
    directory.forget(PersonId(3))
    assert directory.word("young", ME) == NameWord(0)
    assert directory.word("tom", ME) == NameWord.NICKNAME
