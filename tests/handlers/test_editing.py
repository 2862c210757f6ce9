"""Edit, on messages in a conversation: the same message goes on with what is right, and so does who was told."""

import pytest

from playground import Person, SeenMessage
from tests.handlers.conftest import House

Fields = dict[str, str | list[str]]


@pytest.fixture
def maya(house: House) -> Person:
    return house.member("Maya")


def noted(house: House, who: Person, words: str) -> SeenMessage:
    """The message about what was noted, confirmed where it was asked about."""
    message = house.hears(who, words)
    if "Yes, that's it" in message.buttons:
        who.press(message, "Yes, that's it")
        house.work()
    return message


def edited(house: House, who: Person, message: SeenMessage, fields: Fields) -> dict[str, str] | None:
    """Edit the message, and what is said to be wrong."""
    who.press(message, "Edit")
    errors = who.submit(fields)
    house.work()
    return errors


def heard(who: Person, words: str) -> list[SeenMessage]:
    return [one for one in who.messages() if words in one.text]


def test_a_recommendation_in_other_words_is_said_in_the_same_message(house: House, maya: Person) -> None:
    message = noted(house, maya, "can't recommend Linn enough for portraits")
    before = len(maya.messages())
    assert edited(house, maya, message, {"For what?": "weddings"}) is None
    assert "you recommend Linn O'Carroll for weddings" in message.text
    assert len(maya.messages()) == before
    maya.press(message, "Undo")
    house.work()
    assert "Taken back: you recommend Linn O'Carroll for weddings" in message.text


def test_a_recommendation_of_somebody_else_is_asked_of_them_alone(house: House, maya: Person) -> None:
    message = noted(house, maya, "can't recommend Linn enough for portraits")
    assert edited(house, maya, message, {"Whom do you recommend?": "Tom Berger"}) is None
    assert "you recommend Tom Berger for portraits" in message.text
    house.clock.forward(days=1)
    house.work()
    assert heard(house.member("Tom"), "recommends you for portraits")
    assert not heard(house.member("Linn"), "recommends you")


def test_thanks_in_other_words_are_read_where_they_were_told(house: House, maya: Person) -> None:
    message = noted(house, maya, "thank Sam Okafor for the stall at the fair")
    (told,) = heard(house.member("Sam Okafor"), "thanks you")
    assert edited(house, maya, message, {"Your words": "for the stall, and for the tea"}) is None
    assert "and for the tea" in message.text
    assert "and for the tea" in told.text
    assert len(heard(house.member("Sam Okafor"), "thanks you")) == 1


def test_thanks_to_somebody_else_are_told_to_them_and_taken_back_from_the_first(house: House, maya: Person) -> None:
    message = noted(house, maya, "thank Sam Okafor for the stall at the fair")
    (told,) = heard(house.member("Sam Okafor"), "thanks you")
    before = len(maya.messages())
    assert edited(house, maya, message, {"Whom do you thank?": "Sam Tanner"}) is None
    assert "you thank Sam Tanner" in message.text
    assert len(maya.messages()) == before
    assert "taken back" in told.text
    assert heard(house.member("Sam Tanner"), "thanks you")


def test_thanks_to_several_keep_whom_they_are_to(house: House, maya: Person) -> None:
    message = noted(house, maya, "thank Sam Okafor and Tom Berger for the stall at the fair")
    maya.press(message, "Edit")
    assert maya.view().fields == ("Your words",)
    assert maya.submit({"Your words": "for the tent"}) is None
    house.work()
    for name in ("Sam Okafor", "Tom"):
        assert "for the tent" in heard(house.member(name), "thanks you")[0].text


def test_an_introduction_made_elsewhere_is_set_right_and_the_cards_follow(house: House, maya: Person) -> None:
    message = noted(house, maya, "Sam Okafor introduced me to Linn on 16 November about prints")
    assert "introduced you to Linn O'Carroll on Mon 16 Nov 2026" in message.text
    fields: Fields = {"Who introduced you?": "Tom Berger", "Day": "2026-11-12", "About": "frames"}
    assert edited(house, maya, message, fields) is None
    assert "Tom Berger introduced you to Linn O'Carroll on Thu 12 Nov 2026" in message.text
    assert "frames" in message.text
    assert "introduced you to Linn" in house.hears(maya, "who is Tom Berger").text
    assert "introduced you" not in house.hears(maya, "who is Sam Okafor").text


def test_who_introduced_two_others_can_change_both_of_them(house: House, maya: Person) -> None:
    message = noted(house, maya, "I introduced Sam Okafor and Linn last week about frames")
    fields: Fields = {"Who was introduced?": "Tom Berger", "To whom?": "Sam Tanner"}
    assert edited(house, maya, message, fields) is None
    assert "You introduced Tom Berger to Sam Tanner" in message.text


