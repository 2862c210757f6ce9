"""Months of life in seconds: from a meeting to an introduction, to a meeting again, to thanks; and who learns what."""

from playground import Person, SeenMessage
from tests.scenarios.conftest import Town
from tests.scenarios.test_introductions import ASK, brought_together, last, private, says


def pass_days(town: Town, days: int) -> None:
    """Let days pass, each with an hour in which everybody here is at work."""
    for _ in range(2 * days):
        town.clock.forward(hours=12)
        town.wellmet.worker.wake()
        assert town.wellmet.worker.settle()


def reminders(who: Person) -> list[SeenMessage]:
    """The messages that remind somebody to thank."""
    return [message for message in who.messages() if message.from_app and "A word of thanks?" in message.text]


def test_asked_for_met_and_thanked_over_two_months(town: Town) -> None:
    maya, tom, priya = (town.member(name) for name in ("Maya", "Tom", "Priya"))
    says(town, tom, "met Priya Nair yesterday about the harbour studio")
    says(town, maya, "met Tom Berger last week")
    maya.press(says(town, maya, ASK), "Ask privately")
    tom.press(last(town, tom, "would like to meet"), "I'll introduce them")
    priya.press(last(town, priya, "would like to introduce you"), "Yes, introduce us")
    brought_together(town)
    pass_days(town, 3)
    (first,) = reminders(maya)
    assert "Tom Berger introduced you to Priya Nair on Tue 24 Nov." in first.text
    assert "I won't ask about this again." in first.text
    assert reminders(priya) == []  # she did them a kindness; nothing has come of it for her yet
    maya.press(first, "Send")
    last(town, tom, "Maya Patel thanks you for introducing them to Priya Nair")
    last(town, maya, "Done.")

    pass_days(town, 11)
    says(town, maya, "had lunch with Priya Nair yesterday at Bar Nine about her secret budget")
    assert "They have met" not in private(tom)  # a note is its author's own
    pass_days(town, 3)
    second = reminders(maya)[-1]
    assert "you met on Mon 7 Dec" in second.text
    maya.press(second, "Edit")
    assert maya.submit({"Your words": "She said yes to the show. You were right about her."}) is None
    told = last(town, tom, "She said yes to the show")
    assert "They met on Mon 7 Dec 2026" in told.text

    assert town.wellmet.worker.settle()
    before = private(maya), private(tom), private(priya)
    pass_days(town, 40)
    assert (private(maya), private(tom), private(priya)) == before  # two deeds, two reminders, and silence
    for words in ("secret", "Bar Nine"):
        assert words not in private(tom) + private(priya)
    assert "thanks you" not in private(priya)


def test_offered_thanked_with_a_reaction_met_and_the_next_door_over_a_season(town: Town) -> None:
    tom, ana, jose, linn = (town.member(name) for name in ("Tom", "Ana", "José", "Linn"))
    says(town, tom, "please introduce Ana Ruiz to José Ferreira, both love maps")
    for one in (ana, jose):
        one.press(last(town, one, "would like to introduce you"), "Yes, introduce us")
    together = brought_together(town)
    assert town.wellmet.worker.settle()
    jose.react(together, "pray")
    last(town, tom, "José Ferreira thanks you for introducing them to Ana Ruiz")
    pass_days(town, 3)
    assert reminders(jose) == []  # thanked already
    (asked,) = reminders(ana)
    ana.press(asked, "Not this one")
    last(town, ana, "Left at that.")

    pass_days(town, 20)
    ana.press(last(town, ana, "You are introduced to José Ferreira"), "We met")
    last(town, tom, "They have met.")
    pass_days(town, 4)
    for one in (ana, jose):
        assert "and you met on" in reminders(one)[-1].text
    jose.press(reminders(jose)[-1], "I already did")
    last(town, jose, "You had done so already.")
    ana.press(reminders(ana)[-1], "Send")
    last(town, tom, "Ana Ruiz thanks you for introducing them to José Ferreira")

    pass_days(town, 5)
    noted = says(town, ana, "José Ferreira introduced me to Linn O'Carroll yesterday")
    assert "Noted" in noted.text
    assert "Ana" not in private(linn)
    pass_days(town, 3)
    ana.press(reminders(ana)[-1], "Send")
    last(town, jose, "Ana Ruiz thanks you for introducing them to Linn O'Carroll")
    everybody = private(tom) + private(linn)
    assert "introducing them to Linn" not in everybody
    ana.open_home()
    assert "To thank" not in town.until(ana.home).words

    says(town, ana, "Linn O'Carroll sent me a client, Hofmann Bakery, worth €2,500")
    pass_days(town, 2)
    linn.press(last(town, linn, "Hofmann Bakery"), "Confirm")
    assert town.wellmet.worker.settle()
    assert reminders(ana)[-1].text.count("won") == 0  # sent is not won
    pass_days(town, 6)
    ana.press(last(town, ana, "Hofmann Bakery"), "Won")
    pass_days(town, 3)
    won = reminders(ana)[-1]
    # Tom introduced José, who introduced Linn, who sent it: the last door first.
    assert "Linn O'Carroll sent you business, and it is won. José Ferreira introduced you to Linn O'Carroll" in won.text
    assert "Before that, Tom Berger had introduced you to José Ferreira." in won.text
    before = {who: private(who) for who in (tom, jose, linn)}
    ana.press(won, "Send")
    assert town.wellmet.worker.settle()
    news = {who: private(who).removeprefix(before[who]) for who in (tom, jose, linn)}
    for told in news.values():
        assert "Ana Ruiz thanks you" in told
        assert "Business came of it." in told
        assert "Hofmann" not in told
        assert "2,500" not in told
    assert "introducing them to José Ferreira" in news[tom]
    assert "Linn" not in news[tom]
    assert "introducing them to Linn O'Carroll" in news[jose]
    assert "Tom" not in news[jose]
    assert "introducing" not in news[linn]
    assert "They met" not in news[linn]
    for who in (tom, jose):  # who sent what to whom is between the two
        assert "Hofmann" not in private(who)
    silence = private(ana)
    pass_days(town, 20)
    assert private(ana) == silence
