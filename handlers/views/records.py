"""A member's records in lists: what a search found, with the form that asks for its words, and all that they noted."""

import re
from collections.abc import Callable
from itertools import islice, takewhile

from assistant.buttons import Button, Field, Form
from assistant.facts import Meeting, Person
from assistant.phrases.frame import Correction
from assistant.reply import AllNoted, Matter, Message, Noted, RecordsFound, Subject, WhichRecord
from assistant.said import Where
from handlers.ids import Back, action_id
from handlers.views.blocks import (
    Block,
    Bold,
    Rendered,
    Words,
    button,
    buttons,
    divider,
    line,
    quote,
    rendered,
    row,
    small,
)
from handlers.views.fields import modal, text
from handlers.views.meeting import ONLY_YOU, summary, typed
from handlers.views.people import YOURS, name, work
from handlers.views.recall import within

NOTES = 300  # characters of a meeting's notes; all of them stand in its form
ASKED = 200  # characters of the question that are read back
_NOTED = re.compile(r"Noted(?::|\.)?\s+")
OPENING = 2  # blocks of a record's own message: the line, and words that somebody typed
_NTH = ("The first", "The second", "The third", "The fourth", "The fifth")
_DONE = {
    Correction.UNDO: "taken back",
    Correction.CANCEL: "called off",
    Correction.AMEND: "set right",
    Correction.RESTORE: "put back",
}
CARDS = 4  # people found, with a button of their own
_LISTS = {
    None: (
        "Everything you noted",
        "Nothing is noted yet. Tell me whom you met: “met Linn at the gallery yesterday”.",
    ),
    Subject.REFERRAL: (
        "Your referrals",
        "No referral is noted yet. Tell me of one: “Sam sent me a client, Bloom & Co”.",
    ),
    Subject.RECOMMENDATION: (
        "Whom you recommend",
        "You recommend nobody yet. Tell me whom: “can't recommend Linn enough for portraits”.",
    ),
}
"""By the only kind that is listed: what the list is called, and what is said where it is empty."""


def found(reply: RecordsFound, render: Callable[[Message], Rendered]) -> Rendered:
    """ "3 of your records have “photographer gallery”:", each with its day; or the nearest there is."""
    asked: tuple[Words, ...] = (Bold(f"“{typed(reply.words, ASKED)}”"), within(reply.span))
    if not reply.records:
        return rendered(
            line("Nothing you noted has ", *asked, "."),
            small(f"I look through names, places, topics and notes, also where they are spelt otherwise. {ONLY_YOU}"),
        )
    many = f"{'More than ' if reply.beyond else ''}{reply.total:,}"
    count = "1 of your records has " if reply.total == 1 else f"{many} of your records have "
    opening = ("None of your records has all of ", *asked, ". The nearest:") if reply.missing else (count, *asked, ":")
    shown = [block for one in reply.records for block in _record(one, render)]
    return rendered(line(*opening), *shown, small(_said(reply)), _ways(reply))


def all_noted(reply: AllNoted, render: Callable[[Message], Rendered]) -> Rendered:
    """ "Everything you noted, the latest first:", a page of it."""
    none = _LISTS[reply.kind][1]
    if not reply.records:
        return rendered(line(none))
    shown = [block for one in reply.records for block in (divider(), *_record(one, render))]
    page = f"Page {reply.page}. " if reply.page > 1 else ""
    turns = [
        *([button("Newer", Button.LOOK, reply.newer, nth=1)] if reply.newer else []),
        *([button("Older", Button.LOOK, reply.older, nth=2)] if reply.older else []),
    ]
    opening = line(Bold(called(reply.kind)), ", the latest first:")
    return rendered(opening, *shown, divider(), small(f"{page}Only you can see this list."), row(*turns))


def called(kind: Subject | None) -> str:
    """What the list of that kind, or of all, is called."""
    return _LISTS[kind][0]


def brief(said: Rendered) -> list[Block]:
    """A record's own message as Home shows it: how it begins, and all that can be done."""
    return [*beginning(said), *(block for block in said.blocks if block["type"] == "actions")]


def way_back(said: Rendered) -> list[Block]:
    """What was taken back, as Home shows it: what it was, and the button that puts it back where there is one."""
    rows = [block["elements"] for block in said.blocks if block["type"] == "actions"]
    back = [one for elements in rows for one in elements if one["action_id"] == action_id(Button.RESTORE)]
    return [*beginning(said), *([buttons(*back)] if back else [])]


