"""Questions about whom: at a house, not seen for long, and who needs what one does."""

import pytest

from assistant.reply import IntroductionShown, ListingNoted, Network, WhoDoes, WhoNeeds
from handlers.views import render
from tests.assistant.conftest import Talk


def reads(talk: Talk, words: str, account: str = "UMAYA") -> str:
    return render(talk.says(account, words)).text


@pytest.mark.parametrize(
    "words",
    [
        "who do I know at the Young Gallery?", "Do I know anyone at Young Gallery?",
        "whom do I already know at the young gallery",
    ],
)  # fmt: skip
def test_whom_i_know_at_a_house_is_whom_i_met_of_it(talk: Talk, words: str) -> None:
    talk.says("UMAYA", "met Linn at the fair on 3 November")
    talk.says("UMAYA", "met Tom at the Young Gallery on 3 November")
    shown = talk.says("UMAYA", words)
    assert isinstance(shown, Network)
    assert [one.person.name for one in shown.best] == ["Linn O'Carroll"]
    assert "Linn O'Carroll – met once" in render(shown).text


def test_where_i_know_nobody_an_introduction_is_offered_and_none_begun(talk: Talk) -> None:
    shown = talk.says("UMAYA", "who do I know at the Young Gallery?")
    said = render(shown)
    assert "You have noted nobody at the Young Gallery yet." in said.text
    assert "Ask for an introduction" in str(said.blocks)
    assert not any(isinstance(one, IntroductionShown) for one in talk.shown.values())


@pytest.mark.parametrize(
    "words",
    [
        "who have I not seen for a while?", "who haven’t I met in ages?", "Who have I lost touch with?",
        "who haven't I seen lately", "who have I not spoken to for a long time?",
    ],
)  # fmt: skip
def test_not_seen_for_a_while_begins_with_the_longest(talk: Talk, words: str) -> None:
    for meeting in ("met Tom yesterday", "met Linn on 3 March", "met Sam Okafor on 3 October"):
        talk.says("UMAYA", meeting)
    shown = talk.says("UMAYA", words)
    assert isinstance(shown, Network)
    assert [one.person.name for one in shown.fading] == ["Linn O'Carroll", "Sam Okafor", "Tom Berger"]


@pytest.mark.parametrize(
    "words",
    [
        "who needs a photographer?", "Does anyone need a photographer?", "who here is looking for photographers",
        "is anybody looking for a photographer?",
    ],
)  # fmt: skip
def test_who_needs_it_is_found_by_what_others_noted_that_they_need(talk: Talk, words: str) -> None:
    talk.says("ULINN", "I'm looking for a photographer")
    talk.says("UTOM", "I'm looking for a cake supplier")
    shown = talk.says("UMAYA", words)
    assert isinstance(shown, WhoNeeds)
    assert [person.name for _, person in shown.needs] == ["Linn O'Carroll"]
    assert "Linn O'Carroll is looking for a photographer." in render(shown).text
    assert "Nobody else here has noted" in reads(talk, words, "ULINN")


@pytest.mark.parametrize(
    "words", ["who needs to know?", "who needs sleep when you launch", "who needs it?", "I need a photographer"]
)
def test_other_needs_are_no_such_question(talk: Talk, words: str) -> None:
    assert not isinstance(talk.says("UMAYA", words), WhoNeeds)


def test_whom_one_has_met_is_not_asked_for(talk: Talk) -> None:
    before = talk.says("ULINN", "I'm looking for a photographer")
    assert isinstance(before, ListingNoted)
    assert "Ask for an introduction" in str(render(before).blocks)
    talk.says("ULINN", "met Maya yesterday")
    after = talk.says("ULINN", "I'm looking for a wedding photographer")
    found = talk.says("ULINN", "who is good at photography?")
    assert isinstance(found, WhoDoes)
    for shown in (after, found):
        blocks = str(render(shown).blocks)
        assert "About them" in blocks
        assert "Ask for an introduction" not in blocks


def test_where_others_offer_nothing_the_list_says_so(talk: Talk) -> None:
    assert "Nobody else here has noted what they offer yet." in reads(talk, "show what others offer")
