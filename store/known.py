"""Whom a member may know of in what they asked for, as statements: what forgetting counts, and what a copy names.

The same as assistant/introductions/sides.py says of single ones; a test compares the two.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, or_, select

from assistant.introductions.record import Bidden, Origin
from store.tables import introduction_asks, introduction_moves, introductions

_TOLD = or_(introductions.c.made_at.is_not(None), introductions.c.origin != Origin.REQUESTED)
# One that came back with a copy has no moves: what it names is what its author knew.
_OF_A_COPY = ~exists().where(introduction_moves.c.introduction == introductions.c.id)
_SOUGHT = or_(introductions.c.organisation != "", introductions.c.seeking != "")
_BY_NAME = (
    select(introduction_asks.c.person)
    .where(
        introduction_asks.c.introduction == introductions.c.id,
        introduction_asks.c.bidden.in_((Bidden.NAMED, Bidden.SPARED)),
    )
    .limit(1)
    .correlate(introductions)
    .scalar_subquery()
)

CONNECTOR: ColumnElement[Any] = case((or_(_TOLD, _OF_A_COPY), introductions.c.connector), else_=_BY_NAME)
"""Of a request its author knows whom they named, whoever is asked by now; the connector when all have agreed."""

TARGET: ColumnElement[Any] = case((and_(~_TOLD, _SOUGHT), None), else_=introductions.c.target)
"""Whom somebody has in mind for a kind of person its author is told when that person has agreed."""
