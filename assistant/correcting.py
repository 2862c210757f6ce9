"""Corrections in the forms that people use, read before the models are asked: "cancel my reminder about Tom"."""

import re
from dataclasses import replace

from assistant.phrases import dates
from assistant.phrases.dates import Direction, Now
from assistant.phrases.en.calling_off import called_off
from assistant.phrases.frame import Frame, Intent, Record, Which
from assistant.phrases.words import readable
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

_TO_COME = (Record.REMINDER, Record.NEED)
_BETWEEN = re.compile(
    r"(?:^|\s+)(?:about|for|with|to|of|from|on|by|at|called|named|regarding|between|and|that|saying)(?=\s|$)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"['’]s?$")


def asked(said: Utterance, by: Speaker) -> Frame | None:
    """The correction that the sentence asks for, if it has one of these forms."""
    if said.surface is Surface.THREAD or said.command not in ("", "/wellmet"):
        return None
    off = called_off(" ".join(readable(said.words).split()).strip(" .!"))
    if off is None:
        return None
    which = named(off.record, off.before, off.rest, by)
    return Frame(Intent.CORRECT, kind=off.kind, which=replace(which, last=off.last))


def named(record: Record, before: str, rest: str, by: Speaker) -> Which:
    """The record as the words before and behind its kind tell of it."""
    direction = Direction.FUTURE if record in _TO_COME else Direction.PAST
    now = Now(by.clock, by.day_first)
    about: list[str] = []
    when = None
    for text in (_WHOSE.sub("", before), rest):
        found = dates.find(text, now, direction)
        if found:
            when = found[-1].when
            text = f"{text[: found[-1].start]} {text[found[-1].end :]}"
        about += [piece.strip(" ,'’") for piece in _BETWEEN.split(text)]
    return Which(record, tuple(filter(None, about)), when)
