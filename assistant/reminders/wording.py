"""What a reminder is about, in its owner's words, with everybody in it by their full name: "call Tom Berger"."""

import re
from collections.abc import Sequence

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.phrases import dates
from assistant.phrases.en.reminders import deed
from assistant.phrases.frame import Frame, Role
from assistant.speaker import Speaker


def worded(frame: Frame, about: Sequence[PersonId], by: Speaker, ledger: Ledger) -> str:
    """What is to be done, or else the topic; whom it names are the people it is about, in the same order."""
    said = [one.text for one in frame.people.get(Role.ABOUT, ()) if not one.speaker]
    moments = [(one.start, one.end) for one in dates.said_in(frame.notes, by.day_first, _within(frame.notes, said))]
    topic = deed(frame.notes, said, moments) or frame.topic
    if len(said) != len(about):
        return topic
    people = ledger.people.by_ids(about)
    return _renamed(topic, said, [people[one].name for one in about])


def of_others(topic: str, before: Sequence[Person], after: Sequence[PersonId], ledger: Ledger) -> str:
    """The same about other people, who take the place of those it names."""
    if len(before) != len(after):
        return topic
    people = ledger.people.by_ids(after)
    return _renamed(topic, [one.name for one in before], [people[one].name for one in after])


def _renamed(topic: str, called: Sequence[str], names: Sequence[str]) -> str:
    """All at once, so that no name is looked for within another that has just been put in."""
    known = dict(zip(called, names, strict=True))
    if not any(known):
        return topic
    any_of_them = "|".join(re.escape(one) for one in sorted(filter(None, known), key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{any_of_them})(?!\w)", lambda found: known[found[0]], topic)


def _within(text: str, names: Sequence[str]) -> dates.Veto:
    """Whether the characters are part of a name: May is somebody, where she is named."""
    spans = [(found.start(), found.end()) for name in names if name for found in re.finditer(re.escape(name), text)]
    return lambda start, end: any(first <= start and end <= last for first, last in spans)
