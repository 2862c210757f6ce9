"""What comes in with forms and buttons is read in one way, and nothing in it is trusted."""

import pytest

from assistant.errors import Gone
from assistant.fields import number
from assistant.reply import Refusal
from tests.assistant.conftest import Talk

FORGED = ["", "-1", "1.5", "９", "٣", "x", "9" * 19, "1 "]


@pytest.mark.parametrize("of", FORGED)
def test_what_no_button_of_ours_carries_is_gone(of: str) -> None:
    with pytest.raises(Gone, match="not there"):
        number(of, "not there")


def test_an_id_is_read() -> None:
    assert number("42", "not there") == 42


@pytest.mark.parametrize("of", FORGED)
def test_a_forged_id_is_refused_by_buttons_and_forms(talk: Talk, of: str) -> None:
    assert isinstance(talk.presses("UMAYA", "thank", of), Refusal)
    assert talk.submits("UMAYA", "thanks", to=f"p:{of}", words="hi")
