"""What was exported and is put back into an empty database gives the same memory; the same twice changes nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.business.record import Word
from assistant.erasing import Erasing
from assistant.export.copy import Format
from assistant.export.files import NotACopy
from assistant.facts import ContactFacts, Grain, MeetingDraft, Preferences, Profile, Slot, When
from assistant.ids import AccountId, DeliveryId, PersonId, WorkspaceId
from assistant.introductions.record import IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.said import Surface, Utterance, Where
from store.engine import Database
from store.ledger import SqlLedger, SqlMemory
from tests.assistant.conftest import Talk
from tests.conftest import StandingClock, new_sqlite
from wellmet.keeping import Keeping

HERE = WorkspaceId("T1")
MEMBERS = (Profile(AccountId("UMAYA"), "Maya Patel"), Profile(AccountId("UTOM"), "Tom Berger"))
AT = datetime(2026, 11, 1, 9, 30, 15, 123456, tzinfo=UTC)

MADE = ((Origin.LOGGED, Stage.INTRODUCED), (Origin.LOGGED, Stage.MET), (Origin.OFFERED, Stage.INTRODUCED))

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
days = st.dates(date(2020, 1, 1), date(2026, 11, 24))
moments = st.builds(
    lambda grain, day, at, long: When(
        grain,
        None if grain is Grain.VAGUE else day,
        day if long and grain is Grain.WEEK else None,
        at if grain is Grain.MINUTE else None,
    ),
    st.sampled_from((Grain.DAY, Grain.MINUTE, Grain.WEEK, Grain.VAGUE)),
    days,
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.booleans(),
)
people = st.lists(st.integers(0, 4), min_size=1, max_size=4, unique=True)
meeting = st.tuples(people, moments, words, words, words, st.booleans(), st.booleans())
introduction = st.tuples(
    st.sampled_from(
        ((Origin.LOGGED, Stage.INTRODUCED), (Origin.LOGGED, Stage.MET), (Origin.OFFERED, Stage.INTRODUCED))
    ),
    st.permutations(range(5)),
    words,
)
memory = st.fixed_dictionaries(
    {
        "contacts": st.tuples(*(st.tuples(words, words, words),) * 3),
        "merged": st.booleans(),
        "meetings": st.lists(meeting, max_size=5),
        "introductions": st.lists(introduction, max_size=3),
        "ties": st.booleans(),
    }
)


@contextmanager
def empty() -> Iterator[tuple[Database, SqlMemory, Keeping]]:
    """A database of its own that knows the members and nothing else."""
    with TemporaryDirectory() as folder:
        database = Database(new_sqlite(folder))
        clock = StandingClock()
        kept = SqlMemory(database, clock)
        with kept.write(HERE) as ledger:
            ledger.people.learn_all(MEMBERS)
        yield database, kept, Keeping(database, clock=clock)
        database.close()


def remember(told: dict[str, Any], ledger: SqlLedger) -> None:
    """Write a memory down for Maya."""
    maya, tom = (ledger.people.by_accounts([one.account])[one.account].id for one in MEMBERS)
    known: list[PersonId] = [tom]
    for nth, (organisation, title, email) in enumerate(told["contacts"]):
        name = f"Rosa {nth}"
        known.append(ledger.people.add_contact(maya, name).id)
        ledger.contacts.edit(maya, known[-1], ContactFacts(name, organisation, title, email))
    known.append(ledger.people.add_contact(maya, "Rosa Twin").id)
    if told["merged"]:
        ledger.contacts.merge(maya, known[-1], known[1])
    for who, when, place, topic, notes, undone, assumed in told["meetings"]:
        slots = frozenset({Slot.WHEN}) if assumed else frozenset()
        draft = MeetingDraft(tuple(known[one] for one in who), when, place, topic, notes, slots)
        noted = ledger.meetings.add(maya, draft, AT)
        if undone:
            ledger.meetings.undo(maya, noted.id, AT)
    for (origin, stage), order, why in told["introductions"]:
        requester, target, connector = (known[one] for one in order[:3])
        made = IntroductionDraft(origin, stage, requester, Wanted(target), why, connector, made_at=AT)
        ledger.introductions.add(made, Moved(maya, Verb.ACCEPT, stage, AT))
    ledger.preferences.choose(maya, Preferences(shows_ties=told["ties"]))
    ledger.meanings.answered(maya, "rosa", known[1], (known[1],), AT)


@given(memory)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_exported_comes_back_as_it_was(told: dict[str, Any]) -> None:
    with empty() as (_, kept, keeping):
        with kept.write(HERE) as ledger:
            remember(told, ledger)
        exported = keeping.export("UMAYA", Format.JSON).content
        again = keeping.put_back("UMAYA", exported, write=True)
        assert not again.new, "all of it was there already"
        assert keeping.export("UMAYA", Format.JSON).content == exported
    with empty() as (_, _, keeping):
        counted = keeping.put_back("UMAYA", exported, write=False)
        assert not json.loads(keeping.export("UMAYA", Format.JSON).content)["meetings"]
        written = keeping.put_back("UMAYA", exported, write=True)
        assert (counted.new, counted.there) == (written.new, written.there)
        assert json.loads(keeping.export("UMAYA", Format.JSON).content) == json.loads(exported)
        assert not keeping.put_back("UMAYA", exported, write=True).new
        keeping.take_out("UMAYA", write=True)
        left = json.loads(keeping.export("UMAYA", Format.JSON).content)
        assert not left["meetings"]
        assert not left["introductions"]
        assert [one["name"] for one in left["people"]][:1] == ["Maya Patel"]
        named = {person for meaning in left["meanings"] for person in [meaning["person"]]}
        assert all(one["id"] in named for one in left["people"][1:])
        assert not keeping.take_out("UMAYA", write=True)


def test_a_member_whom_the_workspace_does_not_know_comes_back_as_a_contact() -> None:
    with empty() as (_, kept, keeping):
        with kept.write(HERE) as ledger:
            ledger.people.learn(Profile(AccountId("ULINN"), "Linn O'Carroll"))
            maya, linn = (ledger.people.by_account(AccountId(one)) for one in ("UMAYA", "ULINN"))
            assert maya
            assert linn
            ledger.meetings.add(
                maya.id, MeetingDraft((linn.id,), When(Grain.MINUTE, date(2026, 11, 1), at=time(9))), AT
            )
        exported = keeping.export("UMAYA", Format.JSON).content
    with empty() as (_, kept, keeping):
        keeping.put_back("UMAYA", exported, write=True)
        assert not keeping.put_back("UMAYA", exported, write=True).new
        with kept.read(HERE) as ledger:
            member = ledger.people.by_account(AccountId("UMAYA"))
            assert member
            assert [one.name for one in ledger.contacts.all_of(member.id)] == ["Linn O'Carroll"]
            (met,) = ledger.meetings.latest(member.id, 9)
            assert ledger.ties.of(member.id, 9, member.id)[0].other == met.people[0].id


@pytest.mark.parametrize(
    "meetings", [[{"id": 1, "people": [7]}], [{"id": 1, "people": 2}], [{"people": [1], "day": "x"}]]
)
def test_a_file_that_was_tampered_with_is_refused_whole(meetings: list[Any]) -> None:
    people = [{"id": 1, "kind": "member", "name": "Maya"}, {"id": 2, "kind": "contact", "name": "Rosa"}]
    content = json.dumps({"format": "wellmet", "version": 1, "people": people, "meetings": meetings}).encode()
    with empty() as (_, _, keeping):
        before = keeping.export("UMAYA", Format.JSON).content
        with pytest.raises(NotACopy):
            keeping.put_back("UMAYA", content, write=True)
        assert keeping.export("UMAYA", Format.JSON).content == before


def test_every_kind_of_record_that_was_said_comes_back(clock: StandingClock) -> None:
    said = (
        "met Tom yesterday about the spring show",
        "Sam Okafor introduced me to Tom last week",
        "Tom sent me a client, Bloom & Co, worth £2.5k",
        "Tom and I are teaming up on the bridal fair until June",
        "I do wedding photography",
        "I'm looking for a cake supplier",
        "thanks Sam Okafor for the intro to Tom",
        "remind me to chase Tom in two weeks",
        "can't recommend Tom enough for portraits",
        "I want to catch up with Tom every 6 weeks",
    )
    with empty() as (database, _, keeping):
        talk = Talk(database, clock)
        for nth, words in enumerate(one for sentence in said for one in (sentence, "yes")):  # where it asks first
            account, where = AccountId("UMAYA"), Where("DUMAYA")
            talk.desk.hear(Utterance(HERE, account, words, Surface.DM, where, clock.now(), DeliveryId(f"said{nth}")))
            talk.work()
        exported = keeping.export("UMAYA", Format.JSON).content
        for answer in ("", "confirm"):
            if answer:
                confirmed_by_tom(talk)
            assert not keeping.put_back("UMAYA", exported, write=False).new, (
                "all of it is there, whatever Tom said of it"
            )
    read = json.loads(exported)
    with empty() as (database, _, keeping):
        Talk(database, clock)  # which knows the same members
        done = keeping.put_back("UMAYA", exported, write=True)
        again = json.loads(keeping.export("UMAYA", Format.JSON).content)
        assert not keeping.put_back("UMAYA", exported, write=True).new
    lists = [name for name, rows in read.items() if isinstance(rows, list) and rows]
    assert {"meetings", "introductions", "referrals", "partnerships", "offers_and_needs", "thanks"} <= set(lists)
    for name in set(lists) - {"questions"}:
        assert plain(again[name]) == plain(read[name]), name
        assert not done.left[name], name


def confirmed_by_tom(talk: Talk) -> None:
    """Of the referral that Maya wrote down."""
    with talk.memory.write(HERE) as ledger:
        tom = ledger.people.by_account(AccountId("UTOM"))
        assert tom
        (asked,) = ledger.referrals.waiting_on(tom.id, 9)
        ledger.referrals.save(replace(asked, word=Word.CONFIRMED, writer=asked.other))


def plain(rows: list[Any]) -> list[Any]:
    """The rows without whose word it is, which is the other side's to say again."""
    return [{name: value for name, value in row.items() if name not in ("word", "writer")} for row in rows]


def test_taking_a_file_out_leaves_what_was_noted_after_its_records_were_forgotten() -> None:
    """SQLite gives the numbers of rows that went last to new ones."""
    with empty() as (_, kept, keeping):
        with kept.write(HERE) as ledger:
            maya, tom = (ledger.people.by_accounts([one.account])[one.account].id for one in MEMBERS)
            ledger.meetings.add(maya, MeetingDraft((tom,), When(Grain.DAY, date(2026, 11, 23)), topic="boats"), AT)
        exported = keeping.export("UMAYA", Format.JSON).content
        with kept.write(HERE) as ledger:
            ledger.kept.erase(Erasing(maya))
        assert keeping.put_back("UMAYA", exported, write=True).new
        with kept.write(HERE) as ledger:
            ledger.kept.erase(Erasing(maya, tom))
            ledger.meetings.add(maya, MeetingDraft((tom,), When(Grain.DAY, date(2026, 11, 24)), topic="ships"), AT)
        assert keeping.take_out("UMAYA", write=True)
        assert [one["topic"] for one in json.loads(keeping.export("UMAYA", Format.JSON).content)["meetings"]] == [
            "ships"
        ]
