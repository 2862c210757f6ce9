"""What a person sees: the DM with the app, Home, open forms, everything addressed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import choices
from playground.handles import SeenMessage, SeenView
from playground.refusal import NothingThereError

if TYPE_CHECKING:
    from playground.acts import Acts
    from playground.records import Conversation, Json, Member


class Onlooker:
    """One member of the workspace, looking."""

    def __init__(self, acts: Acts, member_id: str) -> None:
        self._acts, self._workspace, self.id = acts, acts.workspace, member_id

    def __repr__(self) -> str:
        return f"<{self.real_name}>"

    @property
    def record(self) -> Member:
        """The account as Slack has it now."""
        return self._workspace.members[self.id]

    @property
    def name(self) -> str:
        """The name that colleagues see."""
        return self.record.shown

    @property
    def real_name(self) -> str:
        """The whole name."""
        return self.record.real_name

    def view(self) -> SeenView:
        """The modal on top."""
        top = self._workspace.top(self.id)
        if top is None:
            raise NothingThereError(f"{self.name} has no form open")
        return SeenView(self._workspace, top)

    def views(self) -> tuple[SeenView, ...]:
        """All open modals, the top one last."""
        return tuple(SeenView(self._workspace, v) for v in self._workspace.modals.get(self.id, ()))

    def home(self) -> SeenView:
        """What the app published for them."""
        home = self._workspace.homes.get(self.id)
        if home is None:
            raise NothingThereError(f"nothing was published on the Home of {self.name}")
        return SeenView(self._workspace, home)

    def messages(self, place: str | SeenMessage | None = None) -> list[SeenMessage]:
        """Everything they see in the DM with the app (or in another conversation), oldest first."""
        with self._workspace.changed:
            return self._seen_in(self._place(place) if place else self._workspace.dm(self.id))

    def inbox(self) -> list[SeenMessage]:
        """Everything they see anywhere, ephemerals included, oldest first."""
        with self._workspace.changed:
            seen = [m for c in self._workspace.visible_to(self.id) for m in self._seen_in(c)]
        return sorted(seen, key=lambda m: float(m.ts))

    def _seen_in(self, place: Conversation) -> list[SeenMessage]:
        return [SeenMessage(self._workspace, m) for m in place.messages if m.to in (None, self.id)]

    def last(self, place: str | SeenMessage | None = None) -> SeenMessage:
        """The newest message from the app in their DM (or in another conversation)."""
        for message in reversed(self.messages(place)):
            if message.from_app:
                return message
        raise NothingThereError(f"the app has said nothing to {self.name} yet")

    def heard_after(self, message: SeenMessage) -> SeenMessage:
        """The first message from the app that came after this one, in the same conversation."""
        for later in self.messages(message):
            if later.from_app and float(later.ts) > float(message.ts):
                return later
        raise NothingThereError(f"the app has not answered {message.text!r} yet")

    def status(self) -> str:
        """What the app says it is doing in their DM; empty when nothing."""
        return self._workspace.status.get(self._workspace.dm(self.id).id, "")

    def prompts(self) -> list[Json]:
        """The prompts that the app suggests in their DM."""
        return self._workspace.prompts.get(self._workspace.dm(self.id).id, [])

    def _place(self, place: str | SeenMessage) -> Conversation:
        return self._workspace.conversations[choices.find_place(self._workspace, place)]
