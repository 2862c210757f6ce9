"""What a member noted, in the order of writing, and the words of what is no meeting: a light statement a kind."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, and_, bindparam, func, or_, select

from assistant.business.record import Word
from assistant.clock import today
from assistant.ids import PersonId, WorkspaceId
from assistant.introductions.record import Closing
from assistant.ledger.noted import Words
from assistant.reply import Matter, Subject
from store.tables import (
    introductions,
    listings,
    meetings,
    partnerships,
    recommendations,
    referrals,
    reminder_people,
    reminders,
    settings_changes,
    thanks,
    thanks_to,
)

_OWNER: BindParameter[Any] = bindparam("of")


def _shared(c: Any) -> ColumnElement[bool]:
    """What counts for the owner, as `assistant.business.record.Shared.counts_for` has it, and nobody refused."""
    theirs = or_(c.author == _OWNER, and_(c.other == _OWNER, c.word != Word.OWN))
    said = or_(c.word == Word.CONFIRMED, c.author == _OWNER, c.writer == _OWNER)
    return and_(theirs, said, c.word != Word.REFUSED, c.undone_at.is_(None))


def _newest(subject: Subject, rows: Select[Any]) -> Select[Any]:
    """Those of the owner's records that stand, the latest first."""
    table = rows.selected_columns[0].table
    here = table.c.workspace == bindparam("here")
    return rows.where(here, _MINE[subject]).order_by(table.c.id.desc()).limit(bindparam("most"))


_M, _S = meetings.c, settings_changes.c
_L, _R, _C, _T, _I = listings.c, reminders.c, recommendations.c, thanks.c, introductions.c
_MINE: dict[Subject, ColumnElement[bool]] = {
    Subject.MEETING: and_(_M.owner == _OWNER, _M.undone_at.is_(None)),
    Subject.LISTING: and_(_L.owner == _OWNER, _L.ended_at.is_(None)),
    Subject.REMINDER: and_(_R.owner == _OWNER, _R.done_at.is_(None), _R.undone_at.is_(None)),
    Subject.RECOMMENDATION: and_(_C.author == _OWNER, _C.ended_at.is_(None)),
    Subject.THANKS: and_(_T.giver == _OWNER, _T.undone_at.is_(None)),
    Subject.REFERRAL: _shared(referrals.c),
    Subject.PARTNERSHIP: _shared(partnerships.c),
    Subject.INTRODUCTION: and_(_I.author == _OWNER, or_(_I.closing.is_(None), _I.closing != Closing.WITHDRAWN)),
    # The last change alone: what earlier ones changed does not hold any more.
    Subject.SETTINGS: _S.id
    == select(func.max(_S.id))
    .where(_S.workspace == bindparam("here"), _S.person == _OWNER, _S.undone.is_(False))
    .scalar_subquery(),
}
_LATEST = {
    subject: _newest(subject, select(number, written))
    for subject, number, written in (
        (Subject.MEETING, _M.id, _M.written_at),
        (Subject.LISTING, _L.id, _L.written_at),
        (Subject.REMINDER, _R.id, _R.written_at),
        (Subject.RECOMMENDATION, _C.id, _C.written_at),
        (Subject.THANKS, _T.id, _T.at),
        (Subject.REFERRAL, referrals.c.id, referrals.c.written_at),
        (Subject.PARTNERSHIP, partnerships.c.id, partnerships.c.written_at),
        (Subject.INTRODUCTION, _I.id, _I.asked_at),
        (Subject.SETTINGS, _S.id, _S.at),
    )
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """Rows of (id, day or moment, person, other person, texts…), the latest first; a record may have several."""

    subject: Subject
    topics: int  # how many of the texts say what it is about; the others are notes
    rows: Select[Any]


def _kind(subject: Subject, topics: int, rows: Select[Any]) -> _Kind:
    return _Kind(subject, topics, _newest(subject, rows))


def _business(c: Any, day: Any, *texts: Any) -> Select[Any]:
    return select(c.id, day, c.author, c.other, *texts)


_KINDS = (
    _kind(Subject.LISTING, 1, select(_L.id, _L.written_at, _L.owner, _L.owner, _L.words, _L.audience, _L.kind)),
    _kind(
        Subject.REMINDER,
        1,
        select(_R.id, _R.day, reminder_people.c.person, _R.owner, _R.topic, _R.words).outerjoin(
            reminder_people, reminder_people.c.reminder == _R.id
        ),
    ),
    _kind(Subject.RECOMMENDATION, 1, select(_C.id, _C.written_at, _C.person, _C.author, _C.topic)),
    _kind(
        Subject.THANKS,
        1,
        select(_T.id, _T.at, thanks_to.c.receiver, _T.giver, _T.words).join(thanks_to, thanks_to.c.thanks == _T.id),
    ),
    _kind(
        Subject.REFERRAL,
        2,
        _business(referrals.c, referrals.c.sort_day, referrals.c.client, referrals.c.what, referrals.c.state),
    ),
    _kind(
        Subject.PARTNERSHIP,
        2,
        _business(
            partnerships.c,
            partnerships.c.written_at,
            partnerships.c.organisation,
            partnerships.c.aim,
            partnerships.c.terms,
        ),
    ),
    # Of one that the owner asked for, whom they named; of any other, both.
    _kind(
        Subject.INTRODUCTION,
        1,
        select(_I.id, _I.asked_at, _I.requester, _I.target, _I.why, _I.organisation, _I.seeking, _I.made_at),
    ),
)
_CALLED = {
    Subject.REMINDER: "reminder",
    Subject.RECOMMENDATION: "recommendation",
    Subject.THANKS: "thanks",
    Subject.REFERRAL: "referral",
    Subject.PARTNERSHIP: "partnership",
    Subject.INTRODUCTION: "introduction",
}


class SqlNoted:
    """`assistant.ledger.NotedRecords` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def latest(self, owner: PersonId, kinds: Collection[Subject], most: int, skip: int = 0) -> Sequence[Matter]:
        asked = {"here": self._workspace, "of": owner, "most": skip + most}
        rows = (
            (written, kind, number)
            for kind, statement in _LATEST.items()
            if kind in kinds
            for number, written in self._connection.execute(statement, asked)
        )
        in_order = sorted(rows, key=lambda row: row[0], reverse=True)
        return [Matter(kind, number) for _, kind, number in in_order[skip : skip + most]]

    def of(self, owner: PersonId, zone: str, most: int) -> Sequence[Words]:
        return [one for kind in _KINDS for one in self._read(kind, owner, zone, most)]

    def _read(self, kind: _Kind, owner: PersonId, zone: str, most: int) -> Iterator[Words]:
        asked = {"here": self._workspace, "of": owner, "most": most}
        called = _CALLED.get(kind.subject, "")
        people: dict[int, list[PersonId]] = {}
        rows: dict[int, tuple[Any, ...]] = {}
        for row in self._connection.execute(kind.rows, asked).all():
            number, at, one, other, *texts = row
            if kind.subject is Subject.INTRODUCTION:
                made_at = texts.pop()
                if one == owner and not made_at and (texts[1] or texts[2]):
                    other = None  # somebody was found for what the owner seeks, and has not agreed yet
            rows[number] = (at, texts)
            people.setdefault(number, []).extend(PersonId(who) for who in (one, other) if who and who != owner)
        for number, (at, texts) in rows.items():
            day = today(at, zone) if isinstance(at, datetime) else at
            topic, notes = " ".join(texts[: kind.topics]), " ".join((*texts[kind.topics :], called))
            yield Words(Matter(kind.subject, number), day, tuple(people[number]), topic, notes)
