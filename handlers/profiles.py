"""From Slack's member object to a profile: names made clean, and what the account is to the workspace."""

import re
from collections.abc import Mapping
from typing import Any

from assistant.facts import Profile, Standing
from assistant.ids import AccountId, WorkspaceId
from handlers.errors import Malformed
from handlers.mrkdwn import one_line, unescape

LONGEST_NAME = 200

# "Photographer at Bloom & Co", "Photographer @ Bloom & Co", "Photographer, Bloom & Co"; what is past is all title.
_AT = re.compile(r"(?P<title>\S.{0,150}?)(?:\s+at\s+|\s*@\s*)(?P<organisation>\S.{0,150})", re.IGNORECASE)
_COMMA = re.compile(r"(?P<title>[^,]{1,150}?)\s*,\s*(?P<organisation>\S.{0,150})")
_FORMER = re.compile(r"(?:formerly|previously|former|ex|retired)\b", re.IGNORECASE)
# After a comma, the part of a house that somebody works in is as common as the house: "VP, Engineering".
_DEPARTMENTS = frozenset(
    (
        "engineering", "design", "product", "sales", "marketing", "finance", "legal", "operations", "people", "hr",
        "support", "research", "data", "security", "it", "growth", "communications", "partnerships", "customer",
        "business", "strategy", "content", "brand", "platform", "infrastructure", "emea", "apac", "americas", "europe",
        "phd", "md", "mba", "he", "she", "they",
    )
)  # fmt: skip


def profile(member: Any, workspace: WorkspaceId) -> Profile:
    """What a `user` object of users.info, users.list, team_join or user_change tells. Raises Malformed without id."""
    if not isinstance(member, Mapping):
        raise Malformed("a member that is no object")
    account = _text(member.get("id"))
    if not (account.isascii() and account.isalnum() and len(account) <= 64):
        raise Malformed("a member without an id")
    card = member.get("profile")
    card = card if isinstance(card, Mapping) else {}
    handle = _line(member.get("name"))
    names = (member.get("real_name"), card.get("real_name"), card.get("display_name"), handle, account)
    title, organisation = work(_line(card.get("title")))
    return Profile(
        account=AccountId(account),
        name=next(name for name in map(_line, names) if name),
        display_name=_line(card.get("display_name")),
        handle=handle,
        email=_line(card.get("email")),
        organisation=organisation,
        title=title,
        zone=_line(member.get("tz")) or "UTC",
        picture=_picture(card),
        standing=_standing(member, workspace),
        admin=bool(member.get("is_admin") or member.get("is_owner")),
    )


def unknown(account: AccountId) -> Profile:
    """An account that Slack itself does not know, or does not show to this workspace."""
    return Profile(account, name=account, standing=Standing.UNKNOWN)


def work(title: str) -> tuple[str, str]:
    """Title and organisation, from the one line in which people write both."""
    found = _AT.fullmatch(title) or _COMMA.fullmatch(title)
    if not found or _FORMER.match(title):
        return title, ""
    post, organisation = found["title"].strip(" ,;-–@"), found["organisation"].strip(" .,;@")
    first = re.split(r"\W", organisation.casefold(), maxsplit=1)[0]
    if not post or not organisation or (found.re is _COMMA and first in _DEPARTMENTS):
        return title, ""
    return post, organisation


def _standing(member: Mapping[str, Any], workspace: WorkspaceId) -> Standing:
    if member.get("deleted"):
        return Standing.DEACTIVATED
    if member.get("is_bot") or member.get("is_workflow_bot") or member.get("id") == "USLACKBOT":
        return Standing.BOT
    if member.get("is_stranger") or not _at_home(member, workspace):
        return Standing.EXTERNAL
    if member.get("is_restricted") or member.get("is_ultra_restricted"):
        return Standing.GUEST
    return Standing.ACTIVE


def _at_home(member: Mapping[str, Any], workspace: WorkspaceId) -> bool:
    """Belongs to this workspace: by its team, or in an organisation of several workspaces as one of them."""
    team = member.get("team_id")
    enterprise = member.get("enterprise_user")
    teams = enterprise.get("teams") if isinstance(enterprise, Mapping) else None
    return not team or team == workspace or (isinstance(teams, list) and workspace in teams)


def _picture(card: Mapping[str, Any]) -> str:
    """A small square one, 72 pixels: shown beside a line of text."""
    address = _text(card.get("image_72")) or _text(card.get("image_48"))
    return address if re.fullmatch(r"https?://[!-~]{3,2000}", address) else ""


def _line(value: Any) -> str:
    return one_line(unescape(_text(value)))[:LONGEST_NAME].strip()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
