"""When a job's time has come: what it comes to now."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from assistant import handing_out
from assistant.decent import is_decent
from assistant.facts import Person
from assistant.home import home
from assistant.ids import PersonId
from assistant.introductions import timers
from assistant.jobs import (
    AskOutcome,
    Blank,
    BringTogether,
    Disclose,
    Expire,
    ExpireIntroduction,
    HandOut,
    Job,
    Lapse,
    LearnMembers,
    LookAtNudge,
    LookUp,
    PassThanks,
    Point,
    PostCard,
    Refresh,
    Remind,
    Say,
    ShowHome,
    Tidy,
)
from assistant.ledger import Ledger
from assistant.nudges import sending
from assistant.nudges.life import hours_for
from assistant.outgoing import AskAccounts, AskMembers, Erase, Outgoing, Publish, Redraw, Send, Whisper
from assistant.reply import AnsweredPrivately, Matter
from assistant.tell import tell
from assistant.thanks import sides as thanks
from assistant.thanks.giving import told_key


def outgoing(job: Job, ledger: Ledger, now: datetime) -> Outgoing | None:
    """What is to be sent, shown or asked for, as it is now; None when that is nothing."""
    match job:
        case LookUp(accounts=accounts):
            return AskAccounts(accounts)
        case LearnMembers():
            return AskMembers()
        case Point(to, conversation, thread):
            return Whisper(to, conversation, thread, AnsweredPrivately())
        case HandOut(to, wanted):
            return handing_out.made(to, wanted, ledger, now)
        case Blank(conversation, message):
            return Erase(conversation, message)
        case Expire() | Tidy() | ExpireIntroduction() | Disclose() | Lapse():
            return None
        case Say(to, matter, conversation, thread):
            member = ledger.people.by_account(to)
            if member is None:
                return None
            told = tell(matter, member, ledger)
            return Send(to, conversation, thread, told.message, told.matter, told.version)
        case Refresh(matter, owner):
            member = ledger.people.by_ids([owner]).get(owner)
            if member is None:
                return None
            told = tell(matter, member, ledger)
            stale = tuple(post for post in ledger.posts.about(matter) if post.shown != told.version)
            return Redraw(told.message, told.matter, stale, told.version) if stale else None
        case Remind(number, person):
            return _unasked(person, ledger, now, partial(timers.still_to_remind, number))
        case AskOutcome(number, person):
            return _unasked(person, ledger, now, partial(timers.still_to_ask_outcome, number))
        case LookAtNudge():
            return sending.shown(job, ledger, now)
        case PassThanks(thanked, person):
            send = _passed_on(person, ledger, partial(thanks.still_to_tell, thanked))
            # Given again while they were on their way, they are a new job for a message that may stand already.
            return replace(send, mark=told_key(thanked, person)) if send else None
        case BringTogether(number):
            return timers.together_now(number, ledger)
        case PostCard(number):
            return timers.card_now(number, ledger)
        case ShowHome(to, page):
            member = ledger.people.by_account(to)
            return Publish(to, home(member, page, ledger, now)) if member else AskAccounts((to,))


Still = Callable[[Person, Ledger], Matter | None]


def _passed_on(person: PersonId, ledger: Ledger, still: Still) -> Send | None:
    """A message that somebody else brought about, if there is still a reason for it."""
    member = ledger.people.by_ids([person]).get(person)
    matter = still(member, ledger) if member and member.account else None
    if member is None or member.account is None or matter is None:
        return None
    told = tell(matter, member, ledger)
    return Send(member.account, "", "", told.message, told.matter, told.version)


def _unasked(person: PersonId, ledger: Ledger, now: datetime, still: Still) -> Send | None:
    """One of our own accord: at their hours, which may have changed since, and not in do-not-disturb.

    No cap counts it: it is about what somebody else asked for.
    """
    send = _passed_on(person, ledger, still)
    member = ledger.people.by_ids([person]).get(person)
    if send is None or member is None or not is_decent(now, member.zone, hours_for(person, ledger)):
        return None
    return replace(send, unless_quiet_at=now)
