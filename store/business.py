"""Referrals and partnerships: statements about what two people say of themselves; rows in, facts out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    BindParameter,
    Connection,
    Insert,
    Row,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    insert,
    or_,
    select,
    update,
)

from assistant.business.money import Money
from assistant.business.record import Partnership, PartnershipFacts, Referral, ReferralFacts, Shared, State, Word
from assistant.facts import Grain, When
from assistant.ids import PartnershipId, PersonId, ReferralId, WorkspaceId
from assistant.phrases.frame import Formality
from assistant.reply import Subject
from store.noted import SqlNoted
from store.people import SqlPeople
from store.tables import partnerships, referrals

R = TypeVar("R", Referral, Partnership)


@dataclass(frozen=True, slots=True)
class _Statements:
    """What is asked of one of the two tables."""

    subject: Subject
    one: Select[Any]
    add: Insert
    save: Update
    of: Select[Any]
    between: Select[Any]
    waiting: Select[Any]


def _statements(subject: Subject, table: Table) -> _Statements:
    c = table.c
    person: BindParameter[Any] = bindparam("of")
    here, stands = c.workspace == bindparam("here"), c.undone_at.is_(None)
    theirs = and_(c.other == person, c.word != Word.OWN)
    rows: BindParameter[Any] = bindparam("rows", expanding=True)
    whole = select(table).where(here)
    asked = and_(c.word == Word.ASKED, c.writer != person)
    return _Statements(
        subject,
        one=whole.where(c.id == bindparam("of_one")),
        add=insert(table).returning(c.id),
        save=update(table).where(here, c.id == bindparam("of_one")).returning(c.id),
        of=whole.where(stands, or_(c.author == person, theirs)).order_by(c.id.desc()),
        between=whole.where(
            stands, or_(and_(c.author == person, c.other.in_(rows)), and_(c.author == bindparam("with_"), theirs))
        ).order_by(c.id.desc()),
        waiting=whole.where(stands, asked, or_(c.author == person, c.other == person))
        .order_by(c.id)
        .limit(bindparam("most")),
    )


_REFERRALS = _statements(Subject.REFERRAL, referrals)
_PARTNERSHIPS = _statements(Subject.PARTNERSHIP, partnerships)
_REFERRALS_OF = _REFERRALS.of.where(referrals.c.sort_day.between(bindparam("since"), bindparam("until_")))


class _SqlShared(Generic[R]):
    """What both have in common."""

    def __init__(
        self,
        connection: Connection,
        workspace: WorkspaceId,
        people: SqlPeople,
        noted: SqlNoted,
        statements: _Statements,
        read: Callable[[Row[Any]], R],
        columns: Callable[[R], Mapping[str, Any]],
    ) -> None:
        self._connection, self._workspace, self._people, self._noted = connection, workspace, people, noted
        self._statements = statements
        self._fact: Callable[[Row[Any]], R] = read
        self._columns: Callable[[R], Mapping[str, Any]] = columns

    def save(self, record: R) -> R:
        saved = replace(record, version=record.version + 1)
        statement = self._statements.save.values(**_shared(saved), **self._columns(saved))
        self._connection.execute(statement, {"here": self._workspace, "of_one": record.id}).one()
        self._noted.follow(self._statements.subject, record.id)
        return saved

    def between(self, person: PersonId, other: PersonId) -> Sequence[R]:
        rows = list(self._people.rows_of(person, other))
        return self._all(self._statements.between, of=person, with_=other, rows=rows)

    def waiting_on(self, person: PersonId, limit: int) -> Sequence[R]:
        return self._all(self._statements.waiting, of=person, most=limit)

    def _add(self, record: R) -> int:
        row = {
            "workspace": self._workspace, "author": record.author, "other": record.other,
            "written_at": record.written_at, **_shared(record), **self._columns(record),
        }  # fmt: skip
        number = int(self._connection.execute(self._statements.add, row).scalar_one())
        self._noted.follow(self._statements.subject, number)
        return number

    def _first(self, statement: Select[Any], **wanted: object) -> R | None:
        found = self._all(statement, **wanted)
        return found[0] if found else None

    def _all(self, statement: Select[Any], **wanted: object) -> list[R]:
        rows = self._connection.execute(statement, {"here": self._workspace, **wanted})
        return [self._fact(row) for row in rows]


class SqlReferrals(_SqlShared[Referral]):
    """`assistant.ledger.Referrals` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople, noted: SqlNoted) -> None:
        super().__init__(connection, workspace, people, noted, _REFERRALS, _as_referral, _referral_columns)

    def add(self, referral: Referral) -> Referral:
        return replace(referral, id=ReferralId(self._add(referral)))

    def get(self, referral: ReferralId) -> Referral | None:
        return self._first(_REFERRALS.one, of_one=referral)

    def hold(self, referral: ReferralId) -> Referral | None:
        return self._first(_REFERRALS.one.with_for_update(), of_one=referral)

    def of(self, person: PersonId, since: date, until: date) -> Sequence[Referral]:
        return self._all(_REFERRALS_OF, of=person, since=since, until_=until)


