"""What is typed about a reminder that came, or about when one is to come: read as whole sentences."""

import re
from dataclasses import dataclass
from datetime import timedelta

from assistant.facts import Grain, When
from assistant.phrases.dates import find
from assistant.phrases.dates.now import Direction, Now
from assistant.speaker import Speaker

CHOICES = {"tomorrow": 1, "week": 7, "fortnight": 14}
"""What buttons offer for a moment: days from today; "next week" is the Monday of it."""

_IT = r"(?:\s+(?:it|that|this|the|that|this|my|one|reminder))*"
_LATER = re.compile(
    rf"(?:please\s+)?(?:(?:snooze|postpone|delay|reschedule|move){_IT}|(?:remind|tell)\s+me{_IT}\s+(?:again|later))"
    r"(?:\s+(?:until|till|til|to|for|by|on|in|again))*(?P<when>\s.*)?",
    re.IGNORECASE | re.DOTALL,
)
_SPAN = re.compile(
    r"\s*(?:for\s+)?(?P<span>(?:an?|one|two|three|four|five|six|\d{1,2}|a\s+couple\s+of)\s+\w+?s?)\s*[.!]*", re.I
)


@dataclass(frozen=True, slots=True)
class Later:
    """The reminder that came last is to come again; without a moment: tomorrow."""

    when: When | None


def later_said(text: str, by: Speaker) -> Later | None:
    """ "snooze it until Friday", "remind me again tomorrow", "postpone it for a week"; None for anything else."""
    said = _LATER.fullmatch(text.strip(" .!"))
    if said is None:
        return None
    rest = (said["when"] or "").strip()
    when = when_said(rest, by) if rest else None
    return Later(when) if when or not rest else None


def when_said(text: str, by: Speaker) -> When | None:
    """The moment that the text is, and nothing beside it; "a week" is one from now."""
    span = _SPAN.fullmatch(text)
    text = f"in {span['span']}" if span else text
    found = find(text, Now(by.clock, by.day_first), Direction.FUTURE)
    if len(found) != 1 or len(text) - (found[0].end - found[0].start) > len("by the end of it, please"):
        return None
    when = found[0].when
    return when if when.start or when.end else None


def chosen(choice: str, by: Speaker) -> When | None:
    """The day that a button stands for; None for what no button of ours holds."""
    days = CHOICES.get(choice)
    if days is None:
        return None
    day = by.today + timedelta(days=days)
    return When(Grain.DAY, day - timedelta(days=day.weekday()) if choice == "week" else day)
