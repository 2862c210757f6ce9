"""Ties come of all that stands between two people: thanks, business and vouching as well as meetings."""

import pytest

from assistant.ids import AccountId, DeliveryId
from assistant.said import Surface, Utterance, Where
from tests.assistant.conftest import HERE, Talk

MAYA, TOM = AccountId("UMAYA"), AccountId("UTOM")


def knows(talk: Talk) -> bool:
    """Whether Maya has a tie with Tom."""
    with talk.memory.read(HERE) as ledger:
        people = ledger.people.by_accounts([MAYA, TOM])
        maya, tom = people[MAYA].id, people[TOM].id
        return any(tie.other == tom for tie in ledger.ties.of(maya, 10, maya))


def said(talk: Talk, words: str) -> None:
    """Maya says it, and that she meant it if she is asked."""
    for nth, each in enumerate((words, "yes")):
        number = DeliveryId(f"{words}:{nth}:{talk.clock.now()}")
        talk.desk.hear(Utterance(HERE, MAYA, each, Surface.DM, Where("DUMAYA"), talk.clock.now(), number))
        talk.work()
    talk.clock.forward(minutes=2)


@pytest.mark.parametrize(
    "words",
    [
        "thanks Tom for the tip about the hall",
        "Tom sent me a client, Bloom & Co, worth £2,500",
        "can't recommend Tom enough for portraits",
    ],
)
def test_what_was_said_of_somebody_is_a_tie_until_it_is_taken_back(talk: Talk, words: str) -> None:
    assert not knows(talk)
    said(talk, words)
    assert knows(talk)
    said(talk, "undo")
    assert not knows(talk)
    said(talk, "put it back")
    assert knows(talk)
