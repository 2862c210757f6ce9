"""Whatever is typed, dates are found without an error, in bounded time, in order, and no end comes before its start."""

import sys
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.phrases import dates
from assistant.phrases.dates.words import WORDS

LONGEST = 4_000  # characters of a message
_NOW = datetime(2026, 11, 18, 14, 30)  # noqa: DTZ001  the speaker's own clock

words = st.one_of(
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(["3/4", "2026", "15:30", "3pm", "21st", "-", ",", "of", "to", "pm", "31.12.", "9.30", "Maya", ":"]),
    st.integers(0, 3000).map(str),
)
sentences = st.one_of(st.lists(words, max_size=40).map(" ".join), st.text(max_size=LONGEST))
moments = st.integers(-20_000, 20_000).map(lambda days: _NOW + timedelta(days=days))


@settings(max_examples=600, deadline=None)
@given(text=sentences, now=moments, day_first=st.booleans(), toward=st.sampled_from(dates.Direction))
def test_any_text_has_dates_in_order_and_ends_after_starts(
    text: str, now: datetime, day_first: bool, toward: dates.Direction
) -> None:
    found = dates.find(text, dates.Now(now, day_first), toward)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    for one in found:
        assert one.start < one.end <= len(text)
        if one.when.start and one.when.end:
            assert one.when.start <= one.when.end


@pytest.mark.parametrize(
    "flood",
    ["monday ", "the 3rd ", "end of ", "a week before ", "3 to ", "1/2 ", "may ", "2026 ", "in the ", "9.30 ",
     "twenty ", "x", "((", "this next ", "the end of the ", "3-", "1:1 "],
)  # fmt: skip
def test_a_flood_of_the_same_words_costs_no_more_than_its_length(flood: str) -> None:
    text = flood * LONGEST
    half, whole = calls(text[: LONGEST // 2]), calls(text[:LONGEST])
    assert whole < 2.1 * half
    assert whole < 150_000  # 15 ms or so; a plain sentence takes 500


def calls(text: str) -> int:
    """How many calls it takes to find the dates, which unlike the time is the same on a busy machine."""
    made = 0

    def called(*_: object) -> None:
        nonlocal made
        made += 1

    dates.find(text, dates.Now(_NOW))  # what is learnt once is learnt
    sys.setprofile(called)
    try:
        dates.find(text, dates.Now(_NOW))
    finally:
        sys.setprofile(None)
    return made
