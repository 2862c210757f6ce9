"""Introductions: statements about how far each has come, who was asked, and every move."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, or_, select, update

from assistant.ids import IntroductionId, PersonId, WorkspaceId
from assistant.introductions.moves import MADE, OPEN
from assistant.introductions.record import (
    Answer,
    Asked,
    Bidden,
    Closing,
    Introduction,
    IntroductionDraft,
    Moved,
    Origin,
    Side,
    Stage,
    Wanted,
)
from assistant.reply import Subject
from store.dialect import upsert
from store.noted import SqlNoted
from store.tables import introduction_asks, introduction_moves, introductions

_HERE = introductions.c.workspace == bindparam("here")
_ONE = select(introductions).where(_HERE, introductions.c.id == bindparam("of_one"))
_HOLD = _ONE.with_for_update()
_ADD = insert(introductions).returning(introductions.c.id)
_SAVE = update(introductions).where(_HERE, introductions.c.id == bindparam("of_one")).returning(introductions.c.id)
_MOVED = insert(introduction_moves)
_ASKED = (
    select(introduction_asks)
    .where(introduction_asks.c.introduction == bindparam("of_one"))
    .order_by(introduction_asks.c.at, introduction_asks.c.person)
)
_ASKED_ABOUT = (
    select(introduction_asks.c.introduction, introduction_asks.c.person)
    .join(introductions)
    .where(_HERE, introduction_asks.c.introduction.in_(bindparam("those", expanding=True)))
)
_ANSWER = update(introduction_asks).where(
    introduction_asks.c.introduction == bindparam("of_one"), introduction_asks.c.person == bindparam("of")
)
_TIMES = (
    select(introduction_asks.c.person, introduction_asks.c.at)
    .select_from(introduction_asks.join(introductions))
    .where(
        _HERE,
        introduction_asks.c.person.in_(bindparam("people", expanding=True)),
        introduction_asks.c.side == Side.CONNECTOR,
        introduction_asks.c.bidden.in_((Bidden.NAMED, Bidden.FOUND)),
        introduction_asks.c.at >= bindparam("since"),
    )
)
_OPEN = introductions.c.stage.in_(OPEN)
_WAITING = (
    select(introductions)
    .join(introduction_asks)
    .where(
        _HERE,
        _OPEN,
        introduction_asks.c.person == bindparam("of"),
        or_(introduction_asks.c.answer.is_(None), introduction_asks.c.answer == Answer.NOT_NOW),
    )
    .order_by(introductions.c.id)
)
_OF_REQUESTER = (
    select(introductions)
    .where(_HERE, introductions.c.requester == bindparam("of"))
    .order_by(introductions.c.id.desc())
    .limit(bindparam("most"))
)
_MADE_FOR = (
    select(introductions)
    .where(
        _HERE,
        introductions.c.stage.in_(MADE),
        or_(introductions.c.requester == bindparam("of"), introductions.c.target == bindparam("of")),
    )
    .order_by(introductions.c.made_at.desc(), introductions.c.id.desc())
    .limit(bindparam("most"))
)
_ONE_SIDE = (introductions.c.requester == bindparam("one")) & (introductions.c.target == bindparam("other"))
_OTHER_SIDE = (introductions.c.requester == bindparam("other")) & (introductions.c.target == bindparam("one"))
_BETWEEN = select(introductions).where(_HERE, or_(_ONE_SIDE, _OTHER_SIDE)).order_by(introductions.c.id.desc())
_THROUGH = (
    select(introductions)
    .where(
        _HERE,
        introductions.c.connector == bindparam("by"),
        or_(
            introductions.c.requester == bindparam("of"),
            introductions.c.target == bindparam("of"),
        ),
    )
    .order_by(introductions.c.id.desc())
)
_THREE = (introductions.c.requester, introductions.c.target, introductions.c.connector)
_MADE_WITH = (
    select(introductions)
    .where(
        _HERE,
        introductions.c.stage.in_(MADE),
        or_(*(column == bindparam("of") for column in _THREE)),
        or_(*(column == bindparam("other") for column in _THREE)),
        or_(introductions.c.origin != Origin.LOGGED, introductions.c.author == bindparam("of")),
    )
    .order_by(introductions.c.id.desc())
    .limit(bindparam("most"))
)
_OF = (
    select(introductions)
    .where(
        _HERE,
        _OPEN,
        or_(
            introductions.c.requester == bindparam("of"),
            introductions.c.connector == bindparam("of"),
            introductions.c.target == bindparam("of"),
        ),
    )
    .order_by(introductions.c.id)
)


class SqlIntroductions:
    """`assistant.ledger.Introductions` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, noted: SqlNoted) -> None:
        self._connection, self._workspace, self._noted = connection, workspace, noted

    def add(self, draft: IntroductionDraft, moved: Moved) -> Introduction:
        written = Introduction(
            IntroductionId(0), draft.origin, draft.stage, draft.requester, draft.wanted, draft.why,
            moved.by or draft.requester, draft.connector, draft.named, draft.queue, moved.at, draft.expires_at,
            draft.made_at,
        )  # fmt: skip
        row = {
            "workspace": self._workspace, "origin": draft.origin, "author": written.author, "asked_at": moved.at,
            "version": 1, **_columns(written),
        }  # fmt: skip
        number = self._connection.execute(_ADD, row).scalar_one()
        self._keep(IntroductionId(number), moved)
        self._noted.follow(Subject.INTRODUCTION, number)
        return replace(written, id=IntroductionId(number))

    def get(self, introduction: IntroductionId) -> Introduction | None:
        return self._first(_ONE, of_one=introduction)

    def hold(self, introduction: IntroductionId) -> Introduction | None:
        return self._first(_HOLD, of_one=introduction)

    def save(self, introduction: Introduction, moved: Moved | None = None) -> Introduction:
        saved = replace(introduction, version=introduction.version + 1)
        wanted = {"here": self._workspace, "of_one": introduction.id}
        self._connection.execute(_SAVE.values(**_columns(saved), version=saved.version), wanted).one()
        if moved:
            self._keep(introduction.id, moved)
        self._noted.follow(Subject.INTRODUCTION, introduction.id)
        return saved

    def _keep(self, introduction: IntroductionId, moved: Moved) -> None:
        row = {"introduction": introduction, "by": moved.by, "verb": moved.verb, "stage": moved.stage, "at": moved.at}
        self._connection.execute(_MOVED, row)

    def ask(self, asked: Asked) -> bool:
        row = {
            "introduction": asked.introduction, "person": asked.person, "side": asked.side, "at": asked.at,
            "bidden": asked.bidden,
        }  # fmt: skip
        new = upsert(self._connection.dialect.name, introduction_asks).on_conflict_do_nothing()
        added = self._connection.execute(new.returning(introduction_asks.c.person), row).first() is not None
        if added:
            self._noted.follow(Subject.INTRODUCTION, asked.introduction)  # whom its author named stands there
        return added

    def answer(self, introduction: IntroductionId, person: PersonId, answer: Answer) -> None:
        self._connection.execute(_ANSWER.values(answer=answer), {"of_one": introduction, "of": person})

    def asked(self, introduction: IntroductionId) -> Sequence[Asked]:
        rows = self._connection.execute(_ASKED, {"of_one": introduction})
        return [
            Asked(
                introduction,
                PersonId(row.person),
                Side(row.side),
                row.at,
                Answer(row.answer) if row.answer else None,
                Bidden(row.bidden),
            )
            for row in rows
        ]

    def asked_about(self, introductions: Iterable[IntroductionId]) -> Mapping[IntroductionId, frozenset[PersonId]]:
        asked: dict[IntroductionId, set[PersonId]] = {one: set() for one in introductions}
        wanted = {"here": self._workspace, "those": list(asked)}
        for introduction, person in self._connection.execute(_ASKED_ABOUT, wanted) if asked else ():
            asked[IntroductionId(introduction)].add(PersonId(person))
        return {one: frozenset(people) for one, people in asked.items()}

    def asked_since(self, people: Iterable[PersonId], since: datetime) -> Mapping[PersonId, Sequence[datetime]]:
        wanted = {"here": self._workspace, "people": list(people), "since": since}
        asked: dict[PersonId, list[datetime]] = {}
        for person, at in self._connection.execute(_TIMES, wanted) if wanted["people"] else ():
            asked.setdefault(PersonId(person), []).append(at)
        return asked

    def waiting_on(self, person: PersonId) -> Sequence[Introduction]:
        return self._all(_WAITING, of=person)

    def of_requester(self, person: PersonId, limit: int) -> Sequence[Introduction]:
        return self._all(_OF_REQUESTER, of=person, most=limit)

    def made_for(self, person: PersonId, limit: int) -> Sequence[Introduction]:
        return self._all(_MADE_FOR, of=person, most=limit)

    def between(self, one: PersonId, other: PersonId) -> Sequence[Introduction]:
        return self._all(_BETWEEN, one=one, other=other)

    def through(self, connector: PersonId, person: PersonId) -> Sequence[Introduction]:
        return self._all(_THROUGH, by=connector, of=person)

    def made_with(self, person: PersonId, other: PersonId, limit: int) -> Sequence[Introduction]:
        return self._all(_MADE_WITH, of=person, other=other, most=limit)

    def of(self, person: PersonId) -> Sequence[Introduction]:
        return self._all(_OF, of=person)

    def _first(self, statement: Select[Any], **wanted: object) -> Introduction | None:
        found = self._all(statement, **wanted)
        return found[0] if found else None

    def _all(self, statement: Select[Any], **wanted: object) -> list[Introduction]:
        rows = self._connection.execute(statement, {"here": self._workspace, **wanted})
        return [_as_introduction(row) for row in rows]


