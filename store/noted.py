"""The words of what members noted beside meetings and contacts: written down for the search as each record stands.

Whatever writes one of these records says so (`follow`), within its transaction; who then finds it, and by which words,
is read from its row, in one place for all kinds.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Connection, FromClause, Select, Table, and_, bindparam, case, or_, select

from assistant.business.record import Word
from assistant.clock import today
from assistant.ids import PersonId, WorkspaceId
from assistant.introductions.record import Closing
from assistant.reply import Matter, Subject
from store.batches import batched
from store.index import SqlIndex
from store.people import SqlPeople
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

Found = tuple[PersonId, Matter, date | None, Sequence[str]]
"""Whose search finds a record, which it is, its day, and its texts: names, places, topics, notes."""

_AT_ONCE = 500  # records read together


@dataclass(frozen=True, slots=True)
class _Kind:
    """Rows of (id, owner, whether the owner finds it, day or moment, person, other person, texts…).

    A record that names several people has several.
    """

    rows: Select[Any]
    topics: int  # how many of the texts say what it is about; the others are notes
    called: str = ""  # what it is, as a word that finds it

    @property
    def of_some(self) -> Select[Any]:
        number = self.rows.selected_columns[0]
        return self.rows.where(number.in_(bindparam("some", expanding=True))).order_by(number)

    @property
    def standing(self) -> Select[Any]:
        number, _, stands, *_ = self.rows.selected_columns
        return self.rows.where(stands).order_by(number)

    @property
    def naming(self) -> Select[Any]:
        number, _, _, _, one, other, *_ = self.rows.selected_columns
        people: BindParameter[Any] = bindparam("people", expanding=True)
        return self.rows.with_only_columns(number).where(or_(one.in_(people), other.in_(people))).distinct()


def _kind(source: FromClause, owner: Any, stands: Any, rest: Sequence[Any], topics: int = 1, called: str = "") -> _Kind:
    c = owner.table.c
    rows = select(c.id, owner, stands.label("stands"), *rest).select_from(source)
    return _Kind(rows.where(c.workspace == bindparam("here")), topics, called)


def _of_two(table: Table, day: Any, texts: Sequence[Any], called: str) -> tuple[_Kind, _Kind]:
    """What counts for each of both, as `assistant.business.record.Shared.counts_for` has it, and nobody refused."""
    c = table.c
    rest = (day, c.author, c.other, *texts)
    stands = and_(c.word != Word.REFUSED, c.undone_at.is_(None))
    agreed = and_(stands, c.word != Word.OWN, or_(c.word == Word.CONFIRMED, c.writer == c.other))
    return _kind(table, c.author, stands, rest, 2, called), _kind(table, c.other, agreed, rest, 2, called)


_L, _R, _C, _T, _I = listings.c, reminders.c, recommendations.c, thanks.c, introductions.c
_F, _P = referrals.c, partnerships.c
# Whom others found for what the owner seeks, the owner does not know until they agreed.
_SOUGHT = and_(_I.author == _I.requester, _I.made_at.is_(None), or_(_I.organisation != "", _I.seeking != ""))
_TOLD = case((_SOUGHT, None), else_=_I.target)
_KINDS = {
    Subject.LISTING: (
        _kind(
            listings, _L.owner, _L.ended_at.is_(None),
            (_L.written_at, _L.owner, _L.owner, _L.words, _L.audience, _L.kind),
        ),
    ),
    Subject.REMINDER: (
        _kind(
            reminders.outerjoin(reminder_people), _R.owner, and_(_R.done_at.is_(None), _R.undone_at.is_(None)),
            (_R.day, reminder_people.c.person, _R.owner, _R.topic, _R.words), called="reminder",
        ),
    ),
    Subject.RECOMMENDATION: (
        _kind(
            recommendations, _C.author, _C.ended_at.is_(None), (_C.written_at, _C.person, _C.author, _C.topic),
            called="recommendation",
        ),
    ),
    Subject.THANKS: (
        _kind(
            thanks.join(thanks_to), _T.giver, _T.undone_at.is_(None),
            (_T.at, thanks_to.c.receiver, _T.giver, _T.words), called="thanks",
        ),
    ),
    Subject.REFERRAL: _of_two(referrals, _F.sort_day, (_F.client, _F.what, _F.state), "referral"),
    Subject.PARTNERSHIP: _of_two(partnerships, _P.written_at, (_P.organisation, _P.aim, _P.terms), "partnership"),
    Subject.INTRODUCTION: (
        _kind(
            introductions, _I.author, or_(_I.closing.is_(None), _I.closing != Closing.WITHDRAWN),
            (_I.asked_at, _I.requester, _TOLD, _I.why, _I.organisation, _I.seeking),
            called="introduction",
        ),
    ),
}  # fmt: skip
FOLLOWED = frozenset(_KINDS)
"""What the records are that are filed from here."""


@dataclass(frozen=True, slots=True)
class _Noted:
    """A record as one owner has it."""

    owner: PersonId
    record: Matter
    stands: bool  # whether the owner's search finds it
    at: date | datetime
    people: tuple[PersonId, ...]  # named in it, without its owner
    topic: str
    notes: str


class SqlNoted:
    """The records of one workspace as the search files them, on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        self._connection, self._workspace, self._people = connection, workspace, people
        self._index = SqlIndex(connection, workspace)

    def follow(self, subject: Subject, *numbers: int) -> None:
        """These records were written or changed: who finds them, and by which words, is as they are now."""
        noted = [one for kind in _KINDS[subject] for one in self._read(subject, kind, kind.of_some, some=numbers)]
        for found in self._found([one for one in noted if one.stands]):
            self._index.put(*found)
        for one in noted:
            if not one.stands:
                self._index.drop(one.owner, one.record)

    def leave(self, record: Matter) -> None:
        """The record is about to be deleted: nobody finds it any more."""
        for kind in _KINDS.get(record.subject, ()):
            for one in self._read(record.subject, kind, kind.of_some, some=[record.id]):
                self._index.drop(one.owner, record)

    def describe_anew(self, people: Iterable[PersonId]) -> None:
        """What is known of these people has changed: every record that names them is found by the new words."""
        wanted = {"here": self._workspace, "people": list(people)}
        for subject, kinds in _KINDS.items():
            named = {number for kind in kinds for number in self._connection.execute(kind.naming, wanted).scalars()}
            for some in batched(sorted(named), _AT_ONCE):
                self.follow(subject, *some)

    def all_standing(self) -> Iterator[Found]:
        """Every record that somebody finds, for an index made anew."""
        for subject, kinds in _KINDS.items():
            for kind in kinds:
                for some in batched(self._read(subject, kind, kind.standing), _AT_ONCE):
                    yield from self._found(some)

    def _found(self, noted: Sequence[_Noted]) -> Iterator[Found]:
        known = self._people.by_ids({person for one in noted for person in (one.owner, *one.people)})
        for one in noted:
            day = today(one.at, known[one.owner].zone) if isinstance(one.at, datetime) else one.at
            names = (f"{known[person].name} {known[person].organisation}" for person in one.people)
            yield one.owner, one.record, day, (" ".join(names), "", one.topic, one.notes)

    def _read(self, subject: Subject, kind: _Kind, statement: Select[Any], **wanted: object) -> Iterator[_Noted]:
        rows = self._connection.execute(statement, {"here": self._workspace, **wanted})
        for number, of_one in groupby(rows, key=lambda row: row[0]):
            people: list[PersonId] = []
            for row in of_one:
                people += (PersonId(person) for person in row[4:6] if person and person != row[1])
            _, owner, stands, at, _, _, *texts = row
            if owner:
                topic, notes = " ".join(texts[: kind.topics]), " ".join((*texts[kind.topics :], kind.called))
                yield _Noted(PersonId(owner), Matter(subject, number), stands, at, tuple(people), topic, notes)