@pytest.mark.parametrize(
    ("fields", "under", "said"),
    [
        ({"Day": "2026-12-24"}, "day", "still to come"),
        ({"Who introduced you?": "Linn O'Carroll"}, "target", "different people"),
    ],
)
def test_what_cannot_be_is_said_under_its_field(
    house: House, maya: Person, fields: Fields, under: str, said: str
) -> None:
    message = noted(house, maya, "Sam Okafor introduced me to Linn on 16 November about prints")
    before = message.text
    errors = edited(house, maya, message, fields)
    assert errors is not None
    assert said in errors[under]
    assert message.text == before


def test_of_an_introduction_that_was_thanked_for_the_people_stay(house: House, maya: Person) -> None:
    message = noted(house, maya, "Sam Okafor introduced me to Linn on 16 November about prints")
    thanks = noted(house, maya, "thank Sam Okafor for introducing me to Linn")
    errors = edited(house, maya, message, {"Who introduced you?": "Tom Berger"})
    assert errors is not None
    assert "Take the thanks back first" in str(errors)
    maya.close()
    assert "Take the thanks back first" in said_to(house, maya, message, "Undo")
    maya.press(thanks, "Undo")
    house.work()
    assert edited(house, maya, message, {"Who introduced you?": "Tom Berger"}) is None
    assert "Tom Berger introduced you" in message.text


def said_to(house: House, who: Person, message: SeenMessage, button: str) -> str:
    """What only the presser reads."""
    who.press(message, button)
    house.work()
    return who.messages()[-1].text


def test_an_introduction_made_elsewhere_comes_back_after_it_was_taken_back(house: House, maya: Person) -> None:
    message = noted(house, maya, "Sam Okafor introduced me to Linn on 16 November about prints")
    maya.press(message, "Undo")
    house.work()
    assert message.buttons == ("Put it back",)
    assert "Introductions" not in house.hears(maya, "who is Sam Okafor").text
    house.hears(maya, "put it back")
    assert "Sam Okafor introduced you to Linn O'Carroll" in message.text
    assert "Introductions" in house.hears(maya, "who is Sam Okafor").text


def test_a_request_that_nobody_was_asked_about_is_edited(house: House, maya: Person) -> None:
    message = noted(house, maya, "could somebody introduce me to Linn about the spring show?")
    assert edited(house, maya, message, {"Why?": "the autumn show"}) is None
    assert "the autumn show" in message.text
    before = len(maya.messages())
    assert edited(house, maya, message, {"Whom would you like to meet?": "Tom Berger"}) is None
    assert "introduction to Tom Berger" in message.text
    assert "the autumn show" in message.text
    assert len(maya.messages()) == before
    asked = house.hears(maya, "show my requests").text
    assert "Tom Berger" in asked
    assert "Linn" not in asked


def test_a_form_sent_off_as_it_stood_changes_nothing(house: House, maya: Person) -> None:
    sentences = (
        "can't recommend Linn enough for portraits",
        "thank Sam Okafor for the stall at the fair",
        "Sam Okafor introduced me to Linn on 16 November about prints",
        "could somebody introduce me to Tom Berger about the spring show?",
    )
    for words in sentences:
        message = noted(house, maya, words)
        before, said = len(maya.messages()), message.text
        assert edited(house, maya, message, {}) is None
        assert message.text == said
        assert len(maya.messages()) == before


def test_an_old_button_on_what_was_taken_back_says_so(house: House, maya: Person) -> None:
    for words in ("can't recommend Linn enough for portraits", "thank Sam Okafor for the stall at the fair"):
        message = noted(house, maya, words)
        standing = message.blocks
        maya.press(message, "Undo")
        house.work()
        message.record.blocks = standing  # as it stands on another device
        assert "back first" in said_to(house, maya, message, "Edit")


def test_a_reminder_to_thank_that_was_said_shows_who_is_thanked_now(house: House, maya: Person) -> None:
    message = noted(house, maya, "Sam Okafor introduced me to Linn today")
    house.clock.forward(days=2)
    house.work()
    (reminder,) = heard(maya, "A word of thanks?")
    assert edited(house, maya, message, {"Who introduced you?": "Tom Berger"}) is None
    assert "Tom Berger introduced you to Linn O'Carroll" in reminder.text
    maya.press(reminder, "Send")
    house.work()
    assert heard(house.member("Tom"), "thanks you for introducing them to Linn O'Carroll")
    assert not heard(house.member("Sam Okafor"), "thanks you")


