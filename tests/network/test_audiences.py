"""Who shares somebody's clients: another trade, the same people, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.network.audiences import shared, trade


@pytest.mark.parametrize(
    ("mine", "theirs", "clients"),
    [
        ("wedding photography", "wedding cakes", "weddings"),
        ("flowers for weddings", "a ceilidh band for weddings", "weddings"),
        ("bookkeeping for small restaurants", "food photography for restaurants", "restaurants"),
        ("websites for dentists", "interior design for dentists", "dentists"),
    ],
)  # fmt: skip
def test_both_say_for_whom(mine: str, theirs: str, clients: str) -> None:
    found = shared(trade(mine), trade(theirs))
    assert found
    assert (found.clients, found.said) == (clients, True)


@pytest.mark.parametrize(("mine", "theirs"), [("floristry", "harpist"), ("estate agent", "house removals")])
def test_trades_that_meet_are_known_though_neither_says_so(mine: str, theirs: str) -> None:
    found = shared(trade(mine), trade(theirs))
    assert found
    assert not found.said


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("wedding photography", "photography for weddings"), ("wedding cakes", "bookkeeping for startups"),
        ("websites for clients", "flowers for private clients"), ("data analysis", "floristry"), ("", "wedding cakes"),
    ],
)  # fmt: skip
def test_competitors_and_strangers_share_none(mine: str, theirs: str) -> None:
    assert shared(trade(mine), trade(theirs)) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_sharing_is_mutual(one: str, other: str) -> None:
    there, back = shared(trade(one), trade(other)), shared(trade(other), trade(one))
    assert (there is None) == (back is None)
