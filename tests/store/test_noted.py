"""What members noted beside meetings is filed as it stands, on both databases: who finds it, by which words."""

from dataclasses import replace

from assistant.business.record import Referral, ReferralFacts, Word
from assistant.erasing import Erasing
from assistant.facts import ALWAYS, ContactFacts, Grain, Profile, When
from assistant.ids import AccountId, PersonId, ReferralId, WorkspaceId
from assistant.introductions.record import (
    Asked,
    Bidden,
    Closing,
    IntroductionDraft,
    Moved,
    Origin,
    Side,
    Stage,
    Verb,
    Wanted,
)
from assistant.listings.record import ListingDraft, ListingKind
from assistant.reminders.record import ReminderDraft
from assistant.reply import Subject
from assistant.search.find import search
from assistant.thanks.record import Thanked, ThanksDraft
from store.ledger import SqlLedger, SqlMemory
from tests.conftest import TUESDAY
from tests.store.conftest import HERE


def found(ledger: SqlLedger, owner: PersonId, words: str) -> list[Subject]:
    """What the owner finds that has all of the words."""
    result = search(words, owner, ALWAYS, ledger.search)
    return [] if result.missing or result.near else [one.subject for one in result.records]


def test_whom_others_found_for_what_somebody_seeks_is_hidden_until_they_agree(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    draft = IntroductionDraft(Origin.REQUESTED, Stage.TARGET_ASKED, maya, Wanted(tom, "Young Gallery"), "prints")
    with memory.write(HERE) as ledger:
        asked = ledger.introductions.add(draft, Moved(maya, Verb.ASK, Stage.TARGET_ASKED, TUESDAY))
        assert found(ledger, maya, "prints gallery") == [Subject.INTRODUCTION]
        assert found(ledger, maya, "prints tom") == []
        assert found(ledger, tom, "prints") == []
        ledger.introductions.save(replace(asked, made_at=TUESDAY, stage=Stage.INTRODUCED))
        assert found(ledger, maya, "prints tom") == [Subject.INTRODUCTION]
        assert found(ledger, tom, "prints") == []
        ledger.introductions.save(replace(asked, stage=Stage.CLOSED, closing=Closing.WITHDRAWN))
        assert found(ledger, maya, "prints") == []


def test_whom_somebody_named_themselves_is_among_the_words(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    draft = IntroductionDraft(Origin.REQUESTED, Stage.REQUESTED, maya, Wanted(tom), "prints")
    with memory.write(HERE) as ledger:
        ledger.introductions.add(draft, Moved(maya, Verb.ASK, Stage.REQUESTED, TUESDAY))
        assert found(ledger, maya, "prints tom") == [Subject.INTRODUCTION]


def test_a_referral_is_the_others_too_once_they_agreed(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        facts = ReferralFacts(When(Grain.DAY, TUESDAY.date()), "Bluebird Bakery")
        referral = Referral(
            id=ReferralId(0), author=maya, other=tom, word=Word.ASKED, writer=maya, written_at=TUESDAY, referrer=maya,
            receiver=tom, facts=facts,
        )  # fmt: skip
        said = ledger.referrals.add(referral)
        assert found(ledger, maya, "bluebird bakery tom") == [Subject.REFERRAL]
        assert found(ledger, tom, "bluebird") == []
        ledger.referrals.save(replace(said, word=Word.CONFIRMED))
        assert found(ledger, tom, "bluebird bakery maya") == [Subject.REFERRAL]
        ledger.referrals.save(replace(said, word=Word.REFUSED))
        assert found(ledger, maya, "bluebird") == []
        assert found(ledger, tom, "bluebird") == []


def test_thanks_to_several_are_one_record(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.learn(Profile(AccountId("UROSA"), "Rosa Diaz")).id
        ledger.thanks.add(ThanksDraft(maya, (Thanked(tom), Thanked(rosa)), "for the stall"), TUESDAY)
        assert found(ledger, maya, "stall tom rosa diaz") == [Subject.THANKS]
        assert found(ledger, tom, "stall") == []


def test_a_name_that_changes_finds_every_record_it_stands_in(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa").id
        ledger.recommendations.add(maya, tom, "bread", TUESDAY)
        ledger.thanks.add(ThanksDraft(maya, (Thanked(rosa), Thanked(tom)), "for the bread"), TUESDAY)
        ledger.reminders.add(maya, ReminderDraft((rosa,), "the bread", TUESDAY.date()), TUESDAY)
        ledger.people.learn(Profile(AccountId("UTOM"), "Thomas Hill", organisation="Northwind"))
        ledger.contacts.edit(maya, rosa, ContactFacts("Rosa Diaz"))
        assert set(found(ledger, maya, "bread hill northwind")) == {Subject.RECOMMENDATION, Subject.THANKS}
        assert set(found(ledger, maya, "bread diaz")) == {Subject.REMINDER, Subject.THANKS}
        ledger.contacts.merge(maya, rosa, tom)
        assert found(ledger, maya, "diaz") == []
        assert Subject.REMINDER in found(ledger, maya, "bread hill")


def test_what_is_erased_is_found_by_neither_side(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        facts = ReferralFacts(When(Grain.DAY, TUESDAY.date()), "Bluebird Bakery")
        referral = Referral(
            id=ReferralId(0), author=maya, other=tom, word=Word.ASKED, writer=tom, written_at=TUESDAY, referrer=maya,
            receiver=tom, facts=facts,
        )  # fmt: skip
        ledger.referrals.add(referral)
        ledger.thanks.add(ThanksDraft(tom, (Thanked(maya),), "for the bluebird"), TUESDAY)
        assert found(ledger, tom, "bluebird referral") == [Subject.REFERRAL]
        ledger.kept.erase(Erasing(maya))
        assert found(ledger, maya, "bluebird") == []
        assert found(ledger, tom, "bluebird") == [Subject.THANKS]


def test_nothing_of_another_workspace_is_found(memory: SqlMemory, maya: PersonId) -> None:
    with memory.write(HERE) as ledger:
        ledger.listings.add(maya, ListingDraft(ListingKind.OFFER, "cakes"), TUESDAY)
        assert found(ledger, maya, "cakes") == [Subject.LISTING]
    with memory.write(WorkspaceId("T2")) as ledger:
        assert found(ledger, maya, "cakes") == []


def test_who_introduced_somebody_is_among_the_words_of_what_was_noted_of_it(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Diaz").id
        draft = IntroductionDraft(Origin.LOGGED, Stage.INTRODUCED, maya, Wanted(tom), "", rosa, made_at=TUESDAY)
        ledger.introductions.add(draft, Moved(maya, Verb.ASK, Stage.INTRODUCED, TUESDAY))
        assert found(ledger, maya, "rosa diaz tom introduction") == [Subject.INTRODUCTION]


def test_whom_the_speaker_named_to_ask_is_found_and_whom_others_asked_is_not(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa, linn = (
            ledger.people.learn(Profile(AccountId(account), name)).id
            for account, name in (("UROSA", "Rosa Diaz"), ("ULINN", "Linn Moser"))
        )
        draft = IntroductionDraft(Origin.REQUESTED, Stage.REQUESTED, maya, Wanted(tom), "prints", rosa)
        asked = ledger.introductions.add(draft, Moved(maya, Verb.ASK, Stage.REQUESTED, TUESDAY))
        ledger.introductions.ask(Asked(asked.id, rosa, Side.CONNECTOR, TUESDAY, bidden=Bidden.NAMED))
        assert found(ledger, maya, "rosa prints") == [Subject.INTRODUCTION]
        ledger.introductions.save(replace(asked, connector=linn))
        assert found(ledger, maya, "rosa prints") == [Subject.INTRODUCTION]
        assert found(ledger, maya, "linn prints") == []
