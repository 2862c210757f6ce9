"""Contacts: what is noted of one, that it turned out to be somebody, and the question whether it did."""

from assistant.buttons import Button
from assistant.facts import Person
from assistant.reply import ContactMerged, ContactNoted, KeptApart, SamePerson
from handlers.mrkdwn import clip, one_line
from handlers.views.blocks import Bold, Rendered, Words, button, buttons, line, pictured, rendered, small
from handlers.views.meeting import ONLY_YOU
from handlers.views.people import name, work

_ALL = "What you noted about the contact counts for them"


def noted(reply: ContactNoted) -> Rendered:
    """ "Your contact: Rosa Lind (Potter, Lind & Co, rosa@lind.example)."."""
    contact = reply.contact
    return rendered(
        line("Your contact: ", *_who(contact), "."),
        small(f"Nobody else knows of your contacts. {ONLY_YOU}"),
        buttons(button("Edit contact", Button.EDIT_CONTACT, contact.id)),
    )


def merged(reply: ContactMerged) -> Rendered:
    """ "Your contact Rosa Lind is Rosa Lind (Potter at Lind & Co)."."""
    return rendered(
        line("Your contact ", *_who(reply.contact), " is ", *_who(reply.meant), "."),
        small(f"{_ALL}, and you can still call them by its name. They are told nothing. {ONLY_YOU}"),
        buttons(button("Undo", Button.TAKE_APART, reply.contact.id)),
    )


def same(reply: SamePerson) -> Rendered:
    """ "Rosa Lind (Potter) is in this workspace now. Is this the Rosa Lind you noted as a contact?"."""
    member = reply.member
    described = f"{name(member)} – {work(member)}" if work(member) else name(member)
    return rendered(
        line(Bold(name(member)), " is in this workspace now. Is this the ", *_who(reply.contact),
             " whom you noted as a contact?"),
        pictured(described, member.picture, f"Picture of {name(member)}") if member.picture or work(member) else None,
        small(f"If so: {_ALL[0].lower()}{_ALL[1:]}, and you can undo it. They are told nothing. {ONLY_YOU}"),
        buttons(
            button("Yes, the same", Button.SAME, reply.match, style="primary"),
            button("No", Button.APART, reply.match),
        ),
    )  # fmt: skip


def apart(reply: KeptApart) -> Rendered:
    """ "Kept apart: your contact Rosa Lind, and Rosa Lind of this workspace."."""
    return rendered(
        line("Kept apart: your contact ", *_who(reply.contact), ", and ", *_who(reply.member), " of this workspace."),
        small(f"I won't ask about these two again. {ONLY_YOU}"),
        buttons(button("They are the same after all", Button.SAME, reply.match)),
    )


def _who(person: Person) -> tuple[Words, ...]:
    """The name in bold, with what tells them apart."""
    known = ", ".join(filter(None, (work(person), clip(one_line(person.email), 200) if person.owner else "")))
    return (Bold(name(person)), f" ({known})") if known else (Bold(name(person)),)
