"""Recommendations: shown only with the consent of whoever is recommended, and a no is told to nobody."""

import pytest

from assistant.ids import AccountId, DeliveryId
from assistant.listings.found import Source
from assistant.reply import (
    IsThatIt,
    ListingNoted,
    Nudges,
    PersonCard,
    RecommendationAsked,
    RecommendationNoted,
    Refusal,
    WhoDoes,
)
from assistant.said import Surface, Utterance, Where
from tests.assistant.conftest import HERE, Talk


def recommends(talk: Talk, who: str = "UMAYA", words: str = "I recommend Linn for portraits") -> RecommendationNoted:
    answer = talk.says(who, words)
    if isinstance(answer, IsThatIt):
        talk.presses(who, "meant", f"{answer.question}:1")
        answer = list(talk.shown.values())[-1]
    assert isinstance(answer, RecommendationNoted), answer
    return answer


def to_author(talk: Talk) -> RecommendationNoted:
    return next(one for one in talk.shown.values() if isinstance(one, RecommendationNoted))


def asked(talk: Talk) -> list[RecommendationAsked]:
    """What whoever is recommended was asked, as it stands now; first a morning passes."""
    talk.clock.forward(days=1)
    talk.work()
    messages = [one for one in talk.shown.values() if isinstance(one, Nudges)]
    return [shown.item for one in messages for shown in one.items if isinstance(shown.item, RecommendationAsked)]


def card_of_linn(talk: Talk, reader: str) -> str:
    answer = talk.says(reader, "who is Linn?")
    assert isinstance(answer, PersonCard), answer
    return str([section.lines for section in answer.sections])


def test_it_is_shown_with_consent_only_and_found_then(talk: Talk) -> None:
    noted = recommends(talk)
    assert (noted.stands, noted.is_shown, noted.asked) == (True, False, True)
    assert "portraits" not in card_of_linn(talk, "UTOM")
    assert "portraits" in card_of_linn(talk, "UMAYA")
    assert who_does(talk, "UTOM").found == ()
    (question,) = asked(talk)
    talk.presses("ULINN", "recommend_yes", question.recommendation.id)
    assert to_author(talk).is_shown
    assert "portraits" in card_of_linn(talk, "UTOM")
    ((found,)) = who_does(talk, "UTOM").found
    assert (found.person.name, found.source, found.by and found.by.name) == (
        "Linn O'Carroll", Source.RECOMMENDATION, "Maya Patel",
    )  # fmt: skip
    talk.presses("ULINN", "recommend_no", question.recommendation.id)
    assert not to_author(talk).is_shown
    assert who_does(talk, "UTOM").found == ()


def who_does(talk: Talk, reader: str) -> WhoDoes:
    answer = talk.says(reader, "anyone good for portraits?")
    assert isinstance(answer, WhoDoes), answer
    return answer


@pytest.mark.parametrize("button", ["recommend_no", "recommend_never"])
def test_a_no_reads_like_silence_to_the_author(talk: Talk, button: str) -> None:
    recommends(talk)
    before = to_author(talk)
    (question,) = asked(talk)
    talk.presses("ULINN", button, question.recommendation.id)
    assert to_author(talk) == before
    second = recommends(talk, "UTOM", "I recommend Linn for portraits")
    assert (second.asked, second.is_shown) == (True, False)
    assert len(asked(talk)) == (1 if button == "recommend_never" else 2)


def test_either_side_takes_it_back(talk: Talk) -> None:
    noted = recommends(talk)
    (question,) = asked(talk)
    talk.presses("ULINN", "recommend_yes", question.recommendation.id)
    talk.presses("UMAYA", "undo", f"recommendation:{noted.number}")
    assert not to_author(talk).stands
    assert "portraits" not in card_of_linn(talk, "UTOM")
    assert isinstance(talk.presses("ULINN", "recommend_yes", noted.number), Refusal)
    talk.presses("UMAYA", "restore", f"recommendation:{noted.number}")
    assert to_author(talk).is_shown


def test_taken_back_before_the_morning_nobody_is_asked(talk: Talk) -> None:
    noted = recommends(talk)
    talk.says("UMAYA", "undo")
    assert asked(talk) == []
    talk.presses("UMAYA", "restore", f"recommendation:{noted.number}")
    assert len(asked(talk)) == 1


def test_nobody_answers_for_somebody_else(talk: Talk) -> None:
    noted = recommends(talk)
    for account, button in (("UTOM", "recommend_yes"), ("UMAYA", "recommend_yes")):
        assert isinstance(talk.presses(account, button, noted.number), Refusal)
    assert isinstance(talk.presses("UTOM", "undo", f"recommendation:{noted.number}"), Refusal)


def test_twice_is_one(talk: Talk) -> None:
    first = recommends(talk)
    talk.clock.forward(minutes=5)
    again = recommends(talk)
    assert (again.number, again.again) == (first.number, True)


def test_oneself_and_who_has_left_have_a_clear_answer(talk: Talk) -> None:
    with_me = talk.says("ULINN", "I recommend Linn O'Carroll for portraits")
    left = talk.says("UMAYA", "I recommend <@UDAN> for portraits")
    assert isinstance(left, Refusal | IsThatIt)
    if isinstance(left, IsThatIt):
        left = talk.presses("UMAYA", "meant", f"{left.question}:1")  # type: ignore[assignment]
    assert isinstance(left, Refusal)
    assert "has left" in left.why
    assert not isinstance(with_me, RecommendationNoted)


def test_a_contact_cannot_be_asked_and_is_found_by_its_owner_only(talk: Talk) -> None:
    question = talk.says("UMAYA", "met Rosa Lind yesterday")
    talk.presses("UMAYA", "add_contact", question.question)  # type: ignore[union-attr]
    noted = recommends(talk, "UMAYA", "I recommend Rosa Lind for portraits")
    assert (noted.asked, noted.is_shown) == (False, False)
    assert [one.person.name for one in who_does(talk, "UMAYA").found] == ["Rosa Lind"]
    assert who_does(talk, "UTOM").found == ()


def test_several_are_recommended_in_one_sentence(talk: Talk) -> None:
    said = Utterance(
        HERE, AccountId("UMAYA"), "I recommend Linn and Tom as speakers", Surface.DM, Where("DUMAYA"), talk.clock.now(),
        DeliveryId("both"),
    )  # fmt: skip
    talk.desk.hear(said)
    talk.work()
    noted = [one.person.name for one in talk.shown.values() if isinstance(one, RecommendationNoted)]
    assert sorted(noted) == ["Linn O'Carroll", "Tom Berger"]


def test_once_agreed_to_it_is_suggested_to_who_needs_it_and_never_before(talk: Talk) -> None:
    need = talk.says("UTOM", "I'm looking for a portrait photographer")
    assert isinstance(need, ListingNoted)
    recommends(talk)
    (question,) = asked(talk)
    shown = next(one for one in talk.shown.values() if isinstance(one, ListingNoted))
    assert [found.person.name for _, found in shown.suggested] == []
    talk.presses("ULINN", "recommend_yes", question.recommendation.id)
    shown = next(one for one in talk.shown.values() if isinstance(one, ListingNoted))
    assert [found.person.name for _, found in shown.suggested] == ["Linn O'Carroll"]
