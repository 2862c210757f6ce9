"""What happens in the workspace and whether the app hears of it: messages, joins, reactions, people who change."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from playground import payloads, shapes
from playground.pings import pings

if TYPE_CHECKING:
    from concurrent.futures import Future

    from playground.delivery import Outcome
    from playground.records import Conversation, Json, Member, Message
    from playground.workspace import Workspace

_WORDS = {"channel": "message.channels", "group": "message.groups", "im": "message.im", "mpim": "message.mpim"}


class Announcements:
    """Announce what happened. Each returns the deliveries begun: none where the app has no ears."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def deliver(self, title: str, payload: Json) -> Future[Outcome]:
        """Send one payload on its way."""
        raise NotImplementedError

    def announce(self, title: str, payload: Json) -> list[Future[Outcome]]:
        """Deliver an occurrence to an app that is installed, subscribed and allowed to hear it."""
        if not self.workspace.installed or not self.workspace.manifest.hears(title):
            return []
        # A copy: the payload says how things were, whatever happens while it travels or waits to be repeated.
        return [self.deliver(title, copy.deepcopy(payload))]

    def announce_message(self, place: Conversation, message: Message) -> list[Future[Outcome]]:
        """A new message, the app's own included; a mention comes besides as `app_mention`."""
        workspace, begun = self.workspace, []
        if workspace.bot.id not in place.members:
            return []
        names_app = workspace.bot.id in pings(message.text, message.blocks)
        if names_app and place.kind != "im" and message.author != workspace.bot.id:
            begun += self.announce("app_mention", payloads.mention_event(workspace, place, message))
        if workspace.manifest.hears(_WORDS[place.kind]):
            begun += self.announce(_WORDS[place.kind], payloads.message_event(workspace, place, message))
        return begun

    def announce_change(self, place: Conversation, message: Message, before: Json) -> list[Future[Outcome]]:
        """A message was edited."""
        if self.workspace.bot.id not in place.members:
            return []
        return self.announce(_WORDS[place.kind], payloads.changed_event(self.workspace, place, message, before))

    def announce_deletion(self, place: Conversation, before: Json) -> list[Future[Outcome]]:
        """A message was deleted."""
        if self.workspace.bot.id not in place.members:
            return []
        return self.announce(_WORDS[place.kind], payloads.deleted_event(self.workspace, place, before))

    def let_in(self, place: Conversation, member_id: str) -> list[Future[Outcome]]:
        """Somebody, or the app, comes into a channel."""
        with self.workspace.change():
            if member_id not in place.members:
                place.members.append(member_id)
        return self._coming_or_going("member_joined_channel", place, member_id)

    def let_out(self, place: Conversation, member_id: str) -> list[Future[Outcome]]:
        """Somebody, or the app, leaves a channel."""
        with self.workspace.change():
            if member_id in place.members:
                place.members.remove(member_id)
        return self._coming_or_going("member_left_channel", place, member_id)

    def _coming_or_going(self, type_: str, place: Conversation, member_id: str) -> list[Future[Outcome]]:
        letter = "C" if place.kind == "channel" else "G"
        inner: Json = {"type": type_, "user": member_id, "channel": place.id, "channel_type": letter}
        return self._simple(type_, inner | {"team": self.workspace.id})

    def archive(self, place: Conversation) -> list[Future[Outcome]]:
        """A channel is closed for good."""
        with self.workspace.change():
            place.archived = True
        return self._simple("channel_archive", {"type": "channel_archive", "channel": place.id})

    def rename(self, place: Conversation, name: str) -> list[Future[Outcome]]:
        """A channel gets another name."""
        with self.workspace.change():
            place.name = name
        channel = {"id": place.id, "name": name, "created": place.created}
        return self._simple("channel_rename", {"type": "channel_rename", "channel": channel})

    def react(self, message: Message, member_id: str, name: str) -> list[Future[Outcome]]:
        """Somebody reacts with an emoji; a second time takes nothing away and adds nothing."""
        with self.workspace.change():
            who = message.reactions.setdefault(name, [])
            if member_id in who:
                return []
            who.append(member_id)
        item = {"type": "message", "channel": message.channel, "ts": message.ts}
        inner = {"type": "reaction_added", "user": member_id, "reaction": name, "item": item}
        return self._simple("reaction_added", inner | {"item_user": message.author})

    def joined(self, member: Member) -> list[Future[Outcome]]:
        """A new colleague: `team_join`."""
        return self._simple("team_join", {"type": "team_join", "user": shapes.member(self.workspace, member)})

    def altered(self, member: Member) -> list[Future[Outcome]]:
        """Name, title, zone or standing changed: `user_change`."""
        inner = {"type": "user_change", "user": shapes.member(self.workspace, member)}
        return self._simple("user_change", inner | {"cache_ts": self.workspace.now()})

    def uninstalled(self) -> list[Future[Outcome]]:
        """The app is thrown out: its tokens are dead, and these two are the last it hears."""
        tokens = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.workspace.bot.id]}}
        begun = self._simple("tokens_revoked", tokens) + self._simple("app_uninstalled", {"type": "app_uninstalled"})
        with self.workspace.change():
            self.workspace.installed = False
        return begun

    def stopped(self, member_id: str, channel: str, thread_ts: str) -> list[Future[Outcome]]:
        """Somebody presses stop while the app shows that it is working."""
        inner: dict[str, Any] = {"type": "agent_session_stopped", "user": member_id, "channel": channel}
        return self._simple("agent_session_stopped", inner | {"thread_ts": thread_ts, "streaming_message_ts": []})

    def _simple(self, title: str, inner: Json) -> list[Future[Outcome]]:
        if not self.workspace.manifest.hears(title):
            return []
        return self.announce(title, payloads.event(self.workspace, inner | {"event_ts": self.workspace.new_ts()}))