def beginning(shown: Rendered) -> list[Block]:
    """What a record's own message says of it, in a few lines; all of it is a press away.

    That it was noted goes without saying in a list: "Noted: you sent Tom a client" begins as "You sent Tom a client".
    """
    lines = list(islice(takewhile(lambda block: block["type"] == "rich_text", shown.blocks), OPENING))
    return [*map(_without_noted, lines[:1]), *lines[1:]]


def _without_noted(block: Block) -> Block:
    section, *others = block["elements"]
    leaf, *leaves = section["elements"]
    said = _NOTED.match(leaf.get("text", ""))
    if said is None:
        return block
    rest = leaf["text"][said.end() :]
    leaf, *leaves = [leaf | {"text": rest}, *leaves] if rest else leaves
    if leaf["type"] == "text" and "style" not in leaf:  # a name stays as it is spelt
        leaf = leaf | {"text": leaf["text"][:1].upper() + leaf["text"][1:]}
    return block | {"elements": [section | {"elements": [leaf, *leaves]}, *others]}


def words(where: Where) -> Block:
    """What is looked for?"""
    asked = text(
        Field.WORDS, "What do you remember?", "", 300, optional=False, focus=True,
        placeholder="photographer gallery March",
    )  # fmt: skip
    hint = small("Names, places, topics, notes, and when it was. Only your own records are looked through.")
    return modal("Search", Form.SEARCH, Back(where=where), [asked, hint], "Search")


def which(reply: WhichRecord, render: Callable[[Message], Rendered]) -> Rendered:
    """Several records fit what is to be set right or taken back; or one that may be the one."""
    several = len(reply.records) > 1
    asked = (
        f"Which of these is to be {_DONE[reply.kind]}?" if several else f"Is this the one to be {_DONE[reply.kind]}?"
    )
    shown: list[Block] = []
    for nth, (one, label) in enumerate(zip(reply.records, _NTH if several else ("Yes, this one",), strict=False), 1):
        shown += told(one, render)
        shown.append(buttons(button(label, Button.THIS, f"{reply.question}:{_key(one)}", nth)))
    return rendered(
        line(asked),
        *shown,
        small(f"Nothing is changed yet. Press a button, or type “{'the second' if several else 'yes'}”. {ONLY_YOU}"),
        buttons(button("Never mind", Button.NEVER_MIND, reply.question)),
    )


def _record(one: Meeting | Person | Noted, render: Callable[[Message], Rendered]) -> list[Block]:
    said = told(one, render)
    return said if isinstance(one, Person) else [*said, _open(_key(one))]


def _key(one: Meeting | Person | Noted) -> str:
    if isinstance(one, Noted):
        return one.record.key
    return Matter(Subject.CONTACT if isinstance(one, Person) else Subject.MEETING, one.id).key


def told(one: Meeting | Person | Noted, render: Callable[[Message], Rendered]) -> list[Block]:
    """What a record says, in brief."""
    if isinstance(one, Person):
        about = work(one)
        return [line(Bold(name(one)), f" – {about}" if about else "", f" – {YOURS}")]
    if isinstance(one, Noted):
        return beginning(render(one.message))
    words = line("You met ", *summary(one), ".")
    notes = typed(one.notes, NOTES)
    if notes:
        words["elements"].append(quote(notes)["elements"][0])
    return [words]


def _open(key: str) -> Block:
    return buttons(button("Open", Button.OPEN, key))


def _people(record: Meeting | Person | Noted) -> tuple[Person, ...]:
    if isinstance(record, Noted):
        return ()
    return (record,) if isinstance(record, Person) else record.people


def _said(reply: RecordsFound) -> str:
    """How it was found, in small print."""
    near = f"Spelt nearly so: {', '.join(reply.near)}. " if reply.near else ""
    missing = f"Not in these: {', '.join(reply.missing)}. " if reply.missing else ""
    beyond = "There are older ones; say when it was to find them. " if reply.beyond else ""
    page = f"Page {reply.page}. " if reply.page > 1 else ""
    return f"{page}{near}{missing}{beyond}{ONLY_YOU}"


def _ways(reply: RecordsFound) -> Block | None:
    people = [one for record in reply.records for one in _people(record)]
    ways = [
        *([button("Previous", Button.LOOK, reply.before, nth=1)] if reply.before else []),
        *([button("More", Button.LOOK, reply.more, nth=2)] if reply.more else []),
        *[
            button(f"About {name(one)}", Button.CARD, one.id, nth)
            for nth, one in enumerate(list(dict.fromkeys(people))[:CARDS], 1)
        ],
    ]
    return buttons(*ways) if ways else None
