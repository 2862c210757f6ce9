"""The policy of every nudge, as pure functions: may it be sent now, is it to wait, or is it not to be sent at all?

The rules, one function of `decide` after the other, each with its reason. Where several say "wait", it waits for the
first that says so, and is decided again then.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from assistant.clock import today, zone_of
from assistant.decent import OFFICE, Hours, next_decent, next_morning
from assistant.nudges.record import Deed, Ending, Nudge

WEEK = timedelta(days=7)  # a cap counts any seven days, so that no weekend doubles it
TOO_LATE = timedelta(days=30)  # unasked; thanks for what was a month ago read like an afterthought
IGNORED_AFTER = timedelta(days=3)  # without any answer; a long weekend is no answer either
SILENT_AFTER = 3  # messages in a row that were ignored: by then silence is the answer
MOST = 10  # nudges in one message; Slack shows 50 blocks, and each has up to four
_EVERY_DAY = tuple(range(7))
_RANK = {deed: rank for rank, deed in enumerate(Deed)}


@dataclass(frozen=True, slots=True)
class Sent:
    """A message with nudges of our own idea: when it was sent, how many stood in it, whether any was answered."""

    at: datetime  # UTC
    nudges: int = 1
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of a member when something is about to be said to them."""

    zone: str = "UTC"
    here: bool = True  # an account that may keep notes: neither a bot, nor deactivated, nor from elsewhere
    hours: Hours = OFFICE
    most: int = 2  # nudges of our own idea in any seven days
    stopped: bool = False
    paused_until: date | None = None  # in their own calendar
    since: datetime | None = None  # UTC; asked for nudges again then
    sent: Sequence[Sent] = field(default=())  # of our own idea, the latest first; the last seven days and SILENT_AFTER
    quiet_until: datetime | None = None  # UTC; do-not-disturb is on until then


@dataclass(frozen=True, slots=True)
class Send:
    """Now."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Not before then (UTC), where it is decided again; `why` is for whoever wonders."""

    until: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Never."""

    why: Ending


Decision = Send | Wait | Drop


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about everything that is due for a member."""

    to_send: Sequence[Nudge] = ()
    waits: Sequence[tuple[Nudge, Wait]] = ()
    drops: Sequence[tuple[Nudge, Drop]] = ()


def decide(nudge: Nudge, life: Life, now: datetime) -> Decision:
    """What is to be done with a planned nudge at this moment."""
    if not life.here:
        return Drop(Ending.LEFT)  # whoever left, or never kept notes here, is told nothing
    if nudge.due > now:
        return Wait(nudge.due, "its time has not come")
    if not nudge.is_asked_for:
        unasked = _unasked(nudge, life, now)
        if unasked:
            return unasked
    if life.quiet_until and life.quiet_until > now:
        # Asked for or not: Slack's own sign on the door counts. Afterwards the hours are looked at again.
        return Wait(_decent(nudge, life, life.quiet_until), "do not disturb")
    decent = _decent(nudge, life, now)
    if decent > now:
        return Wait(decent, "outside of their hours")
    return Send()


def _unasked(nudge: Nudge, life: Life, now: datetime) -> Wait | Drop | None:
    """What holds only for our own ideas; what the member asked for comes in any case."""
    if life.stopped or life.most <= 0:
        return Drop(Ending.STOPPED)  # for good, so that asking for nudges again brings no flood of old ones
    if now - nudge.earliest > TOO_LATE:
        return Drop(Ending.TOO_LATE)
    if is_silent(life, now):
        return Drop(Ending.SILENT)
    if life.paused_until and life.paused_until > today(now, life.zone):
        monday = datetime.combine(life.paused_until, time.min, zone_of(life.zone)).astimezone(UTC)
        return Wait(next_morning(max(monday, now), life.zone, life.hours), "paused")
    free_at = room_at(life, now)
    if free_at > now:
        return Wait(next_morning(free_at, life.zone, life.hours), "enough for a week")
    return None


def decide_all(
    due: Sequence[Nudge], life: Life, still: Callable[[Nudge], bool], now: datetime, most: int = MOST
) -> Decided:
    """Decide all that is due for one member, for one message; where there is room for some, the most welcome go first.

    `still` says whether a nudge has its reason still. What is in none of the lists is decided a moment later.
    """
    to_send: list[Nudge] = []
    waits: list[tuple[Nudge, Wait]] = []
    drops: list[tuple[Nudge, Drop]] = []
    unasked = 0
    for nudge in sorted(due, key=welcome):
        counted = replace(life, sent=(Sent(now, unasked), *life.sent)) if unasked else life
        decision = decide(nudge, counted, now)
        if isinstance(decision, Wait):
            waits.append((nudge, decision))
        elif isinstance(decision, Drop):
            drops.append((nudge, decision))
        elif not still(nudge):
            drops.append((nudge, Drop(Ending.UNTRUE)))
        elif len(to_send) < most:
            to_send.append(nudge)
            unasked += not nudge.is_asked_for
    return Decided(to_send, waits, drops)


def welcome(nudge: Nudge) -> tuple[int, datetime, int]:
    """The order of nudges in a message, and for the room that there is."""
    return _RANK[nudge.deed], nudge.earliest, nudge.id


def first_look(deed: Deed, earliest: datetime, sharp: bool, life: Life, now: datetime) -> datetime:
    """When a new nudge is looked at first: in a morning, so that what falls into one day comes as one message.

    One with a clock time of its own is looked at then.
    """
    return max(earliest, now) if sharp else next_morning(max(earliest, now), life.zone, _hours(deed, life))


def room_at(life: Life, now: datetime) -> datetime:
    """The first moment from now on at which one more of our own ideas is below the cap."""
    left = life.most
    for sent in sorted(life.sent, key=lambda one: one.at, reverse=True):
        left -= sent.nudges
        if left <= 0:
            return max(now, sent.at + WEEK)
    return now


def is_silent(life: Life, now: datetime) -> bool:
    """Whether the last messages were all ignored, and the member has not asked for more since."""
    return ignored_in_a_row(life, now) >= SILENT_AFTER


def ignored_in_a_row(life: Life, now: datetime) -> int:
    """How many messages in a row nobody answered; one too young to be ignored neither counts nor ends the row."""
    row = 0
    for sent in sorted(life.sent, key=lambda one: one.at, reverse=True):
        if sent.answered or (life.since and sent.at <= life.since):
            break
        row += now - sent.at >= IGNORED_AFTER
    return row


def _decent(nudge: Nudge, life: Life, moment: datetime) -> datetime:
    """The first moment from then on at which it may be said; a clock time that the member said needs no better hour."""
    return moment if nudge.sharp else next_decent(moment, life.zone, _hours(nudge.deed, life))


def _hours(deed: Deed, life: Life) -> Hours:
    """A reminder comes on the day that the member named for it, at their hours of the day, be it a Sunday."""
    return replace(life.hours, days=_EVERY_DAY) if deed is Deed.REMINDER else life.hours
