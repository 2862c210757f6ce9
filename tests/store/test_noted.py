"""The words of what a member noted beside meetings, as both databases read them: their own, and nothing hidden."""

from dataclasses import replace

from assistant.business.record import Referral, ReferralFacts, Word
from assistant.facts import Grain, Profile, When
from assistant.ids import AccountId, PersonId, ReferralId, WorkspaceId
from assistant.introductions.record import Closing, IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.ledger import Ledger
from assistant.listings.record import ListingDraft, ListingKind
from assistant.reply import Subject
from assistant.thanks.record import Thanked, ThanksDraft
from store.ledger import SqlMemory
from tests.conftest import TUESDAY
from tests.store.conftest import HERE


def found(ledger: Ledger, owner: PersonId, subject: Subject) -> list[tuple[str, tuple[PersonId, ...]]]:
    return [(one.topic, one.people) for one in ledger.noted.of(owner, "UTC", 10) if one.record.subject is subject]


def test_whom_others_found_for_what_somebody_seeks_is_hidden_until_they_agree(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    draft = IntroductionDraft(Origin.REQUESTED, Stage.TARGET_ASKED, maya, Wanted(tom, "Young Gallery"), "prints")
    with memory.write(HERE) as ledger:
        asked = ledger.introductions.add(draft, Moved(maya, Verb.ASK, Stage.TARGET_ASKED, TUESDAY))
        assert found(ledger, maya, Subject.INTRODUCTION) == [("prints", ())]
        assert found(ledger, tom, Subject.INTRODUCTION) == []
        ledger.introductions.save(replace(asked, made_at=TUESDAY, stage=Stage.INTRODUCED))
        assert found(ledger, maya, Subject.INTRODUCTION) == [("prints", (tom,))]
        ledger.introductions.save(replace(asked, stage=Stage.CLOSED, closing=Closing.WITHDRAWN))
        assert found(ledger, maya, Subject.INTRODUCTION) == []


def test_whom_somebody_named_themselves_is_among_the_words(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    draft = IntroductionDraft(Origin.REQUESTED, Stage.REQUESTED, maya, Wanted(tom), "prints")
    with memory.write(HERE) as ledger:
        ledger.introductions.add(draft, Moved(maya, Verb.ASK, Stage.REQUESTED, TUESDAY))
        assert found(ledger, maya, Subject.INTRODUCTION) == [("prints", (tom,))]


def test_a_referral_is_the_others_too_once_they_agreed(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        facts = ReferralFacts(When(Grain.DAY, TUESDAY.date()), "Bluebird Bakery")
        referral = Referral(
            id=ReferralId(0), author=maya, other=tom, word=Word.ASKED, writer=maya, written_at=TUESDAY, referrer=maya,
            receiver=tom, facts=facts,
        )  # fmt: skip
        said = ledger.referrals.add(referral)
        assert found(ledger, maya, Subject.REFERRAL) == [("Bluebird Bakery ", (tom,))]
        assert found(ledger, tom, Subject.REFERRAL) == []
        ledger.referrals.save(replace(said, word=Word.CONFIRMED))
        assert found(ledger, tom, Subject.REFERRAL) == [("Bluebird Bakery ", (maya,))]
        ledger.referrals.save(replace(said, word=Word.REFUSED))
        assert found(ledger, maya, Subject.REFERRAL) == []


def test_thanks_to_several_are_one_record(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.learn(Profile(AccountId("UROSA"), "Rosa Diaz")).id
        ledger.thanks.add(ThanksDraft(maya, (Thanked(tom), Thanked(rosa)), "for the stall"), TUESDAY)
        ((topic, people),) = found(ledger, maya, Subject.THANKS)
        assert (topic, set(people)) == ("for the stall", {tom, rosa})
        assert found(ledger, tom, Subject.THANKS) == []


def test_of_each_kind_the_latest_are_read_and_of_this_workspace_only(memory: SqlMemory, maya: PersonId) -> None:
    with memory.write(HERE) as ledger:
        for what in ("cakes", "bread", "pies"):
            ledger.listings.add(maya, ListingDraft(ListingKind.OFFER, what), TUESDAY)
        assert [one.topic for one in ledger.noted.of(maya, "UTC", 2)] == ["pies", "bread"]
    with memory.write(WorkspaceId("T2")) as ledger:
        assert ledger.noted.of(maya, "UTC", 2) == []
