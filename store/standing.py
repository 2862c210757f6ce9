"""Of each kind of record: whose it is, whether it stands for them, and when it was written down."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, and_, bindparam, func, or_, select

from assistant.business.record import Word
from assistant.introductions.record import Closing
from assistant.reply import Subject
from store.tables import (
    introductions,
    listings,
    meetings,
    partnerships,
    recommendations,
    referrals,
    reminders,
    settings_changes,
    thanks,
)


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of a table as those in one of its columns have them."""

    owner: Column[Any]
    stands: ColumnElement[bool]
    written: Column[Any]

    @property
    def latest(self) -> Select[Any]:
        """Ids of those that stand, with the moment, what was written down last first."""
        table = self.table
        mine = select(table.c.id, self.written).where(table.c.workspace == bindparam("here"), self.stands)
        newest = mine.where(self.owner == bindparam("of")).order_by(self.written.desc(), table.c.id.desc())
        return newest.limit(bindparam("most"))

    @property
    def table(self) -> Table:
        return self.owner.table


def _of_two(table: Table) -> tuple[Held, Held]:
    """What counts for each of both, as `assistant.business.record.Shared.counts_for` has it, and nobody refused."""
    c = table.c
    stands = and_(c.word != Word.REFUSED, c.undone_at.is_(None))
    agreed = and_(stands, c.word != Word.OWN, or_(c.word == Word.CONFIRMED, c.writer == c.other))
    return Held(c.author, stands, c.written_at), Held(c.other, agreed, c.written_at)


_M, _L, _R, _C, _T = meetings.c, listings.c, reminders.c, recommendations.c, thanks.c
_I, _S = introductions.c, settings_changes.c
_LATER = settings_changes.alias()
_SETTLED = (
    select(func.max(_LATER.c.id))
    .where(_LATER.c.workspace == _S.workspace, _LATER.c.person == _S.person, _LATER.c.undone.is_(False))
    .scalar_subquery()
)

HELD: dict[Subject, tuple[Held, ...]] = {
    Subject.MEETING: (Held(_M.owner, _M.undone_at.is_(None), _M.written_at),),
    Subject.LISTING: (Held(_L.owner, _L.ended_at.is_(None), _L.written_at),),
    Subject.REMINDER: (Held(_R.owner, and_(_R.done_at.is_(None), _R.undone_at.is_(None)), _R.written_at),),
    Subject.RECOMMENDATION: (Held(_C.author, _C.ended_at.is_(None), _C.written_at),),
    Subject.THANKS: (Held(_T.giver, _T.undone_at.is_(None), _T.at),),
    Subject.REFERRAL: _of_two(referrals),
    Subject.PARTNERSHIP: _of_two(partnerships),
    Subject.INTRODUCTION: (Held(_I.author, or_(_I.closing.is_(None), _I.closing != Closing.WITHDRAWN), _I.asked_at),),
    # The last change alone: what earlier ones changed does not hold any more.
    Subject.SETTINGS: (Held(_S.person, _S.id == _SETTLED, _S.at),),
}
"""First who wrote it; then whoever else it stands for."""
