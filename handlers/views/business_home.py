"""What of business stands on Home: what waits for the member's word, and what on paper ends soon."""

from assistant.buttons import Button
from assistant.reply import BusinessAtHome, PartnershipShown, ReferralShown
from handlers.views import partnerships, referrals
from handlers.views.blocks import Block, Bold, button, buttons, header, line, small
from handlers.views.business_words import asks, of
from handlers.views.people import name

SHOWN = 3  # of each kind: two blocks each, so that a view's hundred are enough


def sections(reply: BusinessAtHome) -> list[Block]:
    """Nothing where nothing waits."""
    waiting = [*map(_referral, reply.referrals[:SHOWN]), *map(_partnership, reply.partnerships[:SHOWN])]
    ending = [_ending(one) for one in reply.ending[:SHOWN]]
    return [
        *([header("Is this right?")] if waiting else []),
        *(block for blocks in waiting for block in blocks),
        *([header("Partnerships that end soon")] if ending else []),
        *(block for blocks in ending for block in blocks),
    ]


def starts() -> list[Block]:
    """What can be begun and looked at."""
    return [
        header("Business"),
        small("Referrals and partnerships: only you and the one each is with can see them."),
        buttons(
            button("Note a referral", Button.NEW_REFERRAL),
            button("Note a partnership", Button.NEW_PARTNERSHIP),
            button("Your numbers", Button.TOTALS),
            button("Give and receive", Button.WITH_WHOM),
        ),
    ]


def _referral(one: ReferralShown) -> list[Block]:
    said = referrals.summary(one.referral, one.reader, None)
    return [line(Bold(name(one.other)), " noted that ", *said, "."), buttons(*asks(one.referral))]


def _partnership(one: PartnershipShown) -> list[Block]:
    who = Bold(name(one.other)) if one.other else "Somebody"
    return [
        line(who, " noted that ", *partnerships.summary(one.partnership, one.other, named=True), "."),
        buttons(*asks(one.partnership)),
    ]


def _ending(one: PartnershipShown) -> list[Block]:
    return [
        line(*partnerships.summary(one.partnership, one.other), "."),
        buttons(
            button("Renew", Button.RENEW_PARTNERSHIP, of(one.partnership)),
            button("End it", Button.END_PARTNERSHIP, of(one.partnership)),
        ),
    ]
