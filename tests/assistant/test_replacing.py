"""With another person it is another record: the first makes way for it, and can be put back as anything else."""

import pytest

from assistant.buttons import Button
from assistant.nudges.record import Deed
from assistant.reply import (
    AllNoted,
    IntroductionShown,
    Nudges,
    PartnershipShown,
    RecommendationNoted,
    ReferralShown,
    Refusal,
    ThanksNoted,
    ThanksOwed,
)
from tests.assistant.conftest import Talk
from tests.assistant.test_correcting import reads, says

NOTED_FIRST = "Sam Okafor introduced me to Linn last week"
FOR_IT = "thank Sam Okafor for the intro to Linn"


def people(shown: object) -> list[str]:
    """Whom the record is about."""
    match shown:
        case ThanksNoted(to=to):
            return [one.person.name for one in to]
        case RecommendationNoted(person=person):
            return [person.name]
        case ReferralShown(other=other) | PartnershipShown(other=other) if other:
            return [other.name]
    raise AssertionError(shown)


@pytest.mark.parametrize(
    "first",
    [
        "thank Tom for the help with the fair", "can't recommend Tom enough for portraits",
        "Tom sent me a client, Hofmann Bakery, worth €2,500",
        "Tom and I are teaming up on the bridal fair until June",
    ],
)  # fmt: skip
def test_what_made_way_is_put_back_and_the_one_in_its_place_makes_way_for_it(talk: Talk, first: str) -> None:
    says(talk, first)
    assert people(says(talk, "I meant Linn")) == ["Linn O'Carroll"]
    says(talk, "undo")
    assert people(says(talk, "put it back")) == ["Linn O'Carroll"]
    assert people(says(talk, "put it back")) == ["Tom Berger"]
    assert people(says(talk, "put it back")) == ["Linn O'Carroll"]
    noted = says(talk, "show everything I noted")
    assert isinstance(noted, AllNoted)
    assert len(noted.records) == 1


def test_a_request_that_made_way_is_asked_for_anew(talk: Talk) -> None:
    says(talk, "could somebody introduce me to Sam Tanner about fonts?")
    assert isinstance(says(talk, "I meant Tom"), IntroductionShown)
    assert "Ask for it anew" in reads(talk, "put it back")


def test_a_pause_that_made_way_comes_back_after_the_one_in_its_place(talk: Talk) -> None:
    says(talk, "pause nudges until Thursday")
    says(talk, "no, make it Friday")
    assert "Now: at most 2 nudges a week." in reads(talk, "undo")
    assert "Fri 27 Nov" in reads(talk, "put it back")
    assert "Thu 26 Nov" in reads(talk, "put it back")


def test_thanks_for_an_introduction_are_not_turned_into_thanks_for_nothing(talk: Talk) -> None:
    says(talk, NOTED_FIRST)
    says(talk, FOR_IT)
    refused = says(talk, "I meant Sam Tanner")
    assert isinstance(refused, Refusal)
    assert "what Sam Okafor brought about. Say “undo”, and thank anew" in refused.why
    owed = says(talk, "who do I still owe thanks to?")
    assert isinstance(owed, ThanksOwed)
    assert not owed.owed


def test_thanks_for_an_introduction_go_to_whoever_made_one_to_the_same_person_too(talk: Talk) -> None:
    says(talk, "Sam Tanner introduced me to Linn last month")
    says(talk, NOTED_FIRST)
    says(talk, FOR_IT)
    right = says(talk, "I meant Sam Tanner")
    assert people(right) == ["Sam Tanner"]
    assert "for the introduction to Linn" in reads(talk, "I meant Sam Okafor")


def test_thanks_for_business_are_not_turned_into_thanks_for_nothing(talk: Talk) -> None:
    says(talk, "Tom sent me a client, Hofmann Bakery, worth €2,500")
    says(talk, "it was won")
    for _ in range(3):
        talk.clock.forward(days=1)
        talk.work()
    items = [one for shown in talk.shown.values() if isinstance(shown, Nudges) for one in shown.items]
    (due,) = (one for one in items if one.nudge.deed is Deed.BUSINESS)
    talk.presses("UMAYA", Button.SEND_THANKS, due.nudge.id)
    refused = says(talk, "I meant Linn")
    assert isinstance(refused, Refusal)
    assert "what Tom Berger brought about" in refused.why
