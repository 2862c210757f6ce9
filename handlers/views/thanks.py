"""Thanks in words: to who gives them, to who receives them, and what may still be thanked for."""

from collections.abc import Sequence

from assistant.buttons import Button
from assistant.clock import short_day
from assistant.ids import NudgeId
from assistant.reply import (
    Owed,
    Receiver,
    ThanksDue,
    ThanksNoted,
    ThanksOwed,
    ThanksReceived,
    WhichIntroduction,
)
from assistant.thanks.record import WORDS
from handlers.views.blocks import Block, Bold, Rendered, Words, button, buttons, line, quote, rendered, small
from handlers.views.meeting import typed
from handlers.views.moments import full_day
from handlers.views.people import name

IN_WORDS = ", in these words:"  # which may be a sentence, or just "the portraits"
_ON_HOME = 4  # of the list; all of it is shown for "who do I still owe thanks to?"


def noted(reply: ThanksNoted) -> Rendered:
    """ "You thanked Tom Berger for the introduction to Priya Nair."."""
    thanks = reply.thanks
    key = f"thanks:{thanks.id}"
    whom = _listed([(Bold(name(one.person)), *_for(one)) for one in reply.to])
    if thanks.undone_at:
        told = any(one.told for one in reply.to)
        note = "It is taken back where it was told, too." if told else "Nobody had been told of it."
        return rendered(
            line("Taken back: your thanks to ", *whom, "."),
            small(note),
            buttons(button("Put it back", Button.RESTORE, key)),
        )
    words = typed(thanks.words, WORDS)
    return rendered(
        line("You thanked them already: " if reply.again else "Noted: you thank ", *whom, IN_WORDS if words else "."),
        quote(words) if words else None,
        *_what_is_told(reply),
        buttons(button("Undo", Button.UNDO, key), button("Edit", Button.EDIT, key)),
    )


def _what_is_told(reply: ThanksNoted) -> list[Block]:
    """Who is told what; and a text to send oneself to those who cannot be."""
    told = [one for one in reply.to if one.told]
    blocks: list[Block] = []
    if told:
        who = joined([name(one.person) for one in told])
        blocks.append(small(f"I tell {who} in private.{_also_read(reply, told)} Nobody else learns of it."))
    for one in reply.to:
        if not one.told and one.person.account is None:
            blocks.append(
                small(f"{name(one.person)} has no account here, so I can't tell them. Words to send them yourself:")
            )
            blocks.append(quote(typed(one.draft, WORDS)))
        elif not one.told:
            blocks.append(small(f"I don't tell {name(one.person)}: only you can see this."))
    return blocks


def received(reply: ThanksReceived) -> Rendered:
    """ "Maya Patel thanks you for the introduction to Priya Nair."."""
    who = Bold(name(reply.giver))
    if reply.thanks.undone_at:
        return rendered(line(who, " has taken back what stood here. Nothing is to be done."))
    to = (" for introducing them to ", Bold(name(reply.other))) if reply.other else ""
    words = typed(reply.thanks.words, WORDS)
    came = _came(reply)
    return rendered(
        line(who, " thanks you", *to, IN_WORDS if words else "."),
        quote(words) if words else None,
        line(came) if came else None,
        small(f"Only you and {name(reply.giver)} see this."),
    )


def which(reply: WhichIntroduction) -> Rendered:
    """Several introductions by the same person."""
    choices = [
        button(name(one.person), Button.CHOOSE, f"{reply.question}:{one.person.id}", nth)
        for nth, one in enumerate(reply.candidates, 1)
    ]
    return rendered(
        line("They introduced you to several people. Which introduction do you thank for?"),
        small("Nothing is said yet. Press a button, or type the name."),
        buttons(
            *choices,
            button("For none of these", Button.ADD_CONTACT, reply.question),
            button("Never mind", Button.NEVER_MIND, reply.question),
        ),
    )


def owed(reply: ThanksOwed) -> Rendered:
    """Whom the reader may still want to thank."""
    if not reply.owed:
        return rendered(
            line("You have thanked for every introduction that I know of."),
            small("To thank for anything else: “thank Sam for the help with the fair”."),
        )
    return rendered(
        line("Introductions that you have not thanked for yet:"),
        *(block for one in reply.owed for block in _one_owed(one)),
        small("Only you can see this list. Whoever you thank is told; nobody else is."),
    )


