"""Offers and needs: kept, changed, removed, read by all, and brought together by suggestions to the one who needs."""

import pytest

from assistant.listings.found import Source
from assistant.reply import (
    FormErrors,
    IsThatIt,
    ListingForm,
    ListingNoted,
    ListingRemoved,
    Listings,
    Message,
    OpenForm,
    Refusal,
    RequestForm,
)
from tests.assistant.conftest import Talk


def noted(message: Message | OpenForm | None) -> ListingNoted:
    assert isinstance(message, ListingNoted), message
    return message


def said(talk: Talk, account: str, words: str) -> Message:
    """What comes of it; where Wellmet asks whether that was meant, it was."""
    answer = talk.says(account, words)
    if isinstance(answer, IsThatIt):
        talk.presses(account, "meant", f"{answer.question}:1")
        answer = list(talk.shown.values())[-1]
    return answer


def all_shown(talk: Talk, kind: str, account: str) -> Listings:
    answer = said(talk, account, f"show my {kind}")
    assert isinstance(answer, Listings), answer
    return answer


def test_an_offer_is_read_back_undone_and_put_back(talk: Talk) -> None:
    offer = noted(talk.says("UMAYA", "I do wedding photography")).listing
    assert (offer.words, offer.until) == ("wedding photography", None)
    assert isinstance(talk.says("UMAYA", "undo that"), ListingRemoved)
    talk.presses("UMAYA", "restore", f"listing:{offer.id}")
    assert all(isinstance(shown, ListingNoted) for shown in talk.shown.values())


def test_the_same_offer_twice_is_one_and_counts_as_said_anew(talk: Talk) -> None:
    first = noted(talk.says("UMAYA", "I do wedding photography"))
    talk.clock.forward(days=30)
    again = noted(talk.says("UMAYA", "I do wedding photography"))
    assert (again.listing.id, again.again) == (first.listing.id, True)
    assert again.listing.confirmed_at == talk.clock.now()


def test_a_need_has_its_day_and_a_form_changes_it(talk: Talk) -> None:
    need = noted(talk.says("UMAYA", "I need a bookkeeper by 4 December")).listing
    assert need.until
    assert need.until.isoformat() == "2026-12-04"
    form = talk.presses("UMAYA", "edit_listing", need.id)
    assert isinstance(form, ListingForm)
    assert form.listing == need
    late = talk.submits("UMAYA", "need", need.id, need.version, words="an accountant", day="2026-01-01")
    assert isinstance(late, FormErrors)
    assert talk.submits("UMAYA", "need", need.id, need.version, words="an  accountant", day="") is None
    (shown,) = talk.shown.values()
    assert (noted(shown).listing.words, noted(shown).listing.until) == ("an accountant", None)
    stale = talk.submits("UMAYA", "need", need.id, need.version, words="somebody else")
    assert isinstance(stale, FormErrors)
    assert "changed" in stale.errors[0][1]


@pytest.mark.parametrize("words", ["", "   ", "?!"])
def test_a_form_without_words_is_sent_back(talk: Talk, words: str) -> None:
    assert isinstance(talk.submits("UMAYA", "offer", words=words), FormErrors)


def test_others_read_it_and_cannot_change_it(talk: Talk) -> None:
    offer = noted(talk.says("UMAYA", "I do wedding photography")).listing
    shown = all_shown(talk, "offers", "UTOM")
    assert [(one.words, person.name) for one, person in shown.others] == [("wedding photography", "Maya Patel")]
    assert shown.mine == ()
    for button in ("edit_listing", "remove_listing", "keep_listing"):
        assert isinstance(talk.presses("UTOM", button, offer.id), Refusal)
    assert isinstance(talk.presses("UTOM", "undo", f"listing:{offer.id}"), Refusal)
    assert isinstance(talk.submits("UTOM", "offer", offer.id, offer.version, words="mine now"), FormErrors)
    assert all_shown(talk, "offers", "UMAYA").mine[0].words == "wedding photography"


def test_a_need_is_told_who_offers_it_and_the_offering_one_nothing(talk: Talk) -> None:
    said(talk, "UTOM", "I do wedding cakes")
    before = dict(talk.shown)
    need = noted(talk.says("UMAYA", "I'm looking for a cake supplier"))
    ((fit, found),) = need.suggested
    assert (found.person.name, found.source, found.words) == ("Tom Berger", Source.OFFER, "wedding cakes")
    assert {key: talk.shown[key] for key in before} == before
    form = talk.presses("UMAYA", "fit_intro", fit.id)
    assert isinstance(form, RequestForm)
    assert form.target == found.person
    assert "a cake supplier" in form.why
    assert isinstance(talk.presses("ULINN", "fit_intro", fit.id), Refusal)


def test_a_new_offer_is_suggested_for_a_need_that_stands_and_put_aside_for_good(talk: Talk) -> None:
    need = noted(talk.says("UMAYA", "I'm looking for a cake supplier"))
    assert need.suggested == ()
    said(talk, "UTOM", "I do wedding cakes")
    key, shown = next((key, one) for key, one in talk.shown.items() if noted(one).listing.id == need.listing.id)
    ((fit, _),) = noted(shown).suggested
    talk.presses("UMAYA", "fit_not", fit.id)
    assert noted(talk.shown[key]).suggested == ()
    talk.says("UTOM", "undo")
    said(talk, "UTOM", "I offer cakes for weddings")
    assert noted(talk.shown[key]).suggested == ()


def test_a_suggestion_goes_with_its_offer_and_with_its_member(talk: Talk) -> None:
    said(talk, "UTOM", "I do wedding cakes")
    noted(talk.says("UMAYA", "I'm looking for a cake supplier"))
    talk.says("UTOM", "undo")
    need = talk.says("UMAYA", "I'm looking for a cake supplier")
    assert noted(need).suggested == ()


def test_titles_fit_too_but_never_ones_own(talk: Talk) -> None:
    need = noted(talk.says("UTOM", "I'm looking for a photographer"))
    assert [(found.person.name, found.source) for _, found in need.suggested] == [("Maya Patel", Source.TITLE)]
    assert noted(talk.says("UMAYA", "I'm looking for a photographer")).suggested == ()
