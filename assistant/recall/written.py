"""All that a member noted, of whatever kind, what was written down last first: page by page, and a few on Home."""

from collections.abc import Collection

from assistant import records
from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.recall import searching
from assistant.recall.look import Look, What
from assistant.reply import AllNoted, Matter, Noted, Subject

ON_A_PAGE = 8  # records in a window
ON_HOME = 3
WITH_A_PLACE = frozenset((Subject.MEETING, Subject.LISTING, Subject.REMINDER, Subject.SETTINGS))
"""Home has a part, or a button, of their own for these."""

EVERYTHING = Look(What.NOTED)


def page(look: Look, reader: Person, ledger: Ledger) -> AllNoted:
    """The page asked for, or the last one that there is."""
    found = ledger.journal.standing(reader.id, records.KINDS, ON_A_PAGE + 1, (look.page - 1) * ON_A_PAGE)
    if not found and look.page > 1:
        return page(look.on(look.page - 1), reader, ledger)  # what stood there was taken back
    return AllNoted(
        tuple(searching.records(found[:ON_A_PAGE], reader, ledger)),
        look.page,
        newer=look.on(look.page - 1).written() if look.page > 1 else "",
        older=look.next().written() if len(found) > ON_A_PAGE else "",
    )


def on_home(member: Person, shown: Collection[Matter], ledger: Ledger) -> tuple[Noted, ...]:
    """The latest few of the kinds that have no place there, but for those `shown` there already."""
    latest = ledger.journal.standing(member.id, records.KINDS - WITH_A_PLACE, ON_HOME + len(shown))
    others = [one for one in latest if one not in shown][:ON_HOME]
    return tuple(one for one in searching.records(others, member, ledger) if isinstance(one, Noted))


def has_more_than_meetings(member: Person, ledger: Ledger) -> bool:
    """Whether there is anything that the list of meetings does not show."""
    return bool(ledger.journal.standing(member.id, records.KINDS - {Subject.MEETING}, 1))
