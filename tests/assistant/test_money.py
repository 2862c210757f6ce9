"""Sums of money: read as people type them, exact, and never added across currencies."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.business.money import Money, of_amount, totals, typed
from assistant.phrases.frame import Amount


@pytest.mark.parametrize(
    ("value", "currency", "read"),
    [
        ("2500", "GBP", "2,500 GBP"),
        ("2,500", "GBP", "2,500 GBP"),
        ("2.500", "EUR", "2,500 EUR"),
        ("2'500.50", "chf", "2,500.50 CHF"),
        ("2 500,5", "SEK", "2,500.50 SEK"),
        ("1,234,567.89", "USD", "1,234,567.89 USD"),
        ("£3k", "", "3,000 GBP"),
        ("2500", "", "2,500"),
        ("999.99", "JPY", "1,000 JPY"),
    ],
)
def test_a_sum_is_read_as_people_type_it(value: str, currency: str, read: str) -> None:
    assert str(typed(value, currency)) == read


@pytest.mark.parametrize("value", ["", "a lot", "-5", "1,2,3", "12.34.56", "1e999", "9" * 14, "٣٠٠", "3k or 4k"])
def test_what_is_no_sum_is_none(value: str) -> None:
    assert typed(value, "GBP") is None


def test_a_currency_nobody_said_is_the_workspaces_and_said_to_be_assumed_or_none() -> None:
    assert of_amount(Amount(2500, "EUR"), "GBP") == (Money(Decimal("2500.00"), "EUR"), False)
    assert of_amount(Amount(2500), "GBP") == (Money(Decimal("2500.00"), "GBP"), True)
    assert of_amount(Amount(2500), "") == (Money(Decimal("2500.00"), ""), False)


sums = st.builds(
    Money,
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(["", "EUR", "GBP", "USD"]),
)


@given(st.lists(sums, max_size=20))
def test_totals_are_exact_within_each_currency_whatever_the_order(some: list[Money]) -> None:
    added = totals(some)
    assert added == totals(reversed(some))
    assert [one.currency for one in added] == sorted({one.currency for one in some if one.currency})
    for one in added:
        assert one.value == sum((each.value for each in some if each.currency == one.currency), Decimal(0))


@given(st.text(max_size=40), st.text(max_size=3))
def test_whatever_is_typed_is_a_sum_or_none(value: str, currency: str) -> None:
    money = typed(value, currency)
    assert money is None or (money.value >= 0 and str(money))
