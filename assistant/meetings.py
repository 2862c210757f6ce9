"""Meetings: a member's own note of whom they met. Members met are told nothing."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from assistant.errors import Gone, Refused, StillAhead
from assistant.facts import (
    Grain,
    Meeting,
    MeetingDraft,
    MeetingSaid,
    Person,
    PersonSaid,
    QuestionDraft,
    Slot,
    Standing,
    When,
)
from assistant.ids import MeetingId, PersonId, QuestionId
from assistant.jobs import Expire
from assistant.ledger import Ledger
from assistant.people.resolve import Sure, Unsure, resolve
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

OPEN_FOR = timedelta(days=1)  # a question nobody answered; after a day its sentence is forgotten by its writer too


def note(said: MeetingSaid, by: Speaker, ledger: Ledger, asked: QuestionId | None = None) -> Matter:
    """Write down that the speaker met people; or ask, before anything is written, who is meant.

    `asked` is the question whose answers count, when the sentence has been asked about already. Raises Refused for a
    meeting that lies ahead, or with an account that nobody can meet.
    """
    when = said.when or When(Grain.DAY, by.today)
    _refuse_ahead(when, by.today)
    question = ledger.questions.get(by.person.id, asked) if asked else None
    settled = dict(question.settled) if question else {}
    directory = ledger.people.directory()
    met: dict[PersonId, None] = {}
    for reference in said.people:
        if reference.text in settled:
            met[settled[reference.text]] = None
            continue
        match resolve(reference, directory, by.person.id):
            case Sure(person):
                met[person.id] = None
            case Unsure(people):
                return _ask(reference, people, True, said, by, ledger, asked)
            case unknown:
                _refuse_impossible(reference, unknown.nearest)
                return _ask(reference, unknown.nearest, False, said, by, ledger, asked)
    if not met.keys() - {by.person.id}:
        raise Refused("That names only you. Whom did you meet?")
    met.pop(by.person.id, None)
    assumed = frozenset() if said.when else frozenset({Slot.WHEN})
    draft = MeetingDraft(tuple(met), when, said.place, said.topic, said.notes, assumed)
    meeting = ledger.meetings.add(by.person.id, draft, by.at)
    return Matter(Subject.MEETING, meeting.id)


def amend(meeting: MeetingId | None, version: int, draft: MeetingDraft, by: Speaker, ledger: Ledger) -> Meeting:
    """Write a form down: all of a meeting anew, or a new one. Raises Gone, or Refused when it was changed meanwhile."""
    _refuse_ahead(draft.when, by.today)
    if meeting is None:
        return ledger.meetings.add(by.person.id, draft, by.at)
    present = _own(meeting, by, ledger)
    if present.version != version:
        raise Refused("This meeting was changed while the form was open. Close it and press Edit again.")
    return ledger.meetings.amend(by.person.id, meeting, draft, by.at)


def add_note(meeting: MeetingId, words: str, by: Speaker, ledger: Ledger) -> Meeting:
    """Add words below the notes there are. Raises Gone."""
    present = _own(meeting, by, ledger)
    draft = MeetingDraft(
        tuple(person.id for person in present.people),
        present.when,
        present.place,
        present.topic,
        "\n".join(filter(None, (present.notes, words.strip()))),
        present.assumed,
    )
    return ledger.meetings.amend(by.person.id, meeting, draft, by.at)


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


def _own(meeting: MeetingId, by: Speaker, ledger: Ledger) -> Meeting:
    present = ledger.meetings.get(by.person.id, meeting)
    if present is None:
        raise Gone("That meeting isn't there any more.")
    return present


def _refuse_ahead(when: When, today: date) -> None:
    """Only what has happened is noted; the grain of a week or month may reach past today."""
    if when.start and when.start > today:
        raise StillAhead("That day is still to come. Tell me once you have met, and I'll note it.")


def _refuse_impossible(reference: PersonSaid, found: tuple[Person, ...]) -> None:
    """A mention that names nobody who can be met is refused; a former member may still become a contact."""
    if not reference.account:
        return
    standing = found[0].standing if found else Standing.UNKNOWN
    if standing is Standing.BOT:
        raise Refused(f"{found[0].name} is an app. I only note meetings with people.")
    if standing is Standing.UNKNOWN:
        raise Refused(
            "I can't see the account you mentioned in this workspace. Type the name instead, and I'll keep a contact."
        )


def _ask(
    reference: PersonSaid,
    people: tuple[Person, ...],
    fits: bool,
    said: MeetingSaid,
    by: Speaker,
    ledger: Ledger,
    asked: QuestionId | None,
) -> Matter:
    """Ask the speaker about one reference; the question that is open already moves on to it."""
    times = ledger.meetings.met(by.person.id, [person.id for person in people]) if fits else {}
    # Whom the speaker met stands first; the words alone never decide between people of one name.
    ranked = sorted(people, key=lambda person: -_times(times, person.id)) if fits else list(people)
    candidates = tuple(person.id for person in ranked if person.can_be_met)
    if asked:
        ledger.questions.turn_to(asked, reference.text, candidates, fits)
        return Matter(Subject.QUESTION, asked)
    question = ledger.questions.ask(
        QuestionDraft(by.person.id, said, by.at, by.conversation, by.at + OPEN_FOR, reference.text, candidates, fits)
    )
    ledger.outbox.put(Expire(question.id), f"expire:question:{question.id}", "expiry", question.expires_at)
    return Matter(Subject.QUESTION, question.id)


def _times(met: Mapping[PersonId, tuple[int, date | None]], person: PersonId) -> int:
    return met[person][0] if person in met else 0
