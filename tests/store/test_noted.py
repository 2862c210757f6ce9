"""What a member noted, and its words, as both databases read them: their own, and nothing hidden."""

from dataclasses import replace
from datetime import timedelta

from assistant.business.record import Partnership, PartnershipFacts, Referral, ReferralFacts, Word
from assistant.facts import Grain, MeetingDraft, Profile, When
from assistant.ids import AccountId, PartnershipId, PersonId, ReferralId, WorkspaceId
from assistant.introductions.record import Closing, IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.ledger import Ledger
from assistant.listings.record import ListingDraft, ListingKind
from assistant.reply import Matter, Subject
from assistant.thanks.record import Thanked, ThanksDraft
from store.ledger import SqlMemory
from tests.conftest import TUESDAY
from tests.store.conftest import HERE

MINUTE = timedelta(minutes=1)


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


def test_all_that_was_noted_comes_in_the_order_of_writing_a_page_at_a_time(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        meeting = ledger.meetings.add(maya, MeetingDraft((tom,), When(Grain.DAY, TUESDAY.date())), TUESDAY)
        thanks = ledger.thanks.add(ThanksDraft(maya, (Thanked(tom),), "for the stall"), TUESDAY + MINUTE)
        offer = ledger.listings.add(maya, ListingDraft(ListingKind.OFFER, "cakes"), TUESDAY + 2 * MINUTE)
        for nudges in (1, 3):
            before = ledger.preferences.of(maya)
            after = replace(before, nudges_a_week=nudges)
            changed = ledger.preferences.change(maya, before, after, TUESDAY + (2 + nudges) * MINUTE)
        in_order = [
            Matter(Subject.SETTINGS, changed.id),
            Matter(Subject.LISTING, offer.id),
            Matter(Subject.THANKS, thanks.id),
            Matter(Subject.MEETING, meeting.id),
        ]
        assert ledger.noted.latest(maya, set(Subject), 10) == in_order
        assert ledger.noted.latest(maya, set(Subject), 2, 1) == in_order[1:3]
        assert ledger.noted.latest(maya, {Subject.MEETING}, 10) == in_order[3:]
        assert ledger.noted.latest(tom, set(Subject), 10) == []
    with memory.write(WorkspaceId("T2")) as ledger:
        assert ledger.noted.latest(maya, set(Subject), 10) == []


def test_what_others_noted_is_among_it_once_it_is_agreed_to(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        facts = PartnershipFacts(aim="vineyards")
        said = ledger.partnerships.add(
            Partnership(
                id=PartnershipId(0), author=maya, other=tom, word=Word.ASKED, writer=maya, written_at=TUESDAY,
                facts=facts,
            )
        )  # fmt: skip
        assert ledger.noted.latest(tom, set(Subject), 10) == []
        ledger.partnerships.save(replace(said, word=Word.CONFIRMED))
        assert ledger.noted.latest(tom, set(Subject), 10) == [Matter(Subject.PARTNERSHIP, said.id)]
        ledger.partnerships.save(replace(said, word=Word.CONFIRMED, undone_at=TUESDAY))
        assert ledger.noted.latest(tom, set(Subject), 10) == ledger.noted.latest(maya, set(Subject), 10) == []
