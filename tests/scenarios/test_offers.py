"""What members offer and need: who reads it, and who is told that somebody may fit."""

import pytest

from playground import Person, SeenMessage
from tests.scenarios.conftest import Town


def said(town: Town, who: Person, words: str) -> SeenMessage:
    """What comes of it; where Wellmet asks whether that was meant, it was."""
    answer = town.hears(who, words)
    if "Is that it?" not in answer.text:
        return answer
    who.press(answer, "Yes, that's it")
    return town.until(lambda: next((m for m in who.messages() if m.ts == answer.ts and "Is that" not in m.text), None))  # type: ignore[return-value]


def private(who: Person) -> str:
    """All that Wellmet says to somebody now."""
    return "\n".join(message.text for message in who.messages() if message.from_app)


def test_a_need_finds_an_offer_and_only_the_one_who_needs_learns_of_it(town: Town) -> None:
    maya, tom, ana, linn = (town.member(name) for name in ("Maya", "Tom", "Ana", "Linn"))
    need = said(town, maya, "I'm looking for a wedding cake supplier")
    assert "a wedding cake supplier" in need.text
    assert "Members of this workspace can see it" in need.text
    offer = said(town, ana, "I offer cakes for weddings and birthdays")
    town.until(lambda: "Ana Ruiz" in need.text)
    assert "Maya" not in private(ana)
    maya.press(need, "Write to them")
    town.until(lambda: "Press their name" in need.text)
    assert town.wellmet.worker.settle()
    assert "Maya" not in private(ana)
    assert private(tom) == ""
    assert "cakes for weddings" in said(town, linn, "show what others offer").text
    ana.press(offer, "Undo")
    town.until(lambda: "Removed" in offer.text)
    town.restart()
    assert "Ana" not in said(town, maya, "what do I need?").text


def test_a_suggestion_becomes_a_request_for_an_introduction(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    need = said(town, maya, "I'm looking for an architect")
    assert "Tom Berger" in need.text
    maya.press(need, "Ask for an introduction")
    assert maya.view().title == "Ask for introduction"
    assert maya.submit({}) is None
    town.until(lambda: "An introduction to Tom Berger" in private(maya))
    assert "I'm looking for an architect" in private(maya)
    assert private(tom) == ""
    maya.press(need, "Not this one")
    town.until(lambda: "Tom Berger" not in need.text)


@pytest.mark.parametrize("transport", ["http"])
@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_home_has_forms_for_both_and_removes_them(town: Town, transport: str, database_kind: str) -> None:
    maya = town.member("Maya")
    maya.open_home()
    town.until(lambda: maya.home() and "Add an offer" in maya.home().buttons)
    maya.press_home("Add an offer")
    assert maya.submit({"What": "<@U1> & <!here> portraits", "For whom": "couples"}) is None
    town.until(lambda: "for couples" in maya.home().words)
    assert "<!here>" not in private(maya)
    maya.press_home("Remove")
    town.until(lambda: "Remove" not in maya.home().buttons)
    maya.press_home("Put it back")
    town.until(lambda: "Remove" in maya.home().buttons)


def test_a_recommendation_is_read_by_others_only_when_its_person_agrees(town: Town) -> None:
    maya, linn, tom = (town.member(name) for name in ("Maya", "Linn", "Tom"))
    noted = said(town, maya, "can't recommend Linn enough for portraits")
    assert "only if Linn O'Carroll agrees" in noted.text
    assert "nobody" in said(town, tom, "anyone good for portraits?").text
    town.clock.forward(days=1)
    town.wellmet.worker.wake()
    question = town.until(lambda: next((m for m in linn.messages() if "Maya Patel recommends you" in m.text), None))
    linn.press(question, "Yes, show it")
    town.until(lambda: "agreed" in noted.text)
    town.restart()
    assert "Linn O'Carroll" in said(town, tom, "who is good at portraits?").text
    linn.press(question, "Don't show it any more")
    town.until(lambda: "only if Linn O'Carroll agrees" in noted.text)
    assert "Maya" not in private(tom).split("portraits I found")[0]
    assert "nobody" in said(town, tom, "who can do portraits?").text
