"""Setting right a reminder by a sentence: "no, make it Friday", "I meant Tom", "it's about the invoice"."""

from datetime import datetime

from assistant.errors import Refused
from assistant.ids import QuestionId, ReminderId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Role
from assistant.reminders import keeping
from assistant.reminders.moments import Moment, kept, set_right
from assistant.reminders.record import Reminder, ReminderDraft
from assistant.reminders.wording import of_others
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import settle


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The new moment, person, subject or rhythm in the place of the old; or the question who is meant.

    Raises Gone, and Refused for a moment that has passed, or that is none.
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    present = keeping.own(ReminderId(record.id), by, ledger)
    about = tuple(person for person in people.get(Role.WITH) if person != by.person.id)
    moment = _moment(frame, present, by)
    if not (about or frame.topic or frame.every):
        if moment is None:
            raise Refused("Tell me what to change: when it shall come, of whom, or of what. Or press Change.")
        return Matter(Subject.REMINDER, keeping.snooze(present.id, moment.day, by, ledger, now, moment.at).id)
    before = tuple(person.id for person in present.people)
    day, at = (moment.day, moment.at) if moment else (present.day, present.at)
    every = frame.every or present.every
    if every and len(about or before) != 1:
        raise Refused("A rhythm is with one person. Say it once for each of them.")
    since = (present.since or by.today) if every else None
    topic = frame.topic or of_others(present.topic, present.people, about or before, ledger)
    draft = ReminderDraft(about or before, topic, day, at, every, since)
    return Matter(Subject.REMINDER, keeping.amend(present.id, present.version, draft, by, ledger, now).id)


def _moment(frame: Frame, present: Reminder, by: Speaker) -> Moment | None:
    """When it is to come, if that was said. Raises Refused."""
    if frame.when is None:
        return None
    moment = set_right(frame, present.day, kept(present.at, present.assumed), by)
    if moment is None:
        raise Refused("When shall it come? Say a day or a time, or press Change.")
    return moment
