"""Forgetting for good: what would go, in numbers, and that it is gone."""

from assistant.buttons import Button
from assistant.erasing import Counts
from assistant.reply import ForgetAsked, Forgotten
from handlers.views.blocks import Bold, Rendered, button, buttons, line, rendered, small, sure
from handlers.views.meeting import ONLY_YOU
from handlers.views.people import name

_MADE = "Introductions that were made stay with the others, without your words."
_STAYS = "What others noted stays theirs. What you typed stays in Slack until you delete it there."


def asked(reply: ForgetAsked) -> Rendered:
    """ "This erases for good what you noted of Tom Berger: 3 meetings and 1 introduction."."""
    much = numbers(reply.counts)
    if reply.everything:
        opening = line("This erases ", Bold("everything you told me"), f", for good: {much}.")
        yes = sure("Forget everything?", f"It goes for good: {much}. It can't be undone.", "Forget it all", "Keep it")
        label, stays = (
            "Forget everything",
            f"{_MADE} {_STAYS}",
        )
    else:
        who = name(reply.person)
        opening = line("This erases for good what you noted of ", Bold(who), f": {much}.")
        yes = sure(f"Forget {who}?", f"It goes for good: {much}. It can't be undone.", "Forget", "Keep it")
        label, stays = f"Forget {who}", _STAYS
    return rendered(
        opening,
        small(f"Nothing is gone yet. It can't be undone. {stays} {ONLY_YOU}"),
        buttons(button(label, Button.FORGET, reply.person.id, style="danger", confirm=yes)),
    )


def forgotten(reply: Forgotten) -> Rendered:
    """Nothing is left."""
    if reply.everything:
        anew = "Of your account I know what Slack shows everybody here. Speak to me again, and we begin anew."
        return rendered(line("I keep nothing that you told me."), small(f"{anew} {ONLY_YOU}"))
    whom = (Bold(name(reply.person)),) if reply.person else ("that person",)
    return rendered(line("I keep nothing that you noted of ", *whom, "."), small(f"{_STAYS} {ONLY_YOU}"))


def erased() -> Rendered:
    """What is left of a message whose matter was erased."""
    return rendered(line("What stood here was erased."))


def numbers(counts: Counts) -> str:
    """ "12 meetings, 1 contact and 2 introductions"; where there is nothing to count, what remains."""
    told = [f"{number:,} {one if number == 1 else many}" for (one, many), number in counts.items() if one]
    if not told:
        return "your settings, and whom you meant by names"
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
