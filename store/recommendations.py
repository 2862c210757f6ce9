"""Recommendations: statements; rows in, facts out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, text, update

from assistant.ids import PersonId, RecommendationId, WorkspaceId
from assistant.recommendations.record import Consent, Recommendation
from assistant.reply import Subject
from store.noted import SqlNoted
from store.tables import recommendations

_HERE = recommendations.c.workspace == bindparam("here")
_STANDS = recommendations.c.ended_at.is_(None)
_SHOWN = text("recommendations.consent = 'show' and recommendations.ended_at is null")  # as the index has it
_ALL = select(recommendations).where(_HERE).order_by(recommendations.c.id.desc()).limit(bindparam("most"))
_BY = _ALL.where(_STANDS, recommendations.c.author == bindparam("author"))
_OF = _ALL.where(_SHOWN, recommendations.c.person == bindparam("person_is"))
_EVERY = _ALL.where(_SHOWN)
_ONE = select(recommendations).where(_HERE, recommendations.c.id == bindparam("number"))
_ADD = insert(recommendations).returning(recommendations)
_SAVE = (
    update(recommendations)
    .where(_HERE, recommendations.c.id == bindparam("number"))
    .values(consent=bindparam("new_consent"), ended_at=bindparam("new_end"))
)


class SqlRecommendations:
    """`assistant.ledger.Recommendations` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, noted: SqlNoted) -> None:
        self._connection, self._workspace, self._noted = connection, workspace, noted

    def add(self, author: PersonId, person: PersonId, topic: str, at: datetime) -> Recommendation:
        row = {"workspace": self._workspace, "author": author, "person": person, "topic": topic, "written_at": at}
        said = _as_recommendation(self._connection.execute(_ADD, row).one())
        self._noted.follow(Subject.RECOMMENDATION, said.id)
        return said

    def get(self, recommendation: RecommendationId) -> Recommendation | None:
        return next(iter(self._read(_ONE, number=recommendation)), None)

    def save(self, recommendation: Recommendation) -> None:
        new = {"new_consent": recommendation.consent, "new_end": recommendation.ended_at}
        self._connection.execute(_SAVE, {"here": self._workspace, "number": recommendation.id, **new})
        self._noted.follow(Subject.RECOMMENDATION, recommendation.id)

    def by(self, author: PersonId, limit: int) -> Sequence[Recommendation]:
        return self._read(_BY, author=author, most=limit)

    def of(self, person: PersonId, limit: int) -> Sequence[Recommendation]:
        return self._read(_OF, person_is=person, most=limit)

    def shown(self, limit: int) -> Sequence[Recommendation]:
        return self._read(_EVERY, most=limit)

    def _read(self, statement: Any, **values: object) -> list[Recommendation]:
        rows = self._connection.execute(statement, {"here": self._workspace, **values})
        return [_as_recommendation(row) for row in rows]


def _as_recommendation(row: Row[Any]) -> Recommendation:
    return Recommendation(
        RecommendationId(row.id), PersonId(row.author), PersonId(row.person), row.topic, row.written_at,
        Consent(row.consent) if row.consent else None, row.ended_at,
    )  # fmt: skip
