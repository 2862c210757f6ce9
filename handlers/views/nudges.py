"""What is said unasked: one message, an item for each deed, with its own buttons and how it ended."""

from collections.abc import Sequence
from typing import assert_never

from assistant.buttons import Button
from assistant.nudges.record import Deed, Ending, Nudge, State
from assistant.reply import (
    FitFound,
    NudgeLine,
    Nudges,
    NudgeShown,
    PartnershipShown,
    RecommendationAsked,
    ReferralShown,
    ReminderDue,
    StillSo,
    ThanksDue,
)
from handlers.views import listings, partnerships, recommendations, referrals, reminders, thanks
from handlers.views.blocks import Block, Rendered, button, buttons, divider, line, rendered, small
from handlers.views.business_words import asks, of

_ENDED = {
    Ending.DONE: "Done.",
    Ending.ALREADY: "You had done so already.",
    Ending.PASSED: "Left at that.",
    Ending.FEWER: "Left at that. I remind you less from now on.",
    Ending.SNOOZED: "It comes again later.",
    Ending.WITHDRAWN: "Taken back meanwhile: nothing is to be done.",
}
_OVER = "That isn't open any more: nothing is to be done."
ONCE = "I won't ask about this again."
EACH_ONCE = "I won't ask about these again."
LAST_CALL = "My last ones went unanswered. If this one does too, I'll stay quiet until you say “resume nudges”."


def shown(reply: Nudges) -> Rendered:
    """All of it; what is settled says so and has no buttons."""
    blocks: list[Block] = []
    for nth, one in enumerate(reply.items):
        blocks += [divider()] if nth else []
        blocks += _item(one)
    unasked = [one for one in reply.items if _waits(one.nudge) and not one.nudge.is_asked_for]
    last_call = LAST_CALL if reply.last_call else ""
    footer = " ".join(filter(None, ((ONCE if len(unasked) == 1 else EACH_ONCE) if unasked else "", last_call)))
    return rendered(*blocks, small(footer) if footer else None)


def _waits(nudge: Nudge) -> bool:
    return nudge.state in (State.PLANNED, State.SENT)


def _item(one: NudgeShown) -> Sequence[Block]:
    """What it is about, and either what can be done, or how it ended."""
    nudge, item = one.nudge, one.item
    ended = None if _waits(nudge) else small(_ENDED.get(nudge.how or Ending.UNTRUE, _OVER))
    match item:
        case None:
            return (small(_OVER),)
        case ReminderDue():
            return reminders.due(item, nudge, ended)
        case NudgeLine(words):
            return (line(words), ended or _plain_buttons(nudge))
        case ReferralShown():
            return (*referrals.asked(item, ended is not None), ended or buttons(*asks(item.referral)))
        case PartnershipShown() if nudge.deed is Deed.CONFIRM:
            return (*partnerships.asked(item, ended is not None), ended or buttons(*asks(item.partnership)))
        case PartnershipShown():
            return (*partnerships.at_end(item), ended or _at_end(nudge, of(item.partnership)))
        case ThanksDue():
            return thanks.due(item, nudge.id) if _waits(nudge) else (thanks.thanked_for(item), *filter(None, (ended,)))
        case RecommendationAsked():
            return recommendations.asked(item)
        case FitFound():
            return listings.fit_found(item)
        case StillSo():
            return listings.still_so(item)
        case _:
            assert_never(item)


def _at_end(nudge: Nudge, partnership: str) -> Block:
    return buttons(
        button("Renew", Button.RENEW_PARTNERSHIP, partnership),
        button("End it", Button.END_PARTNERSHIP, partnership),
        button("Leave it as it is", Button.NUDGE_PASS, nudge.id),
    )


def _plain_buttons(nudge: Nudge) -> Block:
    return buttons(
        button("Done", Button.NUDGE_DONE, nudge.id),
        button("Not this one", Button.NUDGE_PASS, nudge.id),
        button("Fewer of these", Button.FEWER, nudge.id),
    )
