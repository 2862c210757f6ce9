"""Whom a member and Wellmet spoke of last in a conversation: a while later, "her" still means that one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.facts import Person, PersonSaid
from assistant.ids import MeetingId, PersonId
from assistant.ledger import Ledger
from assistant.phrases.en.pronouns import is_pronoun
from assistant.phrases.frame import Frame, Intent, Role
from assistant.recall.look import Look
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

A_WHILE = timedelta(minutes=15)
_OF_PEOPLE = frozenset(
    (
        Subject.MEETING, Subject.REMINDER, Subject.INTRODUCTION, Subject.THANKS, Subject.REFERRAL,
        Subject.PARTNERSHIP, Subject.RECOMMENDATION,
    )
)  # fmt: skip
_LATEST = 20  # records of a kind among which the one spoken of is looked for


def remember(matter: Matter, by: Speaker, ledger: Ledger) -> None:
    """Keep what was spoken of, if it is about anybody; what is about nobody changes nothing."""
    look = Look.of(matter)
    if matter.subject in _OF_PEOPLE or (look and look.person):
        ledger.seen.remember(by.person.id, _place(by), by.at, matter.key)


def people(by: Speaker, ledger: Ledger) -> Sequence[Person]:
    """Who was spoken of last, not long ago; nobody where it was nobody, or is too long ago."""
    matter = Matter.of_key(ledger.seen.repeated(by.person.id, _place(by), by.at, A_WHILE) or "")
    found = ledger.people.by_ids(_named_in(matter, by, ledger)) if matter else {}
    return [one for one in found.values() if one.id != by.person.id and one.owner in (None, by.person.id)]


def leans_on_it(frame: Frame) -> bool:
    """Whether it is a question about "her", who has no name in it."""
    return frame.intent is Intent.RECALL and any(map(_stands_alone, frame.people.get(Role.ABOUT, ())))


def meant(frame: Frame, by: Speaker, ledger: Ledger) -> Frame:
    """A question with the one spoken of last for its pronoun, where that was one alone."""
    spoken_of = people(by, ledger) if leans_on_it(frame) else ()
    if len(spoken_of) != 1:
        return frame
    asked = frame.people[Role.ABOUT]
    about = tuple(replace(one, known=spoken_of[0].id) if _stands_alone(one) else one for one in asked)
    return replace(frame, people={**frame.people, Role.ABOUT: about})


def _stands_alone(one: PersonSaid) -> bool:
    return is_pronoun(one.text) and not one.means and one.known is None


def _place(by: Speaker) -> str:
    return f"spoken of in {by.conversation}"


def _named_in(matter: Matter, by: Speaker, ledger: Ledger) -> Sequence[PersonId]:
    if matter.subject is Subject.MEETING:
        meeting = ledger.meetings.get(by.person.id, MeetingId(matter.id))
        return [one.id for one in meeting.people] if meeting else ()
    look = Look.of(matter)
    if look:
        return [look.person] if look.person else ()
    latest = ledger.noted.of(by.person.id, matter.subject, _LATEST)
    return next(
        (one.people for one in latest if (one.record.subject, one.record.id) == (matter.subject, matter.id)), ()
    )
