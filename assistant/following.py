"""What follows from a change: messages about the record are brought up to date, and so is Home."""

from datetime import datetime

from assistant.facts import Person
from assistant.ids import AccountId
from assistant.jobs import Refresh, Say, ShowHome
from assistant.ledger import Ledger
from assistant.reply import Matter


def lane_of(account: AccountId) -> str:
    """Everything in a member's private conversation is said in order."""
    return f"dm:{account}"


def say(job: Say, key: str, ledger: Ledger, now: datetime) -> None:
    """Tell a member of a matter as soon as can be."""
    ledger.outbox.put(job, key, lane_of(job.to), now)


def keep_up(matter: Matter, person: Person, ledger: Ledger, now: datetime) -> None:
    """Messages about a record that changed show its present state soon, as does the member's Home."""
    if not matter.key or person.account is None:
        return
    refresh = Refresh(matter, person.id)
    ledger.outbox.put(refresh, f"refresh:{matter.key}", lane_of(person.account), now, replace=True)
    show_home(person, ledger, now)


def take_over(before: Matter, after: Matter, by: Person, ledger: Ledger) -> Matter:
    """The messages about a record go on with the one that takes its place, if there is one yet."""
    if after.subject is before.subject and after.key != before.key:
        ledger.journal.replaced(by.id, before, after)
        ledger.posts.hand_over(before, after)
    return after


def show_home(person: Person, ledger: Ledger, now: datetime) -> None:
    """Publish the page of Home that the member looked at last, if they ever opened it."""
    page = ledger.people.home_page(person.id)
    if page and person.account:
        lane = f"home:{person.account}"
        ledger.outbox.put(ShowHome(person.account, page), lane, lane, now, replace=True)