def listed(reply: Sequence[Owed]) -> list[Block]:
    """The same as a part of Home: the newest few."""
    if not reply:
        return []
    return [line(Bold("To thank")), *(block for one in reply[:_ON_HOME] for block in _one_owed(one))]


def _one_owed(one: Owed) -> list[Block]:
    met = f"; you met on {short_day(one.met_on)}" if one.met_on else ""
    return [
        line(Bold(name(one.connector)), " introduced you to ", Bold(name(one.other)),
             f" on {short_day(one.made_on)}{met}."),
        buttons(button(f"Thank {name(one.connector)}", Button.THANK, one.introduction, style="primary")),
    ]  # fmt: skip


def due(reply: ThanksDue, nudge: NudgeId) -> list[Block]:
    """A reminder to thank, with the draft and all that can be done about it."""
    return [
        thanked_for(reply),
        quote(typed(reply.draft, WORDS)),
        buttons(
            button("Send", Button.SEND_THANKS, nudge, style="primary"),
            button("Edit", Button.EDIT_THANKS, nudge),
            button("I already did", Button.THANKED_ALREADY, nudge),
            button("Not this one", Button.NUDGE_PASS, nudge),
            button("Fewer of these", Button.FEWER, nudge),
        ),
    ]


def thanked_for(reply: ThanksDue) -> Block:
    """ "Tom Berger introduced you to Priya Nair on Tue 3 Nov, and you met on Mon 9 Nov. A word of thanks?"."""
    words: list[Words] = []
    if reply.sender:
        words += [Bold(name(reply.sender)), " sent you business, and it is won."]
    for nth, one in enumerate(reply.owed):
        met = f", and you met on {short_day(one.met_on)}" if one.met_on and not reply.business else ""
        when = f" on {short_day(one.made_on)}{met}" if not nth else ""
        before = "" if not words else " Before that, " if nth else " "
        had = " had" if nth else ""
        words += [before, Bold(name(one.connector)), f"{had} introduced you to ", Bold(name(one.other)), f"{when}."]
    came = " Business came of it." if reply.business and not reply.sender else ""
    return line(*words, f"{came} A word of thanks?")


def _for(one: Receiver) -> tuple[Words, ...]:
    return (" for the introduction to ", Bold(name(one.other))) if one.other else ()


def _also_read(reply: ThanksNoted, told: Sequence[Receiver]) -> str:
    """What each reads besides the words: of their own introduction, and of no other one's."""
    if len(told) == 1:
        facts = _facts(reply, told[0])
        return f" They also read: {facts}" if facts else ""
    each = [(name(one.person), _facts(reply, one)) for one in told]
    return "".join(f" {who} also reads: {facts}" for who, facts in each if facts)


def _facts(reply: ThanksNoted, one: Receiver) -> str:
    """What is told besides the words, as the giver reads it."""
    made = f"introduced on {full_day(one.made_on)}" if one.other and one.made_on else ""
    met = f"met on {full_day(one.met_on)}" if one.met_on else ""
    business = "business came of it" if reply.thanks.business else ""
    facts = "; ".join(filter(None, (made, met, business)))
    return f"{facts}." if facts else ""


def _came(reply: ThanksReceived) -> str:
    """ "You introduced Maya and Priya on Mon 3 Nov 2026. They met on Mon 9 Nov 2026. Business came of it."."""
    said = []
    if reply.other and reply.made_on:
        said.append(f"You introduced {name(reply.giver)} and {name(reply.other)} on {full_day(reply.made_on)}.")
    if reply.met_on:
        said.append(f"They met on {full_day(reply.met_on)}.")
    if reply.thanks.business:
        said.append("Business came of it.")
    return " ".join(said)


def _listed(parts: list[tuple[Words, ...]]) -> tuple[Words, ...]:
    words: list[Words] = []
    for nth, part in enumerate(parts):
        if nth:
            words.append(" and " if nth == len(parts) - 1 else ", ")
        words += part
    return tuple(words)


def joined(names: list[str]) -> str:
    """ "Ana, Tom and Linn"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
