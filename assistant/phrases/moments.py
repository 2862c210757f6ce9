"""Which moment of a sentence its frame means, and whether it lies in the past or the future."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.facts import Grain, When
from assistant.phrases import dates
from assistant.phrases.dates import Direction
from assistant.phrases.frame import Intent

_TO_COME = frozenset((Intent.SET_REMINDER, Intent.SET_NEED, Intent.SETTINGS))
_PLANNED = re.compile(
    r"\b(?:(?:i'?m|we'?re)\s+(?:meeting|seeing|having)|(?:i|we)(?:\s+will|'ll)|going\s+to|gonna|booked|scheduled"
    r"|on\s+the\s+books|upcoming)\b|^seeing\b",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:signed|agreed|inked|shook|started|launched)\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:met|saw|seen|had|was|were|went|spoke|chatted|sat|caught|called|rang|talked|bumped|ran|did)\b", re.IGNORECASE
)
_LEAD = re.compile(r"(?:until|untill|till?|by|from|since|before|after|through|thru)\s+", re.IGNORECASE)
_DENIED = re.compile(r"\bnot\s+(?:on\s+|the\s+)*$", re.IGNORECASE)
_LONG_AGO, _SOON = 300, 21  # days: who notes "12 Dec" on the 1st means the one to come


def spans(said: Sequence[dates.Said], text: str) -> list[tuple[int, int]]:
    """The characters of the moments as the models see them: "till" in front tells a pause as much as the date does."""
    leads = [_LEAD.match(text, each.start, each.end) for each in said]
    return [(lead.end() if lead else each.start, each.end) for each, lead in zip(said, leads, strict=True)]


def valued(said: Sequence[dates.Said], wanted: Intent, text: str, now: dates.Now) -> list[dates.Found]:
    """The moments counted out for a sentence of that intent."""
    said = [each for each in said if not _is_now(each)]
    if wanted is Intent.CORRECT:
        said = [each for each in said if not _DENIED.search(text, 0, each.start)] or said
    found = [dates.valued(each, now, _direction(wanted, text, each)) for each in said]
    if wanted in (Intent.RECORD_MEETING, Intent.SHOW) and not _OVER.search(text):
        found = [_planned(each, now, when) for each, when in zip(said, found, strict=True)]
    moments = [each for each in found if each]
    return sorted(moments, key=_reminds) if wanted is Intent.SET_REMINDER else moments


def _is_now(said: dates.Said) -> bool:
    """Right now, just now: no moment that anybody asks for."""
    return said.said.kind == "offset" and not said.said.n and not said.said.to


def _direction(wanted: Intent, text: str, said: dates.Said) -> Direction:
    if wanted in _TO_COME:
        return Direction.FUTURE
    if wanted is Intent.RECORD_PARTNERSHIP:
        agreed_then = said.said.kind == "weekday" and not said.said.only and _AGREED.search(text)
        return Direction.PAST if agreed_then else Direction.ANY
    planned = wanted is Intent.RECORD_MEETING and _PLANNED.search(text) and not _OVER.search(text)
    return Direction.FUTURE if planned else Direction.PAST


def _planned(said: dates.Said, now: dates.Now, found: dates.Found | None) -> dates.Found | None:
    """A day and month that were most of a year ago, and come again soon, are those to come."""
    start = found.when.start if found else None
    if start is None or said.said.year:
        return found
    if said.said.kind != "date" or (now.today - start).days < _LONG_AGO:
        return found
    coming = dates.valued(said, now, Direction.FUTURE)
    then = coming.when.start if coming else None
    return coming if then and (then - now.today).days <= _SOON else found


def _reminds(found: dates.Found) -> int:
    """What a reminder hangs on: a day rather than a deadline, and that rather than the quarter that it is about."""
    if found.when.start is None:
        return 1
    return 0 if found.when.grain in (Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY) else 2


def meant(found: Sequence[dates.Found], wanted: Intent) -> When | None:
    """The moment meant: the first one that has a day, else the first. A reminder "by Friday" comes on Friday."""
    moments = [each.when for each in found]
    if wanted is Intent.SET_REMINDER:
        moments = [_on_its_end(when) for when in moments]
    return next((each for each in moments if each.start), moments[0] if moments else None)


def _on_its_end(when: When) -> When:
    if when.start or when.end is None:
        return when
    return replace(when, start=when.end, end=None, at=when.until, until=None)
