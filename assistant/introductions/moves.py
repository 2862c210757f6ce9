"""Who may move an introduction, from where, to where, and what that brings about. docs/introductions.md is printed from
this table, and every cell of it has a test.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from assistant.introductions.record import Closing, Side, Stage, Verb


class Effect(StrEnum):
    """What follows from a move."""

    ASK_CONNECTOR = "the connector is asked, privately, with the why"
    ASK_TARGET = "the target is asked, privately, with the why"
    ASK_BOTH = "both are asked, privately, with the why"
    INTRODUCE = "both are brought together in a group message with the connector"
    ASK_OUTCOME = "some days later both are asked whether they met"
    TELL_END = "the requester learns that this one didn't work out: of a no some days later, of silence at its end"
    TELL_OTHERS = "whoever had been asked sees that nothing is to be done any more"


@dataclass(frozen=True, slots=True)
class Move:
    """Where a move leads, and what it brings about."""

    to: Stage
    brings: tuple[Effect, ...] = ()
    closing: Closing | None = None


_TO_TARGET = Move(Stage.TARGET_ASKED, (Effect.ASK_TARGET,))
_TOGETHER = Move(Stage.INTRODUCED, (Effect.INTRODUCE, Effect.ASK_OUTCOME))
_NO = Move(Stage.CLOSED, (Effect.TELL_END, Effect.TELL_OTHERS), Closing.DECLINED)
_SILENCE = Move(Stage.CLOSED, (Effect.TELL_END, Effect.TELL_OTHERS), Closing.EXPIRED)
_GONE = Move(Stage.CLOSED, (Effect.TELL_END, Effect.TELL_OTHERS), Closing.LEFT)
_TAKEN_BACK = Move(Stage.CLOSED, (Effect.TELL_OTHERS,), Closing.WITHDRAWN)
_NEEDLESS = Move(Stage.CLOSED, (), Closing.DROPPED)
_MET = Move(Stage.MET)
_ASKED = Move(Stage.CONNECTOR_ASKED, (Effect.ASK_CONNECTOR,))
_QUEUED = Move(Stage.CONNECTOR_ASKED)  # asked when it is their turn
# Open again, for whoever reads a card that stands; without one it ends some days later (timers.py, disclose).
_NOBODY_YET = Move(Stage.REQUESTED, (Effect.TELL_END, Effect.TELL_OTHERS))

OPEN = (
    Stage.REQUESTED, Stage.CONNECTOR_ASKED, Stage.TARGET_ASKED, Stage.BOTH_ASKED, Stage.REQUESTER_ASKED
)  # fmt: skip
"""The stages in which somebody's answer is waited for."""

MADE = (Stage.INTRODUCED, Stage.MET, Stage.THANKED)
"""The stages from which on all have agreed."""

