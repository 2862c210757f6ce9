"""Offers and needs, and who may fit a need: statements; rows in, facts out."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, bindparam, insert, select, update

from assistant.ids import FitId, ListingId, PersonId, WorkspaceId
from assistant.listings.record import Fit, Listing, ListingDraft, ListingKind, Taken
from assistant.reply import Subject
from store.dialect import upsert
from store.noted import SqlNoted
from store.tables import fits, listings

_HERE = listings.c.workspace == bindparam("here")
_ONE = select(listings).where(_HERE, listings.c.id == bindparam("listing"))
_LEFT = (_HERE, listings.c.kind == bindparam("which"), listings.c.ended_at.is_(None))
_OF = select(listings).where(*_LEFT, listings.c.owner == bindparam("of")).order_by(listings.c.id.desc())
_STANDING = (
    select(listings)
    .where(*_LEFT)
    .order_by(listings.c.confirmed_at.desc(), listings.c.id.desc())
    .limit(bindparam("most"))
)
_ADD = insert(listings).returning(listings)
_SAVE = (
    update(listings)
    .where(_HERE, listings.c.id == bindparam("listing"))
    .values(
        {name: bindparam(f"new_{name}") for name in ("words", "audience", "until", "confirmed_at", "ended_at")}
        | {"version": listings.c.version + 1}
    )
    .returning(listings)
)
_TOUCH = update(listings).where(_HERE, listings.c.id == bindparam("listing")).values(version=listings.c.version + 1)
_FIT = select(fits).where(fits.c.workspace == bindparam("here"), fits.c.id == bindparam("fit"))
_FITS = (
    select(fits).where(fits.c.workspace == bindparam("here"), fits.c.need == bindparam("listing")).order_by(fits.c.id)
)
_TAKE = (
    update(fits)
    .where(fits.c.workspace == bindparam("here"), fits.c.id == bindparam("fit"))
    .values(taken=bindparam("what"))
    .returning(fits.c.need)
)


@cache
def _suggest(dialect: str) -> Insert:
    return upsert(dialect, fits).on_conflict_do_nothing().returning(fits.c.id)


class SqlListings:
    """`assistant.ledger.Listings` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, noted: SqlNoted) -> None:
        self._connection, self._workspace, self._noted = connection, workspace, noted

    def add(self, owner: PersonId, draft: ListingDraft, at: datetime) -> Listing:
        row = {
            "workspace": self._workspace, "owner": owner, "kind": draft.kind, "words": draft.words,
            "audience": draft.audience, "until": draft.until, "written_at": at, "confirmed_at": at, "version": 1,
        }  # fmt: skip
        return self._found(self._connection.execute(_ADD, row).one())

    def get(self, listing: ListingId) -> Listing | None:
        row = self._connection.execute(_ONE, self._one(listing)).first()
        return _as_listing(row) if row else None

    def of(self, owner: PersonId, kind: ListingKind) -> Sequence[Listing]:
        return self._all(_OF, which=kind, of=owner)

    def standing(self, kind: ListingKind, limit: int) -> Sequence[Listing]:
        return self._all(_STANDING, which=kind, most=limit)

    def save(self, listing: Listing) -> Listing:
        new = {
            "new_words": listing.words, "new_audience": listing.audience, "new_until": listing.until,
            "new_confirmed_at": listing.confirmed_at, "new_ended_at": listing.ended_at,
        }  # fmt: skip
        return self._found(self._connection.execute(_SAVE, {**self._one(listing.id), **new}).one())

    def suggest(self, need: ListingId, person: PersonId) -> FitId | None:
        row = {"workspace": self._workspace, "need": need, "person": person}
        new = self._connection.execute(_suggest(self._connection.dialect.name), row).scalar()
        if new is None:
            return None
        self._connection.execute(_TOUCH, self._one(need))
        return FitId(new)

    def fit(self, fit: FitId) -> Fit | None:
        row = self._connection.execute(_FIT, {"here": self._workspace, "fit": fit}).first()
        return _as_fit(row) if row else None

    def fits(self, need: ListingId) -> Sequence[Fit]:
        return [_as_fit(row) for row in self._connection.execute(_FITS, self._one(need))]

    def take(self, fit: FitId, taken: Taken) -> None:
        row = self._connection.execute(_TAKE, {"here": self._workspace, "fit": fit, "what": taken}).first()
        if row:
            self._connection.execute(_TOUCH, self._one(ListingId(row.need)))

    def _found(self, written: Row[Any]) -> Listing:
        self._noted.follow(Subject.LISTING, written.id)
        return _as_listing(written)

    def _one(self, listing: ListingId) -> dict[str, object]:
        return {"here": self._workspace, "listing": listing}

    def _all(self, statement: Any, **values: object) -> Sequence[Listing]:
        rows = self._connection.execute(statement, {"here": self._workspace, **values})
        return [_as_listing(row) for row in rows]


def _as_listing(row: Row[Any]) -> Listing:
    return Listing(
        ListingId(row.id), PersonId(row.owner), ListingKind(row.kind), row.words, row.audience, row.until,
        row.written_at, row.confirmed_at, row.ended_at, row.version,
    )  # fmt: skip


def _as_fit(row: Row[Any]) -> Fit:
    return Fit(FitId(row.id), ListingId(row.need), PersonId(row.person), Taken(row.taken) if row.taken else None)
