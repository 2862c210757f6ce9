"""What is asked of the memory about questions that may still be answered."""

from collections.abc import Sequence
from typing import Protocol

from assistant.asked import Ending, Question, QuestionDraft
from assistant.ids import (
    PersonId,
    QuestionId,
)
from assistant.phrases.frame import Frame


class Questions(Protocol):
    """What was asked and may still be answered."""

    def ask(self, question: QuestionDraft) -> Question: ...

    def get(self, asker: PersonId, question: QuestionId) -> Question | None:
        """The question, open or not; None also when somebody else was asked."""
        ...

    def find(self, question: QuestionId) -> Question | None:
        """The question, whoever was asked; for what falls due."""
        ...

    def open_in(self, asker: PersonId, conversation: str) -> Question | None:
        """The latest open question to the asker in that conversation."""
        ...

    def settle(self, question: QuestionId, name: str, person: PersonId) -> Question:
        """These words mean this person; a question about another name may remain."""
        ...

    def choose(self, question: QuestionId, meaning: Frame) -> Question:
        """The sentence means this; a question about a name in it may follow."""
        ...

    def turn_to_why(self, question: QuestionId) -> Question:
        """The same question, now about why."""
        ...

    def turn_to_when(self, question: QuestionId) -> Question:
        """The same question, now about when."""
        ...

    def turn_to_record(self, question: QuestionId) -> Question:
        """The same question, now about which record is meant."""
        ...

    def turn_to(self, question: QuestionId, name: str, candidates: Sequence[PersonId], fits: bool) -> Question:
        """The same question, now about another name of the same sentence."""
        ...

    def close(self, question: QuestionId, ending: Ending, came_to: str = "", in_words: bool = False) -> Question:
        """It stands no longer; `came_to` is the key of the matter that came of it."""
        ...
