"""How one table is treated when somebody is forgotten, and when somebody asks for all that is theirs."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, Update, false, or_

from assistant.export.copy import Entry
from assistant.ids import AccountId, PersonId, WorkspaceId
from assistant.reply import Subject

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Going:
    """Who goes. Everything of `owner`, or only what the owner noted of the people in `about`."""

    workspace: WorkspaceId
    owner: PersonId
    account: AccountId | None
    about: Set[PersonId] | None  # under all their ids; None: everything of the owner
    contacts: Set[PersonId]  # contacts of the owner whose rows themselves go, so that nothing may point at them


@dataclass(frozen=True, slots=True)
class Kept:
    """One table: whose its rows are and of whom, so that they go with them, and how they are handed out.

    By default a row goes with everything of its `owner`, when its owner forgets somebody it is `about`, and whoever's
    it is, when it is `about` a contact that goes. `goes` says otherwise.
    """

    table: Table
    words: tuple[str, str] | None = None  # one and many, as members read how much will go; None: they don't
    subject: Subject | None = None  # as what messages, the journal and buttons name the record
    owner: Column[Any] | None = None
    about: tuple[Column[Any], ...] = ()
    goes: Callable[[Going], Condition] | None = None
    part_of: Column[Any] | None = None  # the row that it is a part of, with which it goes
    named_by: Column[Any] | None = None  # a Matter.key: the row goes with the record that it names
    stays: Callable[[Going], Condition] | None = None  # what is the other side's as well, and told of as staying
    emptied: Callable[[Going], Update] | None = None  # what remains, since it is others' as well, loses these words
    copied: str = ""  # under which name the rows of a member are handed out; of a part, within what it is a part of
    single: Column[Any] | None = None  # of a part: it is handed out as this alone, in the order of its key
    private: tuple[str, ...] = ()  # columns that are not handed out
    shows: Callable[[Mapping[str, Any], PersonId], Mapping[str, Any] | None] | None = None  # what of a row they may see
    shown_with: Mapping[str, ColumnElement[Any]] = field(default_factory=dict)  # what `shows` needs beside the columns
    seen_by: tuple[Column[Any], ...] = ()  # whoever stands here may see some of the row as well, as `shows` says
    fresh: Mapping[str, Any] | None = None  # what columns hold in a row put back, as values or from it; None: never is
    comes_back: Callable[[Entry], Entry | None] | None = (
        None  # as what an entry of a copy is put back; None: not at all
    )
    follows: bool = False  # from other records, as long as they are there: nothing of its own to be counted
    why: str = ""  # why nothing in it is handed out; where nothing else is said of it, why nothing in it is anybody's

    @property
    def untouched(self) -> bool:
        """Whether nothing in it is anybody's."""
        said = (self.owner, self.goes, self.part_of, self.named_by)
        return not self.about and all(one is None for one in said)

    def doomed(self, going: Going) -> Condition:
        """Which rows go."""
        if self.goes is not None:
            return self.goes(going)
        conditions: list[Condition] = [column.in_(going.contacts) for column in self.about if going.contacts]
        if self.owner is not None:
            mine = self.owner == going.owner
            if going.about is None:
                conditions.append(mine)
            else:
                conditions += [mine & column.in_(going.about) for column in self.about]
        return or_(false(), *conditions)
