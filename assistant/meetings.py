"""Meetings: a member's own note of whom they met. Members met are told nothing."""

from dataclasses import replace
from datetime import date, datetime, time

from assistant.errors import Gone, Refused, StillAhead
from assistant.facts import Grain, Meeting, MeetingDraft, Slot, When
from assistant.following import keep_up
from assistant.ids import MeetingId, QuestionId
from assistant.ledger import Ledger
from assistant.network import tending
from assistant.phrases.frame import Frame, Role
from assistant.reminders import rhythms
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.thanks import nudging
from assistant.who import settle


def note(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None = None) -> Matter:
    """Write down that the speaker met people; or ask, before anything is written, who is meant.

    Raises Refused for a meeting that lies ahead, or with nobody but the speaker.
    """
    when = frame.when or When(Grain.DAY, by.today)
    _refuse_ahead(when, by.today)
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    others = tuple(person for person in people.get(Role.WITH, ()) if person != by.person.id)
    if not others:
        raise Refused("That names only you. Whom did you meet?")
    assumed = frozenset({Slot.WHEN}) - said_slots(frame) | ({Slot.PEOPLE} if people.recalled else frozenset())
    draft = MeetingDraft(others, when, frame.place, frame.topic, frame.notes, assumed)
    return Matter(Subject.MEETING, add(draft, by, ledger).id)


def add(draft: MeetingDraft, by: Speaker, ledger: Ledger) -> Meeting:
    """Write a new meeting down, with what follows from it."""
    meeting = _followed(ledger.meetings.add(by.person.id, draft, by.at), by, ledger)
    ledger.journal.wrote(by.person.id, Matter(Subject.MEETING, meeting.id), by.at)
    nudging.noted(meeting, by.person, ledger, by.at)
    return meeting


def said_slots(frame: Frame) -> frozenset[Slot]:
    """The slots of a meeting that the words fill."""
    said = {Slot.PEOPLE: frame.people, Slot.WHEN: frame.when, Slot.PLACE: frame.place, Slot.TOPIC: frame.topic}
    return frozenset(slot for slot, filled in said.items() if filled)


def amend(meeting: MeetingId | None, version: int, draft: MeetingDraft, by: Speaker, ledger: Ledger) -> Meeting:
    """Write a form down: all of a meeting anew, or a new one. Raises Gone, or Refused when it was changed meanwhile."""
    _refuse_ahead(draft.when, by.today)
    if meeting is None:
        return add(draft, by, ledger)
    present = _own(meeting, by, ledger)
    if present.version != version:
        raise Refused("This meeting was changed while the form was open. Close it and press Edit again.")
    ledger.meanings.doubt(by.person.id, {person.id for person in present.people} - set(draft.people))
    return _followed(ledger.meetings.amend(by.person.id, meeting, draft, by.at), by, ledger, present)


def take_back(meeting: MeetingId, by: Speaker, ledger: Ledger) -> Meeting:
    """Undo it; again is the same. Whom its names meant is asked about once more. Raises Gone."""
    undone = _followed(ledger.meetings.undo(by.person.id, meeting, by.at), by, ledger)
    ledger.meanings.doubt(by.person.id, [person.id for person in undone.people])
    return undone


def add_note(meeting: MeetingId, words: str, by: Speaker, ledger: Ledger) -> Meeting:
    """Add words below the notes there are. Raises Gone."""
    before = as_draft(_own(meeting, by, ledger))
    notes = "\n".join(filter(None, (before.notes, words.strip())))
    return ledger.meetings.amend(by.person.id, meeting, replace(before, notes=notes), by.at)


def note_to_latest(words: str, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """The words stand with the meeting written down last. Raises Refused where there is none."""
    last = ledger.meetings.last_written(by.person.id)
    if last is None:
        raise Refused("There is no meeting to add it to yet. Tell me of one: “met Linn yesterday”.")
    matter = Matter(Subject.MEETING, add_note(last.id, words, by, ledger).id)
    keep_up(matter, by.person, ledger, now)
    return matter


def restore(meeting: MeetingId, by: Speaker, ledger: Ledger) -> Meeting:
    """Put it back. Raises Gone."""
    return _followed(ledger.meetings.restore(by.person.id, meeting, by.at), by, ledger)


def as_draft(meeting: Meeting) -> MeetingDraft:
    """The meeting as it stands, to be written down with something changed."""
    people = tuple(person.id for person in meeting.people)
    return MeetingDraft(people, meeting.when, meeting.place, meeting.topic, meeting.notes, meeting.assumed)


def to_edit(meeting: MeetingId, by: Speaker, ledger: Ledger) -> Meeting:
    """The meeting, for a form. Raises Gone, or Refused for one that was undone."""
    present = _own(meeting, by, ledger)
    if present.undone_at:
        raise Refused("That meeting was undone. Put it back first.")
    return present


def when_of(day: date | None, at: time | None, before: When | None) -> When:
    """The moment that a form holds; a day that was not touched keeps its grain ("last week" stays a week)."""
    if before and day == before.start and at == before.at:
        return before
    if day is None:
        return When(Grain.VAGUE)
    return When(Grain.MINUTE, day, at=at) if at else When(Grain.DAY, day)


def _followed(meeting: Meeting, by: Speaker, ledger: Ledger, before: Meeting | None = None) -> Meeting:
    """What follows from a meeting that was noted or changed: ties, and rhythms, which count from the last one."""
    tending.met(meeting, ledger, before)
    people = dict.fromkeys(person.id for each in (meeting, before) if each for person in each.people)
    rhythms.met(by.person.id, people, ledger, by.at)
    return meeting


def _own(meeting: MeetingId, by: Speaker, ledger: Ledger) -> Meeting:
    present = ledger.meetings.get(by.person.id, meeting)
    if present is None:
        raise Gone("That meeting isn't there any more.")
    return present


def _refuse_ahead(when: When, today: date) -> None:
    """Only what has happened is noted; the grain of a week or month may reach past today."""
    if when.start and when.start > today:
        raise StillAhead("That day is still to come. Tell me once you have met, and I'll note it.")
