"""What is meant: from the words of a sentence to a frame, step by step. No memory is asked; names stay words."""

import re
from dataclasses import replace
from datetime import datetime

from assistant.facts import Grain, MeetingSaid, When
from assistant.phrases import dates, meeting, sentences
from assistant.phrases.frames import AskHelp, Frame, MetNobody, NewForm, RecordMeeting, Unclear, UndoLast
from assistant.phrases.words import MENTION, readable
from assistant.said import Surface

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
_MEETING_COMMANDS = re.compile(r"met\b\s*", re.IGNORECASE)


def understand(words: str, surface: Surface, command: str, now: datetime, day_first: bool = True) -> Frame:
    """The frame of a sentence; `now` is the speaker's own wall clock, without a zone.

    The steps, in order: make the words readable; whole sentences that mean one thing; set the dates aside; find the
    meeting in what remains; put the dates back.
    """
    text = readable(words)
    if command == "/wellmet":
        text, command = _subcommand(text)
    if not text:
        return NewForm() if command == "/met" else AskHelp()
    if _HELP.fullmatch(text):
        return AskHelp()
    if _UNDO.fullmatch(text):
        return UndoLast()
    return _meeting(sentences.split(text), command, dates.Now(now, day_first))


def _meeting(told: list[str], command: str, now: dates.Now) -> Frame:
    """The first sentence that tells of a meeting; what else was said is kept as its notes."""
    outcome: Frame = Unclear()
    for place, sentence in enumerate(told[:1] if command == "/met" else told):
        found = dates.find(sentence, now) if len(sentence) <= sentences.LONGEST else []
        bare = _without(sentence, found)
        said = meeting.in_command(bare) if command == "/met" else meeting.in_sentence(bare)
        if said and said.people:
            before = [one for one in told[:place] if len(one.split()) > _ASIDE]
            notes = "\n".join(filter(None, (*before, said.notes, *told[place + 1 :])))
            return RecordMeeting(replace(said, when=_when(found, now), notes=notes), plain=_is_plain(said, command))
        outcome = MetNobody() if said else outcome
    return outcome


def _subcommand(text: str) -> tuple[str, str]:
    """`/wellmet met …` is `/met …`; any other words are a sentence."""
    met = _MEETING_COMMANDS.match(text)
    return (text[met.end() :], "/met") if met else (text, "")


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


def _is_plain(said: MeetingSaid, command: str) -> bool:
    """A command, a mention or a name written as one: meant as said, though nobody of that name is known."""
    return command == "/met" or any(MENTION.match(one.text) or one.text[:1].isupper() for one in said.people)
