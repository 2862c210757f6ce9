"""The form of a reminder, filled in. What is wrong is said under its field, and nothing is written."""

from datetime import date, datetime, time

from assistant.buttons import Field, Form
from assistant.entered import people_in, text_in
from assistant.errors import Refused
from assistant.ids import ReminderId
from assistant.ledger import Ledger
from assistant.phrases.frame import Every
from assistant.reminders.keeping import amend, own
from assistant.reminders.record import ReminderDraft
from assistant.reply import FormErrors, Matter, Subject
from assistant.said import FormSubmission
from assistant.speaker import Speaker

FORMS = frozenset((Form.REMINDER,))
ONCE = "once"
RHYTHMS = {"2 week": "Every 2 weeks", "4 week": "Every 4 weeks", "6 week": "Every 6 weeks", "2 month": "Every 2 months",
           "3 month": "Every 3 months", "6 month": "Every 6 months", "1 year": "Once a year"}  # fmt: skip
"""What the form offers beside "once"; any other rhythm can be said in a sentence."""


def filled_in(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """Write it down."""
    number = ReminderId(int(form.of)) if form.of.isdecimal() else None
    try:
        before = own(number, by, ledger) if number else None
        people = people_in(form, by, ledger)
        topic = text_in(form, Field.TOPIC)
        every = _every(text_in(form, Field.EVERY))
        day = _day(text_in(form, Field.DAY))
        if not people and not topic:
            return FormErrors(((Field.TOPIC, "Of whom, or of what? One of the two is needed."),))
        if day is None:
            return FormErrors(((Field.DAY, "Choose the day."),))
        if every and len(people) != 1:
            return FormErrors(((Field.EVERY, "A rhythm is with one person."),))
        since = (before.since if before and before.every == every else None) or by.today
        at = _time(text_in(form, Field.TIME))
        draft = ReminderDraft(people, topic, day, at, every, since if every else None)
        return Matter(Subject.REMINDER, amend(number, form.version, draft, by, ledger, now).id)
    except Refused as refusal:
        return FormErrors(((Field.DAY, str(refusal)),))


def _every(value: str) -> Every | None:
    n, _, unit = value.partition(" ")
    return Every(int(n), unit) if n.isdecimal() and len(n) < 4 and unit in ("day", "week", "month", "year") else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _time(value: str) -> time | None:
    try:
        return time.fromisoformat(value)
    except ValueError:
        return None
