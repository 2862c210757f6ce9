"""What is meant: from the words of a sentence to a frame, step by step; names stay words."""

import re
from collections.abc import Iterable

from assistant.facts import Grain, PersonSaid, When
from assistant.people.index import Directory
from assistant.people.resolve import Unknown, resolve
from assistant.phrases import commands, dates, meeting, sentences
from assistant.phrases.frame import Correction, Frame, Intent, Role
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import MENTION, readable

_HELP = re.compile(
    r"(?:/?help(?:\s+me)?|hi|hello|hey|(?:hi|hello)\s+there|good\s+(?:morning|afternoon|evening)|start|usage|commands?|\?+|"
    r"who\s+are\s+you|what'?s\s+this|"
    r"(?:so\s+)?(?:what|how)\s+(?:can|do|does|should|could|are|is|sort|kinds?|things)\b.{0,40}\b(?:you|this|it|i)\b.{0,40})"
    r"[\s!?.]*",
    re.IGNORECASE,
)
_UNDO = re.compile(
    r"(?:please\s+)?(?:undo|delete|remove|scrap|scratch|cancel|forget|take\s+back)"
    r"(?:\s+(?:that|it|this|my|the|last|latest|one|entry|meeting|note|please|back))*[\s!.]*",
    re.IGNORECASE,
)
_ASIDE = 3  # words of a sentence before the meeting that say nothing: "New contact!", "Hi there."


def understand(heard: Heard, names: Directory) -> Understood:
    """What the sentence asks for.

    The steps, in order: make the words readable; whole sentences that mean one thing; set the dates aside; find the
    meeting in what remains; put the dates back.
    """
    command, text = commands.within(heard.command, readable(heard.words))
    if not text or _HELP.fullmatch(text):
        return Understood(Frame(Intent.HELP), Surety.ACT)
    if _UNDO.fullmatch(text):
        return Understood(Frame(Intent.CORRECT, kind=Correction.UNDO), Surety.ACT)
    return _meeting(sentences.split(text), command, heard, names)


def _meeting(told: list[str], command: str, heard: Heard, names: Directory) -> Understood:
    """The first sentence that tells of a meeting; what else was said is kept as its notes."""
    now = dates.Now(heard.now, heard.day_first)
    outcome = Understood(Frame(Intent.NONE), Surety.HELP)
    for place, sentence in enumerate(told[:1] if command == "/met" else told):
        found = dates.find(sentence, now) if len(sentence) <= sentences.LONGEST else []
        bare = _without(sentence, found)
        said = meeting.in_command(bare) if command == "/met" else meeting.in_sentence(bare)
        if said and said.people:
            before = [one for one in told[:place] if len(one.split()) > _ASIDE]
            notes = "\n".join(filter(None, (*before, said.notes, *told[place + 1 :])))
            frame = Frame(
                Intent.RECORD_MEETING, {Role.WITH: said.people}, _when(found, now), said.place, said.topic, notes=notes
            )
            plain = command == "/met" or _is_plain(said.people) or _anybody_known(said.people, heard, names)
            return Understood(frame, Surety.ACT if plain else Surety.HELP)
        outcome = Understood(Frame(Intent.RECORD_MEETING), Surety.ACT) if said else outcome
    return outcome


def _without(text: str, found: list[dates.Found]) -> str:
    """The text with its dates left out; a comma holds their place where the sentence goes on."""
    for moment in reversed(found):
        before, after = text[: moment.start].rstrip(), text[moment.end :].lstrip()
        before = re.sub(r"\s(?:on|at|in|since|from|back)$", "", before, flags=re.IGNORECASE)
        glue = "" if not before or not after or after[0] in ",.;:!?)" else " "
        text = f"{before}{glue}{after}"
    return text.strip(" ,")


def _when(found: list[dates.Found], now: dates.Now) -> When | None:
    """The moment of the meeting: the first one that has a day, else the first; a bare clock time is today's."""
    moments = [each.when for each in found]
    when = next((each for each in moments if each.start), moments[0] if moments else None)
    if when and when.start is None and when.at:
        return dates.on_day(when, now.today)
    return when if when is None or when.start or when.grain is Grain.VAGUE else None


def _is_plain(people: Iterable[PersonSaid]) -> bool:
    """A mention, or a name written as one: meant as said, though nobody of that name is known."""
    return any(MENTION.match(one.text) or one.text[:1].isupper() for one in people)


def _anybody_known(people: Iterable[PersonSaid], heard: Heard, names: Directory) -> bool:
    """Somebody of that name, or nearly that name, is known; else "met expectations" would ask who that is."""
    if heard.speaker is None:
        return False
    return any(not isinstance(found := resolve(one, names, heard.speaker), Unknown) or found.nearest for one in people)
