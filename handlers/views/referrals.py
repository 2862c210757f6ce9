"""A referral, as each of the two reads it: who sent what to whom, whose word it is, and what became of it."""

from assistant.business.record import Referral, State, Word
from assistant.buttons import Button
from assistant.facts import Person
from assistant.reply import ReferralShown
from handlers.views.blocks import Block, Bold, Rendered, Words, button, buttons, line, rendered, small
from handlers.views.business_words import asks, edited, of, standing
from handlers.views.meeting import DETAIL, topic, typed
from handlers.views.moments import moment
from handlers.views.people import name

_BECAME = {
    State.SENT: "",
    State.CONTACTED: "They are in touch.",
    State.WON: "Won: business came of it.",
    State.LOST: "Lost: nothing came of it.",
}
_STEPS = (
    ("In touch", Button.CONTACTED, State.CONTACTED),
    ("Won", Button.WON, State.WON),
    ("Lost", Button.LOST, State.LOST),
)


def shown(reply: ReferralShown) -> Rendered:
    """ "Noted: Sam sent you a client, Bloom & Co, worth 2,500 GBP, on Tue 24 Nov 2026."."""
    referral, reader, other = reply.referral, reply.reader, reply.other
    mine = referral.author == reader.id
    if referral.undone_at:
        return _undone(reply)
    if referral.waits_on == reader.id:
        return rendered(*asked(reply), buttons(*asks(referral)))
    opening = "You told me already: " if reply.again else "Noted: " if mine else ""
    refused = referral.word is Word.REFUSED and not mine
    return rendered(
        line(*sentence(opening, summary(referral, reader, other)), "."),
        line(_BECAME[referral.state]) if _BECAME[referral.state] else None,
        small(" ".join((*assumed(referral, reader), *edited(referral), standing(referral, reader, other)))),
        buttons(
            *([button("It is mine after all", Button.CONFIRM, of(referral))] if refused else _tells(referral)),
            *([] if refused else [button("Edit", Button.EDIT, of(referral))]),
            *([button("Undo", Button.UNDO, of(referral))] if mine else []),
        ),
    )


def asked(reply: ReferralShown, answered: bool = False) -> list[Block]:
    """The other one is asked whether it is right; also after a correction. Without the buttons."""
    referral, other = reply.referral, reply.other
    wrote = " set right what you noted: " if referral.author == reply.reader.id else " noted that "
    became = _BECAME[referral.state]
    return [
        line(Bold(name(other)), wrote, *summary(referral, reply.reader, None), "." if answered else ". Is that right?"),
        *([line(became)] if became else []),
        small(" ".join((*assumed(referral, reply.reader), standing(referral, reply.reader, other)))),
    ]


def _undone(reply: ReferralShown) -> Rendered:
    referral, other = reply.referral, reply.other
    if referral.author != reply.reader.id:
        return rendered(line(Bold(name(other)), " has taken back what they noted of a referral between you two."))
    return rendered(
        line("Undone: ", *summary(referral, reply.reader, other), "."),
        small("Nothing of it counts any more, and nobody is asked about it."),
        buttons(button("Put it back", Button.RESTORE, of(referral))),
    )


def summary(referral: Referral, reader: Person, other: Person | None) -> tuple[Words, ...]:
    """ "Sam sent you a client, Bloom & Co, worth 2,500 GBP, on Tue 24 Nov 2026, about flowers", with no full stop.

    Without `other` they have been named in the sentence already: "they sent you a client".
    """
    facts = referral.facts
    client = typed(facts.client, DETAIL)
    sent: tuple[Words, ...]
    if referral.receiver == reader.id:
        sent = (Bold(name(other)) if other else "they", " sent you ")
    else:
        sent = ("you sent ", Bold(name(other)) if other else "them", " ")
    worth = (f", worth {facts.money}{'' if facts.money.currency else ' (currency not said)'}",) if facts.money else ()
    return (*sent, *(("a client, ", Bold(client)) if client else ("business",)), *worth, f", {moment(facts.when)}",
            topic(facts.what))  # fmt: skip


def assumed(referral: Referral, reader: Person) -> tuple[str, ...]:
    """A sentence for each thing that was not said, to who said the rest."""
    facts = referral.facts
    said = []
    if referral.author == reader.id and "when" in facts.assumed:
        said.append("I assumed the day, since none was given.")
    if referral.writer == reader.id and "currency" in facts.assumed and facts.money:
        said.append(f"I assumed {facts.money.currency}, as is usual here.")
    if facts.money and not facts.money.currency:
        said.append("In which currency? Press Edit to say so; until then the sum counts nowhere.")
    return tuple(said)


def _tells(referral: Referral) -> list[Block]:
    """What can still become of it."""
    return [button(label, name_, of(referral)) for label, name_, state in _STEPS if state is not referral.state]


def sentence(opening: str, words: tuple[Words, ...]) -> tuple[Words, ...]:
    """The opening and the summary; a sentence that begins with "you" begins with a capital."""
    if opening or not isinstance(words[0], str):
        return (opening, *words)
    return (words[0][:1].upper() + words[0][1:], *words[1:])
