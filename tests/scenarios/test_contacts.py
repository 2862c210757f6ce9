"""Contacts, as their owner and nobody else sees them: edited, merged, and met again when they join."""

from playground import Person, SeenMessage
from tests.scenarios.conftest import Town


def adds(town: Town, who: Person, name: str) -> SeenMessage:
    """Somebody unknown is met and becomes a contact; the message about the meeting."""
    question = town.hears(who, f"met {name} yesterday")
    who.press(question, next(label for label in question.buttons if "contact" in label))
    town.until(lambda: "Noted" in question.text)
    return question


def said(who: Person, words: str) -> list[SeenMessage]:
    return [message for message in who.messages() if message.from_app and words in message.text]


def test_a_contact_is_edited_where_it_was_added(town: Town) -> None:
    maya = town.member("Maya")
    noted = adds(town, maya, "Rosa Lind")
    maya.press(noted, "Edit contact")
    assert maya.submit({"E-mail": "rosa@nowhere"}) is not None
    assert maya.submit({"Name": "Rosa Linde", "Title": "Potter", "E-mail": "rosa@clay.example"}) is None
    town.until(lambda: "Rosa Linde" in noted.text)
    (card,) = town.until(lambda: said(maya, "Your contact"))
    assert "Potter" in card.text
    assert "rosa@clay.example" in card.text


def test_home_leads_to_ones_contacts_and_a_merge_can_be_undone(town: Town) -> None:
    maya = town.member("Maya")
    noted = adds(town, maya, "Rosie")
    maya.open_home()
    town.until(lambda: maya.home() and "Contacts" in maya.home().buttons)
    maya.press_home("Contacts")
    assert maya.options("Contact", "") == ("Rosie",)
    assert maya.submit({"Contact": "Rosie"}) is None
    assert maya.view().title == "Edit contact"
    assert maya.submit({"This is really": "Linn O'Carroll"}) is None
    (card,) = town.until(lambda: said(maya, "is Linn O'Carroll"))
    town.until(lambda: "you met Linn O'Carroll" in noted.text)
    assert "Linn O'Carroll" in town.hears(maya, "met Rosie today").text
    assert not said(town.member("Linn"), "Rosie")
    maya.press(card, "Undo")
    town.until(lambda: "you met Rosie" in noted.text)


def test_who_joins_may_be_ones_contact_and_nobody_else_is_asked(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    noted = adds(town, maya, "Rosa Lind")
    rosa = town.playground.join("Rosa Lind", "Potter at Lind & Co")
    (question,) = town.until(lambda: said(maya, "is in this workspace now"))
    assert not said(tom, "Rosa")
    assert not said(rosa, "Rosa")
    maya.press(question, "Yes, the same")
    town.until(lambda: "Undo" in question.buttons)
    town.until(lambda: "(your contact)" not in noted.text)
    assert "Noted" in town.hears(maya, "met Rosa Lind today").text
    maya.press(question, "Undo")
    town.until(lambda: "Edit contact" in question.buttons)
    town.restart()
    assert len(said(maya, "is in this workspace now")) == 0


def test_no_is_remembered_over_a_restart(town: Town) -> None:
    maya = town.member("Maya")
    adds(town, maya, "Rosa Lind")
    rosa = town.playground.join("Rosa Lind")
    (question,) = town.until(lambda: said(maya, "is in this workspace now"))
    maya.press(question, "No")
    town.until(lambda: "Kept apart" in question.text)
    town.restart()
    rosa.change(real_name="Rosa Berg")
    rosa.change(real_name="Rosa Lind")
    assert town.wellmet.worker.settle()
    assert not said(maya, "is in this workspace now")
    assert "Which" in town.hears(maya, "met Rosa Lind today").text


def test_who_joined_while_wellmet_was_away_is_asked_about_at_its_start(town: Town) -> None:
    maya = town.member("Maya")
    adds(town, maya, "Rosa Lind")
    town.stop()
    town.playground.join("Rosa Lind")
    town.wellmet = town.start()
    town.until(lambda: said(maya, "is in this workspace now"))


def test_an_answer_given_twice_is_known_the_third_time(town: Town) -> None:
    maya = town.member("Maya")
    for _ in range(2):
        question = town.hears(maya, "met Sam today")
        maya.press(question, "Sam Tanner")
        town.until(lambda asked=question: "Noted" in asked.text)
        town.clock.forward(minutes=5)
    assert "Noted: you met Sam Tanner" in town.hears(maya, "met Sam today").text
