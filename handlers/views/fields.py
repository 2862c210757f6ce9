"""What forms are made of: the window, its fields, and the words typed into them, within Slack's limits."""

from assistant.buttons import Form
from assistant.facts import Kind, Person
from handlers.ids import Back, action_id, callback_id
from handlers.mrkdwn import clean, clip
from handlers.views.blocks import TITLE, Block, option, plain
from handlers.views.people import YOURS, name, work

INPUT = 3_000  # characters that any field of Slack's can hold


def modal(title: str, form: Form, back: Back, blocks: list[Block], submit: str = "Save") -> Block:
    """A form in its window."""
    return {
        "type": "modal",
        "callback_id": callback_id(form),
        "private_metadata": back.written(),
        "title": plain(title, TITLE),
        "submit": plain(submit, TITLE),
        "close": plain("Cancel", TITLE),
        "blocks": blocks,
    }


def field(name: str, label: str, element: Block, hint: str = "", optional: bool = True) -> Block:
    """An element with its label; `hint` stands below it."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, 2_000),
        "element": element | {"action_id": action_id(name)},
        "optional": optional,
    }
    return block | {"hint": plain(hint, 2_000)} if hint else block


def text(
    name: str,
    label: str,
    value: str,
    most: int,
    *,
    many: bool = False,
    optional: bool = True,
    focus: bool = False,
    placeholder: str = "",
    hint: str = "",
) -> Block:
    """A field for words. What stands in it already may be longer than what may be typed anew."""
    value = clip(clean(value), INPUT)
    element: Block = {"type": "plain_text_input", "multiline": many, "max_length": min(max(most, len(value)), INPUT)}
    if value:
        element["initial_value"] = value
    if focus:
        element["focus_on_load"] = True
    if placeholder:
        element["placeholder"] = plain(placeholder, 150)
    return field(name, label, element, hint, optional=optional)


def choice_of_one(placeholder: str, at_least: int, chosen: Person | None = None) -> Block:
    """A menu that grows while a name is typed, from that many letters on; `chosen` stands in it already."""
    menu: Block = {"type": "external_select", "min_query_length": at_least, "placeholder": plain(placeholder, 150)}
    return menu | {"initial_option": of_person(chosen)} if chosen else menu


def of_person(person: Person) -> Block:
    """Somebody in such a menu."""
    return option(name(person), f"p:{person.id}", YOURS if person.kind is Kind.CONTACT else work(person))
