"""What Slack would remember. One lock guards all of it, and everybody who waits is told of every change."""

from __future__ import annotations

import random
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from playground.records import Address, Blocks, Conversation, Json, Member, Message, Trigger, View, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playground.cast import Cast
    from playground.files import StoredFile
    from playground.manifest import Manifest

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


class Workspace:
    """Members, conversations, messages, views, triggers and addresses of one workspace with one app installed."""

    def __init__(self, manifest: Manifest, cast: Cast, seed: int, clock: Callable[[], float]) -> None:
        self.manifest, self.clock = manifest, clock
        self.changed = threading.Condition()
        self.version = 0
        self.listeners: list[Callable[[], None]] = []
        self.dice = random.Random(seed)
        self.url = "http://127.0.0.1"
        self.id, self.name, self.domain = self.new_id("T"), "Playground", "playground"
        self.app_id, self.installed = self.new_id("A"), True
        self.members: dict[str, Member] = {}
        self.conversations: dict[str, Conversation] = {}
        self.homes: dict[str, View] = {}
        self.modals: dict[str, list[View]] = {}
        self.triggers: dict[str, Trigger] = {}
        self.addresses: dict[str, Address] = {}
        self.files: dict[str, StoredFile] = {}
        self.quiet: dict[str, Json] = {}
        self.paced = self.tiered = False
        # What members chose in messages, by channel, time and member; what an app last suggested, by block and action.
        self.picked: dict[tuple[str, str, str], dict[str, Json]] = {}
        self.offered: dict[tuple[str, str], list[Json]] = {}
        self.status: dict[str, str] = {}
        self.prompts: dict[str, list[Json]] = {}
        self._last_ts = 0
        self._move_in(cast)

    def _move_in(self, cast: Cast) -> None:
        elsewhere = self.new_id("T")
        for part in cast.parts:
            id_ = "USLACKBOT" if part.kind == "slackbot" else self.new_id("U")
            team = elsewhere if part.kind == "external" else self.id
            bot_id = self.new_id("B") if part.kind == "bot" else ""
            member = Member(
                id_, team, part.handle, part.name, part.display, part.title, part.zone, part.pronouns, part.kind
            )
            self.members[id_] = replace(member, deleted=part.deleted, admin=part.admin, bot_id=bot_id)
        bot_name = self.manifest.bot_name
        self.bot = Member(
            self.new_id("U"), self.id, slug(bot_name), bot_name, "", "", "UTC", "", "app", bot_id=self.new_id("B")
        )
        self.members[self.bot.id] = self.bot
        for room in cast.rooms:
            kinds = ("member", "bot", "guest") if room.guests else ("member", "bot")
            inside = [m for m in self.members.values() if not m.deleted and m.kind in kinds]
            there = [m.id for m in inside if not room.only or m.name in room.only]
            kind = "group" if room.private else "channel"
            self.add_conversation(kind, room.name, there + [self.bot.id] * room.app, topic=room.topic)

    # -- changes and waiting

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the lock, and tell everyone who waits once it is done."""
        with self.changed:
            yield
            self.version += 1
            self.changed.notify_all()
            for listener in self.listeners:
                listener()

    def now(self) -> int:
        """The workspace's time in whole unix seconds."""
        return int(self.clock())

    def new_id(self, letter: str) -> str:
        """A new id such as `U4K0PZ31QM`; the same seed brings the same ids."""
        return letter + "0" + "".join(self.dice.choices(_ALPHABET, k=9))

    def new_ts(self) -> str:
        """A message time later than every other, so that it can serve as the message's name."""
        self._last_ts = max(self._last_ts + 1, int(self.clock() * 1_000_000))
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def secret(self, length: int = 24) -> str:
        """An unguessable looking string for hashes, tickets and addresses."""
        return "".join(self.dice.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=length))

    # -- conversations

    def add_conversation(self, kind: str, name: str, members: list[str], topic: str = "") -> Conversation:
        """Make a conversation; `kind` is channel, group, im or mpim."""
        letter = {"im": "D", "mpim": "G"}.get(kind, "C")
        made = Conversation(self.new_id(letter), kind, name, members, self.now(), topic)
        self.conversations[made.id] = made
        return made

    def dm(self, member_id: str) -> Conversation:
        """The member's DM with the app, made when first asked for."""
        return self.between([member_id])

    def between(self, people: list[str]) -> Conversation:
        """The DM or group DM of the app and these people; the same people always have the same one."""
        wanted = {*people, self.bot.id}
        with self.changed:
            for known in self.conversations.values():
                if known.kind in ("im", "mpim") and set(known.members) == wanted:
                    return known
            if len(people) == 1:
                return self.add_conversation("im", people[0], [people[0], self.bot.id])
            name = "mpdm-" + "--".join(self.members[p].name for p in [*people, self.bot.id]) + "-1"
            return self.add_conversation("mpim", name, [*people, self.bot.id])

    def visible_to(self, member_id: str) -> list[Conversation]:
        """Conversations that a member is in, the DM with the app first."""
        mine = [c for c in self.conversations.values() if member_id in c.members]
        return sorted(mine, key=lambda c: c.kind != "im")

    # -- messages

    def post(self, place: Conversation, author: str, text: str, blocks: Blocks, **more: Any) -> Message:
        """Put a message into a conversation; a reply makes its root a thread."""
        with self.change():
            message = Message(place.id, self.new_ts(), author, text, blocks, **more)
            place.messages.append(message)
            place.by_ts[message.ts] = message
            if message.thread_ts and not message.to:
                place.threads.setdefault(message.thread_ts, []).append(message)
                root = place.by_ts.get(message.thread_ts)
                if root is not None and root.thread_ts is None:
                    root.thread_ts = root.ts
            place.read[author] = message.ts
            return message

    def find_message(self, channel: str, ts: str) -> Message | None:
        """The message at that time, or None."""
        place = self.conversations.get(channel)
        return place.by_ts.get(ts) if place else None

    def remove(self, message: Message) -> None:
        """Take a message away."""
        with self.change():
            place = self.conversations[message.channel]
            place.by_ts.pop(message.ts, None)
            place.messages = [m for m in place.messages if m is not message]
            if message.thread_ts in place.threads:
                place.threads[message.thread_ts].remove(message)

    # -- triggers and addresses

    def new_trigger(self, member_id: str, view: str = "") -> str:
        """A trigger_id for a gesture just made."""
        with self.changed:
            id_ = f"{self._last_ts or 1}.{len(self.triggers)}.{self.secret(12)}"
            self.triggers[id_] = Trigger(member_id, time.monotonic(), view=view)
            return id_

    def new_address(self, member_id: str, channel: str, about: Message | None = None) -> str:
        """The secret path of a response_url."""
        with self.changed:
            path = f"{self.id}/{len(self.addresses)}/{self.secret()}"
            self.addresses[path] = Address(member_id, channel, self.clock(), about)
            return path

    def response_url(self, member_id: str, channel: str, about: Message | None = None) -> str:
        """The whole response_url for a gesture just made."""
        return f"{self.url}/response/{self.new_address(member_id, channel, about)}"

    # -- views

    def find_view(self, view_id: str) -> View | None:
        """An open modal or a Home by its id, or None."""
        for stack in self.modals.values():
            for view in stack:
                if view.id == view_id:
                    return view
        return next((home for home in self.homes.values() if home.id == view_id), None)

    def top(self, member_id: str) -> View | None:
        """The modal on top of the member's stack, or None."""
        stack = self.modals.get(member_id)
        return stack[-1] if stack else None
