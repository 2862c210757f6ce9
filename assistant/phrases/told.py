"""A meeting by grammar: for sentences of known form where the models are in doubt, mostly about somebody new."""

import re
from collections.abc import Iterable

from assistant.facts import PersonSaid
from assistant.people.index import Directory
from assistant.people.resolve import Unknown, resolve
from assistant.phrases import dates, meeting, sentences
from assistant.phrases.frame import Frame, Intent, Role
from assistant.phrases.moments import meant, valued
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import MENTION

ASIDE = 3  # words of a sentence before the meeting that say nothing: "New contact!", "Hi there."


def meeting_told(text: str, command: str, heard: Heard, names: Directory) -> Understood:
    """The first sentence that tells of a meeting; what else was said is kept as its notes."""
    now = dates.Now(heard.now, heard.day_first)
    outcome = Understood(Frame(Intent.NONE), Surety.HELP)
    told = sentences.split(text)
    for place, sentence in enumerate(told[:1] if command == "/met" else told):
        said_when = dates.said_in(sentence, heard.day_first) if len(sentence) <= sentences.LONGEST else []
        found = valued(said_when, Intent.RECORD_MEETING, sentence, now)
        bare = _without(sentence, found)
        said = meeting.in_command(bare) if command == "/met" else meeting.in_sentence(bare)
        if said and said.people:
            before = [one for one in told[:place] if len(one.split()) > ASIDE]
            notes = "\n".join(filter(None, (*before, said.notes, *told[place + 1 :])))
            when = meant(found, Intent.RECORD_MEETING)
            frame = Frame(Intent.RECORD_MEETING, {Role.WITH: said.people}, when, said.place, said.topic, notes=notes)
            plain = command == "/met" or _is_plain(said.people) or _anybody_known(said.people, heard, names)
            return Understood(frame, Surety.ACT if plain else Surety.HELP)
        outcome = Understood(Frame(Intent.RECORD_MEETING), Surety.ACT) if said else outcome
    return outcome


def _without(text: str, found: list[dates.Found]) -> str:
    """The text with its dates left out; a comma holds their place where the sentence goes on."""
    for each in reversed(found):
        before, after = text[: each.start].rstrip(), text[each.end :].lstrip()
        before = re.sub(r"\s(?:on|at|in|of|since|from|back|during|around|about)$", "", before, flags=re.IGNORECASE)
        glue = "" if not before or not after or after[0] in ",.;:!?)" else " "
        text = f"{before}{glue}{after}"
    return text.strip(" ,")


def _is_plain(people: Iterable[PersonSaid]) -> bool:
    """A mention, or a name written as one: meant as said, though nobody of that name is known."""
    return any(MENTION.match(one.text) or one.text[:1].isupper() for one in people)


def _anybody_known(people: Iterable[PersonSaid], heard: Heard, names: Directory) -> bool:
    """Somebody of that name, or nearly that name, is known; else "met expectations" would ask who that is."""
    if heard.speaker is None:
        return False
    return any(not isinstance(found := resolve(one, names, heard.speaker), Unknown) or found.nearest for one in people)
