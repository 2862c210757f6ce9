"""The page's verbs: JSON in, one gesture of one member, JSON out with a sentence when it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground import choices
from playground.acts import find
from playground.faults import WEATHER
from playground.records import Message, View
from playground.refusal import CannotDoError, NothingThereError

if TYPE_CHECKING:
    from playground.acts import Acts
    from playground.records import Conversation, Json


class Gestures:
    """`do` takes what the page posts; every verb is a method of that name with an underscore behind it."""

    def __init__(self, acts: Acts) -> None:
        self._acts, self._workspace = acts, acts.workspace

    def do(self, wanted: Json) -> Json:
        """Do it, and say how it went."""
        verb = getattr(self, f"{wanted.get('do')}_", None)
        if verb is None:
            return {"ok": False, "error": f"there is no verb {wanted.get('do')}"}
        if wanted.get("as") not in self._workspace.members and wanted.get("do") != "faults":
            return {"ok": False, "error": "there is no such member"}
        try:
            return {"ok": True} | (verb(wanted) or {})
        except (CannotDoError, NothingThereError) as problem:
            return {"ok": False, "error": str(problem)}
        except (KeyError, TypeError, ValueError) as problem:
            return {"ok": False, "error": f"{wanted.get('do')} needs something else: {problem}"}

    def _place(self, wanted: Json) -> Conversation:
        return self._workspace.conversations[choices.find_place(self._workspace, wanted["conversation"])]

    def _message(self, wanted: Json) -> Message:
        found = self._workspace.find_message(wanted["conversation"], wanted["ts"])
        if found is None or found.to not in (None, wanted["as"]):
            raise NothingThereError("this message is not there")
        return found

    def _view(self, view_id: str) -> View:
        found = self._workspace.find_view(view_id)
        if found is None:
            raise NothingThereError("this form is not open any more")
        return found

    def _where(self, wanted: Json) -> Message | View:
        """A message by conversation and ts, else the member's Home or an open form, whatever field names it."""
        if wanted.get("ts") and wanted.get("conversation"):
            return self._message(wanted)
        named = [str(wanted[k]) for k in ("view", "where", "on", "in", "target", "conversation") if wanted.get(k)]
        home = self._workspace.homes.get(wanted["as"])
        if wanted.get("home") or "home" in named or (home and home.id in named):
            if home is None:
                raise NothingThereError("nothing was published on Home yet")
            return home
        return self._view(named[0] if named else "")

    def write_(self, wanted: Json) -> Json | None:
        """Write a message; one that begins with a command's name is the command."""
        words, place = str(wanted["text"]), self._place(wanted)
        first, _, rest = words.partition(" ")
        if words.startswith("/") and self._workspace.manifest.command(first):
            if wanted.get("thread_ts"):
                raise CannotDoError("commands cannot be used in threads")
            return self.command_({**wanted, "command": first, "text": rest})
        message = self._acts.write(wanted["as"], place, words, wanted.get("thread_ts"))
        return {"ts": message.ts}

    def command_(self, wanted: Json) -> Json:
        """Type a slash command."""
        words = str(wanted.get("text", ""))
        done = self._acts.command(wanted["as"], self._place(wanted), wanted["command"], words)
        return {"ok": False, "error": done.error} if done.error else {}

    def press_(self, wanted: Json) -> Json:
        """Press a button, or choose something."""
        where = self._where(wanted)
        blocks = where.body["blocks"] if isinstance(where, View) else where.blocks
        place = find(blocks, wanted.get("block_id", ""), wanted["action_id"])
        outcome = self._acts.press(wanted["as"], where, place, wanted.get("value"))
        return {} if outcome.ok else {"ok": False, "error": f"the app did not answer: {outcome.error}"}

    def options_(self, wanted: Json) -> Json:
        """Ask the app what to offer in a menu."""
        where = self._where(wanted)
        blocks = where.body["blocks"] if isinstance(where, View) else where.blocks
        place = find(blocks, wanted.get("block_id", ""), wanted["action_id"])
        answer = self._acts.options(wanted["as"], where, place, str(wanted.get("query", "")))
        return {"options": [], **answer}

    def shortcut_(self, wanted: Json) -> Json:
        """Choose a shortcut, global or from a message's menu."""
        message = self._message(wanted) if wanted.get("ts") else None
        outcome = self._acts.shortcut(wanted["as"], wanted["callback_id"], message)
        return {} if outcome.ok else {"ok": False, "error": f"the app did not answer: {outcome.error}"}

    def submit_(self, wanted: Json) -> Json:
        """Send a form with the state of its fields."""
        view = self._view(wanted["view"])
        values: Any = wanted.get("values", {})
        with self._workspace.change():
            for block_id, entered in values.items():
                view.values.setdefault(block_id, {}).update(entered)
        errors = self._acts.submit(view)
        return {"errors": errors} if errors else {}

    def close_(self, wanted: Json) -> None:
        """Close a form."""
        self._acts.close(self._view(wanted["view"]))

    def open_(self, wanted: Json) -> None:
        """Look at Home or Messages."""
        tab = next((v for k, v in wanted.items() if k != "do" and v in ("home", "messages")), "home")
        self._acts.open(wanted["as"], tab)

    def react_(self, wanted: Json) -> None:
        """React with an emoji."""
        self._acts.react(wanted["as"], self._message(wanted), wanted["name"])

    def faults_(self, wanted: Json) -> None:
        """Turn the weather on and off."""
        share = float(wanted.get("share", 0))
        kinds = wanted.get("kinds") or WEATHER
        self._acts.door.faults.schedule(share, kinds)
        with self._workspace.change():
            pass
