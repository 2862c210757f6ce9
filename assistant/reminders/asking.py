"""What sentences ask for: a reminder, or to keep in touch with somebody."""

from dataclasses import replace
from datetime import datetime

from assistant.asked import Asking, QuestionDraft
from assistant.errors import Refused
from assistant.ids import PersonId, QuestionId
from assistant.ledger import Ledger
from assistant.nudges.record import Ending
from assistant.phrases.frame import Every, Frame, Role
from assistant.reminders.keeping import add, answered, moved
from assistant.reminders.moments import moment_of, next_of
from assistant.reminders.record import Assumed, ReminderDraft
from assistant.reminders.wording import worded
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import OPEN_FOR, open_question, settle

USUAL = Every(6, "week")  # a rhythm whose beat was not said
MOST = 200  # open reminders of one member


def remind(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Remind the speaker of people, or of something to do; or ask who is meant, or when.

    Raises Refused for a moment that has passed, and when nothing is named.
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    about = tuple(one for one in people.get(Role.ABOUT) if one != by.person.id)
    if not about and not frame.topic:
        raise Refused("Remind you of what? Say it like this: “remind me to chase Tom on Friday”.")
    moment = moment_of(frame.when, by.clock)
    if moment is None:
        return _ask_when(frame, by, ledger, asked)
    _refuse_too_many(by.person.id, ledger)
    topic = worded(frame, about, by, ledger)
    draft = ReminderDraft(about, topic, moment.day, moment.at, words=frame.notes, assumed=moment.assumed)
    return Matter(Subject.REMINDER, add(draft, by, ledger, now).id)


def keep_in_touch(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Tell the speaker when they have not met somebody for so long. Raises Refused without anybody, or a period."""
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    about = tuple(one for one in people.get(Role.WITH) if one != by.person.id)
    if not about:
        raise Refused("Keep in touch with whom? Say it like this: “catch up with Maya every 6 weeks”.")
    if len(about) > 1:
        raise Refused("A rhythm is with one person. Say it once for each of them.")
    every = frame.every or USUAL
    last_met = ledger.meetings.met(by.person.id, about).get(about[0], (0, None))[1]
    since = last_met or by.today
    day = next_of(every, since, last_met, by.today)
    before = next(iter(ledger.reminders.rhythms_with(by.person.id, about)), None)
    if before:
        answered(before, Ending.SNOOZED, ledger, now)
        fresh = moved(replace(before, every=every, day=day), by.person, ledger, now)
        return Matter(Subject.REMINDER, fresh.id)
    _refuse_too_many(by.person.id, ledger)
    assumed = frozenset() if frame.every else frozenset({Assumed.EVERY})
    draft = ReminderDraft(about, frame.topic, day, None, every, since, frame.notes, assumed)
    return Matter(Subject.REMINDER, add(draft, by, ledger, now).id)


def _ask_when(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    if asked:
        ledger.questions.turn_to_when(asked)
        return Matter(Subject.QUESTION, asked)
    draft = QuestionDraft(by.person.id, Asking.WHEN, frame, by.at, by.conversation, by.at + OPEN_FOR)
    return open_question(draft, ledger)


def _refuse_too_many(owner: PersonId, ledger: Ledger) -> None:
    if len(ledger.reminders.open_of(owner, MOST)) >= MOST:
        raise Refused(f"You have {MOST} reminders open already. Let some of them go first, on Home.")
