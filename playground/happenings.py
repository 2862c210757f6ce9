"""The people and places of a playground, and what happens to them: joining, inviting, archiving, uninstalling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground import choices
from playground.handles import SeenMessage
from playground.members import Person
from playground.records import Member, slug

if TYPE_CHECKING:
    from playground.acts import Acts


class Happenings:
    """Whom one finds in the workspace, and what may happen there."""

    def __init__(self, acts: Acts) -> None:
        self._acts, self._door, self.workspace = acts, acts.door, acts.workspace

    # -- people and places

    def member(self, name: str) -> Person:
        """Somebody, by id, handle, whole name, or a first name that only one has."""
        return Person(self._acts, choices.find_person(self.workspace, name))

    @property
    def people(self) -> list[Person]:
        """Every active member, guest and external person."""
        return [Person(self._acts, m.id) for m in self.workspace.members.values() if m.is_person and not m.deleted]

    @property
    def installer(self) -> Person:
        """The member who installed the app."""
        return Person(self._acts, next(m.id for m in self.workspace.members.values() if m.admin))

    @property
    def app_id(self) -> str:
        """The member id of the app's bot."""
        return self.workspace.bot.id

    def channel(self, name: str) -> str:
        """The id of a channel by `#name`."""
        return choices.find_place(self.workspace, name)

    def messages(self) -> list[SeenMessage]:
        """Every message of the workspace, ephemerals too, oldest first."""
        with self.workspace.changed:
            everything = [m for c in self.workspace.conversations.values() for m in c.messages]
        return [SeenMessage(self.workspace, m) for m in sorted(everything, key=lambda m: float(m.ts))]

    def said(self) -> list[SeenMessage]:
        """Every message of the app, oldest first."""
        return [m for m in self.messages() if m.from_app]

    # -- things that happen

    def join(self, name: str, title: str = "", zone: str = "Europe/London", **more: Any) -> Person:
        """Somebody new joins the workspace and the public channels; the app gets `team_join`."""
        workspace = self.workspace
        fields: dict[str, Any] = {"display_name": "", "pronouns": "", "kind": "member", "name": slug(name)} | more
        with workspace.change():
            id_ = workspace.new_id("U")
            member = Member(
                id=id_, team_id=workspace.id, real_name=name, title=title, zone=zone, updated=workspace.now(), **fields
            )
            workspace.members[id_] = member
            if member.kind == "member":
                for place in workspace.conversations.values():
                    if place.kind == "channel" and not place.archived:
                        place.members.append(id_)
        self._heard(self._door.joined(member))
        return Person(self._acts, id_)

    def invite(self, channel: str) -> None:
        """Invite the app into a channel."""
        self._heard(self._door.let_in(self.workspace.conversations[self.channel(channel)], self.app_id))

    def remove(self, channel: str) -> None:
        """Throw the app out of a channel."""
        self._heard(self._door.let_out(self.workspace.conversations[self.channel(channel)], self.app_id))

    def archive(self, channel: str) -> None:
        """Archive a channel."""
        self._heard(self._door.archive(self.workspace.conversations[self.channel(channel)]))

    def rename(self, channel: str, name: str) -> None:
        """Give a channel another name."""
        self._heard(self._door.rename(self.workspace.conversations[self.channel(channel)], name))

    def revoke(self) -> None:
        """Uninstall the app: its token is dead, `tokens_revoked` and `app_uninstalled` are the last it hears."""
        self._heard(self._door.uninstalled())

    def install(self) -> None:
        """Install it again, with the same tokens."""
        with self.workspace.change():
            self.workspace.installed = True

    def one_message_a_second(self, on: bool = True) -> None:
        """Hold the app to Slack's pace of one message a second a channel; off at first."""
        self.workspace.paced = on

    def keep_to_tiers(self, on: bool = True) -> None:
        """Hold the app to the calls a minute that each method allows; off at first."""
        self.workspace.tiered = on

    def expire_triggers(self) -> None:
        """Make every trigger_id older than its three seconds."""
        with self.workspace.changed:
            for trigger in self.workspace.triggers.values():
                trigger.made -= 10

    def _heard(self, begun: list[Any]) -> None:
        for one in begun:
            one.result()
