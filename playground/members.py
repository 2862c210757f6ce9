"""People, for tests: what each writes, presses, fills in and sees. Every gesture waits for its acknowledgement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from playground import choices, forms
from playground.handles import SeenMessage, SeenView, find_element
from playground.looking import Onlooker
from playground.refusal import CannotDoError, NothingThereError

if TYPE_CHECKING:
    from playground.delivery import Outcome
    from playground.records import Conversation


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command went. `error` is what Slack shows (`operation_timeout`, `dispatch_failed`) or empty."""

    status: int | str
    error: str
    ephemerals: tuple[SeenMessage, ...]
    message: SeenMessage | None
    ms: float

    @property
    def ok(self) -> bool:
        """Whether Slack shows no error."""
        return not self.error

    @property
    def text(self) -> str:
        """The text of the message in the acknowledgement; empty when it held none."""
        return self.message.text if self.message else ""


class Person(Onlooker):
    """One member of the workspace, acting."""

    # -- writing

    def dm(self, words: str) -> SeenMessage:
        """Write to the app in their DM."""
        return self._write(self._workspace.dm(self.id), words)

    def say(self, place: str | SeenMessage, words: str) -> SeenMessage:
        """Write in a conversation: `#name`, an id, or where a message is."""
        return self._write(self._place(place), words)

    def mention(self, place: str | SeenMessage, words: str) -> SeenMessage:
        """Write in a channel, beginning with the app's name."""
        return self._write(self._place(place), f"@{self._workspace.bot.id} {words}")

    def reply(self, message: SeenMessage, words: str) -> SeenMessage:
        """Answer in the thread of a message."""
        thread = message.thread_ts or message.ts
        return self._write(self._workspace.conversations[message.channel], words, thread)

    def edit(self, message: SeenMessage, words: str) -> None:
        """Change what they wrote."""
        self._acts.edit(self._own(message).record, words)

    def delete(self, message: SeenMessage) -> None:
        """Take back what they wrote."""
        self._acts.delete(self._own(message).record)

    def react(self, message: SeenMessage, emoji: str) -> None:
        """React to a message, with the emoji's name."""
        self._acts.react(self.id, message.record, emoji)

    def _write(self, place: Conversation, words: str, thread: str | None = None) -> SeenMessage:
        return SeenMessage(self._workspace, self._acts.write(self.id, place, words, thread))

    def _own(self, message: SeenMessage) -> SeenMessage:
        if message.author_id != self.id:
            raise CannotDoError("one can change one's own messages only")
        return message

    # -- commands and shortcuts

    def command(self, name: str, words: str = "", channel: str | SeenMessage | None = None) -> Answer:
        """Type a slash command, in the DM with the app unless a channel is named."""
        place = self._place(channel) if channel else self._workspace.dm(self.id)
        before = set(self.inbox())
        done = self._acts.command(self.id, place, name, words)
        new = tuple(m for m in self.inbox() if m.ephemeral and m not in before)
        message = SeenMessage(self._workspace, done.message) if done.message else None
        return Answer(done.outcome.status, done.error, new, message, done.outcome.ms)

    def shortcut(self, callback_id: str) -> Outcome:
        """Choose a global shortcut, by callback_id or visible name."""
        return self._acts.shortcut(self.id, callback_id)

    def message_shortcut(self, callback_id: str, message: SeenMessage) -> Outcome:
        """Choose a shortcut from a message's menu."""
        return self._acts.shortcut(self.id, callback_id, message.record)

    def open_home(self) -> None:
        """Look at the app's Home tab."""
        self._acts.open(self.id, "home")

    def open_messages(self) -> None:
        """Look at the app's Messages tab."""
        self._acts.open(self.id, "messages")

    # -- pressing

    def press(self, where: SeenMessage | SeenView, what: str, value: Any = None, nth: int | None = None) -> Outcome:
        """Press what is labelled so (or has that action_id); `value` is what to choose in a menu or picker."""
        if isinstance(where, SeenMessage) and (where.deleted or where.record.to not in (None, self.id)):
            raise NothingThereError("this message is not there for them")
        place, chosen = where.find(what, nth)
        return self._acts.press(self.id, where.record, place, chosen if value is None else value)

    def press_home(self, what: str, value: Any = None, nth: int | None = None) -> Outcome:
        """Press something on Home."""
        return self.press(self.home(), what, value, nth)

    def press_view(self, what: str, value: Any = None, nth: int | None = None) -> Outcome:
        """Press something in the modal on top."""
        return self.press(self.view(), what, value, nth)

    def fill(self, where: SeenMessage | SeenView, entries: dict[str, Any]) -> None:
        """Fill fields without sending: by label, block_id or action_id."""
        for what, value in entries.items():
            place, _ = where.find(what)
            self._acts.enter(self.id, where.record, place, value)

    def options(self, block: str, query: str, where: SeenMessage | SeenView | None = None) -> tuple[str, ...]:
        """The labels that the app suggests for an external menu, in the modal on top unless `where` says otherwise."""
        place, _ = (where or self.view()).find(block)
        answer = self._acts.options(self.id, (where or self.view()).record, place, query)
        return tuple(o["text"]["text"] for o in choices.options_in(answer))

    # -- forms

    def submit(self, entries: dict[str, Any] | None = None) -> dict[str, str] | None:
        """Fill in the modal on top and send it; errors by label (and by block_id), None when it was accepted."""
        view = self.view()
        for what, value in (entries or {}).items():
            inputs = [b for b in view.blocks if b["type"] == "input"]
            # A field wins over a button with the same word on it.
            try:
                place, _ = find_element(inputs, what)
            except NothingThereError:
                place, _ = view.find(what)
            self._acts.enter(self.id, view.record, place, value)
        names = {p.block_id: p.label for p in forms.places(view.blocks)}
        errors = self._acts.submit(view.record)
        return errors and {**{names.get(b, b): text for b, text in errors.items()}, **errors}

    def close(self) -> None:
        """Close the modal on top."""
        self._acts.close(self.view().record)

    # -- living

    def change(self, **what: Any) -> None:
        """Change name, real_name, display_name, title, zone, pronouns, kind, or deleted; the app gets `user_change`."""
        with self._workspace.change():
            changed = replace(self.record, updated=self._workspace.now(), **what)
            self._workspace.members[self.id] = changed
        for heard in self._acts.door.altered(changed):
            heard.result()

    def deactivate(self) -> None:
        """Leave the company."""
        self.change(deleted=True)

    def leave(self, channel: str) -> None:
        """Leave a channel."""
        for heard in self._acts.door.let_out(self._place(channel), self.id):
            heard.result()

    def do_not_disturb(self, start: int, end: int, **more: Any) -> None:
        """Be quiet from `start` to `end` (unix seconds); more fields of dnd.info as they are."""
        shape = {"dnd_enabled": True, "next_dnd_start_ts": start, "next_dnd_end_ts": end, **more}
        with self._workspace.change():
            self._workspace.quiet[self.id] = shape

    def stop(self, message: SeenMessage) -> None:
        """Press stop while the app works on an answer to a message."""
        for heard in self._acts.door.stopped(self.id, message.channel, message.thread_ts or message.ts):
            heard.result()
