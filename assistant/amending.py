"""Setting a record right, whatever its kind: what was said anew takes the place of the old."""

from dataclasses import replace
from datetime import datetime

from assistant import meetings
from assistant.business import corrected as business
from assistant.errors import Gone, Refused
from assistant.ids import MeetingId, QuestionId
from assistant.introductions import corrected as introductions
from assistant.ledger import Ledger
from assistant.listings import corrected as listings
from assistant.phrases.frame import Frame, Role
from assistant.recommendations import corrected as recommendations
from assistant.records import GONE
from assistant.reminders import corrected as reminders
from assistant.reminders.moments import beside_what_stood
from assistant.reply import Matter, Subject
from assistant.settings import corrected as settings
from assistant.speaker import Speaker
from assistant.thanks import corrected as thanks
from assistant.who import settle


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The record with what the frame says in the place of what stood; or the question who is meant.

    Another person is who stands as Role.WITH. Where that makes it another record, that one is returned. Raises Gone for
    what is not there or not theirs, and Refused for what cannot be changed, or when nothing to change was said.
    """
    after = _amended(record, frame, by, ledger, now, asked)
    if after.subject is record.subject and after.id != record.id:
        ledger.journal.replaced(by.person.id, record, after)
    return after


def _amended(
    record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None
) -> Matter:
    match record.subject:
        case Subject.MEETING:
            return _meeting(record, frame, by, ledger, asked)
        case Subject.INTRODUCTION:
            return introductions.amend(record, frame, by, ledger, now, asked)
        case Subject.REMINDER:
            return reminders.amend(record, frame, by, ledger, now, asked)
        case Subject.LISTING:
            return listings.amend(record, frame, by, ledger, now, asked)
        case Subject.THANKS:
            return thanks.amend(record, frame, by, ledger, now, asked)
        case Subject.REFERRAL | Subject.PARTNERSHIP:
            return business.amend(record, frame, by, ledger, now, asked)
        case Subject.RECOMMENDATION:
            return recommendations.amend(record, frame, by, ledger, now, asked)
        case Subject.SETTINGS:
            return settings.amend(record, frame, by, ledger, now, asked)
        case _:
            raise Gone(GONE)


def _meeting(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    meeting = meetings.to_edit(MeetingId(record.id), by, ledger)
    met = tuple(person for person in people.get(Role.WITH, ()) if person != by.person.id)
    if not met and frame.when is None and not frame.place and not frame.topic:
        raise Refused("Tell me what to change: the day, the place, the topic, or who it was. Or press Edit.")
    before = meetings.as_draft(meeting)
    draft = replace(
        before,
        people=met or before.people,
        when=beside_what_stood(before.when, frame, by) or before.when,
        place=frame.place or before.place,
        topic=frame.topic or before.topic,
        assumed=before.assumed - meetings.said_slots(frame),
    )
    return Matter(Subject.MEETING, meetings.amend(meeting.id, meeting.version, draft, by, ledger).id)