class SqlPartnerships(_SqlShared[Partnership]):
    """`assistant.ledger.Partnerships` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople, noted: SqlNoted) -> None:
        super().__init__(connection, workspace, people, noted, _PARTNERSHIPS, _as_partnership, _partnership_columns)

    def add(self, partnership: Partnership) -> Partnership:
        return replace(partnership, id=PartnershipId(self._add(partnership)))

    def get(self, partnership: PartnershipId) -> Partnership | None:
        return self._first(_PARTNERSHIPS.one, of_one=partnership)

    def hold(self, partnership: PartnershipId) -> Partnership | None:
        return self._first(_PARTNERSHIPS.one.with_for_update(), of_one=partnership)

    def of(self, person: PersonId) -> Sequence[Partnership]:
        return self._all(_PARTNERSHIPS.of, of=person)


def _shared(record: Shared) -> dict[str, Any]:
    """What may change in the life of either."""
    return {
        "word": record.word, "writer": record.writer, "turn": record.turn,
        "edited_at": record.edited_at, "undone_at": record.undone_at, "version": record.version,
    }  # fmt: skip


def _referral_columns(referral: Referral) -> dict[str, Any]:
    facts, when = referral.facts, referral.facts.when
    return {
        "sent": int(referral.referrer == referral.author), "client": facts.client, "what": facts.what,
        "value": facts.money.value if facts.money else None,
        "currency": facts.money.currency if facts.money else "",
        "grain": when.grain, "day": when.start, "until": when.end, "at": when.at, "part": when.part,
        "sort_day": referral.day, "assumed": ",".join(sorted(facts.assumed)), "state": referral.state,
    }  # fmt: skip


def _partnership_columns(partnership: Partnership) -> dict[str, Any]:
    facts = partnership.facts
    return {
        "organisation": facts.organisation, "aim": facts.aim, "terms": facts.terms, "formality": facts.formality,
        "since": facts.since, "until": facts.until, "ended_on": partnership.ended_on,
    }  # fmt: skip


def _as_referral(row: Row[Any]) -> Referral:
    two = PersonId(row.author), PersonId(row.other)
    referrer, receiver = two if row.sent else (two[1], two[0])
    return Referral(
        id=ReferralId(row.id),
        author=two[0],
        other=two[1],
        word=Word(row.word),
        writer=PersonId(row.writer),
        turn=row.turn,
        written_at=row.written_at,
        edited_at=row.edited_at,
        undone_at=row.undone_at,
        version=row.version,
        referrer=referrer,
        receiver=receiver,
        facts=ReferralFacts(
            When(Grain(row.grain), row.day, row.until, row.at, row.part),
            row.client,
            row.what,
            None if row.value is None else Money(row.value, row.currency),
            frozenset(slot for slot in row.assumed.split(",") if slot),
        ),
        state=State(row.state),
    )


def _as_partnership(row: Row[Any]) -> Partnership:
    formality = Formality(row.formality) if row.formality else None
    return Partnership(
        id=PartnershipId(row.id),
        author=PersonId(row.author),
        other=PersonId(row.other) if row.other else None,
        word=Word(row.word),
        writer=PersonId(row.writer),
        turn=row.turn,
        written_at=row.written_at,
        edited_at=row.edited_at,
        undone_at=row.undone_at,
        version=row.version,
        facts=PartnershipFacts(row.organisation, row.aim, row.terms, formality, row.since, row.until),
        ended_on=row.ended_on,
    )
