"""Records are found by their words on both databases, and by no words that they have no more."""

from dataclasses import replace
from datetime import date
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from assistant.business.record import Referral, ReferralFacts, Word
from assistant.erasing import Erasing
from assistant.facts import ALWAYS, ContactFacts, Grain, MeetingDraft, Profile, Span, When
from assistant.ids import AccountId, MeetingId, PersonId, ReferralId
from assistant.reminders.record import Reminder, ReminderDraft
from assistant.reply import Matter, Subject
from assistant.search.find import WEIGHED, search
from store.engine import Database
from store.index import SqlIndex
from store.ledger import SqlLedger, SqlMemory
from store.migrations import migrate
from store.tables import listings, meeting_people, meetings, people, workspaces
from tests.conftest import StandingClock, new_sqlite
from tests.filed import assert_filed_truly
from tests.store.conftest import HERE

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))


def noted(ledger: SqlLedger, owner: PersonId, *met: PersonId, day: date = date(2026, 3, 9), **more: str) -> MeetingId:
    draft = MeetingDraft(met, When(Grain.DAY, day), **more)  # type: ignore[arg-type]
    return ledger.meetings.add(owner, draft, StandingClock().now()).id


def found(ledger: SqlLedger, owner: PersonId, words: str, span: Span = ALWAYS) -> list[int]:
    return [one.id for one in search(words, owner, span, ledger.search).records]


