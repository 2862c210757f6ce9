"""Windows, where no message can stand: their buttons, what is opened from them, and how they follow what is done."""

import pytest

from assistant import records
from assistant.reply import Subject
from playground import Person, SeenMessage, SeenView
from tests.handlers.conftest import House

# A sentence that notes one of each kind, and words by which it is known again.
NOTED = {
    Subject.MEETING: ("met Linn yesterday about bluebirds", "bluebirds"),
    Subject.REMINDER: ("remind me to send Tom the frames next Tuesday", "the frames"),
    Subject.SETTINGS: ("only nudge me once a week", "At most 1 nudge"),
    Subject.INTRODUCTION: ("Sam Okafor introduced me to Linn last week about prints", "prints"),
    Subject.LISTING: ("I offer watercolours for hotels", "watercolours"),
    Subject.THANKS: ("thank Sam Okafor for the stall at the fair", "the stall"),
    Subject.REFERRAL: ("I sent Tom a client, Bloom Bakery, worth £400", "Bloom Bakery"),
    Subject.PARTNERSHIP: ("Sam Okafor and I are partnering up on vineyards", "vineyards"),
    Subject.RECOMMENDATION: ("can't recommend Linn enough for portraits", "portraits"),
}
# The button of each one's form, a field, what is entered there, and how the record then reads.
CHANGED = {
    Subject.MEETING: ("Edit", "Where", "the harbour", "at the harbour"),
    Subject.REMINDER: ("Change", "What", "call Tom about the frames", "call Tom about the frames"),
    Subject.LISTING: ("Edit", "What", "sketches", "sketches"),
    Subject.REFERRAL: ("Edit", "Client", "Bloom & Sons", "Bloom & Sons"),
    Subject.PARTNERSHIP: ("Edit", "Aim", "harvest", "for: harvest"),
    Subject.INTRODUCTION: ("Edit", "About", "etchings", "etchings"),
    Subject.THANKS: ("Edit", "Your words", "the tent", "the tent"),
    Subject.RECOMMENDATION: ("Edit", "For what?", "weddings", "for weddings"),
}


@pytest.fixture
def messages(house: House) -> dict[Subject, SeenMessage]:
    """What Maya is told of each when she notes it."""
    maya = house.member("Maya")
    messages = {}
    for kind, (sentence, _) in NOTED.items():
        messages[kind] = house.hears(maya, sentence)
        if "Yes, that's it" in messages[kind].buttons:
            maya.press(messages[kind], "Yes, that's it")
            house.work()
    return messages


@pytest.fixture
def maya(house: House, messages: dict[Subject, SeenMessage]) -> Person:
    """Somebody who has noted one of every kind, and looks at Home."""
    maya = house.member("Maya")
    maya.open_home()
    house.work()
    return maya


def opened(maya: Person, words: str) -> SeenView:
    """The record with these words, opened from the window with everything."""
    while not (at := [nth for nth, entry in enumerate(entries(maya.view())) if words in entry]):
        maya.press_view("Older")
    maya.press_view("Open", nth=at[0])
    return maya.view()


def entries(view: SeenView) -> list[str]:
    """What stands above each button that opens a record."""
    texts, so_far = [], ""
    for block in view.blocks:
        if block["type"] == "actions":
            texts.append(so_far)
        so_far = "" if block["type"] == "actions" else so_far + str(block)
    return texts


def test_every_kind_of_record_is_here() -> None:
    assert set(NOTED) == records.KINDS
    assert set(CHANGED) == records.KINDS - {Subject.SETTINGS}  # which has one form for all, below


@pytest.mark.parametrize("kind", NOTED)
def test_a_record_of_every_kind_is_reached_from_home_with_all_that_its_message_offers(
    house: House, maya: Person, messages: dict[Subject, SeenMessage], kind: Subject
) -> None:
    maya.press_home("Everything you noted")
    assert opened(maya, NOTED[kind][1]).buttons == messages[kind].buttons
    maya.press_view("Undo")
    house.work()
    assert maya.view().buttons == messages[kind].buttons
    assert maya.view().buttons == ("Put it back",) or kind is Subject.SETTINGS
    maya.press_view("Put it back")
    assert "Undo" in maya.view().buttons


@pytest.mark.parametrize("kind", CHANGED)
def test_a_record_of_every_kind_is_edited_in_a_window_which_then_shows_it(maya: Person, kind: Subject) -> None:
    button, field, entered, reads = CHANGED[kind]
    maya.press_home("Everything you noted")
    before = opened(maya, NOTED[kind][1])
    maya.press_view(button)
    assert maya.submit({field: entered}) is None
    assert maya.view().record is before.record
    assert reads in maya.view().words


def test_settings_changed_in_a_window_are_the_change_that_counts(house: House, maya: Person) -> None:
    house.clock.forward(minutes=1)
    maya.press_home("Everything you noted")
    opened(maya, "At most 1 nudge")
    maya.press_view("Settings")
    assert maya.submit({"Nudges a week": "3"}) is None
    maya.close()
    assert "At most 3 nudges a week" in maya.view().words
    assert "At most 1 nudge" not in maya.view().words


