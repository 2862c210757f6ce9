"""Who may move an introduction: every cell of the table, allowed or not."""

from itertools import product
from pathlib import Path

import pytest

from assistant.introductions.moves import MOVES, OPEN, Effect, move
from assistant.introductions.printed import table
from assistant.introductions.record import Closing, Side, Stage, Verb

PAGE = Path(__file__).parents[2] / "docs" / "introductions.md"
_NOES = (Verb.DECLINE, Verb.PASS_ON)
EVERY = list(product(Stage, Verb, Side))


def test_the_page_has_the_table_as_it_is() -> None:
    assert PAGE.read_text(encoding="utf-8").endswith("\n".join(table()) + "\n")


@pytest.mark.parametrize("cell", EVERY, ids="-".join)
def test_a_move_leads_where_the_table_says_or_may_not_be_made(cell: tuple[Stage, Verb, Side]) -> None:
    stage, verb, side = cell
    found = move(stage, verb, side)
    assert (found is not None) == (cell in MOVES)
    if found is None:
        return
    assert stage is not Stage.CLOSED, "what is closed stays closed"
    assert (found.to is Stage.CLOSED) == (found.closing is not None)
    assert side is Side.CLOCK or verb not in (Verb.EXPIRE, Verb.LEAVE), "nobody makes the time pass"
    assert side is not Side.CLOCK or verb in (Verb.EXPIRE, Verb.LEAVE, Verb.PASS_ON, Verb.DECLINE)
    if found.to is Stage.INTRODUCED:
        assert verb in (Verb.ACCEPT, Verb.TAKE_BACK), "nobody is introduced without a yes"
        assert (Effect.INTRODUCE in found.brings) == (verb is Verb.ACCEPT)


@pytest.mark.parametrize("stage", OPEN)
def test_whatever_waits_ends_by_itself_and_when_somebody_leaves(stage: Stage) -> None:
    assert (MOVES[stage, Verb.EXPIRE, Side.CLOCK].closing, MOVES[stage, Verb.LEAVE, Side.CLOCK].closing) == (
        Closing.EXPIRED,
        Closing.LEFT,
    )


def test_every_end_that_is_not_the_requesters_own_is_told_in_the_same_way() -> None:
    ends = [found for found in MOVES.values() if found.closing in (Closing.DECLINED, Closing.EXPIRED, Closing.LEFT)]
    assert {found.brings for found in ends} == {(Effect.TELL_END, Effect.TELL_OTHERS)}


def test_a_no_of_a_connector_ends_nothing_by_itself() -> None:
    noes = [MOVES[Stage.CONNECTOR_ASKED, verb, side] for side in (Side.CONNECTOR, Side.CLOCK) for verb in _NOES]
    assert {found.to for found in noes} == {Stage.REQUESTED, Stage.CONNECTOR_ASKED}


def test_only_whoever_was_asked_agrees() -> None:
    agree = {(stage, side) for stage, verb, side in MOVES if verb is Verb.ACCEPT}
    assert (Stage.CONNECTOR_ASKED, Side.REQUESTER) not in agree
    assert (Stage.TARGET_ASKED, Side.REQUESTER) not in agree
    assert all(side is not Side.MEMBER for _, side in agree)