def test_a_meeting_is_found_by_people_their_work_place_topic_and_notes(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        linn = ledger.people.learn(
            Profile(AccountId("ULINN"), "Linn O'Carroll", title="Photographer", organisation="Young Gallery")
        ).id
        one = noted(ledger, maya, linn, place="the harbour", topic="spring shows", notes="promised José the brochure")
        noted(ledger, maya, tom, place="the fair")
        for words in ("linn", "photographers", "young gallery", "the harbour", "spring show", "jose", "brochures linn"):
            assert found(ledger, maya, words) == [one], words
        assert found(ledger, tom, "linn") == []
        assert found(ledger, maya, "zeppelin") == []


@pytest.mark.parametrize("typed", ["photgrapher", "photographre", "fotographer", "phtographer", "photogr"])
def test_a_word_spelt_nearly_so_is_found_and_said_to_be_so(memory: SqlMemory, maya: PersonId, typed: str) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        ledger.contacts.edit(maya, rosa, ContactFacts("Rosa Lind", title="Photographer"))
        one = noted(ledger, maya, rosa)
        result = search(typed, maya, ALWAYS, ledger.search)
        assert {record.id for record in result.records} == {one, rosa}
        assert result.near == (typed,)


def test_where_nothing_has_all_words_the_rarest_of_them_count(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        for day in range(1, 5):
            noted(ledger, maya, tom, place="the gallery", day=date(2026, 3, day))
        lone = noted(ledger, maya, tom, topic="insurance")
        result = search("insurance gallery zeppelin", maya, ALWAYS, ledger.search)
        assert [record.id for record in result.records] == [lone]
        assert set(result.missing) == {"gallery", "zeppelin"}


def test_days_narrow_what_is_found_and_the_latest_of_alike_ones_comes_first(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        early = noted(ledger, maya, tom, topic="lease", day=date(2026, 3, 1))
        late = noted(ledger, maya, tom, topic="lease", day=date(2026, 3, 31))
        after = noted(ledger, maya, tom, topic="lease", day=date(2026, 4, 1))
        assert found(ledger, maya, "lease", MARCH) == [late, early]
        assert found(ledger, maya, "lease", Span(None, date(2026, 3, 1))) == [early]
        assert found(ledger, maya, "lease", Span(date(2026, 4, 1))) == [after]
        assert found(ledger, maya, "lease") == [after, late, early]


def test_a_word_in_a_name_or_topic_weighs_more_than_one_in_notes(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        topic = noted(ledger, maya, tom, topic="harbour")
        noted(ledger, maya, tom, notes="walked by the harbour")
        assert found(ledger, maya, "harbour")[0] == topic


def test_undone_is_not_found_put_back_is_and_an_edit_changes_the_words(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        one = noted(ledger, maya, tom, topic="lease")
        ledger.meetings.undo(maya, one, clock.now())
        assert found(ledger, maya, "lease") == []
        ledger.meetings.restore(maya, one, clock.now())
        assert found(ledger, maya, "lease") == [one]
        draft = MeetingDraft((tom,), When(Grain.DAY, date(2026, 5, 1)), topic="rent")
        ledger.meetings.amend(maya, one, draft, clock.now())
        assert found(ledger, maya, "lease") == []
        assert found(ledger, maya, "rent", Span(date(2026, 5, 1), date(2026, 5, 1))) == [one]


def test_what_is_known_of_people_is_followed_renamed_merged_and_parted(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        one = noted(ledger, maya, rosa)
        ledger.contacts.edit(maya, rosa, ContactFacts("Rosalind Hart", organisation="Acme"))
        assert set(found(ledger, maya, "rosalind acme")) == {one, rosa}
        assert found(ledger, maya, "lind") == []
        ledger.contacts.merge(maya, rosa, tom)
        assert found(ledger, maya, "berger") == [one]
        assert found(ledger, maya, "hart") == []
        ledger.people.learn(Profile(AccountId("UTOM"), "Tom Berger", title="Notary"))
        assert found(ledger, maya, "notary") == [one]
        ledger.contacts.merge(maya, rosa, None)
        assert set(found(ledger, maya, "hart")) == {one, rosa}
        assert found(ledger, maya, "notary") == []


def test_a_transaction_that_fails_leaves_no_words_behind(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with pytest.raises(RuntimeError), memory.write(HERE) as ledger:
        noted(ledger, maya, tom, topic="lease")
        raise RuntimeError
    with memory.read(HERE) as ledger:
        assert found(ledger, maya, "lease") == []


def test_many_records_with_one_word_are_weighed_from_the_latest_on(database_url: str, clock: StandingClock) -> None:
    database = Database(database_url)
    memory = SqlMemory(database, clock)
    with memory.write(HERE) as ledger:
        maya = ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel")).id
    days = [date.fromordinal(date(2012, 1, 1).toordinal() + number) for number in range(5_200)]
    with database.write() as connection:
        SqlIndex(connection, HERE).fill(
            (maya, Matter(Subject.MEETING, number), day, ("", "the harbour", "", ""))
            for number, day in enumerate(days, 1)
        )
    with memory.read(HERE) as ledger:
        result = search("harbour", maya, ALWAYS, ledger.search)
        assert [record.id for record in result.records[:3]] == [5_200, 5_199, 5_198]
        assert (len(result.records), result.more) == (WEIGHED, True)
        at_most = search("harbour", maya, Span(None, days[WEIGHED - 1]), ledger.search)
        assert (len(at_most.records), at_most.more) == (WEIGHED, False)
        assert found(ledger, maya, "harbour", Span(None, date(2012, 1, 2))) == [2, 1]
    database.close()


def test_a_database_of_before_is_filed_when_it_is_brought_up_to_date(
    empty_database_url: str, clock: StandingClock
) -> None:
    database = Database(empty_database_url)
    migrate(database, "0015")
    blank = dict.fromkeys(("display_name", "handle", "email", "organisation", "title", "picture"), "")
    known = {"workspace": HERE, "zone": "UTC", "standing": "active", "admin": False, "version": 1, **blank}
    empty = {"part": "", "notes": "", "assumed": "", "written_at": clock.now(), "version": 1}
    monday = date(2026, 3, 9)
    with database.write() as connection:
        connection.execute(insert(workspaces), {"id": HERE})
        for number, account, name in ((1, "U1", "Maya"), (2, "U2", "Tom Berger")):
            member = {"id": number, "kind": "member", "account": account, "name": name}
            connection.execute(insert(people), known | member)
        connection.execute(insert(people), known | {"id": 3, "kind": "contact", "owner": 1, "name": "Rosa Lind"})
        noted = {"id": 7, "workspace": HERE, "owner": 1, "grain": "day", "day": monday, "sort_day": monday, **empty}
        connection.execute(insert(meetings), noted | {"place": "the fair", "topic": "lease"})
        connection.execute(insert(meeting_people), {"meeting": 7, "place": 0, "person": 2})
        offer = {"id": 4, "workspace": HERE, "owner": 1, "kind": "offer", "words": "cakes", "audience": ""}
        written = {"written_at": clock.now(), "confirmed_at": clock.now(), "version": 1}
        connection.execute(insert(listings), offer | written)
    assert migrate(database)
    with SqlMemory(database, clock).read(HERE) as ledger:
        assert found(ledger, PersonId(1), "berger lease") == [7]
        assert found(ledger, PersonId(1), "rosa") == [3]
        assert found(ledger, PersonId(1), "cakes") == [4]
    assert_filed_truly(database)
    with database.write() as connection:  # as it was before it held more than meetings and contacts
        for table, column in (("referrals", "edited_at"), ("partnerships", "edited_at"), ("journal", "replaced_by")):
            connection.execute(text(f"alter table {table} drop column {column}"))
        connection.execute(text("update alembic_version set version_num = '0022'"))
    assert migrate(database)
    assert_filed_truly(database)
    database.close()


_steps = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "amend", "undo", "restore", "rename", "merge", "part", "remind", "done", "refer", *Word)
        ),
        st.integers(0, 5),
        st.text("abcx &éß日<>'\"*()-", max_size=12),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_steps)
def test_whatever_was_done_the_words_are_those_of_a_database_filed_anew(steps: list[tuple[str, int, str]]) -> None:
    clock = StandingClock()
    with TemporaryDirectory() as folder:
        database = Database(new_sqlite(folder))
        with SqlMemory(database, clock).write(HERE) as ledger:
            maya = ledger.people.learn(Profile(AccountId("U1"), "Maya Patel")).id
            tom = ledger.people.learn(Profile(AccountId("U2"), "Tom Berger")).id
            rosa = ledger.people.add_contact(maya, "Rosa").id
            draft = MeetingDraft((tom, rosa), When(Grain.DAY, date(2026, 3, 9)))
            reminders: list[Reminder] = []
            referrals: list[Referral] = []
            referral = Referral(
                id=ReferralId(0), author=maya, other=tom, word=Word.OWN, writer=maya, written_at=clock.now(),
                referrer=tom, receiver=maya, facts=ReferralFacts(draft.when),
            )  # fmt: skip
            meetings = [ledger.meetings.add(maya, draft, clock.now()).id]
            for what, which, words in steps:
                meeting = meetings[which % len(meetings)]
                match what:
                    case "add":
                        meetings.append(ledger.meetings.add(maya, replace(draft, topic=words), clock.now()).id)
                    case "amend":
                        ledger.meetings.amend(maya, meeting, replace(draft, notes=words, people=(rosa,)), clock.now())
                    case "undo":
                        ledger.meetings.undo(maya, meeting, clock.now())
                    case "restore":
                        ledger.meetings.restore(maya, meeting, clock.now())
                    case "rename":
                        ledger.contacts.edit(maya, rosa, ContactFacts(words or "Rosa", title=words))
                    case "remind":
                        reminded = ReminderDraft((tom, rosa), words, clock.now().date())
                        reminders.append(ledger.reminders.add(maya, reminded, clock.now()))
                    case "done" if reminders:
                        last = reminders[which % len(reminders)]
                        ledger.reminders.save(replace(last, people=last.people[:1], done_at=clock.now()))
                    case "refer":
                        facts = ReferralFacts(draft.when, words)
                        told = replace(referral, author=maya, other=rosa if which % 2 else tom, facts=facts)
                        referrals.append(ledger.referrals.add(replace(told, referrer=told.other, receiver=maya)))
                    case Word() if referrals:
                        told = referrals[which % len(referrals)]
                        ledger.referrals.save(replace(told, word=what if told.other == tom else Word.OWN))
                    case "merge" | "part":
                        ledger.contacts.merge(maya, rosa, tom if what == "merge" else None)
                search(words, maya, ALWAYS, ledger.search)  # and no text breaks a question
        assert_filed_truly(database)
        with database.write() as connection:
            SqlIndex(connection, HERE).forget(maya)
            assert not connection.execute(text('select count(*) from search_index(\'"1xmaya" OR "1xrosa"\')')).scalar()
            connection.execute(text("insert into search_index(search_index) values ('integrity-check')"))
        database.close()


def test_who_is_forgotten_is_found_by_nothing_any_more(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        alone = noted(ledger, maya, rosa, topic="lease")
        both = noted(ledger, maya, rosa, tom, topic="lease")
        ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel", title="Notary"))
        theirs = noted(ledger, tom, maya, topic="lease")
        assert set(found(ledger, maya, "rosa")) == {alone, both, rosa}
        ledger.kept.erase(Erasing(maya, rosa))
        assert found(ledger, maya, "rosa") == []
        assert found(ledger, maya, "lease") == [both]
        assert found(ledger, tom, "notary lease") == [theirs]
        ledger.kept.erase(Erasing(maya))
        assert found(ledger, maya, "lease") == []
        assert ledger.search.times(maya, ["lease", "berger"]) == {}
        assert found(ledger, tom, "notary") == []
        assert found(ledger, tom, "lease") == [theirs]


def test_what_a_file_brings_is_found_and_is_not_any_more_when_it_is_taken_out(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        noted(ledger, maya, rosa, tom, topic="lease")
        copy = ledger.kept.copy(maya)
        ledger.kept.erase(Erasing(maya))
        assert found(ledger, maya, "rosa lease") == []
        ledger.kept.put_back(maya, copy, True)
        assert len(found(ledger, maya, "rosa")) == 2
        assert len(found(ledger, maya, "berger lease")) == 1
        contacts = ledger.kept.take_out(maya)
        ledger.kept.drop_contacts(maya, contacts or ())
        assert found(ledger, maya, "rosa") == []
        assert found(ledger, maya, "lease") == []
        assert ledger.search.times(maya, ["rosa", "leas", "berger"]) == {}
