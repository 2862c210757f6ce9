"""When a job's time has come: what to show now, and what to keep once it was shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from assistant.asked import Ending
from assistant.business import steps as business
from assistant.decent import is_decent, next_decent
from assistant.facts import Person
from assistant.following import keep_up, lane_of
from assistant.home import home
from assistant.ids import IntroductionId, PersonId, QuestionId, ThanksId
from assistant.introductions import timers
from assistant.introductions.steps import outcome_key, remind_key
from assistant.jobs import AskOutcome, BringTogether, LookAtNudge, PassThanks, PostCard, Refresh, Remind, Say, ShowHome
from assistant.ledger import Ledger, Post
from assistant.nudges import sending
from assistant.nudges.life import hours_for
from assistant.outgoing import AskAccounts, Delivered, Outgoing, Publish, Redraw, Send
from assistant.reply import Matter, Subject
from assistant.tell import tell
from assistant.thanks import sides as thanks
from assistant.thanks.giving import told_key

Shown = Say | Refresh | ShowHome | Remind | AskOutcome | BringTogether | PostCard | LookAtNudge | PassThanks


def shown(job: Shown, ledger: Ledger, now: datetime) -> Outgoing | None:
    """The present state of what the job is about; None when nobody needs to see it any more."""
    match job:
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


def later(job: Remind | AskOutcome, delivered: Delivered, ledger: Ledger, now: datetime) -> None:
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


def kept(posts: tuple[Post, ...], ledger: Ledger) -> None:
    """Where the message stands."""
    for post in posts:
        ledger.posts.record(post)


Told = Say | Refresh | Remind | AskOutcome | LookAtNudge | PassThanks


def posted(job: Told, outgoing: Send | Redraw, posts: tuple[Post, ...], ledger: Ledger, now: datetime) -> None:
    """Keep where the message stands. What changed while it was on its way is brought up to date next."""
    owner = _owner(job, ledger)
    # Held from before the post is kept: a press at this very moment either finds it, or is seen by us below.
    owner = ledger.people.hold(owner.account) if owner and owner.account else None
    if outgoing.matter.subject is Subject.INTRODUCTION:
        ledger.introductions.hold(IntroductionId(outgoing.matter.id))  # others than its reader move it
    if outgoing.matter.subject is Subject.THANKS:
        ledger.thanks.hold(ThanksId(outgoing.matter.id))  # their giver takes them back
    business.hold(outgoing.matter, ledger)  # so does the other one of the two
    kept(posts, ledger)
    if owner is None or owner.account is None or not outgoing.matter.key:
        return
    present = tell(outgoing.matter, owner, ledger)
    if present.matter.key != outgoing.matter.key:
        ledger.posts.hand_over(outgoing.matter, present.matter)
    if (present.matter.key, present.version) != (outgoing.matter.key, outgoing.version):
        refresh = Refresh(present.matter, owner.id)
        ledger.outbox.put(refresh, f"refresh:{present.matter.key}", lane_of(owner.account), now, replace=True)


def _owner(job: Told, ledger: Ledger) -> Person | None:
    if isinstance(job, Say):
        return ledger.people.by_account(job.to)
    owner = job.owner if isinstance(job, Refresh) else job.person
    return ledger.people.by_ids([owner]).get(owner)


def expire(question: QuestionId, ledger: Ledger, now: datetime) -> None:
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
