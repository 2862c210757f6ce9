"""Taking back or setting right what was said last: "undo that", "no, it was Tuesday", "I meant Sam Tanner"."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant import meetings, records, undoing
from assistant.business import corrected
from assistant.errors import Refused
from assistant.facts import When
from assistant.following import keep_up
from assistant.ids import QuestionId, ReminderId
from assistant.introductions import corrected as introductions
from assistant.introductions.moves import OPEN
from assistant.introductions.record import Origin, Verb
from assistant.introductions.steps import matter_for, step
from assistant.ledger import Ledger
from assistant.phrases.frame import Correction, Frame, Role
from assistant.reminders import keeping as reminders
from assistant.reminders.moments import moment_of
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import settle

WEEK = timedelta(days=7)


def correct(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Undo what was written down last, or amend the last meeting. Raises Refused when there is nothing to set right."""
    if frame.kind is Correction.CANCEL:
        last = records.last_standing(by, ledger)
        if last and last.subject is Subject.REMINDER and not frame.people:  # "cancel my reminder"
            return records.take_back(last, by, ledger, now)
        return withdraw_latest(by, ledger, now)
    if frame.kind is Correction.AMEND:
        changed = _amend(frame, by, ledger, now, asked)
    elif frame.kind is Correction.RESTORE:
        changed = undoing.put_back_last(by, ledger, now)
    else:
        changed = undoing.take_back_last(by, ledger, now)
    keep_up(changed, by.person, ledger, now)
    return changed


def withdraw_latest(by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Take back the request that was made last and is still open. Raises Refused when there is none."""
    for one in ledger.introductions.of_requester(by.person.id, 20):
        if one.origin is Origin.REQUESTED and one.stage in OPEN:
            held = ledger.introductions.hold(one.id)
            if held and held.stage in OPEN:
                return matter_for(step(Verb.WITHDRAW, held, by.person, ledger, now), by.person.id)
    raise Refused("You have no open request to cancel. To take back the meeting noted last, say “undo that”.")


def _set_anew(number: ReminderId, when: When, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """ "no, make it Friday", after a reminder. Raises Refused for a moment that has passed, or that is none."""
    day = when.start or when.end
    if day and timedelta(0) < by.today - day < WEEK:
        day += WEEK  # what is set right is read as past, and a reminder is to come: the weekday that was said, ahead
    moment = moment_of(replace(when, start=day), by.clock)
    if moment is None:
        raise Refused("When shall it come? Say a day or a time, or press Change.")
    return Matter(Subject.REMINDER, reminders.snooze(number, moment.day, by, ledger, now, moment.at).id)


def _amend(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The new day, or the new people, in the place of the old: of business, if that was written down last."""
    last = records.last_standing(by, ledger)
    if last and last.subject in corrected.KINDS:
        return corrected.amend(last, frame, by, ledger, now, asked)
    if last and introductions.is_noted(last, ledger):
        return introductions.amend(last, frame, by, ledger, now, asked)
    if last and last.subject is Subject.REMINDER and frame.when:
        return _set_anew(ReminderId(last.id), frame.when, by, ledger, now)
    meeting = ledger.meetings.last_written(by.person.id)
    if meeting is None:
        raise Refused("There is nothing to set right: you have no meetings noted.")
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    met = tuple(person for person in people.get(Role.WITH, ()) if person != by.person.id)
    if not met and frame.when is None and not frame.place and not frame.topic:
        raise Refused("Tell me what to change: the day, the place, the topic, or who it was. Or press Edit.")
    before = meetings.as_draft(meeting)
    draft = replace(
        before,
        people=met or before.people,
        when=frame.when or before.when,
        place=frame.place or before.place,
        topic=frame.topic or before.topic,
        assumed=before.assumed - meetings.said_slots(frame),
    )
    return Matter(Subject.MEETING, meetings.amend(meeting.id, meeting.version, draft, by, ledger).id)
