"""Looking up what was noted, as members do it: by command, sentence, button, from Home."""

from tests.scenarios.conftest import Town


def test_the_card_is_shown_by_command_to_the_one_who_asked_only(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "met Linn at the Young Gallery yesterday about the spring show")
    card = maya.command("/who", "@linn", channel="#general")
    assert card.message
    assert card.message.ephemeral
    assert "You met once at the Young Gallery on Mon 23 Nov 2026" in card.text
    assert "Note a meeting" in card.message.buttons
    maya.press(card.message, "Note a meeting")
    assert town.until(maya.view).title == "Note a meeting"


def test_who_alone_and_home_open_a_form_that_turns_into_the_card(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "met Tom yesterday about the lease")
    maya.command("/who")
    town.until(maya.view)
    maya.submit({"Who?": "Tom Berger"})
    town.until(lambda: "the lease" in str(maya.view()))
    maya.close()
    maya.open_home()
    town.until(maya.home)
    maya.press_home("About Tom Berger")
    town.until(lambda: "the lease" in str(maya.view()))


def test_an_unclear_name_is_asked_about_and_the_question_becomes_the_card(town: Town) -> None:
    maya = town.member("Maya")
    asked = town.hears(maya, "who is Sam?")
    maya.press(asked, next(label for label in asked.buttons if label.startswith("Sam Okafor")))
    town.until(lambda: "You have noted nothing about Sam Okafor" in asked.text)


def test_older_meetings_come_below_at_a_button(town: Town) -> None:
    ana = town.member("Ana")
    for day in range(1, 11):
        town.hears(ana, f"met Tom on {day} November about part {day}")
    listed = town.hears(ana, "show my meetings in November")
    assert "10 meetings" in listed.text
    assert "part 1 " not in f"{listed.text} "
    ana.press(listed, "Older")
    town.until(lambda: "Page 2" in ana.last().text)
    assert "Sun 1 Nov 2026, about part 1" in ana.last().text


def test_what_was_noted_is_found_by_any_words_in_it_however_spelt(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "met Linn at the Young Gallery on 9 March about the spring show")
    card = town.hears(maya, "met Tom yesterday about the lease")
    found = town.hears(maya, "search galery spring")
    assert "Mon 9 Mar 2026, about the spring show" in found.text
    assert "Spelt nearly so: galery" in found.text
    maya.press(card, "Undo")
    town.until(lambda: "Undone" in card.text)
    maya.open_home()
    town.until(maya.home)
    maya.press_home("Search")
    town.until(maya.view)
    maya.submit({"What do you remember?": "lease"})
    town.until(lambda: "Nothing you noted has" in str(maya.view()))


def test_what_was_noted_is_opened_changed_and_taken_back_from_home(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "met Tom yesterday about the lease")
    message = town.hears(maya, "I sent Tom a client, Bloom Bakery, worth £400")
    maya.open_home()
    town.until(lambda: "Also noted" in maya.home().words)
    maya.press_home("Everything you noted")
    town.until(lambda: maya.view().buttons.count("Open") == 2)
    maya.press_view("Open", nth=0)
    town.until(lambda: "Won" in maya.view().buttons)
    maya.press_view("Won")
    town.until(lambda: "Won: business came of it" in maya.view().words)
    town.until(lambda: "Won: business came of it" in message.text)
    maya.press_view("Edit")
    town.until(lambda: maya.view().submit_label)
    assert maya.submit({"Client": "Bloom and Sons"}) is None
    town.until(lambda: "Bloom and Sons" in maya.view().words)
    town.clock.forward(minutes=1)
    maya.press_view("Undo")
    town.until(lambda: "Put it back" in maya.view().buttons)
    maya.close()
    town.until(lambda: maya.view().buttons.count("Open") == 1)
    maya.close()
    town.until(lambda: "Undone: you sent Tom Berger" in maya.home().words)
    town.until(lambda: "Undone" in message.text)
    maya.press_home("Put it back")
    town.until(lambda: "Noted: you sent" in message.text)
