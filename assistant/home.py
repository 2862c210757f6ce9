"""Home: a member's latest meetings, newest first, page by page."""

from datetime import datetime

from assistant.business.shown import at_home
from assistant.clock import today
from assistant.facts import Person
from assistant.introductions.sides import requests
from assistant.ledger import Ledger
from assistant.listings.record import ListingKind
from assistant.recall import written
from assistant.reminders.showing import listed as reminders
from assistant.reply import BusinessAtHome, Home, Matter, Muted, Requests, Subject
from assistant.settings.changing import silent
from assistant.tell import tell
from assistant.thanks.owed import owed
from assistant.undoing import just_undone

REMINDERS = 3  # the next ones; all of them are a button away
ON_A_PAGE = 10  # a meeting takes two blocks of Slack's hundred; ten are read without scrolling far


def home(person: Person, page: int, ledger: Ledger, now: datetime) -> Home:
    """The page asked for, or the last one when there are fewer."""
    total = ledger.meetings.count(person.id)
    pages = max(1, -(-total // ON_A_PAGE))
    page = min(max(page, 1), pages)
    meetings = ledger.meetings.latest(person.id, ON_A_PAGE, (page - 1) * ON_A_PAGE)
    taken_back = just_undone(person, ledger)
    open_now = requests(person, ledger)
    business = at_home(person, today(now, person.zone), ledger)
    return Home(
        person, tuple(meetings), page, pages, total,
        contacts=ledger.contacts.count(person.id),
        waiting=open_now.waiting,
        requests=open_now.mine,
        offers=tuple(ledger.listings.of(person.id, ListingKind.OFFER)),
        muted=_muted(person, ledger, now),
        reminders=reminders(person, ledger, REMINDERS),
        needs=tuple(ledger.listings.of(person.id, ListingKind.NEED)),
        undone=tell(taken_back, person, ledger).message if taken_back else None,
        owed=owed(person, ledger).owed,
        business=business,
        noted=written.on_home(person, _shown(open_now, business), ledger),
        everything=written.EVERYTHING.written() if written.has_more_than_meetings(person, ledger) else "",
    )  # fmt: skip


def _shown(requests: Requests, business: BusinessAtHome) -> list[Matter]:
    """The records that stand on Home for what is to be done about them."""
    introductions = [one.introduction.id for one in (*requests.waiting, *requests.mine)]
    partnerships = [one.partnership.id for one in (*business.partnerships, *business.ending)]
    return [
        *(Matter(Subject.INTRODUCTION, number) for number in introductions),
        *(Matter(Subject.REFERRAL, one.referral.id) for one in business.referrals),
        *(Matter(Subject.PARTNERSHIP, number) for number in partnerships),
    ]


def _muted(person: Person, ledger: Ledger, now: datetime) -> Muted | None:
    """Why nothing comes of itself, if it does not."""
    chosen = ledger.preferences.of(person.id)
    paused = chosen.nudges_from if chosen.nudges_from and chosen.nudges_from > today(now, person.zone) else None
    if chosen.nudges_stopped or paused or silent(person, ledger, now):
        return Muted(chosen.nudges_stopped, paused)
    return None
