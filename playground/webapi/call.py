"""One call of a Web API method: its arguments, and what every method looks up first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.delivery import Door
    from playground.records import Conversation, Json, Member, Message
    from playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Call:
    """Arguments as they came, from a form, JSON or the address; readers below make of them what they should be."""

    door: Door
    args: Json

    @property
    def workspace(self) -> Workspace:
        """What Slack remembers."""
        return self.door.workspace

    def words(self, name: str) -> str:
        """A string; empty when it is missing."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def needed(self, name: str) -> str:
        """A string that must be there."""
        if not self.words(name):
            raise Refusal("invalid_arguments", [f"[ERROR] missing required field: {name} [json-pointer:/{name}]"])
        return self.words(name)

    def flag(self, name: str) -> bool:
        """A boolean, also as the strings of a form."""
        return str(self.args.get(name, "")).lower() in ("true", "1", "yes")

    def number(self, name: str, otherwise: int, most: int) -> int:
        """A number from 1 to `most`."""
        given = self.args.get(name)
        if given in (None, ""):
            return otherwise
        try:
            number = int(str(given))
        except ValueError:
            raise Refusal("invalid_arguments", [f"[ERROR] must be a number [json-pointer:/{name}]"]) from None
        return max(1, min(number, most)) if number > 0 else otherwise

    def json(self, name: str) -> Any:
        """A nested value, also as a string holding JSON."""
        value = self.args.get(name)
        if isinstance(value, str) and value:
            try:
                return json.loads(value)
            except ValueError:
                raise Refusal("invalid_arguments", [f"[ERROR] not valid JSON [json-pointer:/{name}]"]) from None
        return value

    def ids(self, name: str) -> list[str]:
        """A list of ids, also as one string with commas."""
        value = self.args.get(name) or []
        listed = value.split(",") if isinstance(value, str) else value
        return list(dict.fromkeys(str(v).strip() for v in listed if str(v).strip()))

    def member(self, name: str = "user") -> Member:
        """The member named by an argument."""
        found = self.workspace.members.get(self.words(name))
        if found is None:
            raise Refusal("user_not_found")
        return found

    def place(self, name: str = "channel") -> Conversation:
        """A conversation that the app may know of: public, or one it is in."""
        found = self.workspace.conversations.get(self.words(name))
        if found is None or (found.kind != "channel" and self.workspace.bot.id not in found.members):
            raise Refusal("channel_not_found")
        return found

    def inside(self, name: str = "channel") -> Conversation:
        """A conversation that the app is in."""
        place = self.place(name)
        if self.workspace.bot.id not in place.members:
            raise Refusal("not_in_channel")
        return place

    def own_message(self, otherwise: str) -> Message:
        """A message the app itself wrote, by `channel` and `ts`; other people's are refused with `otherwise`."""
        place = self.place()
        message = place.by_ts.get(self.words("ts"))
        if message is None or message.to is not None:
            raise Refusal("message_not_found")
        if message.author != self.workspace.bot.id:
            raise Refusal(otherwise)
        return message

    def scope(self, *scopes: str) -> None:
        """Refuse unless one of the scopes was granted."""
        if not self.workspace.manifest.may(*scopes):
            provided = ",".join(self.workspace.manifest.scopes)
            raise Refusal("missing_scope", needed=",".join(scopes), provided=provided)


def page(call: Call, listed: list[Any], otherwise: int, most: int) -> tuple[list[Any], str]:
    """One page of a list by `limit` and `cursor`, and the cursor of the next one (empty at the end)."""
    limit, cursor = call.number("limit", otherwise, most), call.words("cursor")
    start = 0
    if cursor:
        if not cursor.startswith("next:") or not cursor[5:].isdigit():
            raise Refusal("invalid_cursor")
        start = int(cursor[5:])
    following = f"next:{start + limit}" if start + limit < len(listed) else ""
    return listed[start : start + limit], following
