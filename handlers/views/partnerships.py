"""A partnership, as each of the two reads it, and all of a member's in a list."""

from assistant.business.record import Partnership, Word
from assistant.buttons import Button
from assistant.facts import Person
from assistant.phrases.frame import Formality
from assistant.reply import Partnerships, PartnershipShown
from handlers.views.blocks import Block, Bold, Rendered, button, buttons, line, quote, rendered, small
from handlers.views.blocks import listed as bullets
from handlers.views.business_words import asks, edited, of, standing
from handlers.views.meeting import DETAIL, typed
from handlers.views.moments import full_day
from handlers.views.people import name

_KIND: dict[Formality | None, str] = {
    Formality.FORMAL: " are partners on paper",
    Formality.INFORMAL: " are informal partners",
    None: " are partners",
}


def shown(reply: PartnershipShown) -> Rendered:
    """ "Noted: you and Maya are partners on the bridal fair, until Tue 30 Jun 2026."."""
    partnership, reader = reply.partnership, reply.reader
    if partnership.undone_at:
        return _undone(reply)
    if partnership.waits_on == reader.id:
        return rendered(*asked(reply), buttons(*asks(partnership)))
    return rendered(
        line(_opening(reply), *summary(partnership, reply.other), "."),
        *_terms(partnership),
        small(" ".join((*_assumed(partnership), *edited(partnership), standing(partnership, reader, reply.other)))),
        buttons(*_does(partnership, partnership.author == reader.id)),
    )


def asked(reply: PartnershipShown, answered: bool = False) -> list[Block]:
    """The other one is asked whether it is right; also after a correction. Without the buttons."""
    partnership = reply.partnership
    who = Bold(name(reply.other)) if reply.other else "Somebody"
    wrote = " set right what you noted: " if partnership.author == reply.reader.id else " noted that "
    return [
        line(who, wrote, *summary(partnership, reply.other, named=True), "." if answered else ". Is that right?"),
        *_terms(partnership),
        small(" ".join((*_assumed(partnership), standing(partnership, reply.reader, reply.other)))),
    ]


def at_end(reply: PartnershipShown) -> list[Block]:
    """One on paper ends soon. Without the buttons."""
    partnership = reply.partnership
    return [line("This ends soon: ", *summary(partnership, reply.other), "."), *_terms(partnership)]


def _terms(partnership: Partnership) -> list[Block]:
    terms = typed(partnership.facts.terms, DETAIL)
    return [quote(terms)] if terms else []


def _opening(reply: PartnershipShown) -> str:
    partnership = reply.partnership
    if partnership.ended_on:
        return "Ended: "
    return "You told me already: " if reply.again else "Agreed: " if partnership.is_confirmed else "Noted: "


def _does(partnership: Partnership, mine: bool) -> list[Block]:
    """What either can do with it."""
    if partnership.word is Word.REFUSED and not mine:
        return [button("It is mine after all", Button.CONFIRM, of(partnership))]
    goes_on = partnership.ended_on is None
    renews = not goes_on or partnership.facts.until is not None
    return [
        *([button("Renew", Button.RENEW_PARTNERSHIP, of(partnership))] if renews else []),
        *([button("End it", Button.END_PARTNERSHIP, of(partnership))] if goes_on else []),
        button("Edit", Button.EDIT, of(partnership)),
        *([button("Undo", Button.UNDO, of(partnership))] if mine else []),
    ]


def _undone(reply: PartnershipShown) -> Rendered:
    partnership = reply.partnership
    if partnership.author != reply.reader.id:
        who = Bold(name(reply.other)) if reply.other else "Somebody"
        return rendered(line(who, " has taken back what they noted of a partnership between you two."))
    return rendered(
        line("Undone: ", *summary(partnership, reply.other), "."),
        small("Nothing of it counts any more, and nobody is asked about it."),
        buttons(button("Put it back", Button.RESTORE, of(partnership))),
    )


def summary(partnership: Partnership, other: Person | None, named: bool = False) -> tuple[str | Bold, ...]:
    """ "you and Maya are partners on paper, for the bridal fair, from … until …", with no full stop.

    Where the other one is `named` already: "you two are partners".
    """
    facts = partnership.facts
    organisation, aim = typed(facts.organisation, DETAIL), typed(facts.aim, DETAIL)
    who: tuple[str | Bold, ...] = (Bold(name(other)),) if other else (Bold(organisation or "an organisation"),)
    both: tuple[str | Bold, ...] = ("you two",) if named else ("you and ", *who)
    at = f" ({organisation})" if other and organisation else ""
    ended = f"; ended on {full_day(partnership.ended_on)}" if partnership.ended_on else ""
    return (*both, at, _KIND[facts.formality], f", for: {aim}" if aim else "",
            f", from {full_day(facts.since)}" if facts.since else "",
            f", until {full_day(facts.until)}" if facts.until else "", ended)  # fmt: skip


def _assumed(partnership: Partnership) -> tuple[str, ...]:
    facts = partnership.facts
    if partnership.is_formal and facts.until:
        return ("I'll remind you three weeks before the end.",) if not partnership.ended_on else ()
    if facts.formality is None:
        return ("I take it as informal, since nothing was said of a contract.",)
    return ()


def listed(reply: Partnerships) -> Rendered:
    """All that count for the reader."""
    if not reply.partnerships:
        return rendered(
            line("You have no partnerships noted. Tell me of one: “Maya and I are teaming up on the bridal fair”.")
        )
    lines = [_line(one) for one in reply.partnerships]
    more = reply.of - len(lines)
    return rendered(
        line("Your partnerships, those that go on first:"),
        bullets(*lines),
        small(f"{f'And {more} more. ' if more > 0 else ''}What is not confirmed is only your own note. "
              "Only you and the one it is with can see a partnership."),
    )  # fmt: skip


def _line(one: PartnershipShown) -> str:
    words = "".join(word if isinstance(word, str) else word.text for word in summary(one.partnership, one.other))
    words = f"{words[:1].upper()}{words[1:]}"
    word = {Word.ASKED: " (not confirmed)", Word.OWN: " (your own note)"}.get(one.partnership.word, "")
    return f"{words}{word}"
