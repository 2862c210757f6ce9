"""Offers and needs: kept, changed, removed, read by all, and brought together by suggestions to the one who needs."""

import pytest

from assistant.ids import AccountId
from assistant.listings.found import Source
from assistant.reply import (
    Audience,
    FitFound,
    FormErrors,
    IntroductionShown,
    IsThatIt,
    ListingForm,
    ListingNoted,
    ListingRemoved,
    Listings,
    Message,
    NotUnderstood,
    Nudges,
    OpenForm,
    Refusal,
    RequestForm,
    StillSo,
    WhoDoes,
    Window,
)
from handlers.views.help import OFFERS
from tests.assistant.conftest import HERE, Talk


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
    form = talk.presses("UMAYA", "edit", f"listing:{need.id}")
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
    for button in ("remove_listing", "keep_listing"):
        assert isinstance(talk.presses("UTOM", button, offer.id), Refusal)
    for button in ("edit", "undo"):
        assert isinstance(talk.presses("UTOM", button, f"listing:{offer.id}"), Refusal)
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


def nudged(talk: Talk, kind: type) -> list[object]:
    """What was said unasked of that kind, as it stands now."""
    messages = [one for one in talk.shown.values() if isinstance(one, Nudges)]
    return [shown.item for one in messages for shown in one.items if isinstance(shown.item, kind)]


def test_a_new_offer_is_told_to_the_one_who_needs_in_a_nudge_once(talk: Talk) -> None:
    need = noted(talk.says("UMAYA", "I'm looking for a cake supplier"))
    said(talk, "UTOM", "I do wedding cakes")
    talk.clock.forward(days=1)
    talk.work()
    (told,) = nudged(talk, FitFound)
    assert isinstance(told, FitFound)
    assert (told.need.id, told.found.person.name) == (need.listing.id, "Tom Berger")
    talk.presses("UMAYA", "fit_write", told.fit.id)
    said(talk, "UTOM", "I offer birthday cakes")
    talk.clock.forward(days=30)
    talk.work()
    assert len(nudged(talk, FitFound)) == 1


def test_in_time_an_offer_is_asked_about_kept_or_removed(talk: Talk) -> None:
    offer = noted(talk.says("UMAYA", "I do wedding photography")).listing
    talk.clock.forward(days=100)
    talk.says("UMAYA", "I do wedding photography")
    talk.clock.forward(days=100)
    talk.work()
    assert nudged(talk, StillSo) == [], "said anew: it is asked about later"
    talk.clock.forward(days=86)
    talk.work()
    (asked,) = nudged(talk, StillSo)
    assert isinstance(asked, StillSo)
    talk.presses("UMAYA", "keep_listing", offer.id)
    (kept,) = nudged(talk, StillSo)
    assert isinstance(kept, StillSo)
    assert kept.answered
    talk.clock.forward(days=182)
    talk.work()
    assert len(nudged(talk, StillSo)) == 2, "the next round is asked about too"


def test_without_an_answer_it_is_removed_and_can_be_put_back(talk: Talk) -> None:
    offer = noted(talk.says("UMAYA", "I do wedding photography")).listing
    for _ in range(31):
        talk.clock.forward(days=7)
        talk.work()
    assert all_shown(talk, "offers", "UTOM").others == ()
    talk.presses("UMAYA", "restore", f"listing:{offer.id}")
    assert len(all_shown(talk, "offers", "UTOM").others) == 1


def test_a_need_is_asked_about_after_its_day(talk: Talk) -> None:
    talk.says("UMAYA", "I need a bookkeeper by 4 December")
    talk.clock.forward(days=9)
    talk.work()
    assert nudged(talk, StillSo) == []
    talk.clock.forward(days=5)
    talk.work()
    assert len(nudged(talk, StillSo)) == 1


def audience(talk: Talk, who: str) -> Audience:
    answer = talk.says(who, "who shares my audience?")
    assert isinstance(answer, Audience), answer
    return answer


def test_who_shares_ones_audience_does_something_else_for_the_same_clients(talk: Talk) -> None:
    assert not audience(talk, "UTOM").known
    said(talk, "UTOM", "I do wedding cakes")
    said(talk, "UMAYA", "I do wedding photography")
    said(talk, "ULINN", "I offer bookkeeping for startups")
    found = [(one.found.person.name, one.clients, one.said) for one in audience(talk, "UTOM").companions]
    assert found == [("Maya Patel", "weddings", True)]
    talk.submits("USAMO", "offer", words="office furniture", audience="startups")
    (linns,) = audience(talk, "ULINN").companions
    assert (linns.found.person.name, linns.clients) == ("Sam Okafor", "startups")
    window = talk.presses("ULINN", "audience", "")
    assert isinstance(window, Window)
    assert window.message == audience(talk, "ULINN")


@pytest.mark.parametrize(
    "words", ["who is good at wedding cakes?", "Anyone good for wedding cakes", "who offers wedding cakes?",
              "can anyone recommend a baker of wedding cakes?", "who can do a wedding cake?"],
)  # fmt: skip
def test_who_does_something_is_answered_by_offers(talk: Talk, words: str) -> None:
    said(talk, "UTOM", "I do wedding cakes")
    answer = talk.says("UMAYA", words)
    assert isinstance(answer, WhoDoes)
    assert [one.person.name for one in answer.found] == (["Tom Berger"] if "baker" not in words else [])


@pytest.mark.parametrize(
    "words", ["who does Linn know?", "who do I owe thanks to?", "who knows a baker?", "who is Linn?"]
)
def test_other_questions_stay_what_they_are(talk: Talk, words: str) -> None:
    assert not isinstance(talk.says("UMAYA", words), WhoDoes | Audience)


def test_a_kind_of_person_is_found_by_what_they_offer(talk: Talk) -> None:
    said(talk, "UTOM", "I do wedding cakes")
    talk.says("ULINN", "met Tom Berger yesterday")
    asks = said(talk, "UMAYA", "introduce me to a wedding cake supplier for the June fair")
    assert isinstance(asks, IntroductionShown), asks
    assert (asks.connectors, [one.person.name for one in asks.doing]) == (1, ["Tom Berger"])


def test_who_is_kept_apart_is_not_suggested(talk: Talk) -> None:
    with talk.memory.write(HERE) as ledger:
        tom, maya = (ledger.people.by_account(AccountId(one)) for one in ("UTOM", "UMAYA"))
        assert tom
        assert maya
        ledger.blocks.put(tom.id, maya.id, talk.clock.now())
    said(talk, "UTOM", "I do wedding cakes")
    assert noted(talk.says("UMAYA", "I'm looking for a cake supplier")).suggested == ()


@pytest.mark.parametrize("sentence", OFFERS)
def test_what_help_shows_is_understood(talk: Talk, sentence: str) -> None:
    assert not isinstance(talk.says("UMAYA", sentence), Refusal | NotUnderstood)
