"""Messages and views as somebody sees them: what tests hold in their hands. They always show how things are now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playground import forms
from playground.pings import pings, shown
from playground.refusal import CannotDoError, NothingThereError

if TYPE_CHECKING:
    from playground.records import Blocks, Json, Message, View
    from playground.workspace import Workspace


@dataclass(frozen=True, slots=True, eq=False)
class SeenMessage:
    """A message. `text` is what notifications and screen readers say, `words` what the blocks show."""

    workspace: Workspace
    record: Message

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SeenMessage) and self.record is other.record

    def __hash__(self) -> int:
        return hash((self.record.channel, self.record.ts))

    def __repr__(self) -> str:
        return f"<{self.author} in {self.place}: {self.text!r}>"

    @property
    def text(self) -> str:
        """The `text` of the message."""
        return self.record.text

    @property
    def blocks(self) -> Blocks:
        """Its blocks, as they are now."""
        return self.record.blocks

    @property
    def words(self) -> str:
        """Everything the blocks show a reader, one line per piece; the text where there are no blocks."""
        return shown(self.record.blocks) or self.record.text

    @property
    def channel(self) -> str:
        """The id of its conversation."""
        return self.record.channel

    @property
    def place(self) -> str:
        """`#name` of a channel, else `dm` or `group`."""
        place = self.workspace.conversations[self.record.channel]
        return {"im": "dm", "mpim": "group"}.get(place.kind, f"#{place.name}")

    @property
    def people(self) -> tuple[str, ...]:
        """Real names of the people in its conversation, the app left out."""
        place = self.workspace.conversations[self.record.channel]
        return tuple(self.workspace.members[m].real_name for m in place.members if m != self.workspace.bot.id)

    @property
    def ts(self) -> str:
        """Its time, which is also its name."""
        return self.record.ts

    @property
    def thread_ts(self) -> str | None:
        """The thread it belongs to."""
        return self.record.thread_ts

    @property
    def author(self) -> str:
        """The real name of its author."""
        return self.workspace.members[self.record.author].real_name

    @property
    def author_id(self) -> str:
        """The id of its author."""
        return self.record.author

    @property
    def from_app(self) -> bool:
        """Whether the app wrote it."""
        return self.record.author == self.workspace.bot.id

    @property
    def ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return self.record.to is not None

    @property
    def metadata(self) -> Json | None:
        """The metadata that the app put there."""
        return self.record.metadata

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return self.record.edited is not None

    @property
    def deleted(self) -> bool:
        """Whether it is gone."""
        return self.workspace.conversations[self.channel].by_ts.get(self.ts) is not self.record

    @property
    def reactions(self) -> dict[str, tuple[str, ...]]:
        """Emoji names, and the ids of those who reacted."""
        return {name: tuple(who) for name, who in self.record.reactions.items()}

    @property
    def files(self) -> dict[str, bytes]:
        """The files that came with it, by name."""
        stored = (self.workspace.files[one["id"]] for one in self.record.extra.get("files", ()))
        return {file.name: file.content or b"" for file in stored}

    @property
    def replies(self) -> tuple[SeenMessage, ...]:
        """What was said in its thread, oldest first."""
        place = self.workspace.conversations[self.channel]
        return tuple(SeenMessage(self.workspace, m) for m in place.threads.get(self.record.ts, ()))

    @property
    def pings(self) -> tuple[str, ...]:
        """Whom it notifies: member ids, or channel, here, everyone."""
        return pings(self.record.text, self.record.blocks)

    @property
    def buttons(self) -> tuple[str, ...]:
        """What is written on its buttons, in order."""
        return labels(self.record.blocks)

    def find(self, what: str, nth: int | None = None) -> tuple[forms.Place, Any]:
        """The element that a label or action_id means; see `find_element`."""
        return find_element(self.record.blocks, what, nth)


@dataclass(frozen=True, slots=True, eq=False)
class SeenView:
    """A modal or a Home tab."""

    workspace: Workspace
    record: View

    def __repr__(self) -> str:
        return f"<{self.record.type} {self.title!r}: {self.words!r}>"

    @property
    def title(self) -> str:
        """What stands at the top of a modal."""
        return str(self.record.body.get("title", {}).get("text", ""))

    @property
    def callback_id(self) -> str:
        """The app's name for it."""
        return str(self.record.body.get("callback_id") or "")

    @property
    def private_metadata(self) -> str:
        """What the app wrote on its back."""
        return str(self.record.body.get("private_metadata") or "")

    @property
    def blocks(self) -> Blocks:
        """Its blocks, as they are now."""
        return list(self.record.body["blocks"])

    @property
    def words(self) -> str:
        """Everything that its blocks show a reader, one line per piece."""
        return shown(self.blocks)

    @property
    def buttons(self) -> tuple[str, ...]:
        """What is written on its buttons, in order."""
        return labels(self.blocks)

    @property
    def fields(self) -> tuple[str, ...]:
        """The labels of its input fields, in order."""
        return tuple(p.label for p in forms.places(self.blocks) if p.block["type"] == "input")

    @property
    def state(self) -> Json:
        """`state.values` as it would be sent now."""
        return forms.state(self.blocks, self.record.values)

    @property
    def submit_label(self) -> str:
        """What is written on the button that sends the form."""
        return str((self.record.body.get("submit") or {}).get("text", ""))

    def find(self, what: str, nth: int | None = None) -> tuple[forms.Place, Any]:
        """The element that a label or action_id means; see `find_element`."""
        return find_element(self.blocks, what, nth)


def labels(blocks: Blocks) -> tuple[str, ...]:
    """What is written on the buttons in blocks, in order."""
    return tuple(p.element["text"]["text"] for p in forms.places(blocks) if p.element["type"] == "button")


def _names(place: forms.Place) -> list[tuple[str, Any]]:
    """Everything an element may be called by, with the value that calling it so chooses."""
    element = place.element
    named: list[tuple[str, Any]] = [(place.action_id, None), (place.block_id, None)]
    if element["type"] == "overflow":
        return named + [(o["text"]["text"], o["value"]) for o in element["options"]]
    if element["type"] == "feedback_buttons":
        both = (element["positive_button"], element["negative_button"])
        return named + [(b["text"]["text"], b["value"]) for b in both]
    if element["type"] == "button":
        return [(element["text"]["text"], None), (element.get("accessibility_label", ""), None), *named]
    texts = (place.block.get("label"), element.get("placeholder"), place.block.get("text"))
    return [(t["text"], None) for t in texts if isinstance(t, dict)] + named


def find_element(blocks: Blocks, what: str, nth: int | None = None) -> tuple[forms.Place, Any]:
    """The one element with that visible label, action_id or block_id, and the value if the label is an option's.

    `nth` (from 0) picks among several; without it several are an error, as a test should say which it means.
    """
    everything = list(forms.places(blocks))
    for read in (str, str.lower):
        found = []
        for place in everything:
            fitting = [value for name, value in _names(place) if name and read(name) == read(what)]
            found += [(place, fitting[0])] if fitting else []
        if nth is not None and found:
            if nth >= len(found):
                raise NothingThereError(f"there are only {len(found)} of “{what}”")
            return found[nth]
        if len(found) > 1:
            raise CannotDoError(f"“{what}” is there {len(found)} times; say which with nth or an action_id")
        if found:
            return found[0]
    seen = ", ".join(name for place in everything for name, _ in _names(place)[:1]) or "nothing"
    raise NothingThereError(f"there is no “{what}”; there is: {seen}")
