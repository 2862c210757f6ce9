"""All that a member noted, of whatever kind, what was written down last first: page by page, and a few on Home."""

from collections.abc import Collection
from dataclasses import replace

from assistant import records
from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.phrases.en import noted
from assistant.phrases.words import readable
from assistant.recall import searching
from assistant.recall.look import Look, What
from assistant.reply import AllNoted, Matter, Noted, Subject

ON_A_PAGE = 8  # records in a window
ON_HOME = 3
WITH_A_PLACE = frozenset((Subject.MEETING, Subject.LISTING, Subject.REMINDER, Subject.SETTINGS))
"""Home has a part, or a button, of their own for these."""

EVERYTHING = Look(What.NOTED)

_CALLED = {"referral": Subject.REFERRAL, "recommendation": Subject.RECOMMENDATION}
"""Kinds that are listed alone where they are asked for; the others have lists of their own."""


def listed(words: str) -> Look | None:
    """ "show my referrals", "everything I noted": the list that is asked for; None for another sentence."""
    kind = noted.asked_for(" ".join(readable(words).split()).strip(" .!?"))
    return None if kind is None else replace(EVERYTHING, words=kind if kind in _CALLED else "")


def page(look: Look, reader: Person, ledger: Ledger) -> AllNoted:
    """The page asked for, or the last one that there is."""
    kind = _CALLED.get(look.words)
    kinds = {kind} if kind else records.KINDS
    found = ledger.journal.standing(reader.id, kinds, ON_A_PAGE + 1, (look.page - 1) * ON_A_PAGE)
    if not found and look.page > 1:
        return page(look.on(look.page - 1), reader, ledger)  # what stood there was taken back
    return AllNoted(
        tuple(searching.records_of(found[:ON_A_PAGE], reader, ledger)),
        kind,
        look.page,
        newer=look.on(look.page - 1).written() if look.page > 1 else "",
        older=look.next().written() if len(found) > ON_A_PAGE else "",
    )


def on_home(member: Person, shown: Collection[Matter], ledger: Ledger) -> tuple[Noted, ...]:
    """The latest few of the kinds that have no place there, but for those `shown` there already."""
    latest = ledger.journal.standing(member.id, records.KINDS - WITH_A_PLACE, ON_HOME + len(shown))
    others = [one for one in latest if one not in shown][:ON_HOME]
    return tuple(one for one in searching.records_of(others, member, ledger) if isinstance(one, Noted))


def has_more_than_meetings(member: Person, ledger: Ledger) -> bool:
    """Whether there is anything that the list of meetings does not show."""
    return bool(ledger.journal.standing(member.id, records.KINDS - {Subject.MEETING}, 1))
