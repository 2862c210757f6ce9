"""Setting right when a reminder comes, and what was set: only what is said anew changes; what cannot be is refused."""

import pytest

from assistant.reply import SettingsNoted
from handlers.views import render
from tests.assistant.conftest import Talk
from tests.assistant.test_correcting import reads, says

FRIDAY, AT_THREE = "remind me to chase Tom on Friday", "remind me to chase Tom on Friday at 3pm"


@pytest.mark.parametrize(
    ("first", "words", "holds"),
    [
        (FRIDAY, "make it 3pm", "on Fri 27 Nov 2026 at 15:00"), (FRIDAY, "make it noon", "on Fri 27 Nov 2026 at 12:00"),
        (FRIDAY, "no, make it 5pm", "on Fri 27 Nov 2026 at 17:00"),
        (FRIDAY, "make it 8am", "on Fri 27 Nov 2026 at 08:00"),
        (FRIDAY, "make it today at 3pm", "on Tue 24 Nov 2026 at 15:00"),
        (AT_THREE, "no, make it Thursday", "on Thu 26 Nov 2026 at 15:00"),
        (AT_THREE, "make it next week", "on Mon 30 Nov 2026 at 15:00"),
        (AT_THREE, "make it today", "on Tue 24 Nov 2026 at 15:00"),
        (AT_THREE, "make it Thursday at 9am", "on Thu 26 Nov 2026 at 09:00"),
        ("remind me on Friday afternoon to chase Tom", "make it Thursday", "on Thu 26 Nov 2026 at 14:00"),
        ("remind me to chase Tom today at 3pm", "make it 9am", "on Wed 25 Nov 2026 at 09:00"),
    ],
)  # fmt: skip
def test_of_the_moment_of_a_reminder_only_what_is_said_anew_changes(
    talk: Talk, first: str, words: str, holds: str
) -> None:
    says(talk, first)
    assert f"{holds}:" in reads(talk, words)


@pytest.mark.parametrize("words", ["make it yesterday", "no, make it last Friday", "make it today at 9am"])
def test_a_reminder_is_not_set_to_what_has_passed(talk: Talk, words: str) -> None:
    says(talk, AT_THREE)
    assert "That moment has passed already." in reads(talk, words)
    assert "Fri 27 Nov 2026 at 15:00" in reads(talk, "show my reminders")


QUIET, PAUSED, EARLY = "quiet hours from 6pm to 9am", "stop nudging me until Monday", "no messages before 10am"
ONCE, ASKED_NOTHING = "only nudge me once a week", "don't ask me for introductions until January"


@pytest.mark.parametrize(
    ("first", "words", "holds"),
    [
        (QUIET, "no, after 7pm", "not from 19:00 to 09:00"), (QUIET, "no, from 7pm", "not from 19:00 to 09:00"),
        (QUIET, "make it 8pm", "not from 20:00 to 09:00"), (QUIET, "no, until 8am", "not from 18:00 to 08:00"),
        (QUIET, "make it 10am", "not from 18:00 to 10:00"), (QUIET, "no, after 7", "not from 19:00 to 09:00"),
        (QUIET, "no, from 7pm to 8am", "not from 19:00 to 08:00"),
        (EARLY, "no, before 11am", "from 11:00 to"), (EARLY, "make it 9:30am", "from 09:30 to"),
        (EARLY, "no, after 6pm", "from 09:00 to 18:00"),
        (PAUSED, "no, until Thursday", "before Thu 26 Nov"), (PAUSED, "make it for two weeks", "before Tue 8 Dec"),
        ("stop nudging me", "no, until Friday", "before Fri 27 Nov"),
        (ONCE, "no, three a week", "At most 3 nudges a week"),
        (ASKED_NOTHING, "no, until Friday", "no introductions before Fri 27 Nov"),
    ],
)  # fmt: skip
def test_of_settings_only_what_was_set_is_set_right(talk: Talk, first: str, words: str, holds: str) -> None:
    says(talk, first)
    right = says(talk, words)
    assert isinstance(right, SettingsNoted), right
    assert holds in render(right).text


@pytest.mark.parametrize(
    ("first", "words", "way"),
    [
        (PAUSED, "no, after 7pm", "no, until Friday"), (PAUSED, "make it 8pm", "no, until Friday"),
        (PAUSED, "no, twice a week", "no, until Friday"), (QUIET, "no, make it Friday", "no, from 7pm"),
        (ONCE, "no, make it Friday", "no, twice a week"), (ASKED_NOTHING, "no, after 7pm", "no, until Friday"),
        (EARLY, "no, from 1pm to 2pm", "no, before 10am"), (PAUSED, "make it yesterday", "has passed already"),
    ],
)  # fmt: skip
def test_words_that_do_not_fit_what_was_set_change_nothing(talk: Talk, first: str, words: str, way: str) -> None:
    noted = says(talk, first)
    assert isinstance(noted, SettingsNoted)
    assert way in reads(talk, words)
    gone = says(talk, "undo")
    assert isinstance(gone, SettingsNoted)
    assert gone.change.id == noted.change.id
