"""A pretend Slack on one machine. `Playground(manifest)` starts it; `playground.member("Ana")` acts as somebody."""

from playground.cast import SMALL, Cast, Part, Room, larger_cast
from playground.delivery import Outcome
from playground.faults import KINDS, WEATHER
from playground.handles import SeenMessage, SeenView
from playground.manifest import Manifest
from playground.members import Answer, Person
from playground.refusal import CannotDoError, NothingThereError
from playground.town import Playground

__all__ = [
    "KINDS",
    "SMALL",
    "WEATHER",
    "Answer",
    "CannotDoError",
    "Cast",
    "Manifest",
    "NothingThereError",
    "Outcome",
    "Part",
    "Person",
    "Playground",
    "Room",
    "SeenMessage",
    "SeenView",
    "larger_cast",
]
