"""What words hint at beyond themselves, and the sums that weigh it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.facts import Kind, Person
from assistant.ids import PersonId
from assistant.people.index import Directory
from assistant.phrases import lanes
from assistant.phrases.en.cues import CUES
from assistant.phrases.en.rules import Rule
from assistant.phrases.frame import Intent
from assistant.phrases.hints import classed, cued, ruled
from assistant.phrases.tokens import Tokens, cut

PEOPLE = Directory(
    Person(PersonId(number), Kind.MEMBER, name) for number, name in enumerate(["Tom Okoro", "Linn Sand"], 1)
)
WEIGHTS = st.lists(st.dictionaries(st.integers(0, 29), st.integers(-100_000, 100_000)), max_size=20)


def words(text: str) -> Tokens:
    return cut(text, PEOPLE, None)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.means)
def test_every_cue_is_found_in_its_example(cue: Rule[Intent]) -> None:
    assert cue.pattern.search(cue.example)


def test_no_intent_has_two_cues() -> None:
    assert len({cue.means for cue in CUES}) == len(CUES) == len(Intent)


def test_one_name_hints_at_what_another_does() -> None:
    for hinted in (classed, cued):
        assert hinted(words("Tom hooked me up with Linn"), "dm") == hinted(words("Linn hooked me up with Tom"), "dm")


def test_words_of_one_class_hint_alike() -> None:
    assert classed(words("hooked Tom up"), "dm")[:2] == classed(words("patched Tom up"), "dm")[:2] == ["C^", "CINTROD"]


def test_a_slip_of_the_finger_hides_no_cue() -> None:
    assert cued(words("please introduec me to Tom"), "dm") == cued(words("please introduce me to Tom"), "dm")


def test_rules_of_slots_hint_at_their_intents() -> None:
    assert "Rshown thanks_owed" in ruled(words("who do I still owe thanks to"), "dm")
    assert "Rorder forget" in ruled(words("wipe all of it"), "dm")


@given(WEIGHTS)
def test_sums_in_lanes_are_the_sums_of_every_tag(each: Sequence[dict[int, int]]) -> None:
    state = {str(at): lanes.packed([part for pair in one.items() for part in pair]) for at, one in enumerate(each)}
    summed = lanes.summed(state, [*state, "nothing learnt"], 30)
    assert summed == tuple(sum(one.get(tag, 0) for one in each) for tag in range(30))