@pytest.mark.parametrize(
    ("kind", "words"),
    [(kind, words) for kind, (_, words) in NOTED.items() if kind not in (Subject.MEETING, Subject.SETTINGS)],
)
def test_the_latest_of_a_kind_stands_on_home_itself_with_all_that_can_be_done(
    house: House, kind: Subject, words: str
) -> None:
    maya = house.member("Maya")
    answer = house.hears(maya, NOTED[kind][0])
    if "Yes, that's it" in answer.buttons:
        maya.press(answer, "Yes, that's it")
    maya.open_home()
    house.work()
    assert words in maya.home().words
    taken_back = "Take back" if kind is Subject.REMINDER else "Remove" if kind is Subject.LISTING else "Undo"
    assert set(answer.buttons) - {"Undo"} <= set(maya.home().buttons)
    house.clock.forward(minutes=1)
    maya.press_home(taken_back)
    house.work()
    assert "Undo" not in answer.buttons
    assert "Put it back" in maya.home().buttons


def test_home_has_nothing_of_it_for_who_has_noted_meetings_only(house: House) -> None:
    maya = house.member("Maya")
    house.hears(maya, "met Linn yesterday")
    maya.open_home()
    house.work()
    assert "Also noted" not in maya.home().words
    assert "Everything you noted" not in maya.home().buttons


def test_home_says_in_a_line_what_was_taken_back_and_keeps_the_way_back(house: House) -> None:
    tom = house.member("Tom")
    house.hears(tom, "stop nudging me until Monday")
    house.hears(tom, "undo")
    tom.open_home()
    house.work()
    words = tom.home().words
    assert "Taken back: no nudges before Mon 30 Nov 2026" in words
    assert "Now: " not in words
    assert words.index("Taken back") > words.index("No meeting is noted yet")
    assert tom.home().buttons.count("Settings") == 1
    tom.press_home("Put it back")
    house.work()
    assert "You paused nudges until Mon 30 Nov 2026." in tom.home().words


def test_every_window_says_on_top_what_it_shows(house: House, maya: Person) -> None:
    maya.press_home("Everything you noted")
    assert maya.view().title == "Everything you noted"
    opened(maya, "bluebirds")
    assert maya.view().title == "Your meeting"
    maya.press_view("About Linn O'Carroll")
    assert maya.view().title == "About Linn O'Carroll"
    for _ in range(3):
        maya.close()
    maya.press_home("Search")
    maya.submit({"What do you remember?": "Bloom"})
    assert maya.view().title == "Search"
    maya.press_view("Open")
    assert maya.view().title == "A referral"


def test_lines_of_a_list_begin_with_what_was_noted(house: House, maya: Person) -> None:
    maya.press_home("Everything you noted")
    words = maya.view().words
    while "Older" in maya.view().buttons:
        maya.press_view("Older")
        words += maya.view().words
    assert "Everything you noted, the latest first:" in words
    assert "Noted" not in words
    for begins in ("You met Linn", "You sent Tom Berger", "You thank Sam", "You recommend Linn", "What you offer:"):
        assert begins in words


def test_home_follows_what_is_done_in_a_window(house: House, maya: Person) -> None:
    maya.press_home("Everything you noted")
    opened(maya, "Bloom Bakery")
    maya.press_view("Won")
    assert "Won: business came of it" in maya.view().words
    house.work()
    assert "Won: business came of it" in maya.home().words
    house.clock.forward(minutes=1)
    maya.press_view("Undo")
    house.work()
    assert "Undone: you sent Tom Berger" in maya.home().words


def test_a_list_beneath_shows_what_was_done_above_it_when_one_comes_back(maya: Person) -> None:
    maya.press_home("Everything you noted")
    below = maya.view()
    opened(maya, "portraits")
    assert len(maya.views()) == 2
    maya.press_view("Undo")
    maya.close()
    assert maya.view().record is below.record
    assert "portraits" not in below.words
    maya.close()
    assert not maya.views()


def test_a_search_on_home_opens_what_it_finds(house: House, maya: Person) -> None:
    maya.press_home("Search")
    maya.submit({"What do you remember?": "bluebirds"})
    maya.press_view("Open")
    maya.press_view("Add a note")
    assert maya.submit({"Note": "He whistles them."}) is None
    assert "He whistles them." in maya.view().words
    maya.close()
    assert "He whistles them." in maya.view().words


def test_where_three_windows_stand_the_next_takes_the_place_of_the_topmost(maya: Person) -> None:
    maya.press_home("Everything you noted")
    opened(maya, "bluebirds")
    maya.press_view("About Linn O'Carroll")
    maya.press_view("Note a meeting")
    assert maya.view().submit_label == "Save"
    assert len(maya.views()) == 3
    assert maya.submit({"Where": "the harbour"}) is None
    assert "bluebirds" in maya.view().words
    assert len(maya.views()) == 2


