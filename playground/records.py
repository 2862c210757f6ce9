"""What a workspace is made of: members, conversations, messages, views, and the addresses one may answer to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
Blocks = list[Json]


@dataclass(frozen=True, slots=True)
class Member:
    """One account. `kind` is member, guest, external, bot, slackbot or app; changed only by replacing it."""

    id: str
    team_id: str
    name: str
    real_name: str
    display_name: str
    title: str
    zone: str
    pronouns: str
    kind: str
    deleted: bool = False
    admin: bool = False
    updated: int = 0
    bot_id: str = ""

    @property
    def is_bot(self) -> bool:
        """Whether Slack flags the account as a bot; Slackbot, famously, is not flagged."""
        return self.kind in ("bot", "app")

    @property
    def is_person(self) -> bool:
        """Whether somebody could read a message sent to this account."""
        return self.kind in ("member", "guest", "external")

    @property
    def shown(self) -> str:
        """The name that colleagues see."""
        return self.display_name or self.real_name

    def offset(self, now: float) -> int:
        """Seconds east of UTC at the unix time `now`."""
        shift = datetime.fromtimestamp(now, ZoneInfo(self.zone)).utcoffset()
        return int(shift.total_seconds()) if shift else 0


@dataclass(slots=True)
class Message:
    """One message. `to` names the only reader of an ephemeral one; times are Slack's (`1700000000.000100`)."""

    channel: str
    ts: str
    author: str
    text: str
    blocks: Blocks = field(default_factory=list)
    thread_ts: str | None = None
    metadata: Json | None = None
    edited: str | None = None
    to: str | None = None
    bot_id: str = ""
    client_msg_id: str = ""
    subtype: str = ""
    reactions: dict[str, list[str]] = field(default_factory=dict)
    extra: Json = field(default_factory=dict)

    @property
    def in_thread(self) -> bool:
        """Whether it is a reply; a message that others replied to carries its own time as `thread_ts`."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(slots=True)
class Conversation:
    """A channel, private channel (`group`), DM (`im`) or group DM (`mpim`), with its messages in order."""

    id: str
    kind: str
    name: str
    members: list[str]
    created: int
    topic: str = ""
    archived: bool = False
    messages: list[Message] = field(default_factory=list)
    by_ts: dict[str, Message] = field(default_factory=dict)
    threads: dict[str, list[Message]] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)
    last_post: float = 0.0

    @property
    def channel_type(self) -> str:
        """The word in a message occurrence: channel, group, im or mpim."""
        return self.kind


@dataclass(slots=True)
class View:
    """A modal or a Home tab, as one member has it before them; `values` is what they entered so far."""

    id: str
    owner: str
    type: str
    body: Json
    hash: str
    values: dict[str, Json] = field(default_factory=dict)
    root: str = ""
    previous: str = ""
    response_urls: list[Json] = field(default_factory=list)


@dataclass(slots=True)
class Address:
    """A response_url: whom it answers, where, about which message, and how often it was used."""

    member: str
    channel: str
    made: float
    about: Message | None = None
    uses: int = 0


@dataclass(slots=True)
class Trigger:
    """A trigger_id: whose gesture it stands for, and when it was made (monotonic seconds)."""

    member: str
    made: float
    used: bool = False
    view: str = ""


def slug(name: str) -> str:
    """A name as a handle: lower case, letters and digits only, dots between words."""
    return ".".join(re.findall(r"[^\W_]+", name.lower()))
