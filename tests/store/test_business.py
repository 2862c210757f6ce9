"""Referrals and partnerships in both databases: exact, and read by the two concerned alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.business.money import Money
from assistant.business.record import Partnership, PartnershipFacts, Referral, ReferralFacts, State, Word
from assistant.facts import Grain, Profile, When
from assistant.ids import AccountId, PartnershipId, PersonId, ReferralId
from assistant.ledger import Ledger
from assistant.phrases.frame import Formality
from store.ledger import SqlMemory
from tests.conftest import TUESDAY
from tests.store.conftest import HERE

DAY = date(2026, 11, 23)


def referral(author: PersonId, other: PersonId, word: Word = Word.ASKED, client: str = "Acme") -> Referral:
    facts = ReferralFacts(
        When(Grain.DAY, DAY), client, "menus", Money(Decimal("1234567890.10"), "EUR"), frozenset({"currency"})
    )
    return Referral(
        id=ReferralId(0), author=author, other=other, word=word, writer=author, written_at=TUESDAY,
        referrer=other, receiver=author, facts=facts, state=State.WON,
    )  # fmt: skip


def clients(ledger: Ledger, person: PersonId) -> list[str]:
    return [one.facts.client for one in ledger.referrals.of(person, date.min, date.max)]


def test_what_is_written_down_comes_back_to_its_last_digit(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        kept = ledger.referrals.add(referral(maya, tom))
        facts = PartnershipFacts("Bloom", "the fair", "half each", Formality.FORMAL, DAY, date(2027, 6, 30))
        both = Partnership(
            id=PartnershipId(0), author=maya, other=None, word=Word.OWN, writer=maya, written_at=TUESDAY, facts=facts
        )
        both = ledger.partnerships.add(both)
    with memory.read(HERE) as ledger:
        assert ledger.referrals.get(kept.id) == kept
        assert ledger.partnerships.get(both.id) == both
        assert [one.id for one in ledger.partnerships.of(maya)] == [both.id]
        assert not ledger.partnerships.of(tom)


def test_ones_own_note_is_not_the_other_ones_to_read(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        linn = ledger.people.learn(Profile(AccountId("ULINN"), "Linn O'Carroll")).id
        ledger.referrals.add(referral(maya, tom, Word.OWN, "own"))
        ledger.referrals.add(referral(maya, tom, Word.CONFIRMED, "both"))
        gone = ledger.referrals.add(referral(maya, tom, Word.CONFIRMED, "gone"))
        ledger.referrals.save(replace(gone, undone_at=TUESDAY))
        assert clients(ledger, maya) == ["both", "own"]
        assert clients(ledger, tom) == ["both"]
        assert clients(ledger, linn) == []
        assert [one.facts.client for one in ledger.referrals.between(tom, maya)] == ["both"]
        assert not ledger.referrals.between(linn, maya)


def test_it_waits_for_whoever_did_not_say_it_last(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        kept = ledger.referrals.add(referral(maya, tom))
        assert [one.id for one in ledger.referrals.waiting_on(tom, 5)] == [kept.id]
        assert not ledger.referrals.waiting_on(maya, 5)
        changed = ledger.referrals.save(replace(kept, writer=tom, turn=1))
        assert changed.version == 2
        assert [one.id for one in ledger.referrals.waiting_on(maya, 5)] == [kept.id]
        ledger.referrals.save(replace(changed, word=Word.CONFIRMED))
        assert not ledger.referrals.waiting_on(maya, 5)


def test_days_are_counted_with_both_ends(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        ledger.referrals.add(referral(maya, tom))
        assert len(ledger.referrals.of(maya, DAY, DAY)) == 1
        assert not ledger.referrals.of(maya, date(2026, 11, 24), date.max)


def test_what_was_noted_of_a_contact_is_found_under_whom_they_turned_out_to_be(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        tommy = ledger.people.add_contact(maya, "Tommy").id
        ledger.referrals.add(referral(maya, tommy, Word.OWN))
        assert not ledger.referrals.between(maya, tom)
        ledger.contacts.merge(maya, tommy, tom)
        assert [one.other for one in ledger.referrals.between(maya, tom)] == [tommy]
        assert not ledger.referrals.between(tom, maya), "he is told nothing"