def test_pages_take_the_place_of_one_another(house: House, maya: Person) -> None:
    maya.press_home("Everything you noted")
    first = maya.view().words
    maya.press_view("Older")
    assert "Page 2." in maya.view().words
    assert len(maya.views()) == 1
    maya.press_view("Newer")
    assert maya.view().words == first


def test_what_was_done_in_a_window_that_slack_does_not_change_is_not_said_to_have_failed(
    house: House, maya: Person, messages: dict[Subject, SeenMessage]
) -> None:
    maya.press_home("Everything you noted")
    window = opened(maya, "bluebirds")
    house.playground.faults.next("views.update", "server_error")
    maya.press_view("Undo")
    house.work()
    assert maya.view().record is window.record
    assert "Undo" in window.buttons
    assert "Undone" in messages[Subject.MEETING].text
    maya.close()
    maya.press_view("Open", nth=0)
    maya.close()
    assert "bluebirds" not in maya.view().words


def test_a_form_or_window_that_slack_does_not_put_above_another_is_said_so(house: House, maya: Person) -> None:
    maya.press_home("Everything you noted")
    house.playground.faults.next("views.push", "server_error")
    maya.press_view("Open", nth=0)
    assert "didn't open in time. Please press the button again" in maya.view().words
    maya.close()
    opened(maya, "bluebirds")
    house.playground.faults.next("views.push", "rate_limited")
    maya.press_view("Edit")
    assert "The form didn't open in time" in maya.view().words


def test_of_meetings_and_of_what_a_search_found_one_turns_back_as_well(house: House) -> None:
    maya = house.member("Maya")
    for day in range(1, 11):
        house.hears(maya, f"met Linn on {day} November about bluebirds")
    maya.open_home()
    house.work()
    maya.press_home("Search")
    maya.submit({"What do you remember?": "bluebirds"})
    first = maya.view().words
    maya.press_view("More")
    assert "Page 2." in maya.view().words
    maya.press_view("Previous")
    assert maya.view().words == first
    maya.press_view("About Linn O'Carroll")
    maya.press_view("All meetings")
    first = maya.view().words
    maya.press_view("Older")
    assert "Page 2." in maya.view().words
    maya.press_view("Newer")
    assert maya.view().words == first


def test_a_refusal_in_a_window_stands_above_it(house: House, maya: Person) -> None:
    maya.press_home("Everything you noted")
    window = opened(maya, "bluebirds")
    edit = window.blocks
    maya.press_view("Undo")
    window.record.body["blocks"] = edit  # as it stands on another device
    maya.press_view("Edit")
    assert "Put it back first" in maya.view().words
    maya.close()
    assert "Undone" in maya.view().words


def test_ones_data_can_be_asked_for_and_forgotten_from_home(house: House, maya: Person) -> None:
    maya.press_home("My data")
    maya.press_view("Tables (CSV)")
    assert "The file follows" in maya.view().words
    maya.close()
    maya.press_view("Forget everything …")
    maya.press_view("Forget everything")
    assert "I keep nothing that you told me" in maya.view().words
    house.work()
    assert "No meeting is noted yet" in maya.home().words


def test_ones_data_can_be_kept_after_all(house: House, maya: Person) -> None:
    maya.press_home("My data")
    maya.press_view("Forget everything …")
    maya.press_view("Never mind")
    assert "Nothing was erased." in maya.view().words
    house.work()
    assert "No meeting is noted yet" not in maya.home().words


def test_what_both_confirmed_is_named_before_and_after_forgetting(house: House) -> None:
    maya, tom = house.member("Maya"), house.member("Tom")
    noted = house.hears(maya, "Tom sent me a client, Hofmann Bakery, worth €2,500")
    house.clock.forward(days=1)
    house.work()
    asked = next(m for m in tom.inbox() if "Confirm" in m.buttons)
    tom.press(asked, "Confirm")
    house.work()
    card = house.hears(maya, "forget everything")
    both = "What both sides confirmed is the other one's as well, and stays for both: 1 referral."
    assert both in card.text
    maya.press(card, "Forget everything")
    house.work()
    assert "I keep nothing that you told me for yourself alone." in card.text
    assert both in card.text
    assert "Hofmann Bakery" in noted.text


def test_a_list_of_reminders_stays_a_list(house: House, maya: Person) -> None:
    for day in ("Monday", "Wednesday", "Thursday"):
        house.hears(maya, f"remind me to water the ferns on {day}")
    maya.press_home("All of them")
    maya.press_view("Done", nth=0)
    assert maya.view().buttons.count("Done") == 3
    maya.press_view("Change", nth=0)
    assert maya.submit({"What": "water the palms"}) is None
    assert "water the palms" in maya.view().words
    maya.press_view("Take back", nth=0)
    assert "water the palms" not in maya.view().words
