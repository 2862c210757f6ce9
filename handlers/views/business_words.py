"""Words that referrals and partnerships share: whose word it is, who can see it, what is left to do."""

from assistant.business.record import Partnership, Referral, Word
from assistant.buttons import Button
from assistant.facts import Kind, Person
from handlers.views.blocks import Block, button
from handlers.views.meeting import ONLY_YOU
from handlers.views.people import name

ONLY_TWO = "Only you two can see this."


def of(record: Referral | Partnership) -> str:
    """What a button about it carries."""
    return f"{'referral' if isinstance(record, Referral) else 'partnership'}:{record.id}"


def edited(record: Referral | Partnership) -> tuple[str, ...]:
    """Said of what was changed since it was written down."""
    return ("Edited.",) if record.edited_at else ()


def standing(record: Referral | Partnership, reader: Person, other: Person | None) -> str:
    """Whose word it is, and who can see it."""
    them = name(other) if other else ""
    mine = record.author == reader.id
    match record.word:
        case Word.OWN if other and other.kind is Kind.CONTACT:
            return f"{them} has no account here and can't confirm it, so it stays your own note. {ONLY_YOU}"
        case Word.OWN:
            return f"It stands as your own note. {ONLY_YOU}"
        case Word.ASKED if record.waits_on == reader.id:
            return f"Until you confirm it, it is only {them}'s own note. {ONLY_TWO}"
        case Word.ASKED:
            return f"Not confirmed yet: {them} is asked once, in private, and may say that it is not so. {ONLY_TWO}"
        case Word.CONFIRMED:
            return f"Confirmed by you both. {ONLY_TWO}"
        case Word.REFUSED if mine:
            return f"{them} says that this isn't theirs. It stays your own note, and counts for nobody else."
        case Word.REFUSED:
            return f"You said that this isn't yours. It stays {them}'s own note, and counts nowhere for you."


def asks(record: Referral | Partnership) -> list[Block]:
    """What whoever is asked can answer."""
    return [
        button("Confirm", Button.CONFIRM, of(record), style="primary"),
        button("That's not right", Button.NOT_RIGHT, of(record)),
        button("Not mine", Button.NOT_MINE, of(record)),
    ]
