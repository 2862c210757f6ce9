"""Answers about what members do: who does what is sought, and who shares somebody's clients."""

from assistant.buttons import Button
from assistant.listings.found import Found, Source
from assistant.reply import Audience, Companion, WhoDoes, WhoNeeds
from handlers.views.blocks import Block, Bold, Rendered, Words, button, buttons, line, rendered, small
from handlers.views.listings import said, way
from handlers.views.meeting import DETAIL, typed
from handlers.views.people import name, work

HOW = "I look at offers, at recommendations that may be shown, and at titles. Nobody is told that you asked."


def who_does(reply: WhoDoes) -> Rendered:
    """ "For portraits I found: …"."""
    sought = typed(reply.sought, DETAIL)
    if not reply.found:
        return rendered(
            line("For ", Bold(sought), " I found nobody here who offers it or is recommended for it."),
            small(f"{HOW} Say “I'm looking for {sought}”, and I tell you when somebody does."),
        )
    return rendered(
        line("For ", Bold(sought), " I found:"),
        *(block for nth, one in enumerate(reply.found, 1) for block in (line(*way(one), "."), _card(one, nth))),
        small(HOW),
    )


def who_needs(reply: WhoNeeds) -> Rendered:
    """ "These members look for a photographer: …"."""
    offered = typed(reply.offered, DETAIL)
    if not reply.needs:
        return rendered(
            line("Nobody else here has noted that they need ", Bold(offered), "."),
            small("Say what you do, like “I do wedding photography”, and whoever notes that need hears of you."),
            buttons(button("Add an offer", Button.NEW_OFFER)),
        )
    return rendered(
        line("Who needs ", Bold(offered), ":"),
        *(
            block
            for nth, (need, person) in enumerate(reply.needs, 1)
            for block in (
                line(Bold(name(person)), " is looking for ", *said(need), "."),
                buttons(button("About them", Button.CARD, person.id, nth)),
            )
        ),
        small("I look at what members here noted that they need. Nobody is told that you asked."),
    )


def audience(reply: Audience) -> Rendered:
    """Members of another trade with the same clients, each with the reason."""
    if not reply.known:
        return rendered(
            line(
                "I don't know yet what you do. Tell me what you offer and for whom, and I find who shares your clients."
            ),
            small("Like this: “I do wedding photography”, or “I offer bookkeeping for small restaurants”."),
            buttons(button("Add an offer", Button.NEW_OFFER, style="primary")),
        )
    if not reply.companions:
        return rendered(
            line("I found nobody of another trade who says that they work for the same clients."),
            small("Say for whom your offers are (Edit, “For whom”): that is what I compare. Nobody is told."),
        )
    return rendered(
        line("These members do other things for the same clients:"),
        *(block for nth, one in enumerate(reply.companions, 1) for block in _companion(one, nth)),
        small("Only you see this list, and nobody in it is told. It is in no order of merit."),
    )


def _companion(one: Companion, nth: int) -> tuple[Block, Block]:
    """ "Ana Ruiz offers wedding cakes, you offer wedding photography: both for weddings."."""
    person = one.found.person
    known = f" ({work(person)})" if work(person) and one.found.source is not Source.TITLE else ""
    reason = f"both for {one.clients}" if one.said else f"trades that often go together for {one.clients}"
    words: tuple[Words, ...] = (
        Bold(name(person)), known, _does(one.found.source, one.found.words), ", and ", _yours(one), f": {reason}.",
    )  # fmt: skip
    return line(*words), _card(one.found, nth)


def _does(source: Source, words: str) -> str:
    return f" offers {typed(words, DETAIL)}" if source is Source.OFFER else f" is {typed(words, DETAIL)}"


def _yours(one: Companion) -> str:
    verb = "you offer" if one.mine_is is Source.OFFER else "you are"
    return f"{verb} {typed(one.mine, DETAIL)}"


def _card(found: Found, nth: int) -> Block:
    ask = [button("Ask for an introduction", Button.NEW_REQUEST, found.person.id, nth)] if not found.met else []
    return buttons(button("About them", Button.CARD, found.person.id, nth), *ask)
