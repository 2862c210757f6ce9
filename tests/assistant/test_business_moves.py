"""Who may do what about a referral or a partnership: every cell of the tables, allowed or not."""

from itertools import product
from pathlib import Path

import pytest

from assistant.business.moves import STEPS, TURNS, WORDS, Side, Step, Turn, Verb
from assistant.business.printed import table
from assistant.business.record import Life, State, Word

PAGE = Path(__file__).parents[2] / "docs" / "business.md"


def test_the_page_has_the_tables_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8").endswith("\n".join(table()) + "\n")


@pytest.mark.parametrize("cell", list(product(Word, Verb, Side)), ids="-".join)
def test_a_word_leads_where_the_table_says_or_may_not_be_given(cell: tuple[Word, Verb, Side]) -> None:
    word, verb, side = cell
    to = WORDS.get(cell)
    if to is Word.CONFIRMED and word is not Word.CONFIRMED:
        assert (verb, side) == (Verb.CONFIRM, Side.OTHER), "nobody confirms what they said themselves"
    if to is Word.REFUSED and word is not Word.REFUSED:
        assert (verb, side) == (Verb.REFUSE, Side.OTHER)
    if to is Word.ASKED:
        assert verb is Verb.CHANGE
        assert word in (Word.ASKED, Word.CONFIRMED), "who refused, or cannot be asked, is asked no more"
    if word is Word.OWN:
        assert to in (None, Word.OWN), "one's own note stays one's own"
    if verb is Verb.CHANGE and side is Side.WRITER:
        assert to is not None, "what one said oneself can always be set right"


@pytest.mark.parametrize("cell", list(product(State, Step)), ids="-".join)
def test_a_step_of_a_referral_leads_to_its_own_state(cell: tuple[State, Step]) -> None:
    state, step = cell
    leads = {Step.CONTACT: State.CONTACTED, Step.WIN: State.WON, Step.LOSE: State.LOST, Step.REOPEN: State.SENT}
    assert STEPS.get(cell) == (None if leads[step] is state else leads[step])


@pytest.mark.parametrize("cell", list(product(Life, Turn)), ids="-".join)
def test_a_partnership_ends_once_and_can_always_go_on(cell: tuple[Life, Turn]) -> None:
    life, turn = cell
    ends = {Life.RUNNING: Life.ENDED, Life.PAST: Life.ENDED, Life.ENDED: None}
    assert TURNS.get(cell) == (Life.RUNNING if turn is Turn.RENEW else ends[life])
