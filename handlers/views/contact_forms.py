"""The forms about contacts: which one, and what is noted of them."""

from assistant.buttons import Form
from assistant.facts import ContactSlot
from assistant.reply import ContactForm
from assistant.said import Where
from handlers.ids import Back
from handlers.mrkdwn import clean, clip
from handlers.views.blocks import Block, small
from handlers.views.fields import INPUT, choice_of_one, field, modal, text
from handlers.views.meeting import ONLY_YOU

LONGEST_NAME = 100  # what the desk keeps
LONGEST_FACT = 200


def choose(where: Where) -> Block:
    """Which of the member's own contacts."""
    element = choice_of_one("Choose or type a name", 0) | {"focus_on_load": True}
    which = field(ContactSlot.CONTACT, "Contact", element, optional=False)
    return modal("Your contacts", Form.CONTACTS, Back(where=where), [which, small(ONLY_YOU)], submit="Open")


def edit(form: ContactForm, where: Where) -> Block:
    """What is noted of the contact, and whom they turned out to be."""
    contact = form.contact
    address: Block = {"type": "email_text_input"}
    if contact.email:
        address["initial_value"] = clip(clean(contact.email), INPUT)
    blocks = [
        text(ContactSlot.NAME, "Name", contact.name, LONGEST_NAME, optional=False),
        text(ContactSlot.TITLE, "Title", contact.title, LONGEST_FACT, placeholder="What do they do?"),
        text(ContactSlot.ORGANISATION, "Organisation", contact.organisation, LONGEST_FACT),
        field(ContactSlot.EMAIL, "E-mail", address),
        field(
            ContactSlot.SAME_AS,
            "This is really",
            choice_of_one("Type a name", 1),
            "A member of this workspace, or another contact of yours, if the two are one. You can undo it.",
        ),
        small(f"Nobody else knows of your contacts. {ONLY_YOU}"),
    ]
    return modal("Edit contact", Form.CONTACT, Back(str(contact.id), where=where), blocks)
