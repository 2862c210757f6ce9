"""The buttons of reminders."""

from datetime import datetime

from assistant import questions
from assistant.asked import At
from assistant.buttons import Button
from assistant.errors import Gone
from assistant.ids import QuestionId, ReminderId
from assistant.ledger import Ledger
from assistant.reminders import keeping, sayings, showing
from assistant.reply import Matter, ReminderForm, Subject, Window
from assistant.speaker import Speaker

BUTTONS = frozenset((Button.REMINDER_DONE, Button.SNOOZE, Button.NEW_REMINDER, Button.SHOW_REMINDERS))


def pressed(button: Button, of: str, by: Speaker, ledger: Ledger, now: datetime) -> Matter | ReminderForm | Window:
    """Do what the button asks for. Raises Gone, Refused."""
    match button:
        case Button.NEW_REMINDER:
            return ReminderForm(by.today)
        case Button.SHOW_REMINDERS:
            return Window(showing.listed(by.person, ledger), Matter(Subject.REMINDERS, by.person.id))
        case Button.SNOOZE:
            number, _, choice = of.partition(":")
            when = sayings.chosen(choice, by)
            if when is None or when.start is None:
                raise Gone(keeping.GONE)
            return Matter(Subject.REMINDER, keeping.snooze(_number(number), when.start, by, ledger, now).id)
        case _:
            return Matter(Subject.REMINDER, keeping.done(_number(of), by, ledger, now).id)


def answer(of: str, by: Speaker, ledger: Ledger) -> tuple[QuestionId, At]:
    """The question about when, and the day chosen. Raises Gone for what no button of ours holds."""
    asked, _, choice = of.partition(":")
    when = sayings.chosen(choice, by)
    if when is None or not (asked.isascii() and asked.isdecimal() and len(asked) <= 18):
        raise Gone(questions.CLOSED)
    return QuestionId(int(asked)), At(when)


def _number(of: str) -> ReminderId:
    if not (of.isascii() and of.isdecimal() and len(of) <= 18):
        raise Gone(keeping.GONE)
    return ReminderId(int(of))
