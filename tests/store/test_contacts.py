"""Contacts that turn out to be somebody: what is read, what stays as it was, and what other processes see."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import Gone
from assistant.facts import ContactFacts, Grain, MeetingDraft, PersonSaid, Profile, When
from assistant.ids import AccountId, MatchId, PersonId
from assistant.people.index import Directory
from assistant.people.resolve import Sure, Unknown, resolve
from store.engine import Database
from store.ledger import SqlLedger, SqlMemory
from tests.conftest import StandingClock
from tests.store.conftest import HERE


def note(ledger: SqlLedger, owner: PersonId, *people: PersonId, day: int = 20) -> int:
    draft = MeetingDraft(people, When(Grain.DAY, date(2026, 11, day)))
    return ledger.meetings.add(owner, draft, StandingClock().now()).id


def test_records_of_a_merged_contact_read_as_the_member_and_are_its_own_after_undo(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        note(ledger, maya, rosa, day=20)
        note(ledger, maya, tom, rosa, day=22)
        ledger.contacts.merge(maya, rosa, tom)
        assert [[one.id for one in meeting.people] for meeting in ledger.meetings.latest(maya, 5)] == [[tom], [tom]]
        assert ledger.meetings.met(maya, [tom]) == {tom: (2, date(2026, 11, 22))}
        assert ledger.people.by_ids([rosa])[rosa].id == tom
        ledger.contacts.merge(maya, rosa, None)
        latest = ledger.meetings.latest(maya, 5)
        assert [[one.id for one in meeting.people] for meeting in latest] == [[tom, rosa], [rosa]]
        assert ledger.meetings.met(maya, [tom, rosa]) == {tom: (1, date(2026, 11, 22)), rosa: (2, date(2026, 11, 22))}


def test_a_merged_contact_counts_for_its_owner_alone(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        linn = ledger.people.learn(Profile(AccountId("ULINN"), "Linn O'Carroll")).id
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        note(ledger, maya, rosa)
        ledger.contacts.merge(maya, rosa, linn)
        assert ledger.meetings.met(tom, [linn]) == {}
        assert (ledger.contacts.get(tom, rosa), ledger.contacts.count(tom)) == (None, 0)
        for change in (
            lambda: ledger.contacts.merge(tom, rosa, None),
            lambda: ledger.contacts.edit(tom, rosa, ContactFacts("Mine")),
        ):
            with pytest.raises(Gone):
                change()


def test_a_contact_is_edited_and_changes_its_version(memory: SqlMemory, maya: PersonId) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        before = ledger.contacts.get(maya, rosa)
        ledger.contacts.edit(maya, rosa, ContactFacts("Rosa Linde", "Clay", "Potter", "rosa@clay.example"))
        after = ledger.contacts.get(maya, rosa)
    assert before is not None
    assert after is not None
    assert after.version > before.version
    assert (after.person.name, after.person.organisation, after.person.title, after.person.email) == (
        "Rosa Linde", "Clay", "Potter", "rosa@clay.example",
    )  # fmt: skip


def test_the_name_of_a_merged_contact_added_anew_is_another_contact(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        ledger.contacts.merge(maya, rosa, tom)
        assert ledger.people.add_contact(maya, "Rosa Lind").id != rosa


def test_a_pair_is_proposed_once_and_no_is_kept(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        match = ledger.contacts.propose(rosa, tom)
        assert match is not None
        assert ledger.contacts.propose(rosa, tom) is None
        found = ledger.contacts.match(maya, match)
        assert found is not None
        assert (found.contact, found.member, found.apart) == (rosa, tom, False)
        assert ledger.contacts.match(tom, match) is None, "the member learns of nothing"
        assert ledger.contacts.match(maya, MatchId(match + 1)) is None
        ledger.contacts.keep_apart(match)
        assert ledger.contacts.match(maya, match).apart  # type: ignore[union-attr]


def test_another_process_follows_a_merge_and_its_undo(database: Database, clock: StandingClock) -> None:
    here, there = SqlMemory(database, clock), SqlMemory(database, clock)
    with here.write(HERE) as ledger:
        maya = ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel")).id
        tom = ledger.people.learn(Profile(AccountId("UTOM"), "Tom Berger")).id
        rosa = ledger.people.add_contact(maya, "Tommy the Baker").id

    def meant(speaker: PersonId) -> PersonId | None:
        with there.read(HERE) as ledger:
            found = resolve(PersonSaid("Tommy the Baker"), ledger.people.directory(), speaker)
            return found.person.id if isinstance(found, Sure) else None

    assert meant(maya) == rosa
    with here.write(HERE) as ledger:
        ledger.contacts.merge(maya, rosa, tom)
    assert meant(maya) == tom
    assert meant(PersonId(999)) is None, "the name is its owner's alone"
    with here.write(HERE) as ledger:
        ledger.contacts.merge(maya, rosa, None)
    assert meant(maya) == rosa


def test_a_former_member_is_found_by_a_merged_name_in_old_records_only(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    from assistant.facts import Standing

    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        ledger.contacts.merge(maya, rosa, tom)
        ledger.people.directory()
        ledger.people.learn(Profile(AccountId("UTOM"), "Tom Berger", standing=Standing.DEACTIVATED))
        directory = ledger.people.directory()
        assert isinstance(resolve(PersonSaid("Rosa Lind"), directory, maya), Unknown)
        found = resolve(PersonSaid("Rosa Lind"), directory, maya, former=True)
        assert isinstance(found, Sure)
        assert found.person.id == tom


def test_answers_are_counted_in_a_row_and_doubted(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id

        def times() -> tuple[PersonId, int] | None:
            meaning = ledger.meanings.of(maya, "rosa")
            return (meaning.person, meaning.times) if meaning else None

        def answer(person: PersonId) -> None:
            clock.forward(minutes=1)
            ledger.meanings.answered(maya, "rosa", person, (tom, rosa), clock.now())

        assert times() is None
        answer(tom)
        answer(tom)
        assert times() == (tom, 2)
        assert ledger.meanings.of(tom, "rosa") is None
        ledger.meanings.doubt(maya, [tom])
        assert times() == (tom, 1)
        answer(rosa)
        assert times() == (rosa, 1)
        answer(rosa)
        ledger.contacts.merge(maya, rosa, tom)
        ledger.meanings.doubt(maya, [tom])
        assert times() == (rosa, 1), "the contact is that member by now"
        ledger.meanings.answered(maya, "x" * 201, tom, (tom,), clock.now() + timedelta(days=1))
        assert ledger.meanings.of(maya, "x" * 201) is None


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 1), st.sampled_from(("Rosa Lind", "Tom Berger", "Rosa"))),
        st.tuples(st.just("edit"), st.integers(0, 9), st.sampled_from(("Rosa Lind", "Rosi", "Thomas Berger"))),
        st.tuples(st.just("merge"), st.integers(0, 9), st.integers(0, 11)),
        st.tuples(st.just("undo"), st.integers(0, 9), st.just("")),
        st.tuples(st.just("look"), st.just(0), st.just("")),
    ),
    max_size=25,
)
NAMES = ("Rosa Lind", "Rosa", "Rosi", "Tom Berger", "Thomas Berger", "Tom", "Lind")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_after_any_changes_the_directory_in_place_equals_one_made_anew(
    database: Database, clock: StandingClock, changes: list[tuple[str, int, str | int]]
) -> None:
    memory = SqlMemory(database, clock)
    with memory.write(HERE) as ledger:
        maya = ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel")).id
        tom = ledger.people.learn(Profile(AccountId("UTOM"), "Tom Berger")).id
    for what, one, other in changes:
        with memory.write(HERE) as ledger:
            own = [(owner, contact.id) for owner in (maya, tom) for contact in ledger.contacts.all_of(owner)]
            owner, contact = own[one % len(own)] if own else (maya, PersonId(0))
            match what:
                case "add":
                    ledger.people.add_contact((maya, tom)[one], str(other))
                case "edit" if own:
                    ledger.contacts.edit(owner, contact, ContactFacts(str(other)))
                case "merge" if own:
                    mine = [theirs for keeper, theirs in own if keeper == owner and theirs != contact]
                    into = [*mine, tom if owner == maya else maya]
                    ledger.contacts.merge(owner, contact, into[int(other) % len(into)])
                case "undo":
                    merged = [(o, c) for o in (maya, tom) for c in ledger.people.merged(o)]
                    if merged:
                        ledger.contacts.merge(*merged[one % len(merged)], None)
                case _:
                    ledger.people.directory()
    with memory.read(HERE) as ledger, SqlMemory(database, clock).read(HERE) as fresh:
        in_place, anew = ledger.people.directory(), fresh.people.directory()
        assert isinstance(in_place, Directory)
        for speaker in (maya, tom):
            for name in NAMES:
                found = resolve(PersonSaid(name), in_place, speaker)
                assert found == resolve(PersonSaid(name), anew, speaker)
                assert in_place.word(name, speaker) == anew.word(name, speaker)
