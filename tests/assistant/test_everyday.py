"""Everyday sentences after each kind of record: nothing of it is set right or taken back unasked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant import records
from assistant.hearing import answer
from assistant.ids import AccountId, DeliveryId
from assistant.ledger import Ledger
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance, Where
from assistant.showing import own
from assistant.speaker import Speaker
from assistant.tell import tell
from handlers.views import render
from tests.assistant.conftest import HERE, Talk
from tests.assistant.test_correcting import EACH, says

_LINES = (Path(__file__).parent / "everyday.txt").read_text().splitlines()
EVERYDAY = [line for line in _LINES[: _LINES.index("")] if not line.startswith("#")]
OF_REFERRALS = _LINES[_LINES.index("") + 1 :]
"""Said of a referral they are clear."""

AFTER = {
    **{kind: told.first for kind, told in EACH.items()},
    "need": "I'm looking for a cake supplier",
    "noted introduction": "Sam Okafor introduced me to Linn last week",
    "several met": "met Linn and Tom yesterday about maps",
}


class _Heard(Exception):
    """It was only said to see what comes of it."""


@contextmanager
def only_heard(talk: Talk) -> Iterator[tuple[Speaker, Ledger]]:
    """What is done within is undone again."""
    try:
        with talk.memory.write(HERE) as ledger:
            maya = ledger.people.by_account(AccountId("UMAYA"))
            assert maya
            yield Speaker(maya, talk.clock.now(), conversation="DUMAYA"), ledger
            raise _Heard
    except _Heard:
        pass


def shown(record: Matter, by: Speaker, ledger: Ledger) -> str:
    """The record as its author reads it."""
    return render(tell(own(record, by.person), by.person, ledger).message).text


def changed_by(words: str, talk: Talk) -> bool:
    """Whether the words alone change what was written down last."""
    with only_heard(talk) as (by, ledger):
        last = records.last_standing(by, ledger)
        assert last
        before = shown(last, by, ledger)
        said = Utterance(
            HERE, AccountId("UMAYA"), words, Surface.DM, Where("DUMAYA"), talk.clock.now(), DeliveryId(words)
        )  # fmt: skip
        answer(said, by, ledger, talk.clock.now())
        return shown(last, by, ledger) != before
    raise AssertionError("it is always heard")


@pytest.mark.parametrize("kind", AFTER)
def test_everyday_words_change_no_record_unasked(talk: Talk, kind: str) -> None:
    says(talk, AFTER[kind])
    talk.clock.forward(minutes=2)
    sentences = EVERYDAY if kind == Subject.REFERRAL else EVERYDAY + OF_REFERRALS
    assert [words for words in sentences if changed_by(words, talk)] == []


@pytest.mark.parametrize("kind", sorted(EACH))
def test_and_what_sets_a_record_right_is_seen_to_change_it(talk: Talk, kind: Subject) -> None:
    clear = {
        Subject.INTRODUCTION: "no, I meant Sam Okafor", Subject.LISTING: "change it to wedding cakes",
        Subject.THANKS: "I meant Sam Tanner", Subject.PARTNERSHIP: "no, until July",
        Subject.RECOMMENDATION: "no, Sam Tanner",
    }  # fmt: skip
    says(talk, AFTER[kind])
    talk.clock.forward(minutes=2)
    assert changed_by(clear.get(kind, EACH[kind].right), talk)
