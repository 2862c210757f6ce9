"""What is to be erased for good: everything of a member, or what one member noted of one person."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.ids import PersonId


@dataclass(frozen=True, slots=True)
class Erasing:
    """Whose memory is erased; with `about`, only what stands in it of that person."""

    owner: PersonId
    about: PersonId | None = None


Counts = Mapping[tuple[str, str], int]
"""How much there is of each kind, under its words for one and for many: {("meeting", "meetings"): 12}. Only what there
is; what members are not told of, such as whom words meant, stands under ("", "").
"""
