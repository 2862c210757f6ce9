"""How well a speaker knows people, from what they noted themselves: it orders whom the words leave to choose from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from math import log1p

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.speaker import Speaker

# As a tie fades: people lose touch after about eight times their usual gap (EPJ Data Science 2017).
HALF_LIFE = timedelta(days=180)
OWN_CONTACT = 0.2  # somebody the speaker keeps a contact of is likelier meant than a stranger, less than anybody met
HERE = 1.0  # somebody of this very conversation


def warmth(
    people: Sequence[Person], by: Speaker, ledger: Ledger, here: Collection[PersonId] = ()
) -> Mapping[PersonId, float]:
    """How well the speaker knows each of the people; those they do not know are left out.

    A meeting today counts log 2 (0.69), and more of them grow with the logarithm; `here` are the people of the
    conversation.
    """
    met = ledger.meetings.met(by.person.id, [person.id for person in people])
    warm: dict[PersonId, float] = {}
    for person in people:
        times, last = met.get(person.id, (0, None))
        known = log1p(times)
        if times and last:
            known *= 0.5 ** (max(by.today - last, timedelta()) / HALF_LIFE)
        known += OWN_CONTACT * (person.owner == by.person.id) + HERE * (person.id in here)
        if known:
            warm[person.id] = known
    return warm
