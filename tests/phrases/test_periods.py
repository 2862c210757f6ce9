"""Quarters, years and times to come are found whole, and have the value that the calendar gives them."""

from datetime import UTC, date, datetime

import pytest

from assistant.phrases import dates

_NOW = dates.Now(datetime(2026, 11, 18, 14, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "said", "start", "end"),
    [
        ("whom did I see in Q3?", "in Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("we closed it Q4 2025", "Q4 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("whom did I meet in 2019", "in 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("ping Noor in two weeks", "in two weeks", date(2026, 12, 2), None),
        ("ping Noor in 3 months", "in 3 months", date(2027, 2, 18), None),
        ("lunch the day after tomorrow", "the day after tomorrow", date(2026, 11, 20), None),
    ],
)
def test_a_period_is_found_whole(text: str, said: str, start: date, end: date | None) -> None:
    [found] = dates.find(text, _NOW)
    assert text[found.start : found.end] == said
    assert (found.when.start, found.when.end) == (start, end)


def test_a_month_too_short_for_the_day_gives_its_last() -> None:
    [found] = dates.find("ping Noor in 3 months", dates.Now(datetime(2026, 11, 30, 9, tzinfo=UTC)))
    assert found.when.start == date(2027, 2, 28)