def test_a_reminder_to_thank_goes_with_the_introduction_that_is_taken_back(house: House, maya: Person) -> None:
    message = noted(house, maya, "Sam Okafor introduced me to Linn today")
    house.clock.forward(days=2)
    house.work()
    (reminder,) = heard(maya, "A word of thanks?")
    maya.press(message, "Undo")
    house.work()
    assert "Send" not in reminder.buttons
    maya.press(message, "Put it back")
    house.work()
    assert "Send" in reminder.buttons


@pytest.mark.parametrize(
    ("words", "fields", "first", "second"),
    [
        ("can't recommend Linn enough for portraits", {"For what?": "weddings"}, "for portraits", "for weddings"),
        ("thank Tom for the stall at the fair", {"Whom do you thank?": "Linn O'Carroll"}, "Tom Berger", "Linn"),
    ],
)
def test_what_is_put_back_takes_back_what_stands_in_its_place_and_the_other_way_round(
    house: House, maya: Person, words: str, fields: Fields, first: str, second: str
) -> None:
    maya.open_home()
    message = noted(house, maya, words)
    assert edited(house, maya, message, fields) is None
    assert "Put it back" not in maya.home().buttons
    assert first in house.hears(maya, "put it back").text
    assert "Taken back" in message.text
    assert all_noted(house, maya).count(first) == 1
    assert second not in all_noted(house, maya)
    house.hears(maya, "put it back")
    assert second in message.text
    assert "Taken back" not in message.text
    assert first not in all_noted(house, maya)


def all_noted(house: House, who: Person) -> str:
    return house.hears(who, "show everything I noted").text


def test_what_a_sentence_replaced_is_put_back_in_its_place(house: House, maya: Person) -> None:
    message = noted(house, maya, "can't recommend Linn enough for portraits")
    noted(house, maya, "no, for weddings")
    assert message.buttons == ("Put it back",)
    maya.press(message, "Put it back")
    house.work()
    assert "for portraits" in message.text
    assert "weddings" not in all_noted(house, maya)


def test_what_is_sought_stays_whole_when_only_the_why_is_edited(house: House, maya: Person) -> None:
    sought = (  # longer than a choice in a menu may be
        "a printer who makes very large prints on old paper and who also binds books and restores machines and teaches "
        "young people and travels to galleries and museums with a van"
    )
    message = noted(house, maya, f"could somebody introduce me to {sought}, about the spring show?")
    assert "with a van" in message.text
    before = len(maya.messages())
    said = message.text
    assert edited(house, maya, message, {"Why?": "the autumn show"}) is None
    assert message.text == said.replace("spring", "autumn")
    assert len(maya.messages()) == before


def test_a_request_that_somebody_was_asked_about_meanwhile_is_not_withdrawn_by_its_form(
    house: House, maya: Person
) -> None:
    house.hears(house.member("Tom"), "met Priya Nair yesterday")
    message = noted(house, maya, "could somebody introduce me to Priya Nair about the spring show?")
    maya.press(message, "Edit")
    maya.press(message, "Ask privately")
    house.work()
    errors = maya.submit({"Whom would you like to meet?": "Linn O'Carroll"})
    assert errors is not None
    assert "changed while the form was open" in str(errors)
    assert heard(house.member("Tom"), "the spring show")
    assert "Edit" not in message.buttons


def test_with_other_people_it_is_not_known_that_they_met(house: House, maya: Person) -> None:
    message = noted(house, maya, "Sam Okafor introduced me to Linn on 16 November about prints")
    house.hears(maya, "met Linn yesterday")
    thanks = noted(house, maya, "thank Sam Okafor for introducing me to Linn")
    maya.press(thanks, "Undo")
    house.work()
    assert edited(house, maya, message, {"To whom?": "Tom Berger"}) is None
    assert "introduced you to Tom Berger" in message.text
    maya.press(message, "Undo")
    house.work()
    assert message.buttons == ("Put it back",)


def test_the_same_introduction_is_not_noted_twice_by_edit_or_by_putting_it_back(house: House, maya: Person) -> None:
    first = noted(house, maya, "Sam Okafor introduced me to Linn on 16 November")
    maya.press(first, "Undo")
    house.work()
    noted(house, maya, "Sam Okafor introduced me to Linn on 17 November")
    assert "You have noted the same one" in said_to(house, maya, first, "Put it back")
    other = noted(house, maya, "Sam Okafor introduced me to Tom on 17 November")
    errors = edited(house, maya, other, {"To whom?": "Linn O'Carroll"})
    assert "You have noted the same one" in str(errors)
