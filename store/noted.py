"""The words of what members noted beside meetings and contacts: written down for the search as each record stands.

Whatever writes one of these records says so (`follow`), within its transaction; who then finds it, and by which words,
is read from its row, in one place for all kinds.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Connection, FromClause, Select, bindparam, false, or_, select

from assistant.clock import today
from assistant.ids import PersonId, WorkspaceId
from assistant.ledger.noted import Told
from assistant.reply import Matter, Subject
from store import known
from store.batches import batched
from store.index import SqlIndex
from store.journal import SqlJournal
from store.people import SqlPeople
from store.standing import HELD
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
    """Rows of (id, owner, whether the owner finds it, day or moment, people…, texts…); a record may have several."""

    rows: Select[Any]
    people: int  # how many people a row names, its owner among them or not
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
        number, _, _, _, *rest = self.rows.selected_columns
        people: BindParameter[Any] = bindparam("people", expanding=True)
        named = or_(false(), *(one.in_(people) for one in rest[: self.people]))
        return self.rows.with_only_columns(number).where(named).distinct()


def _kinds(
    subject: Subject,
    at: Any,
    people: Sequence[Any],
    texts: Sequence[Any],
    topics: int = 1,
    called: str = "",
    source: FromClause | None = None,
) -> tuple[Subject, tuple[_Kind, ...]]:
    return subject, tuple(
        _Kind(
            select(held.table.c.id, held.owner, held.stands.label("stands"), at, *people, *texts)
            .select_from(held.table if source is None else source)
            .where(held.table.c.workspace == bindparam("here")),
            len(people),
            topics,
            called,
        )
        for held in HELD[subject]
    )


_L, _R, _C, _T, _I = listings.c, reminders.c, recommendations.c, thanks.c, introductions.c
_F, _P = referrals.c, partnerships.c
_KINDS = dict((
    _kinds(Subject.LISTING, _L.written_at, (), (_L.words, _L.audience, _L.kind)),
    _kinds(
        Subject.REMINDER, _R.day, (reminder_people.c.person,), (_R.topic, _R.words), 1, "reminder",
        reminders.outerjoin(reminder_people),
    ),
    _kinds(Subject.RECOMMENDATION, _C.written_at, (_C.person,), (_C.topic,), 1, "recommendation"),
    _kinds(Subject.THANKS, _T.at, (thanks_to.c.receiver,), (_T.words,), 1, "thanks", thanks.join(thanks_to)),
    _kinds(
        Subject.REFERRAL, _F.sort_day, (_F.author, _F.other),
        (_F.client, _F.what, _F.state, _F.value, _F.currency), 2, "referral",
    ),
    _kinds(
        Subject.PARTNERSHIP, _P.written_at, (_P.author, _P.other), (_P.organisation, _P.aim, _P.terms), 2, "partnership"
    ),
    # Whom the owner may not know of yet is not among the words either.
    _kinds(
        Subject.INTRODUCTION, _I.asked_at, (_I.requester, known.TARGET, known.CONNECTOR),
        (_I.why, _I.organisation, _I.seeking), 1, "introduction",
    ),
))  # fmt: skip
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

    def day(self, zone: str) -> date:
        """The day of it, in that zone's calendar."""
        return today(self.at, zone) if isinstance(self.at, datetime) else self.at


class SqlNoted:
    """`assistant.ledger.NotedRecords` on a connection, and what files them for the search."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        self._connection, self._workspace, self._people = connection, workspace, people
        self._index, self._journal = SqlIndex(connection, workspace), SqlJournal(connection, workspace)

    def of(self, owner: PersonId, subject: Subject, most: int) -> Sequence[Told]:
        latest = self._journal.standing(owner, {subject} & FOLLOWED, most)
        zone = self._people.by_ids([owner])[owner].zone
        some = [one.id for one in latest]
        read = [one for kind in _KINDS.get(subject, ()) for one in self._read(subject, kind, kind.of_some, some=some)]
        told = {
            one.record: Told(one.record, one.day(zone), one.people, one.topic, one.notes)
            for one in read
            if one.owner == owner
        }
        return [told[record] for record in latest]

    def follow(self, subject: Subject, *numbers: int) -> None:
        """These records were written or changed: who finds them, and by which words, is as they are now."""
        self._index.beside()
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
        self._index.alone()
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
        people = self._people.by_ids({person for one in noted for person in (one.owner, *one.people)})
        for one in noted:
            day = one.day(people[one.owner].zone)
            names = (f"{people[person].name} {people[person].organisation}" for person in one.people)
            yield one.owner, one.record, day, (" ".join(names), "", one.topic, one.notes)

    def _read(self, subject: Subject, kind: _Kind, statement: Select[Any], **wanted: object) -> Iterator[_Noted]:
        rows = self._connection.execute(statement, {"here": self._workspace, **wanted})
        for number, of_one in groupby(rows, key=lambda row: row[0]):
            people: list[PersonId] = []
            for row in of_one:
                people += (PersonId(one) for one in row[4 : 4 + kind.people] if one and one != row[1])
            _, owner, stands, at, *rest = row
            texts = [_text(one) for one in rest[kind.people :]]
            if owner:
                topic, notes = " ".join(texts[: kind.topics]), " ".join((*texts[kind.topics :], kind.called))
                yield _Noted(
                    PersonId(owner), Matter(subject, number), stands, at, tuple(dict.fromkeys(people)), topic, notes
                )


def _text(value: object) -> str:
    """A sum as it may be typed: 2500, and 2,500."""
    return f"{value.normalize():f} {value.normalize():,f}" if isinstance(value, Decimal) else str(value or "")
