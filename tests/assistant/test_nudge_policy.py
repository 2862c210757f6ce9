"""What is said unasked: each rule of the policy, and months of random lives that keep all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.clock import local
from assistant.decent import OFFICE, Hours, hours_of, is_decent, leaves_time, next_decent, next_morning
from assistant.facts import Preferences, WorkspaceSettings
from assistant.ids import NudgeId, PersonId
from assistant.nudges.policy import (
    IGNORED_AFTER,
    SILENT_AFTER,
    TOO_LATE,
    WEEK,
    Drop,
    Life,
    Send,
    Sent,
    Wait,
    decide,
    decide_all,
    first_look,
    ignored_in_a_row,
)
from assistant.nudges.record import Deed, Ending, Nudge

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HERE = Life(zone="UTC")


def nudge(deed: Deed = Deed.MADE, due: datetime = MONDAY, number: int = 1, sharp: bool = False) -> Nudge:
    return Nudge(NudgeId(number), PersonId(1), deed, f"introduction:{number}", due, due, sharp)


# -- hours


@pytest.mark.parametrize(
    ("moment", "comes"),
    [
        (datetime(2026, 11, 24, 10, 20, tzinfo=UTC), datetime(2026, 11, 24, 10, 20, tzinfo=UTC)),
        (datetime(2026, 11, 24, 8, 59, tzinfo=UTC), datetime(2026, 11, 24, 9, tzinfo=UTC)),
        (datetime(2026, 11, 24, 17, 30, tzinfo=UTC), datetime(2026, 11, 25, 9, tzinfo=UTC)),
        (datetime(2026, 11, 27, 18, tzinfo=UTC), datetime(2026, 11, 30, 9, tzinfo=UTC)),  # Friday evening → Monday
        (datetime(2026, 11, 28, 12, tzinfo=UTC), datetime(2026, 11, 30, 9, tzinfo=UTC)),
    ],
)
def test_what_comes_unasked_arrives_in_office_hours(moment: datetime, comes: datetime) -> None:
    assert next_decent(moment, "UTC") == comes


def test_nine_o_clock_is_nine_o_clock_where_the_member_is_also_when_the_clocks_change() -> None:
    saturday_before_the_change = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert next_decent(saturday_before_the_change, "Europe/Vienna") == datetime(2026, 10, 26, 8, tzinfo=UTC)
    assert next_decent(datetime(2026, 10, 22, 23, tzinfo=UTC), "Europe/Vienna").hour == 7


def test_quiet_hours_are_taken_out_of_the_working_hours() -> None:
    lunch = Hours(quiet=(time(12), time(14)))
    assert next_decent(datetime(2026, 11, 24, 12, 30, tzinfo=UTC), "UTC", lunch).hour == 14
    evening = Hours(quiet=(time(15), time(10)))
    assert next_decent(datetime(2026, 11, 24, 15, tzinfo=UTC), "UTC", evening) == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_own_hours_come_before_those_of_the_workspace() -> None:
    own = Preferences(hours_from=time(7), days=(5, 6), quiet_from=time(22), quiet_until=time(6))
    assert hours_of(own, WorkspaceSettings()) == Hours(time(7), time(17, 30), (5, 6), (time(22), time(6)))
    assert hours_of(Preferences(), WorkspaceSettings(hours_from=time(8))) == Hours(time(8))


def test_where_quiet_hours_leave_nothing_the_moment_they_end_is_taken() -> None:
    never = Hours(quiet=(time(8), time(20)))
    assert not leaves_time(never)
    assert next_decent(MONDAY, "UTC", never) == datetime(2026, 11, 24, 20, tzinfo=UTC)


# -- rules


def test_a_nudge_is_sent_when_it_is_due_in_their_hours() -> None:
    assert decide(nudge(), HERE, MONDAY) == Send()


def test_nothing_is_said_before_its_time() -> None:
    assert decide(nudge(due=MONDAY + timedelta(hours=1)), HERE, MONDAY) == Wait(
        MONDAY + timedelta(hours=1), "its time has not come"
    )


def test_who_left_is_told_nothing_not_even_what_they_asked_for() -> None:
    for deed in Deed:
        assert decide(nudge(deed), Life(here=False), MONDAY) == Drop(Ending.LEFT)


def test_who_stopped_nudges_gets_only_what_they_asked_for() -> None:
    stopped = Life(stopped=True)
    assert decide(nudge(), stopped, MONDAY) == Drop(Ending.STOPPED)
    assert decide(nudge(), Life(most=0), MONDAY) == Drop(Ending.STOPPED)
    assert decide(nudge(Deed.REMINDER), stopped, MONDAY) == Send()


def test_thanks_of_more_than_a_month_ago_are_asked_for_no_more() -> None:
    later = next_decent(MONDAY + TOO_LATE + timedelta(days=1), "UTC")
    assert decide(nudge(), HERE, later) == Drop(Ending.TOO_LATE)
    assert decide(nudge(Deed.REMINDER), HERE, later) == Send()


def test_a_pause_moves_it_to_the_first_morning_after() -> None:
    paused = Life(zone="Europe/Vienna", paused_until=date(2026, 12, 5))  # a Saturday
    assert decide(nudge(), paused, MONDAY) == Wait(datetime(2026, 12, 7, 8, tzinfo=UTC), "paused")


def test_do_not_disturb_makes_everything_wait() -> None:
    until = MONDAY + timedelta(hours=2)
    for deed in (Deed.MADE, Deed.REMINDER):
        assert decide(nudge(deed), Life(quiet_until=until), MONDAY) == Wait(until, "do not disturb")
    evening = MONDAY.replace(hour=19)
    assert decide(nudge(), Life(quiet_until=evening), MONDAY) == Wait(MONDAY + timedelta(days=1), "do not disturb")


def test_a_clock_time_that_was_said_is_kept_also_in_the_evening() -> None:
    evening = MONDAY.replace(hour=20)
    assert decide(nudge(Deed.REMINDER, evening, sharp=True), HERE, evening) == Send()
    assert decide(nudge(Deed.REMINDER, evening), HERE, evening) == Wait(
        MONDAY + timedelta(days=1), "outside of their hours"
    )


def test_two_a_week_and_the_third_waits_until_there_is_room() -> None:
    sent = (Sent(MONDAY - timedelta(days=2), answered=True), Sent(MONDAY - timedelta(days=5), answered=True))
    assert decide(nudge(), Life(sent=sent), MONDAY) == Wait(MONDAY + timedelta(days=2), "enough for a week")
    assert decide(nudge(), Life(sent=sent[:1]), MONDAY) == Send()
    assert decide(nudge(Deed.RHYTHM), Life(sent=sent), MONDAY) == Send()


def test_what_is_due_together_is_one_message_with_the_most_welcome_first() -> None:
    due = [nudge(Deed.OFFER_EXPIRY, number=1), nudge(Deed.MADE, number=2), nudge(Deed.BUSINESS, number=3),
           nudge(Deed.REMINDER, number=4)]  # fmt: skip
    decided = decide_all(due, HERE, lambda _: True, MONDAY)
    assert [one.deed for one in decided.to_send] == [Deed.REMINDER, Deed.BUSINESS, Deed.MADE]
    assert [(one.deed, wait.until) for one, wait in decided.waits] == [(Deed.OFFER_EXPIRY, MONDAY + WEEK)]


def test_what_is_not_so_any_more_is_dropped_and_takes_nobody_s_room() -> None:
    due = [nudge(Deed.BUSINESS, number=1), nudge(Deed.MET, number=2), nudge(Deed.MADE, number=3)]
    decided = decide_all(due, HERE, lambda one: one.deed is not Deed.BUSINESS, MONDAY)
    assert [drop.why for _, drop in decided.drops] == [Ending.UNTRUE]
    assert len(decided.to_send) == 2


def test_three_ignored_in_a_row_are_the_last_until_the_member_asks_for_more() -> None:
    ignored = tuple(Sent(MONDAY - timedelta(days=9 * nth)) for nth in (1, 2, 3))
    assert decide(nudge(), Life(sent=ignored), MONDAY) == Drop(Ending.SILENT)
    assert decide(nudge(Deed.REMINDER), Life(sent=ignored), MONDAY) == Send()
    assert decide(nudge(), Life(sent=ignored, since=MONDAY - timedelta(hours=1)), MONDAY) == Send()
    answered = (*ignored[:1], replace(ignored[1], answered=True), ignored[2])
    assert decide(nudge(), Life(sent=answered), MONDAY) == Send()


def test_a_message_of_yesterday_is_not_ignored_yet() -> None:
    young = Sent(MONDAY - IGNORED_AFTER + timedelta(hours=1))
    ignored = tuple(Sent(MONDAY - timedelta(days=9 * nth)) for nth in (1, 2))
    assert ignored_in_a_row(Life(sent=(young, *ignored)), MONDAY) == 2


def test_a_new_nudge_is_looked_at_in_a_morning_so_that_a_day_is_one_message() -> None:
    noon = MONDAY.replace(hour=12)
    assert first_look(Deed.MADE, noon, False, HERE, noon) == MONDAY + timedelta(days=1)
    assert first_look(Deed.MADE, MONDAY, False, HERE, MONDAY - timedelta(hours=3)) == MONDAY
    assert first_look(Deed.REMINDER, noon, True, HERE, MONDAY) == noon


# -- months of random lives

ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns", "Asia/Tokyo")
BEGIN = datetime(2026, 9, 20, tzinfo=UTC)
moments = st.integers(0, 120 * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
times = st.integers(0, 24 * 4 - 1).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """Hours that leave some time, as the settings make sure."""
    start, end = sorted(draw(st.lists(times, min_size=2, max_size=2, unique=True)))
    days = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1))))
    quiet = draw(st.none() | st.tuples(times, times).filter(lambda two: two[0] != two[1]))
    made = Hours(start, end, days, quiet)
    return made if leaves_time(made) else replace(made, quiet=None)


@given(moments, st.sampled_from(ZONES), hours())
def test_the_next_decent_moment_is_decent_and_the_first(moment: datetime, zone: str, week: Hours) -> None:
    found = next_decent(moment, zone, week)
    assert found >= moment
    assert is_decent(found, zone, week)
    assert found - moment <= timedelta(days=8, hours=1)
    between = (moment + (found - moment) * part / 7 for part in range(7))
    assert not any(is_decent(earlier, zone, week) for earlier in between if earlier < found)
    morning = next_morning(moment, zone, week)
    assert morning >= found or morning >= moment
    assert is_decent(morning, zone, week)


@dataclass
class World:
    """What happens to one member over four months."""

    zones: Sequence[tuple[datetime, str]]
    week: Hours
    most: int
    planned: Sequence[tuple[datetime, timedelta, Deed, bool]]
    quiet: Sequence[tuple[datetime, timedelta]]
    stops: datetime
    resumes: datetime
    leaves: datetime
    pause: tuple[datetime, timedelta]
    answers: Sequence[bool]
    untrue: frozenset[int]
    sent: list[tuple[datetime, list[Nudge]]] = field(default_factory=list)

    def zone(self, now: datetime) -> str:
        return [name for since, name in self.zones if since <= now][-1]

    def quiet_until(self, now: datetime) -> datetime | None:
        return max((start + long for start, long in self.quiet if start <= now < start + long), default=None)

    def life(self, now: datetime, ask: bool) -> Life:
        paused_at, long = self.pause
        paused = local(paused_at + long, self.zone(now)).date() if paused_at <= now else None
        ours = [(at, sum(not one.is_asked_for for one in some)) for at, some in self.sent]
        said = [
            Sent(at, count, self.answers[nth % len(self.answers)] and now - at > timedelta(hours=5))
            for nth, (at, count) in enumerate(ours)
            if count
        ]
        return Life(
            self.zone(now), now < self.leaves, self.week, self.most, self.stops <= now < self.resumes, paused,
            self.resumes if self.resumes <= now else None, said[::-1], self.quiet_until(now) if ask else None,
        )  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn) -> World:
    moves = sorted(draw(st.lists(st.tuples(moments, st.sampled_from(ZONES)), max_size=3)))
    spans = st.tuples(moments, st.integers(1, 60).map(lambda hour: timedelta(hours=hour)))
    waits = st.integers(0, 20 * 24).map(lambda hour: timedelta(hours=hour))
    some = draw(st.lists(st.tuples(moments, waits, st.sampled_from(Deed), st.booleans()), min_size=1, max_size=14))
    stops = draw(moments)
    return World(
        [(BEGIN, draw(st.sampled_from(ZONES))), *moves], draw(hours()), draw(st.integers(0, 3)),
        sorted(some), draw(st.lists(spans, max_size=6)), stops, stops + draw(waits), draw(moments) + timedelta(days=60),
        draw(st.tuples(moments, waits)), draw(st.lists(st.booleans(), min_size=1, max_size=5)),
        draw(st.frozensets(st.integers(0, 13), max_size=4)),
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(worlds())
def test_months_of_random_lives_keep_every_rule(world: World) -> None:
    waiting: list[Nudge] = []
    ended: dict[int, str] = {}
    coming = [(at, number, *rest) for number, (at, *rest) in enumerate(world.planned)]
    for _ in range(2_000):
        now = min([one.due for one in waiting] + [at for at, *_ in coming], default=None)
        if now is None:
            break
        while coming and coming[0][0] <= now:
            at, number, later, deed, at_the_minute = coming.pop(0)
            sharp = at_the_minute and deed is Deed.REMINDER
            due = first_look(deed, at + later, sharp, world.life(at, ask=False), at)
            assert due >= at + later
            waiting.append(Nudge(NudgeId(number), PersonId(1), deed, str(number), at + later, due, sharp))
        due_now = [one for one in waiting if one.due <= now]
        decided = decide_all(due_now, world.life(now, ask=True), lambda one: one.id not in world.untrue, now)
        for one, drop in decided.drops:
            ended[one.id] = drop.why
            waiting.remove(one)
        for one, wait in decided.waits:
            assert wait.until > now, "whatever waits, waits for something to come"
            waiting[waiting.index(one)] = replace(one, due=wait.until)
        if decided.to_send:
            check(world, decided.to_send, now)
            world.sent.append((now, list(decided.to_send)))
        for one in decided.to_send:
            assert one.id not in ended, "never twice for one deed"
            ended[one.id] = "sent"
            waiting.remove(one)
    assert not waiting
    assert not coming
    assert len(ended) == len(world.planned), "nothing is ever lost"
    ours = [(at, sum(not one.is_asked_for for one in some)) for at, some in world.sent]
    for at, _ in ours:
        assert sum(count for other, count in ours if at - WEEK < other <= at) <= world.most, "never above the cap"


def check(world: World, sent: Sequence[Nudge], now: datetime) -> None:
    """Each rule once more, said in another way than the policy says it."""
    assert now < world.leaves, "nothing to who left"
    assert world.quiet_until(now) is None, "nothing in do-not-disturb"
    for one in sent:
        assert now >= one.earliest
        assert one.id not in world.untrue
        there = local(now, world.zone(now))
        if not one.sharp:
            assert there.weekday() in world.week.days or one.deed is Deed.REMINDER
            assert world.week.start <= there.time() < world.week.end
            quiet = world.week.quiet
            wraps = quiet and quiet[0] > quiet[1]
            if quiet and not wraps:
                assert not quiet[0] <= there.time() < quiet[1]
            if quiet and wraps:
                assert quiet[1] <= there.time() < quiet[0]
        if not one.is_asked_for:
            assert not world.stops <= now < world.resumes, "nothing to who stopped"
            assert now - one.earliest <= TOO_LATE
            paused_at, long = world.pause
            assert not (paused_at <= now and there.date() < local(paused_at + long, world.zone(now)).date())
            unasked = [
                entry for entry in world.life(now, ask=False).sent if entry.at > world.resumes or now < world.resumes
            ]
            row = [entry for entry in unasked if now - entry.at >= IGNORED_AFTER][:SILENT_AFTER]
            assert len(row) < SILENT_AFTER or any(entry.answered for entry in unasked[: unasked.index(row[-1]) + 1])


def test_office_hours_are_what_holds_where_nobody_chose() -> None:
    assert hours_of(Preferences(), WorkspaceSettings()) == OFFICE
