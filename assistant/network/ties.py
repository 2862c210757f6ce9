"""How warm a tie is: each thing that happened between two people adds its weight, and all of it fades alike.

Since everything fades with the same half-life, a tie is one number: its warmth brought forward to a fixed moment, kept
as a binary logarithm. Two ties are compared by that number whatever the time is, and something that happens adds to it
without anything being computed anew.
"""

import math
from datetime import UTC, date, datetime, time, timedelta

# A tie at half its warmth after half a year: people lose touch after about 8 times their usual gap (EPJ Data Science
# 2017), and who meets every three weeks is then about at half.
HALF_LIFE = timedelta(days=180)
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # the fixed moment; any would do
NOTHING = -math.inf  # the logarithm of no warmth at all


# What one thing that happened adds. To count another kind: a weight with its reason here, a select in store/ties.py,
# and `tending.weigh` for both people wherever one is written down, changed or taken back.
MET = 1.0  # one meeting; the measure of everything else
CONNECTED = 1.0  # between the connector and each of the two: who vouches for somebody knows them as from a meeting
BUSINESS = 1.0  # one referral: whoever sends work to somebody trusts them as after a meeting
VOUCHED = 1.0  # a recommendation, for its author: to stand up for somebody says as much
THANKED = 0.5  # a word of thanks: what it is for counts for itself
BROUGHT_TOGETHER = 0.5  # between the two: each knows of the other; the meeting that may follow counts for itself


def warmth_of(weight: float, at: datetime) -> float:
    """The kept number of one thing that happened at that moment."""
    return math.log2(weight) + (at - EPOCH) / HALF_LIFE


def warmer(kept: float, weight: float, at: datetime) -> float:
    """The kept number of a tie once something more has happened."""
    return added(kept, warmth_of(weight, at))


def added(one: float, other: float) -> float:
    """The kept number of two things together: log2(2^one + 2^other), without leaving the range of floats."""
    high, low = max(one, other), min(one, other)
    return high if low == NOTHING else high + math.log2(1.0 + 2.0 ** (low - high))


def strength(kept: float, now: datetime) -> float:
    """How warm the tie is now, between 0 and 1: 0.5 for one meeting today, 0.8 for four.

    Warmth w counts as w / (w + 1): the first meetings matter most, and no tie is stronger than 1. So strengths can be
    multiplied along a path.
    """
    exponent = kept - (now - EPOCH) / HALF_LIFE
    if exponent < -60:
        return 0.0
    warmth: float = 2.0 ** min(exponent, 60.0)
    return warmth / (warmth + 1.0)


def at_noon(day: date) -> datetime:
    """The moment that a day stands for."""
    return datetime.combine(day, time(12), UTC)
