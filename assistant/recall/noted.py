"""A member's own records beside meetings and contacts, found by their words as they stand.

Offers and needs, reminders, recommendations, thanks, referrals, partnerships and introductions.
"""

from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.ledger.search import Finding
from assistant.search.beside import Beside, entries

READ = 1_000  # rows of a kind that are looked through, the latest; one a week is twenty years


def everything(reader: Person, ledger: Ledger) -> Finding:
    """The reader's indexed meetings and contacts, and their other records."""
    words = ledger.noted.of(reader.id, reader.zone, READ)
    known = ledger.people.by_ids({person for one in words for person in one.people})
    called = {person: f"{one.name} {one.organisation}" for person, one in known.items()}
    names = (" ".join(called[who] for who in one.people if who in called) for one in words)
    records = ((one.record, one.day, (who, "", one.topic, one.notes)) for one, who in zip(words, names, strict=True))
    return Beside(ledger.search, entries(records))
