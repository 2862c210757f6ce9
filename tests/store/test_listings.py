"""Offers, needs, suggestions and recommendations as both databases keep them: nobody twice, everything by workspace."""

from dataclasses import replace
from datetime import date, timedelta

from assistant.ids import PersonId, WorkspaceId
from assistant.listings.record import ListingDraft, ListingKind, Taken
from assistant.recommendations.record import Consent
from store.ledger import SqlMemory
from tests.conftest import TUESDAY
from tests.store.conftest import HERE

CAKES = ListingDraft(ListingKind.OFFER, "wedding cakes", "couples")
SUPPLIER = ListingDraft(ListingKind.NEED, "a cake supplier", until=date(2026, 12, 4))


def test_a_listing_comes_back_as_it_was_and_grows_with_each_change(memory: SqlMemory, maya: PersonId) -> None:
    with memory.write(HERE) as ledger:
        need = ledger.listings.add(maya, SUPPLIER, TUESDAY)
        assert ledger.listings.get(need.id) == need
        assert (need.words, need.until, need.version, need.stands) == ("a cake supplier", date(2026, 12, 4), 1, True)
        ended = ledger.listings.save(replace(need, words="a baker", ended_at=TUESDAY))
        assert (ended.words, ended.version, ended.stands) == ("a baker", 2, False)
        assert ledger.listings.of(maya, ListingKind.NEED) == []
        assert ledger.listings.standing(ListingKind.NEED, 10) == []


def test_those_confirmed_last_come_first_and_other_workspaces_see_none(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        older = ledger.listings.add(maya, CAKES, TUESDAY)
        ledger.listings.add(tom, CAKES, TUESDAY + timedelta(days=1))
        ledger.listings.save(replace(older, confirmed_at=TUESDAY + timedelta(days=2)))
        assert [one.owner for one in ledger.listings.standing(ListingKind.OFFER, 10)] == [maya, tom]
    with memory.write(WorkspaceId("T2")) as ledger:
        assert ledger.listings.standing(ListingKind.OFFER, 10) == []
        assert ledger.listings.get(older.id) is None


def test_nobody_is_suggested_twice_for_a_need(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        need = ledger.listings.add(maya, SUPPLIER, TUESDAY)
        fit = ledger.listings.suggest(need.id, tom)
        assert fit
        assert ledger.listings.suggest(need.id, tom) is None
        ledger.listings.take(fit, Taken.NOT_THIS)
        assert [(one.person, one.taken) for one in ledger.listings.fits(need.id)] == [(tom, Taken.NOT_THIS)]
        changed = ledger.listings.get(need.id)
        assert changed
        assert changed.version == 3


def test_a_recommendation_is_everybodys_only_with_consent_and_while_it_stands(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        said = ledger.recommendations.add(maya, tom, "bread", TUESDAY)
        assert ledger.recommendations.by(maya, 5) == [said]
        assert ledger.recommendations.shown(5) == []
        agreed = replace(said, consent=Consent.SHOW)
        ledger.recommendations.save(agreed)
        assert list(ledger.recommendations.of(tom, 5)) == list(ledger.recommendations.shown(5)) == [agreed]
        ledger.recommendations.save(replace(agreed, ended_at=TUESDAY))
        assert (ledger.recommendations.of(tom, 5), ledger.recommendations.by(maya, 5)) == ([], [])
