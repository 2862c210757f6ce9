"""Setting right a recommendation by a sentence: "I meant Sam Tanner", "no, for portraits"."""

from datetime import datetime

from assistant import undoing
from assistant.errors import Refused
from assistant.facts import PersonSaid
from assistant.ids import PersonId, QuestionId, RecommendationId
from assistant.ledger import Ledger
from assistant.people.spelling import words
from assistant.phrases.frame import Frame, Intent, Role
from assistant.recommendations import recommending
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.who import settle


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Another person, or for something else; or the question who is meant. Raises Gone, Refused.

    Either is another recommendation: who is recommended agrees to these words, and not to others. The first is taken
    back, and whoever was asked about it is asked no more.
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    before = recommending.own(RecommendationId(record.id), by, ledger)
    if not before.stands:
        raise Refused("That recommendation was taken back. Put it back first.")
    meant = next(iter(people.get(Role.WITH)), before.person)
    topic = frame.topic or before.topic
    if _same(meant, before.person, ledger) and words(topic) == words(before.topic):
        raise Refused("Tell me what to change: whom you recommend, or for what.")
    undoing.make_way(record, by, ledger, now)
    anew = Frame(Intent.RECOMMEND, {Role.PERSON: (PersonSaid("", known=meant),)}, topic=topic)
    return recommending.recommend(anew, by, ledger, now, asked)


def _same(one: PersonId, other: PersonId, ledger: Ledger) -> bool:
    """The same person, where one of them turned out to be the other meanwhile."""
    known = ledger.people.by_ids([one, other])
    return known[one].id == known[other].id
