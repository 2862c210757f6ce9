"""Forgetting for good: what would go, in numbers, and that it is gone."""

from assistant.buttons import Button
from assistant.erasing import Counts
from assistant.export.copy import Format
from assistant.reply import ExportOffered, ForgetAsked, Forgotten, Spared
from handlers.views.blocks import Block, Bold, Rendered, button, buttons, line, rendered, small, sure
from handlers.views.meeting import ONLY_YOU
from handlers.views.people import name

_FILES = {Format.JSON: "Everything (JSON)", Format.CSV: "Tables (CSV)", Format.VCARD: "People (vCard)"}
_AS = {Format.JSON: "as a JSON file", Format.CSV: "as CSV tables, in one zip file", Format.VCARD: "as a file of vCards"}
_MADE = "Introductions that were made stay with the others, without your words."
COMES = f"All that I keep of you, as it is now. {ONLY_YOU}"
_FIRST = "It can't be undone; “Export first” sends you all that I keep of you as a file."
_STAYS = (
    "What others noted stays theirs. What you typed stays in Slack until you delete it there, and answers that Slack "
    "showed you alone until it is opened anew."
)


def asked(reply: ForgetAsked) -> Rendered:
    """ "This erases for good what you noted of Tom Berger: 3 meetings and 1 introduction."."""
    if reply.everything:
        much = numbers(reply.counts) or "your settings, and whom you meant by names"
        opening = line("This erases ", Bold("everything you told me"), f", for good: {much}.")
        yes = sure("Forget everything?", f"It goes for good: {much}. It can't be undone.", "Forget it all", "Keep it")
        label, stays = "Forget everything", f"{_MADE} {_STAYS}"
    else:
        who, much = name(reply.person), numbers(reply.counts) or "whom you meant by names"
        opening = line("This erases for good what you noted of ", Bold(who), f": {much}.")
        yes = sure(f"Forget {who}?", f"It goes for good: {much}. It can't be undone.", "Forget", "Keep it")
        label, stays = f"Forget {who}", _STAYS
    return rendered(
        opening,
        _of_both(reply.stays),
        small(f"Nothing is gone yet. {_FIRST} {stays} {ONLY_YOU}"),
        buttons(
            button("Export first", Button.EXPORT, str(Format.JSON)),
            button(label, Button.FORGET, reply.person.id, style="danger", confirm=yes),
            button("Never mind", Button.SPARE, reply.person.id),
        ),
    )


def forgotten(reply: Forgotten) -> Rendered:
    """Nothing is left but what is the other side's as well."""
    if reply.everything:
        anew = "Of your account I know what Slack shows everybody here. Speak to me again, and we begin anew."
        opening, small_print = line("I keep nothing that you told me", _but(reply.stays)), anew
    else:
        whom = (Bold(name(reply.person)),) if reply.person else ("that person",)
        opening, small_print = line("I keep nothing that you noted of ", *whom, _but(reply.stays)), _STAYS
    return rendered(opening, _of_both(reply.stays), small(f"{small_print} {ONLY_YOU}"))


def spared(reply: Spared) -> Rendered:
    """They chose to keep it."""
    whom = (" of ", Bold(name(reply.person))) if reply.person and not reply.everything else ()
    return rendered(line("Nothing was erased", *whom, "."), small(ONLY_YOU))


def _but(stays: Counts) -> str:
    return " for yourself alone." if stays else "."


def _of_both(stays: Counts) -> Block | None:
    """ "What both sides confirmed is the other one's as well, and stays for both: 1 referral."."""
    both = "What both sides confirmed is the other one's as well, and stays for both: "
    return line(both, f"{numbers(stays)}. “Show everything I noted” lists it.") if stays else None


def erased() -> Rendered:
    """What is left of a message whose matter was erased."""
    return rendered(line("What stood here was erased."))


def offered(reply: ExportOffered) -> Rendered:
    """The kinds of files, and the way to have everything forgotten."""
    sent = reply.follows is not None
    follows = f" follows {_AS[reply.follows]}." if reply.follows else ", as a file:"
    kinds = [
        button(label, Button.EXPORT, str(kind), nth)
        for nth, (kind, label) in enumerate(_FILES.items(), 1)
        if kind is not reply.follows
    ]
    return rendered(
        line(
            f"All that I keep of you{follows} It holds your own records, and of what is others' only what you may see."
        ),
        small(f"It comes in private. CSV tables open in spreadsheets, vCards in address books. {ONLY_YOU}"),
        buttons(*kinds, *([] if sent else [button("Forget everything …", Button.FORGET_ALL, style="danger")])),
    )


def no_file() -> Rendered:
    """Slack did not let us send one."""
    return rendered(
        line("I can't send you the file: this workspace didn't give me the permission to (the scope files:write)."),
        line("Whoever runs Wellmet here can add it in the app's settings, or make the file with `wellmet export`."),
    )


def numbers(counts: Counts) -> str:
    """ "12 meetings, 1 contact and 2 introductions"; "" where there is nothing to count."""
    told = [f"{number:,} {one if number == 1 else many}" for (one, many), number in counts.items() if one]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))
