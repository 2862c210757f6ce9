"""A person's card: what the reader noted of somebody, section by section, and what others let them see."""

from collections.abc import Callable

from assistant.card import acquaintance, business, introduced, reminded, thanked
from assistant.errors import Gone
from assistant.facts import Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.listings import on_card as offered
from assistant.recommendations import shown as recommendations
from assistant.reply import PersonCard, Section

GONE = "I don't know that person any more. Type /who and their name."

Told = Callable[[Person, Person, Ledger], Section | None]

# What a card may have, in the order shown: (person, reader, ledger) → a section, or None where there is nothing to say.
# Each reads the reader's own records only, and of others what those let everybody see.
SECTIONS: tuple[Told, ...] = (
    acquaintance.met,
    introduced.brought_together,
    acquaintance.talked_about,
    acquaintance.notes,
    thanked.thanks,
    introduced.still_open,
    reminded.reminders,
    acquaintance.mutual,
    offered.section,
    recommendations.on_card,
    business.partners,
    business.referrals,
)


def card(person: Person, reader: Person, ledger: Ledger) -> PersonCard:
    """The card as the reader sees it."""
    sections = tuple(filter(None, (told(person, reader, ledger) for told in SECTIONS)))
    times, _ = ledger.meetings.met(reader.id, [person.id]).get(person.id, (0, None))
    brought = introduced.made(person, reader, ledger)
    may_ask = not times and not brought and person.can_be_met and person.owner is None and person.id != reader.id
    return PersonCard(person, sections, times, may_ask)


def person_of(number: PersonId, reader: Person, ledger: Ledger) -> Person:
    """Somebody the reader may know of. Raises Gone for others' contacts, and for who is not there."""
    found = ledger.people.by_ids([number]).get(number)
    if found is None or found.owner not in (None, reader.id):
        raise Gone(GONE)
    return found
