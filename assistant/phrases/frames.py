"""What a sentence comes to: a closed union of frames, one per thing that Wellmet can do."""

from dataclasses import dataclass

from assistant.facts import MeetingSaid


@dataclass(frozen=True, slots=True)
class RecordMeeting:
    """The speaker met people."""

    said: MeetingSaid
    plain: bool  # it says so in so many words; else it only reads as if, and nobody unknown may come of it


@dataclass(frozen=True, slots=True)
class AskHelp:
    """What can you do?"""


@dataclass(frozen=True, slots=True)
class NewForm:
    """A command without words asks for its form."""


@dataclass(frozen=True, slots=True)
class UndoLast:
    """Take back what was noted last."""


@dataclass(frozen=True, slots=True)
class MetNobody:
    """A meeting, but no name in it."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing that Wellmet can do was recognised."""


Frame = RecordMeeting | AskHelp | NewForm | UndoLast | MetNobody | Unclear
"""Everything that understanding can come to."""
