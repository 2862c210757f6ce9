"""Questions to members: what was said, who was offered, what was answered."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from assistant.asked import Asking, Ending, Question, QuestionDraft
from assistant.errors import Gone
from assistant.ids import PersonId, QuestionId, WorkspaceId
from assistant.phrases.frame import Frame
from store.codec import decode, encode
from store.tables import questions

_HERE = questions.c.workspace == bindparam("here")
_ONE = select(questions).where(_HERE, questions.c.id == bindparam("question"))
_OPEN = (
    select(questions)
    .where(
        _HERE,
        questions.c.asker == bindparam("of"),
        questions.c.conversation == bindparam("in_conversation"),
        questions.c.ending.is_(None),
    )
    .order_by(questions.c.id.desc())
    .limit(1)
)
_ADD = insert(questions).returning(questions)
_CHANGE = update(questions).where(_HERE, questions.c.id == bindparam("question")).returning(questions)


class SqlQuestions:
    """`assistant.ledger.Questions` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def ask(self, question: QuestionDraft) -> Question:
        row = {
            "workspace": self._workspace, "asker": question.asker, "asking": question.asking,
            "said": encode(question.said), "second": encode(question.second), "said_at": question.said_at,
            "conversation": question.conversation, "expires_at": question.expires_at, "name": question.name,
            "candidates": _ids(question.candidates), "fits": question.fits, "settled": "[]", "came_to": "",
            "in_words": False,
        }  # fmt: skip
        return _as_question(self._connection.execute(_ADD, row).one())

    def get(self, asker: PersonId, question: QuestionId) -> Question | None:
        found = self.find(question)
        return found if found and found.asker == asker else None

    def find(self, question: QuestionId) -> Question | None:
        return self._first(_ONE, question=question)

    def open_in(self, asker: PersonId, conversation: str) -> Question | None:
        return self._first(_OPEN, of=asker, in_conversation=conversation)

    def settle(self, question: QuestionId, name: str, person: PersonId) -> Question:
        present = self.find(question)
        return self._change(question, settled=encode([*(present.settled if present else ()), (name, person)]))

    def choose(self, question: QuestionId, meaning: Frame) -> Question:
        return self._change(question, said=encode(meaning), second=encode(None))

    def turn_to_why(self, question: QuestionId) -> Question:
        return self._change(question, asking=Asking.WHY, name="", candidates="")

    def turn_to_when(self, question: QuestionId) -> Question:
        return self._change(question, asking=Asking.WHEN, name="", candidates="")

    def turn_to_record(self, question: QuestionId) -> Question:
        return self._change(question, asking=Asking.RECORD, name="", candidates="")

    def turn_to(self, question: QuestionId, name: str, candidates: Sequence[PersonId], fits: bool) -> Question:
        return self._change(question, asking=Asking.WHO, name=name, candidates=_ids(candidates), fits=fits)

    def close(self, question: QuestionId, ending: Ending, came_to: str = "", in_words: bool = False) -> Question:
        return self._change(question, ending=ending, came_to=came_to, in_words=in_words)

    def _first(self, statement: Select[Any], **wanted: object) -> Question | None:
        row = self._connection.execute(statement, {"here": self._workspace, **wanted}).first()
        return _as_question(row) if row else None

    def _change(self, question: QuestionId, **columns: object) -> Question:
        wanted = {"here": self._workspace, "question": question}
        row = self._connection.execute(_CHANGE.values(**columns), wanted).first()
        if row is None:
            raise Gone("That question isn't open any more.")
        return _as_question(row)


def _ids(people: Sequence[PersonId]) -> str:
    return ",".join(str(person) for person in people)


def _as_question(row: Row[Any]) -> Question:
    return Question(
        id=QuestionId(row.id),
        asker=PersonId(row.asker),
        asking=Asking(row.asking),
        said=decode(Frame, row.said),
        second=decode(Frame | None, row.second),  # type: ignore[arg-type]  # a union is a form, not a type
        said_at=row.said_at,
        conversation=row.conversation,
        expires_at=row.expires_at,
        name=row.name,
        candidates=tuple(PersonId(int(one)) for one in row.candidates.split(",") if one),
        settled=decode(tuple[tuple[str, PersonId], ...], row.settled),
        ending=Ending(row.ending) if row.ending else None,
        came_to=row.came_to,
        in_words=row.in_words,
        fits=row.fits,
    )
