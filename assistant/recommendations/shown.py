"""What there is to see of recommendations: to their author, and on the card of whom they are about."""

from assistant.facts import Person
from assistant.ids import RecommendationId
from assistant.ledger import Ledger
from assistant.recommendations.recommending import GONE, MOST, can_be_asked
from assistant.reply import Line, Matter, Message, Part, RecommendationNoted, Refusal, Section, Typed

ON_A_CARD = 5


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[Message, Matter, int]:
    """The message to its author, and a version that tells nothing of a no."""
    found = ledger.recommendations.get(RecommendationId(matter.id))
    if found is None or found.author != member.id:
        return Refusal(GONE), matter, 0
    person = ledger.people.by_ids([found.person])[found.person]
    noted = RecommendationNoted(
        found.topic, person, found.id, found.stands, found.is_shown, can_be_asked(person), matter.again
    )
    return noted, matter, 1 + 2 * found.stands + found.is_shown


def on_card(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """Recommendations that the person agreed to have shown, and the reader's own."""
    shown = list(ledger.recommendations.of(person.id, ON_A_CARD))
    own = [one for one in ledger.recommendations.by(reader.id, MOST) if one.person == person.id and not one.is_shown]
    authors = ledger.people.by_ids({one.author for one in shown})
    lines: list[Line] = [(authors[one.author], *_for(one.topic), ".") for one in shown]
    lines += [("You", *_for(one.topic), "; only you see this.") for one in own[:ON_A_CARD]]
    if len(own) > ON_A_CARD:
        lines.append((f"You, for {len(own) - ON_A_CARD} more; “my recommendations” has them all.",))
    return Section("Recommended by", tuple(lines)) if lines else None


def _for(topic: str) -> tuple[Part, ...]:
    return (", for ", Typed(topic)) if topic else ()
