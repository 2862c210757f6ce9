"""A meeting: read back as it was understood, and taken back."""

from assistant.buttons import Button
from assistant.facts import Kind, Meeting, Slot
from assistant.reply import MeetingNoted, MeetingUndone
from handlers.mrkdwn import clean, clip, one_line, without_mentions
from handlers.views.blocks import Block, Rendered, Words, button, buttons, line, quote, rendered, small
from handlers.views.moments import moment
from handlers.views.people import name, names

ONLY_YOU = "Only you can see this."
DETAIL = 500  # characters of a place or topic that are read back; all of it stands in the form
CONTACTS = 3  # with a button of their own; all of them stand on Home
NOTES = 2_900  # characters of notes, so that the message stays below what Slack updates

# What each slot says when it was not said; the day itself stands in the sentence above.
_ASSUMED = {
    Slot.WHEN: "I assumed the day, since none was given.",
    Slot.PEOPLE: "I took whom you meant from your earlier answers.",
    Slot.PLACE: "I assumed the place, since none was given.",
    Slot.TOPIC: "I assumed the topic, since none was given.",
}


def noted(reply: MeetingNoted) -> Rendered:
    """ "Noted: you met Linn O'Carroll at the Young Gallery on Mon 23 Nov 2026, about the spring show."."""
    meeting = reply.meeting
    opening = "You told me already: you met " if reply.again else "Noted: you met "
    notes = typed(meeting.notes, NOTES)
    edited = "Edited. " if meeting.edited_at else ""
    return rendered(
        line(opening, *summary(meeting), "."),
        quote(notes) if notes else None,
        small(" ".join((*assumed(meeting), f"{edited}{ONLY_YOU}"))),
        buttons(
            button("Undo", Button.UNDO, meeting.id),
            button("Edit", Button.EDIT, f"meeting:{meeting.id}"),
            button("Add a note", Button.ADD_NOTE, meeting.id),
            *_edit_contacts(meeting),
            *_about(meeting),
        ),
    )


def _edit_contacts(meeting: Meeting) -> list[Block]:
    """A button for each contact they met, the first few: often added in passing, with no more than a name."""
    contacts = [person for person in meeting.people if person.kind is Kind.CONTACT][:CONTACTS]
    labels = ["Edit contact"] if len(contacts) == 1 else [f"Edit {name(one)}" for one in contacts]
    return [
        button(label, Button.EDIT_CONTACT, one.id, nth)
        for nth, (label, one) in enumerate(zip(labels, contacts, strict=True), 1)
    ]


def _about(meeting: Meeting) -> list[Block]:
    """A button for the card of whoever they met, if it was one person; else Home and /who have it."""
    if len(meeting.people) != 1:
        return []
    return [button(f"About {name(meeting.people[0])}", Button.CARD, meeting.people[0].id)]


def undone(reply: MeetingUndone) -> Rendered:
    """ "Undone: your meeting with Linn O'Carroll on Mon 23 Nov 2026."."""
    meeting = reply.meeting
    return rendered(
        line("Undone: your meeting with ", *summary(meeting), "."),
        small(f"Nothing of it counts any more. {ONLY_YOU}"),
        buttons(button("Put it back", Button.RESTORE, meeting.id)),
    )


def summary(meeting: Meeting) -> tuple[Words, ...]:
    """ "Linn O'Carroll at the Young Gallery on Mon 23 Nov 2026, about the spring show", with no full stop."""
    return (*names(meeting.people), place(meeting.place), f" {moment(meeting.when)}", topic(meeting.topic))


def place(said: str) -> str:
    """ " at the Young Gallery", or nothing."""
    where = typed(said, DETAIL)
    return f" at {where}" if where else ""


def topic(said: str) -> str:
    """ ", about the spring show", or nothing."""
    about = typed(said, DETAIL)
    return f", about {about}" if about else ""


def assumed(meeting: Meeting) -> tuple[str, ...]:
    """A sentence for each thing that was not said."""
    return tuple(sentence for slot, sentence in _ASSUMED.items() if slot in meeting.assumed)


def typed(text: str, most: int) -> str:
    """What somebody typed, as they would read it: mentions by name, places and topics on one line."""
    read = without_mentions(text)
    return clip(one_line(read) if most <= DETAIL else clean(read).strip(), most)
