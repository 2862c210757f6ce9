"""Asking for the list of what was noted: "show everything I noted", "who sent me business?"."""

import re

_MINE = r"(?:all\s+)?(?:of\s+)?(?:my|the)\s+(?P<kind>referral|recommendation|record|note)s"
_NOTED = (
    r"(?:\s+(?:that\s+)?i(?:['’]ve|\s+have)?\s+(?:noted|made|logged|recorded|written\s+down|wrote\s+down|told\s+you))"
)
_ASKED = re.compile(
    rf"(?:please\s+)?(?:(?:show|list|see)\s+(?:me\s+)?)?(?:{_MINE}{_NOTED}?|everything{_NOTED})(?:,?\s+please)?"
    r"|who\s+(?:has\s+|have\s+|all\s+)?(?:sent|gave|given|referred|passed)\s+(?:me|us)\s+(?:any\s+|some\s+)?"
    r"(?P<sent>business|clients?|customers?|work|leads?|referrals?)"
    r"|(?:show|list)\s+(?:me\s+)?everything|what\s+(?:have|did)\s+i\s+(?:noted?|record(?:ed)?|writ(?:e|ten)\s+down)",
    re.IGNORECASE,
)


def asked_for(text: str) -> str | None:
    """The kind of record whose list is asked for, "referral", or "" for all; None for another sentence."""
    asked = _ASKED.fullmatch(text)
    if asked and asked["sent"]:
        return "referral"
    return (asked["kind"] or "").casefold() if asked else None
