"""Questions to members: what was said, who was offered, what was answered."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from assistant.errors import Gone
from assistant.facts import Ending, MeetingSaid, Question, QuestionDraft
from assistant.ids import MeetingId, PersonId, QuestionId, WorkspaceId
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
            "workspace": self._workspace, "asker": question.asker, "said": encode(question.said),
            "said_at": question.said_at, "conversation": question.conversation, "expires_at": question.expires_at,
            "name": question.name, "candidates": _ids(question.candidates), "fits": question.fits, "settled": "[]",
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

    def turn_to(self, question: QuestionId, name: str, candidates: Sequence[PersonId], fits: bool) -> Question:
        return self._change(question, name=name, candidates=_ids(candidates), fits=fits)

    def close(
        self, question: QuestionId, ending: Ending, meeting: MeetingId | None = None, in_words: bool = False
    ) -> Question:
        return self._change(question, ending=ending, meeting=meeting, in_words=in_words)

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
        said=decode(MeetingSaid, row.said),
        said_at=row.said_at,
        conversation=row.conversation,
        expires_at=row.expires_at,
        name=row.name,
        candidates=tuple(PersonId(int(one)) for one in row.candidates.split(",") if one),
        settled=decode(tuple[tuple[str, PersonId], ...], row.settled),
        ending=Ending(row.ending) if row.ending else None,
        meeting=MeetingId(row.meeting) if row.meeting else None,
        in_words=row.in_words,
        fits=row.fits,
    )
