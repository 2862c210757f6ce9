"""The words of what a member noted beside meetings and contacts: one light statement a kind, read for each search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, or_, select

from assistant.business.record import Word
from assistant.clock import today
from assistant.ids import PersonId, WorkspaceId
from assistant.introductions.record import Closing
from assistant.ledger.noted import Words
from assistant.reply import Matter, Subject
from store.tables import (
    introductions,
    listings,
    partnerships,
    recommendations,
    referrals,
    reminder_people,
    reminders,
    thanks,
    thanks_to,
)

_OWNER: BindParameter[Any] = bindparam("of")


@dataclass(frozen=True, slots=True)
class _Kind:
    """Rows of (id, day or moment, person, other person, texts…), the latest first; a record may have several."""

    subject: Subject
    rows: Select[Any]
    topics: int  # how many of the texts say what it is about; the others are notes


def _kind(subject: Subject, topics: int, rows: Select[Any]) -> _Kind:
    table = rows.selected_columns[0].table
    newest = rows.where(table.c.workspace == bindparam("here")).order_by(table.c.id.desc())
    return _Kind(subject, newest.limit(bindparam("most")), topics)


def _shared(table: Any, *texts: Any) -> Select[Any]:
    """What counts for the owner, as `assistant.business.record.Shared.counts_for` has it, and nobody refused."""
    c = table.c
    theirs = or_(c.author == _OWNER, and_(c.other == _OWNER, c.word != Word.OWN))
    said = or_(c.word == Word.CONFIRMED, c.author == _OWNER, c.writer == _OWNER)
    day = c.sort_day if table is referrals else c.written_at
    return select(c.id, day, c.author, c.other, *texts).where(
        theirs, said, c.word != Word.REFUSED, c.undone_at.is_(None)
    )


_L, _R, _C, _T, _I = listings.c, reminders.c, recommendations.c, thanks.c, introductions.c
_KINDS = (
    _kind(
        Subject.LISTING,
        1,
        select(_L.id, _L.written_at, _L.owner, _L.owner, _L.words, _L.audience, _L.kind).where(
            _L.owner == _OWNER, _L.ended_at.is_(None)
        ),
    ),
    _kind(
        Subject.REMINDER,
        1,
        select(_R.id, _R.day, reminder_people.c.person, _R.owner, _R.topic, _R.words)
        .outerjoin(reminder_people, reminder_people.c.reminder == _R.id)
        .where(_R.owner == _OWNER, _R.done_at.is_(None), _R.undone_at.is_(None)),
    ),
    _kind(
        Subject.RECOMMENDATION,
        1,
        select(_C.id, _C.written_at, _C.person, _C.author, _C.topic).where(_C.author == _OWNER, _C.ended_at.is_(None)),
    ),
    _kind(
        Subject.THANKS,
        1,
        select(_T.id, _T.at, thanks_to.c.receiver, _T.giver, _T.words)
        .join(thanks_to, thanks_to.c.thanks == _T.id)
        .where(_T.giver == _OWNER, _T.undone_at.is_(None)),
    ),
    _kind(Subject.REFERRAL, 2, _shared(referrals, referrals.c.client, referrals.c.what, referrals.c.state)),
    _kind(
        Subject.PARTNERSHIP,
        2,
        _shared(partnerships, partnerships.c.organisation, partnerships.c.aim, partnerships.c.terms),
    ),
    # Of one that the owner asked for, whom they named; of any other, both.
    _kind(
        Subject.INTRODUCTION,
        1,
        select(_I.id, _I.asked_at, _I.requester, _I.target, _I.why, _I.organisation, _I.seeking, _I.made_at).where(
            _I.author == _OWNER, or_(_I.closing.is_(None), _I.closing != Closing.WITHDRAWN)
        ),
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
    """`assistant.ledger.NotedWords` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

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
