"""Who made it happen: one introduction leads to the next, from the last person reached back to the first door."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.ids import PersonId
from assistant.thanks.made import Made

LINKS = 3  # whoever stands further back has opened a door to a door to a door, and would wonder why they are thanked


def chain(reached: PersonId, made: Iterable[Made], links: int = LINKS) -> Sequence[Made]:
    """The introductions by which a member came to know somebody, the last one first.

    `made` are the member's own introductions, newest first: no other ones are followed, so that nothing is told which
    the member does not know. The connector of one is looked for as the person reached by an earlier one; of several to
    the same person the newest counts. Each person is passed once, so that circles end.
    """
    by_reached: dict[PersonId, Made] = {}
    for one in made:
        by_reached.setdefault(one.other.id, one)
    return _back(reached, by_reached, links)


def _back(reached: PersonId, by_reached: Mapping[PersonId, Made], links: int) -> Sequence[Made]:
    found: list[Made] = []
    seen = {reached}
    before = by_reached.get(reached)
    while before and len(found) < links and before.connector.id not in seen:
        found.append(before)
        seen.add(before.connector.id)
        earlier = by_reached.get(before.connector.id)
        # A connector met only afterwards, through somebody else, opened no door to this one.
        before = earlier if earlier and earlier.made_on <= before.made_on else None
    return found
