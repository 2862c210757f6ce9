"""Replies about recommendations."""

from dataclasses import dataclass

from assistant.facts import Person
from assistant.ids import RecommendationId
from assistant.recommendations.record import Recommendation
from assistant.reply.matter import Matter


@dataclass(frozen=True, slots=True)
class RecommendationNoted:
    """To its author: whom they recommend, and whether others see it. What was answered otherwise is not in it."""

    topic: str
    person: Person
    number: RecommendationId
    stands: bool
    is_shown: bool
    asked: bool  # they are, or were, asked whether it may be shown; else it stays the author's
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecommendationForm:
    """A recommendation as it stands, to be set right."""

    before: Matter
    person: Person
    topic: str


@dataclass(frozen=True, slots=True)
class RecommendationAsked:
    """To the person recommended: whether it may be shown, and what they answered."""

    recommendation: Recommendation
    author: Person
