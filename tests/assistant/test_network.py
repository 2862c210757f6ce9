"""How warm a tie is, and the way to somebody."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ids import PersonId
from assistant.network.paths import NEIGHBOURS, STRANGER, Known, Tie, ways
from assistant.network.ties import HALF_LIFE, NOTHING, added, strength, warmer, warmth_of

NOW = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)
SINCE, UNTIL = datetime(2015, 1, 1), datetime(2035, 1, 1)  # noqa: DTZ001 (the zone is given beside them)
MOMENTS = st.datetimes(SINCE, UNTIL, timezones=st.just(UTC))


def test_one_meeting_today_is_half_and_half_a_year_later_a_third() -> None:
    kept = warmth_of(1.0, NOW)
    assert strength(kept, NOW) == pytest.approx(1 / 2)
    assert strength(kept, NOW + HALF_LIFE) == pytest.approx(1 / 3)


@given(st.lists(MOMENTS, min_size=1, max_size=20))
def test_the_order_in_which_things_are_told_changes_nothing(moments: list[datetime]) -> None:
    forward, back = NOTHING, NOTHING
    for moment in moments:
        forward = warmer(forward, 1.0, moment)
    for moment in reversed(moments):
        back = warmer(back, 1.0, moment)
    assert forward == pytest.approx(back)
    assert 0 <= strength(forward, NOW) <= 1


@given(MOMENTS, MOMENTS)
def test_what_happened_only_warms(one: datetime, other: datetime) -> None:
    assert added(warmth_of(1.0, one), warmth_of(1.0, other)) > max(warmth_of(1.0, one), warmth_of(1.0, other)) - 1e-12


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3000)))
def test_whatever_was_said_fades(at: datetime, later: timedelta) -> None:
    kept = warmth_of(3.0, at)
    assert strength(kept, at + later) <= strength(kept, at)


class Told:
    """Ties as a list of pairs, told in both directions."""

    def __init__(self, pairs: Iterable[tuple[int, int, float]]) -> None:
        self._kept = {frozenset((one, other)): kept for one, other, kept in pairs if one != other}

    def of(self, person: PersonId, limit: int, viewer: PersonId) -> Sequence[Tie]:
        found = [
            Tie(PersonId(next(iter(pair - {person}))), kept) for pair, kept in self._kept.items() if person in pair
        ]
        return sorted(found, key=lambda tie: -tie.kept)[:limit]

    def of_each(self, people: Iterable[PersonId], limit: int, viewer: PersonId) -> Sequence[Known]:
        return [Known(tie.other, person, tie.kept) for person in people for tie in self.of(person, limit, viewer)]

    def among(
        self, people: Iterable[PersonId], others: Iterable[PersonId], viewer: PersonId
    ) -> Iterable[tuple[PersonId, PersonId, float]]:
        there = set(others)
        for one in people:
            for other in there:
                kept = self._kept.get(frozenset((one, other)))
                if kept is not None:
                    yield one, other, kept

    def warm(self, one: int, other: int) -> float:
        kept = self._kept.get(frozenset((one, other)))
        return strength(kept, NOW) if kept is not None else 0.0


PAIRS = st.lists(
    st.tuples(st.integers(1, 7), st.integers(1, 7), MOMENTS.map(lambda at: warmth_of(1.0, at))), max_size=18
)


@given(PAIRS)
def test_the_warmest_ways_are_those_of_trying_everything(pairs: list[tuple[int, int, float]]) -> None:
    told = Told(pairs)
    expected: dict[int, float] = {}
    for knows in range(2, 7):
        if told.of(PersonId(7), 9, PersonId(1)) and told.warm(knows, 7) > 0:
            reached = [told.warm(1, knows)]
            reached += [told.warm(1, middle) * told.warm(middle, knows) for middle in range(2, 7) if middle != knows]
            expected[knows] = max(*reached, STRANGER) * told.warm(knows, 7)
    found = {way.person: way.strength for way in ways(PersonId(1), [PersonId(7)], told, NOW) if way.strength > 0}
    assert found == pytest.approx(expected)


@given(PAIRS)
def test_a_way_to_one_of_several_is_as_warm_as_to_that_one_alone_and_leads_over_none_of_them(
    pairs: list[tuple[int, int, float]],
) -> None:
    told, wanted = Told(pairs), [PersonId(6), PersonId(7)]
    for way in ways(PersonId(1), wanted, told, NOW):
        alone = {one.person: one.strength for one in ways(PersonId(1), [way.target], told, NOW)}
        assert way.strength <= alone[way.person] + 1e-12
        assert way.person != 1


def test_nobody_is_the_way_to_themselves_and_strangers_have_none() -> None:
    assert list(ways(PersonId(1), [PersonId(2)], Told([(1, 2, 0.0)]), NOW)) == []
    assert list(ways(PersonId(1), [PersonId(3)], Told([(1, 2, 0.0)]), NOW)) == []
    assert NEIGHBOURS >= 100