MOVES: dict[tuple[Stage, Verb, Side], Move] = {
    (Stage.REQUESTED, Verb.ASK, Side.REQUESTER): _ASKED,
    (Stage.REQUESTED, Verb.VOLUNTEER, Side.MEMBER): _TO_TARGET,
    (Stage.REQUESTED, Verb.ACCEPT, Side.CONNECTOR): _TO_TARGET,  # who said no, and comes forward after all
    (Stage.REQUESTED, Verb.NOMINATE, Side.MEMBER): _ASKED,
    (Stage.REQUESTED, Verb.NOMINATE, Side.REQUESTER): _ASKED,
    (Stage.CONNECTOR_ASKED, Verb.NOMINATE, Side.MEMBER): _QUEUED,
    (Stage.CONNECTOR_ASKED, Verb.NOMINATE, Side.REQUESTER): _QUEUED,
    (Stage.CONNECTOR_ASKED, Verb.VOLUNTEER, Side.MEMBER): _TO_TARGET,  # a card stands beside the private question
    (Stage.CONNECTOR_ASKED, Verb.ACCEPT, Side.CONNECTOR): _TO_TARGET,
    (Stage.CONNECTOR_ASKED, Verb.DECLINE, Side.CONNECTOR): _NOBODY_YET,
    (Stage.CONNECTOR_ASKED, Verb.DECLINE, Side.CLOCK): _NOBODY_YET,  # the connector is gone, or may not be asked
    (Stage.CONNECTOR_ASKED, Verb.PASS_ON, Side.CONNECTOR): _ASKED,
    (Stage.CONNECTOR_ASKED, Verb.PASS_ON, Side.CLOCK): _ASKED,
    (Stage.TARGET_ASKED, Verb.ACCEPT, Side.TARGET): _TOGETHER,
    (Stage.TARGET_ASKED, Verb.DECLINE, Side.TARGET): _NO,
    # A yes only where the target has no account here: the connector asks them outside, and tells what came of it.
    (Stage.TARGET_ASKED, Verb.ACCEPT, Side.CONNECTOR): _TOGETHER,
    (Stage.TARGET_ASKED, Verb.DECLINE, Side.CONNECTOR): _NO,
    (Stage.BOTH_ASKED, Verb.ACCEPT, Side.REQUESTER): Move(Stage.TARGET_ASKED),
    (Stage.BOTH_ASKED, Verb.ACCEPT, Side.TARGET): Move(Stage.REQUESTER_ASKED),
    (Stage.BOTH_ASKED, Verb.DECLINE, Side.REQUESTER): _NO,
    (Stage.BOTH_ASKED, Verb.DECLINE, Side.TARGET): _NO,
    (Stage.BOTH_ASKED, Verb.ACCEPT, Side.CONNECTOR): _TOGETHER,  # "both know already"
    (Stage.BOTH_ASKED, Verb.WITHDRAW, Side.CONNECTOR): _TAKEN_BACK,
    (Stage.TARGET_ASKED, Verb.WITHDRAW, Side.CONNECTOR): _TAKEN_BACK,  # of an offered one; else a connector declines
    (Stage.REQUESTER_ASKED, Verb.ACCEPT, Side.REQUESTER): _TOGETHER,
    (Stage.REQUESTER_ASKED, Verb.DECLINE, Side.REQUESTER): _NO,
    (Stage.REQUESTER_ASKED, Verb.WITHDRAW, Side.CONNECTOR): _TAKEN_BACK,
    (Stage.INTRODUCED, Verb.REPORT_MET, Side.REQUESTER): _MET,
    (Stage.INTRODUCED, Verb.REPORT_MET, Side.TARGET): _MET,
    (Stage.INTRODUCED, Verb.DROP, Side.REQUESTER): _NEEDLESS,
    (Stage.INTRODUCED, Verb.DROP, Side.TARGET): _NEEDLESS,
    (Stage.INTRODUCED, Verb.THANK, Side.REQUESTER): Move(Stage.THANKED),
    (Stage.INTRODUCED, Verb.THANK, Side.TARGET): Move(Stage.THANKED),
    (Stage.MET, Verb.THANK, Side.REQUESTER): Move(Stage.THANKED),
    (Stage.MET, Verb.THANK, Side.TARGET): Move(Stage.THANKED),
    # Where they had met, that is told again in the same breath: "introduced" leads to "met".
    (Stage.THANKED, Verb.TAKE_BACK, Side.REQUESTER): Move(Stage.INTRODUCED),
    (Stage.THANKED, Verb.TAKE_BACK, Side.TARGET): Move(Stage.INTRODUCED),
    # Thanked before they met: the meeting is still worth knowing of.
    (Stage.THANKED, Verb.REPORT_MET, Side.REQUESTER): Move(Stage.THANKED),
    (Stage.THANKED, Verb.REPORT_MET, Side.TARGET): Move(Stage.THANKED),
    (Stage.REQUESTED, Verb.WITHDRAW, Side.REQUESTER): _TAKEN_BACK,
    (Stage.CONNECTOR_ASKED, Verb.WITHDRAW, Side.REQUESTER): _TAKEN_BACK,
    (Stage.TARGET_ASKED, Verb.WITHDRAW, Side.REQUESTER): _TAKEN_BACK,
    **{(stage, Verb.EXPIRE, Side.CLOCK): _SILENCE for stage in OPEN},
    **{(stage, Verb.LEAVE, Side.CLOCK): _GONE for stage in OPEN},
}

# How long an answer is waited for, and when whoever was asked is reminded, once. docs/introductions.md, Manners.
EXPIRES_AFTER = timedelta(days=10)
REMIND_AFTER = timedelta(days=3)
NOT_NOW = timedelta(days=7)  # until whoever said "not now" is asked once more; the whole waits that much longer
# A no is told to the requester this much later, as silence would be: the moment shall not tell whose it was.
TELL_NO_AFTER = timedelta(days=3)
OUTCOME_AFTER = timedelta(days=4)  # until both are asked whether they met
OUTCOME_AGAIN = timedelta(days=7)  # after a "not yet", once
OPEN_REQUESTS = 2  # of one member at a time
CONNECTORS_ASKED = 3  # at most, one after another, for one request


def move(stage: Stage, verb: Verb, side: Side) -> Move | None:
    """What the move leads to; None when it may not be made."""
    return MOVES.get((stage, verb, side))
