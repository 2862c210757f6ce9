"""The directory keeps in step with its people, and gives nobody away."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.facts import Kind, Person, PersonSaid, Standing
from assistant.ids import PersonId
from assistant.people.evidence import Why
from assistant.people.index import Directory
from assistant.people.resolve import Resolution, Sure, Unknown, Unsure, resolve

ME, OTHER = PersonId(1), PersonId(2)
FIRSTS = ("Tom", "Thomas", "Maya", "José", "Linn", "Anne-Marie", "Wei")
LASTS = ("Berger", "Patel", "O'Carroll", "van den Berg", "García López", "Linde", "")
SPEAKERS = (Person(ME, Kind.MEMBER, "Me Myself"), Person(OTHER, Kind.MEMBER, "Other Self"))

people = st.builds(
    lambda number, first, last, shown, handle, place, owner, standing, merged: Person(
        PersonId(number),
        Kind.CONTACT if owner else Kind.MEMBER,
        f"{first} {last}".strip(),
        shown,
        handle,
        organisation=place,
        owner=owner,
        standing=Standing.ACTIVE if owner else standing,
        merged_into=PersonId(merged) if owner and merged and merged != number else None,
    ),
    st.integers(3, 14),
    st.sampled_from(FIRSTS),
    st.sampled_from(LASTS),
    st.sampled_from(("", *FIRSTS)),
    st.sampled_from(("", "tom", "tom.berger", "m.patel")),
    st.sampled_from(("", "Acme", "Acme Labs")),
    st.sampled_from((None, None, ME, OTHER)),
    st.sampled_from((Standing.ACTIVE, Standing.ACTIVE, Standing.GUEST, Standing.DEACTIVATED, Standing.BOT)),
    st.one_of(st.none(), st.integers(1, 14)),
)
typed = st.one_of(
    st.text(max_size=60),
    st.builds("{} {}".format, st.sampled_from(FIRSTS), st.sampled_from(LASTS)),
    st.sampled_from(
        (*FIRSTS, *LASTS, "@tom", "tom b", "thoams berger", "tomberger", "Berger, Tom", "tom from acme", "Linn, Acme")
    ),
)


def named(found: Resolution) -> tuple[Person, ...]:
    match found:
        case Sure(person):
            return (person,)
        case Unsure(several):
            return several
        case Unknown(nearest):
            return nearest


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(people, st.integers(3, 14)), max_size=30), typed)
def test_a_directory_changed_in_place_answers_like_one_made_anew(changes: list[Person | int], name: str) -> None:
    changed, last = Directory(SPEAKERS), {person.id: person for person in SPEAKERS}
    for change in changes:
        if isinstance(change, int):
            changed.forget(PersonId(change))
            last.pop(PersonId(change), None)
        else:
            changed.learn(change)
            last.pop(change.id, None)
            last[change.id] = change
    anew = Directory(last.values())
    for speaker in (ME, OTHER):
        assert resolve(PersonSaid(name), changed, speaker) == resolve(PersonSaid(name), anew, speaker)
        assert changed.word(name, speaker) == anew.word(name, speaker)


@settings(max_examples=150, deadline=None)
@given(st.lists(people, max_size=20), typed)
def test_nobody_is_offered_whom_the_speaker_may_not_mean(known: list[Person], name: str) -> None:
    directory = Directory((*SPEAKERS, *known))
    for person in named(resolve(PersonSaid(name), directory, ME)):
        assert person.id != ME
        assert person.owner in (None, ME)
        assert person.can_be_met


@settings(max_examples=100, deadline=None)
@given(st.lists(people, max_size=20), typed)
def test_somebody_elses_contacts_change_no_answer(known: list[Person], name: str) -> None:
    others = [person for person in known if person.owner == OTHER]
    last = {person.id: person for person in known}
    mine = [person for person in last.values() if person.owner != OTHER]
    # Nobody merges a contact into somebody else's.
    ours = {person.id for person in mine} | {person.merged_into for person in mine}
    with_them = Directory((*SPEAKERS, *mine, *(person for person in others if person.id not in ours)))
    without = Directory((*SPEAKERS, *mine))
    assert resolve(PersonSaid(name), with_them, ME) == resolve(PersonSaid(name), without, ME)


def test_many_changes_of_one_person_leave_one_person() -> None:
    directory = Directory(SPEAKERS)
    for number in range(2_500):
        directory.learn(Person(PersonId(3), Kind.MEMBER, f"Maya {'Patel' if number % 2 else 'Linde'}"))
    assert len(directory) == 3
    assert isinstance(resolve(PersonSaid("Maya Patel"), directory, ME), Sure)
    assert isinstance(resolve(PersonSaid("Linde"), directory, ME), Unknown)


def test_a_former_member_is_found_for_old_records_only() -> None:
    gone = Person(PersonId(3), Kind.MEMBER, "Maya Patel", standing=Standing.DEACTIVATED)
    directory = Directory((*SPEAKERS, gone))
    assert isinstance(resolve(PersonSaid("Maya Patel"), directory, ME), Unknown)
    assert resolve(PersonSaid("Maya Patel"), directory, ME, former=True) == Sure(gone, Why.WHOLE)


TWO_SAMS = tuple(
    Person(PersonId(number), Kind.MEMBER, name) for number, name in ((3, "Sam Okafor"), (4, "Sam Tanner"), (5, "Tom"))
)


def test_whom_the_speaker_knows_stands_first_but_is_not_taken_for_meant() -> None:
    directory = Directory((*SPEAKERS, *TWO_SAMS))
    found = resolve(PersonSaid("Sam"), directory, ME, lambda people: {PersonId(4): 9.0})
    assert isinstance(found, Unsure)
    assert [person.name for person in found.people] == ["Sam Tanner", "Sam Okafor"]


def test_knowing_the_likelier_one_settles_a_near_tie_and_knowing_the_other_does_not() -> None:
    directory = Directory((*SPEAKERS, *TWO_SAMS, Person(PersonId(6), Kind.MEMBER, "Thomas Berger")))
    assert isinstance(resolve(PersonSaid("Tom"), directory, ME), Unsure)
    settled = resolve(PersonSaid("Tom"), directory, ME, lambda people: {PersonId(5): 0.7})
    assert isinstance(settled, Sure)
    assert settled.person.name == "Tom"
    asked = resolve(PersonSaid("Tom"), directory, ME, lambda people: {PersonId(6): 0.7})
    assert isinstance(asked, Unsure)
    assert asked.people[0].name == "Thomas Berger"


def test_words_that_fit_one_person_do_not_mean_somebody_better_known() -> None:
    directory = Directory((*SPEAKERS, *TWO_SAMS))
    found = resolve(PersonSaid("Sam Okafor"), directory, ME, lambda people: {PersonId(4): 99.0})
    assert isinstance(found, Sure)
    assert found.person.name == "Sam Okafor"


def test_where_somebody_elses_contact_works_hides_nobody_at_a_place_with_a_longer_name() -> None:
    linn = Person(PersonId(3), Kind.MEMBER, "Linn Berger", organisation="Acme Labs")
    theirs = Person(PersonId(4), Kind.CONTACT, "Tom Berger", organisation="Acme", owner=OTHER)
    assert named(resolve(PersonSaid("Linn, Acme"), Directory((*SPEAKERS, linn, theirs)), ME)) == (linn,)
