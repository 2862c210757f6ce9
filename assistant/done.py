"""A job was carried out: what is kept of it, and what follows."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant import joining
from assistant.asked import Ending
from assistant.business import steps as business
from assistant.decent import next_decent
from assistant.facts import Person
from assistant.following import keep_up, lane_of, show_home
from assistant.ids import IntroductionId, QuestionId, ThanksId
from assistant.introductions import timers
from assistant.introductions.steps import outcome_key, remind_key
from assistant.jobs import (
    AskOutcome,
    BringTogether,
    Disclose,
    Expire,
    ExpireIntroduction,
    Job,
    Lapse,
    LookAtNudge,
    PassThanks,
    PostCard,
    Refresh,
    Remind,
    Say,
    ShowHome,
    Tidy,
)
from assistant.ledger import Ledger, Post
from assistant.listings import nudged as listings
from assistant.named import as_said
from assistant.nudges import sending
from assistant.nudges.life import hours_for
from assistant.outgoing import AskAccounts, Delivered, Outgoing, Redraw, Send, Together
from assistant.reply import Matter, Subject
from assistant.tell import tell

KEEP = timedelta(days=7)  # what was seen or sent; Slack repeats a delivery for an hour at most, its queue for a day
TIDY_EVERY = timedelta(hours=6)


def carried_out(job: Job, outgoing: Outgoing | None, delivered: Delivered, ledger: Ledger, now: datetime) -> None:
    """Within the transaction that finishes the job."""
    if delivered.profiles:
        joining.learn(delivered.profiles, ledger, now)
    match job, outgoing:
        case BringTogether(number), Together():
            timers.brought_together(number, delivered.posts, ledger)
        case PostCard(number), Send():
            _kept(delivered.posts, ledger)
            timers.card_stands(number, ledger, now)
        case LookAtNudge(), _:
            sending.carried_out(job, outgoing if isinstance(outgoing, Send) else None, delivered, ledger, now)
            if isinstance(outgoing, Send) and delivered.posts:
                _posted(job, outgoing, delivered.posts, ledger, now)
        case ((Remind() | AskOutcome()), _) if not delivered.posts:
            _later(job, delivered, ledger, now)
        case ((Say() | Refresh() | Remind() | AskOutcome() | PassThanks()), (Send() | Redraw())):
            _posted(job, outgoing, delivered.posts, ledger, now)
        case ShowHome(to, page), AskAccounts():
            person = ledger.people.by_account(to)
            if person:
                ledger.people.turn_home(person.id, page)
                show_home(person, ledger, now)
        case Expire(question), _:
            _expire(question, ledger, now)
        case ExpireIntroduction(number), _:
            timers.expire(number, ledger, now)
        case Disclose(number), _:
            timers.disclose(number, ledger, now)
        case Lapse(number), _:
            listings.lapse(number, ledger, now)
        case Tidy(), _:
            ledger.outbox.tidy(now - KEEP)
            ledger.outbox.put(job, "tidy", "tidy", now + TIDY_EVERY, replace=True)
        case _:
            pass


def _later(job: Remind | AskOutcome, delivered: Delivered, ledger: Ledger, now: datetime) -> None:
    """It was not said, since it was not the time: at the next decent moment, if there is still a reason then."""
    member = ledger.people.by_ids([job.person]).get(job.person)
    if member is None or member.account is None:
        return
    if isinstance(job, Remind):
        key, reason = remind_key(job), timers.still_to_remind(job.introduction, member, ledger)
    else:
        key, reason = outcome_key(job), timers.still_to_ask_outcome(job.introduction, member, ledger)
    if reason:
        at = next_decent(max(now, delivered.quiet_until or now), member.zone, hours_for(member.id, ledger))
        ledger.outbox.put(job, key, lane_of(member.account), at, replace=True)


def _kept(posts: tuple[Post, ...], ledger: Ledger) -> None:
    """Where the message stands."""
    for post in posts:
        ledger.posts.record(post)


_Told = Say | Refresh | Remind | AskOutcome | LookAtNudge | PassThanks


def _posted(job: _Told, outgoing: Send | Redraw, posts: tuple[Post, ...], ledger: Ledger, now: datetime) -> None:
    """Keep where the message stands. What changed while it was on its way is brought up to date next."""
    owner = _owner(job, ledger)
    if not outgoing.matter.key:
        said = as_said(outgoing.message, owner) if owner else None
        _kept(tuple(replace(post, matter=said.key) for post in posts) if said else (), ledger)
        return
    # Held from before the post is kept: a press at this very moment either finds it, or is seen by us below.
    owner = ledger.people.hold(owner.account) if owner and owner.account else None
    if outgoing.matter.subject is Subject.INTRODUCTION:
        ledger.introductions.hold(IntroductionId(outgoing.matter.id))  # others than its reader move it
    if outgoing.matter.subject is Subject.THANKS:
        ledger.thanks.hold(ThanksId(outgoing.matter.id))  # their giver takes them back
    business.hold(outgoing.matter, ledger)  # so does the other one of the two
    _kept(posts, ledger)
    if owner is None or owner.account is None:
        return
    present = tell(outgoing.matter, owner, ledger)
    if present.matter.key != outgoing.matter.key:
        ledger.posts.hand_over(outgoing.matter, present.matter)
    if (present.matter.key, present.version) != (outgoing.matter.key, outgoing.version):
        refresh = Refresh(present.matter, owner.id)
        ledger.outbox.put(refresh, f"refresh:{present.matter.key}", lane_of(owner.account), now, replace=True)


def _owner(job: _Told, ledger: Ledger) -> Person | None:
    if isinstance(job, Say):
        return ledger.people.by_account(job.to)
    owner = job.owner if isinstance(job, Refresh) else job.person
    return ledger.people.by_ids([owner]).get(owner)


def _expire(question: QuestionId, ledger: Ledger, now: datetime) -> None:
    """Close a question that nobody answered; its message says so."""
    asked = ledger.questions.find(question)
    asker = ledger.people.by_ids([asked.asker]).get(asked.asker) if asked else None
    if asker and asker.account:
        ledger.people.hold(asker.account)
    found = ledger.questions.find(question)
    if found is None or found.ending is not None or found.expires_at > now:
        return
    ledger.questions.close(question, Ending.EXPIRED)
    if asker:
        keep_up(Matter(Subject.QUESTION, question), asker, ledger, now)
