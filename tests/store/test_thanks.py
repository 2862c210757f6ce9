"""Thanks as they are kept: who gave them, to whom, for which introduction; on both databases."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import MetaData, insert

from assistant.erasing import Erasing
from assistant.ids import IntroductionId, PersonId, ThanksId
from assistant.introductions.record import IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.ledger import Ledger
from assistant.thanks.record import Thanked, Thanks, ThanksDraft
from store.engine import Database
from store.ledger import SqlMemory
from store.migrations import migrate
from tests.conftest import StandingClock
from tests.store.conftest import HERE


def made(
    ledger: Ledger, author: PersonId, other: PersonId, connector: PersonId, clock: StandingClock
) -> IntroductionId:
    """An introduction that the author noted."""
    draft = IntroductionDraft(
        Origin.LOGGED, Stage.INTRODUCED, author, Wanted(other), "", connector, named=True, made_at=clock.now()
    )
    return ledger.introductions.add(draft, Moved(author, Verb.ACCEPT, Stage.INTRODUCED, clock.now())).id


def given(ledger: Ledger, giver: PersonId, clock: StandingClock, *to: Thanked, words: str = "") -> Thanks:
    return ledger.thanks.add(ThanksDraft(giver, to, words), clock.now())


def test_thanks_come_back_as_they_were_given(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        number = made(ledger, maya, rosa, tom, clock)
        met = Thanked(tom, number, True, date(2026, 11, 9))
        kept = given(ledger, maya, clock, met, Thanked(rosa), words="Prima!")
        assert ledger.thanks.get(kept.id) == kept
        assert ledger.thanks.hold(kept.id) == kept


def test_other_words_take_the_place_of_the_old_and_nothing_else_changes(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        kept = given(ledger, maya, clock, Thanked(tom, None, True), words="for the fair")
        assert ledger.thanks.reword(kept.id, "for the hall") == replace(kept, words="for the hall", version=2)
        assert ledger.thanks.get(kept.id) == replace(kept, words="for the hall", version=2)


def test_those_taken_back_count_for_nothing_until_they_stand_again(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        number = made(ledger, maya, ledger.people.add_contact(maya, "Rosa Lind").id, tom, clock)
        kept = given(ledger, maya, clock, Thanked(tom, number, True))
        later = clock.now() + timedelta(days=2)
        assert ledger.thanks.last_for(maya, [number]) == {number: clock.now()}
        assert ledger.thanks.save(kept.id, later).version == 2
        assert ledger.thanks.last_for(maya, [number]) == {}
        assert not ledger.thanks.stand_for(number)
        assert ledger.thanks.between(maya, tom, 5) == []
        ledger.thanks.save(kept.id, None)
        assert ledger.thanks.stand_for(number)
        assert ledger.thanks.last_for(tom, [number]) == {}


def test_between_two_each_reads_what_they_gave_and_were_told(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        told = given(ledger, maya, clock, Thanked(tom, None, told=True))
        clock.forward(days=1)
        silent = given(ledger, maya, clock, Thanked(tom, None, told=False))
        assert [one.id for one in ledger.thanks.between(maya, tom, 5)] == [silent.id, told.id]
        assert [one.id for one in ledger.thanks.between(tom, maya, 5)] == [told.id]


def test_thanks_to_a_contact_who_turned_out_to_be_somebody_are_thanks_to_them(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        contact = ledger.people.add_contact(maya, "Tommy").id
        kept = given(ledger, maya, clock, Thanked(contact))
        ledger.contacts.merge(maya, contact, tom)
        assert [one.id for one in ledger.thanks.between(maya, tom, 5)] == [kept.id]
        assert ledger.thanks.between(tom, maya, 5) == []


def test_who_is_forgotten_takes_the_thanks_to_them_and_for_meeting_them_along(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        about_her = given(ledger, maya, clock, Thanked(tom, made(ledger, maya, rosa, tom, clock), True))
        to_her = given(ledger, maya, clock, Thanked(rosa))
        other = given(ledger, maya, clock, Thanked(tom, None, told=True))
        ledger.kept.erase(Erasing(maya, rosa))
    with memory.read(HERE) as ledger:
        assert [ledger.thanks.get(one.id) is None for one in (about_her, to_her, other)] == [True, True, False]


def test_everything_of_a_giver_goes_also_from_who_was_thanked(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        mine = given(ledger, maya, clock, Thanked(tom, None, told=True))
        his = given(ledger, tom, clock, Thanked(maya, None, told=True))
        ledger.kept.erase(Erasing(maya))
    with memory.read(HERE) as ledger:
        assert ledger.thanks.get(mine.id) is None
        assert ledger.thanks.get(his.id) is not None


def test_made_for_somebody_are_those_made_newest_first_and_neither_open_nor_closed(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        first = made(ledger, maya, rosa, tom, clock)
        clock.forward(days=1)
        second = made(ledger, maya, tom, rosa, clock)
        asked = IntroductionDraft(Origin.REQUESTED, Stage.REQUESTED, maya, Wanted(tom), "art")
        ledger.introductions.add(asked, Moved(maya, Verb.ASK, Stage.REQUESTED, clock.now()))
        assert [one.id for one in ledger.introductions.made_for(maya, 5)] == [second, first]
        assert [one.id for one in ledger.introductions.made_for(tom, 5)] == [second]
        assert ledger.introductions.made_for(maya, 1)[0].id == second


def test_the_day_of_older_thanks_stays_with_the_introduction_that_it_was_of(
    empty_database_url: str, clock: StandingClock
) -> None:
    database = Database(empty_database_url)
    migrate(database, "0017")
    empty = dict.fromkeys(("name", "display_name", "handle", "email", "organisation", "title", "picture"), "")
    person = {"workspace": HERE, "kind": "member", "standing": "active", "zone": "UTC", "version": 1, **empty}
    at = clock.now().replace(tzinfo=None)
    whose = {"workspace": HERE, "origin": "logged", "stage": "introduced", "requester": 1, "author": 1, "named": True}
    words = dict.fromkeys(("organisation", "seeking", "why", "queue"), "")
    made = {**whose, **words, "asked_at": at, "disclosed": False, "version": 1}
    given = {"id": 1, "workspace": HERE, "giver": 1, "words": "", "met_on": date(2026, 11, 9), "business": True}
    with database.write() as connection:
        tables = MetaData()
        tables.reflect(connection)
        connection.execute(insert(tables.tables["workspaces"]), {"id": HERE})
        for number in (1, 2, 3, 4):
            connection.execute(insert(tables.tables["people"]), {**person, "id": number, "account": f"U{number}"})
        introductions = tables.tables["introductions"]
        for number in (1, 2):
            connection.execute(insert(introductions), {**made, "id": number})
        connection.execute(insert(tables.tables["thanks"]), {**given, "at": at, "version": 1})
        for place, introduction in enumerate((None, 1, 2)):
            to = {"thanks": 1, "place": place, "receiver": place + 2, "introduction": introduction, "told": True}
            connection.execute(insert(tables.tables["thanks_to"]), to)
    assert migrate(database)
    with SqlMemory(database, clock).read(HERE) as ledger:
        kept = ledger.thanks.get(ThanksId(1))
    assert kept
    assert [one.met_on for one in kept.to] == [None, date(2026, 11, 9), None]
    database.close()
