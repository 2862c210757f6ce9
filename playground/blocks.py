"""The grammar of Block Kit: which blocks hold what, and how much of it. `Checker` notes every fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.elements import ACCESSORIES, ACTIONS, FIELDS, INPUTS, Elements

if TYPE_CHECKING:
    from playground.records import Json

# type → (fields it may have, fields it must have). Newer blocks are checked for their required fields only.
BLOCKS: dict[str, tuple[frozenset[str] | None, tuple[str, ...]]] = {
    "section": (frozenset(("text", "fields", "accessory", "expand")), ()),
    "actions": (frozenset(("elements",)), ("elements",)),
    "context": (frozenset(("elements",)), ("elements",)),
    "divider": (frozenset(), ()),
    "header": (frozenset(("text", "level")), ("text",)),
    "image": (frozenset(("image_url", "alt_text", "title", "slack_file")), ("alt_text",)),
    "input": (frozenset(("label", "element", "dispatch_action", "hint", "optional")), ("label", "element")),
    "rich_text": (frozenset(("elements",)), ("elements",)),
    "markdown": (frozenset(("text",)), ("text",)),
    "context_actions": (frozenset(("elements",)), ("elements",)),
    "video": (None, ("alt_text", "title", "thumbnail_url", "video_url")),
    "table": (None, ("rows",)),
    "data_table": (None, ("rows",)),
    "data_visualization": (None, ()),
    "alert": (frozenset(("text", "level")), ("text",)),
    "card": (None, ()),
    "carousel": (None, ("elements",)),
    "container": (None, ("child_blocks",)),
    "plan": (None, ("title",)),
    "task_card": (None, ("task_id", "title", "status")),
    "file": (None, ("external_id", "source")),
}
ONLY_ON = {
    "alert": ("modal",),
    "markdown": ("message",),
    "table": ("message",),
    "context_actions": ("message",),
    "plan": ("message",),
    "task_card": ("message",),
    "file": ("message",),
}


class Checker(Elements):
    """Walks blocks for one surface (message, modal or home) and keeps what is wrong in `found`."""

    def __init__(self, surface: str) -> None:
        super().__init__()
        self.surface = surface
        self._block_ids: set[str] = set()

    def blocks(self, at: str, blocks: Any, most: int) -> None:
        """Check a list of at most `most` blocks."""
        if not isinstance(blocks, list):
            self.add("must provide an array", at)
            return
        self.that(len(blocks) <= most, f"no more than {most} items allowed", at)
        for number, block in enumerate(blocks):
            self.block(f"{at}/{number}", block)

    def block(self, at: str, block: Any) -> None:
        """Check one block and everything in it."""
        if not isinstance(block, dict):
            self.add("must provide an object", at)
            return
        kind = block.get("type", "")
        if kind not in BLOCKS or self.surface not in ONLY_ON.get(kind, (self.surface,)):
            self.add(f"unsupported type: {kind}", f"{at}/type")
            return
        may, must = BLOCKS[kind]
        self.fields(at, block, may | FIELDS if may is not None else None, must)
        id_ = block.get("block_id")
        self.words(f"{at}/block_id", id_, 255, least=0)
        if id_:
            self.that(id_ not in self._block_ids, f"`block_id` {id_} already exists", at)
            self._block_ids.add(id_)
        self.fresh_actions()
        check = getattr(self, f"_{kind}", None)
        if check is not None:
            check(at, block)

    def _section(self, at: str, block: Json) -> None:
        self.that("text" in block or "fields" in block, "missing required field: text or fields", at)
        if "text" in block:
            self.text(f"{at}/text", block["text"], 3000)
        if "fields" in block:
            for number, text in self.items(f"{at}/fields", block["fields"], 10):
                self.text(f"{at}/fields/{number}", text, 2000)
        if "accessory" in block:
            self.element(f"{at}/accessory", block["accessory"], ACCESSORIES)

    def _actions(self, at: str, block: Json) -> None:
        for number, element in self.items(f"{at}/elements", block.get("elements"), 25):
            self.element(f"{at}/elements/{number}", element, ACTIONS)

    def _context(self, at: str, block: Json) -> None:
        for number, element in self.items(f"{at}/elements", block.get("elements"), 10):
            place = f"{at}/elements/{number}"
            if isinstance(element, dict) and element.get("type") == "image":
                self.element(place, element, frozenset(("image",)))
            else:
                self.text(place, element, 2000)

    def _context_actions(self, at: str, block: Json) -> None:
        for number, element in self.items(f"{at}/elements", block.get("elements"), 5):
            self.element(f"{at}/elements/{number}", element, frozenset(("feedback_buttons", "icon_button")))

    def _header(self, at: str, block: Json) -> None:
        self.text(f"{at}/text", block.get("text"), 150, kinds=("plain_text",))

    def _image(self, at: str, block: Json) -> None:
        self.that("image_url" in block or "slack_file" in block, "missing required field: image_url", at)
        self.words(f"{at}/image_url", block.get("image_url"), 3000)
        self.words(f"{at}/alt_text", block.get("alt_text"), 2000)
        if "title" in block:
            self.text(f"{at}/title", block["title"], 2000, kinds=("plain_text",))

    def _input(self, at: str, block: Json) -> None:
        self.text(f"{at}/label", block.get("label"), 2000, kinds=("plain_text",))
        if "hint" in block:
            self.text(f"{at}/hint", block["hint"], 2000, kinds=("plain_text",))
        self.element(f"{at}/element", block.get("element"), INPUTS)

    def _markdown(self, at: str, block: Json) -> None:
        self.words(f"{at}/text", block.get("text"), 12_000)

    def _alert(self, at: str, block: Json) -> None:
        self.text(f"{at}/text", block.get("text"), 3000)

    def _rich_text(self, at: str, block: Json) -> None:
        known = ("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")
        for number, element in self.items(f"{at}/elements", block.get("elements"), 10_000, least=0):
            kind = element.get("type") if isinstance(element, dict) else None
            self.that(kind in known, f"unsupported type: {kind}", f"{at}/elements/{number}")

    def _card(self, at: str, block: Json) -> None:
        parts = ("hero_image", "title", "body", "actions")
        self.that(any(p in block for p in parts), "must have a hero_image, title, body or actions", at)
        for name, most in (("title", 150), ("subtitle", 150), ("body", 200)):
            if name in block:
                self.text(f"{at}/{name}", block[name], most)
        for number, element in self.items(f"{at}/actions", block.get("actions", []), 25, least=0):
            self.element(f"{at}/actions/{number}", element, ACTIONS)

    def _carousel(self, at: str, block: Json) -> None:
        for number, card in self.items(f"{at}/elements", block.get("elements"), 10):
            kind = card.get("type") if isinstance(card, dict) else None
            self.that(kind == "card", f"unsupported type: {kind}", f"{at}/elements/{number}")
            self.block(f"{at}/elements/{number}", card)

    def _container(self, at: str, block: Json) -> None:
        self.blocks(f"{at}/child_blocks", block.get("child_blocks"), 10)
        if "title" in block:
            self.text(f"{at}/title", block["title"], 150, kinds=("plain_text",))
        if "subtitle" in block:
            self.text(f"{at}/subtitle", block["subtitle"], 150)
