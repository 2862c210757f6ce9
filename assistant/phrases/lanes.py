"""Weights of many tags in one integer, a lane of 32 bits for each: adding two integers adds them tag by tag.

A sentence has some hundreds of features with weights for up to thirty tags each. Added one by one in Python they would
take most of the time of a reading; as integers they take a dictionary look-up and an addition each.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat

_BITS = 32
_HALF = 1 << (_BITS - 1)


def packed(flat: Sequence[int]) -> int:
    """Tags and their weights, in turn, as one integer."""
    return sum(weight << (_BITS * tag) for tag, weight in zip(flat[::2], flat[1::2], strict=True))


def summed(state: Mapping[str, int], features: Iterable[str], tags: int) -> tuple[int, ...]:
    """The sum of the features' weights for each tag; features that nothing was learnt of weigh nothing."""
    return _lanes(sum(map(state.get, features, repeat(0))), tags)


def _lanes(whole: int, tags: int) -> tuple[int, ...]:
    # Lifted by half a lane each, no lane is negative and none borrows from the next.
    lifted = struct.unpack(f"<{tags}I", (whole + _lift(tags)).to_bytes(4 * tags, "little"))
    return tuple(lane - _HALF for lane in lifted)


@lru_cache(maxsize=16)
def _lift(tags: int) -> int:
    return sum(_HALF << (_BITS * tag) for tag in range(tags))