def _columns(introduction: Introduction) -> dict[str, Any]:
    """What may change in the life of an introduction."""
    wanted = introduction.wanted
    return {
        "stage": introduction.stage, "requester": introduction.requester, "connector": introduction.connector,
        "named": introduction.named, "target": wanted.target, "organisation": wanted.organisation,
        "seeking": wanted.seeking, "why": introduction.why,
        "queue": ",".join(map(str, introduction.queue)), "expires_at": introduction.expires_at,
        "made_at": introduction.made_at, "closing": introduction.closing, "disclosed": introduction.disclosed,
        "met_at": introduction.met_at,
    }  # fmt: skip


def _as_introduction(row: Row[Any]) -> Introduction:
    return Introduction(
        id=IntroductionId(row.id),
        origin=Origin(row.origin),
        stage=Stage(row.stage),
        requester=PersonId(row.requester),
        wanted=Wanted(PersonId(row.target) if row.target else None, row.organisation, row.seeking),
        why=row.why,
        author=PersonId(row.author),
        connector=PersonId(row.connector) if row.connector else None,
        named=row.named,
        queue=tuple(PersonId(int(one)) for one in row.queue.split(",") if one),
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        made_at=row.made_at,
        closing=Closing(row.closing) if row.closing else None,
        disclosed=row.disclosed,
        met_at=row.met_at,
        version=row.version,
    )
