"""What two people sent one another in some days: each referral, and what they come to."""

from assistant.reply import ReferralsBetween
from handlers.views.blocks import Bold, Rendered, line, rendered, small
from handlers.views.exchange import ONLY_YOU, sent_in_words
from handlers.views.people import name
from handlers.views.recall import within
from handlers.views.referrals import sentence, summary

LISTED = 10  # referrals told one by one


def referrals(reply: ReferralsBetween) -> Rendered:
    """The latest first; nothing is added across currencies."""
    them = name(reply.other)
    if not reply.referrals:
        return rendered(line(f"No referrals between you and {them} are noted{within(reply.span)}."), small(ONLY_YOU))
    more = len(reply.referrals) - LISTED
    return rendered(
        line("Between you and ", Bold(them), f"{within(reply.span)}:"),
        *(
            line(*sentence("", summary(one, reply.reader, reply.other)), f" ({one.state}).")
            for one in reply.referrals[:LISTED]
        ),
        *([small(f"And {more} more.")] if more > 0 else []),
        *(line(f"{said}.") for said in sent_in_words("They sent you", reply.received)),
        *(line(f"{said}.") for said in sent_in_words("You sent them", reply.sent)),
        small(ONLY_YOU),
    )
