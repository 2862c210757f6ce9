"""Setting right a recommendation: by a sentence ("I meant Sam Tanner", "no, for portraits"), or in its form."""

from datetime import datetime

from assistant import undoing
from assistant.errors import Refused
from assistant.facts import PersonSaid
from assistant.ids import PersonId, QuestionId, RecommendationId
from assistant.ledger import Ledger
from assistant.people.spelling import words
from assistant.phrases.frame import Frame, Intent, Role
from assistant.recommendations import recommending
from assistant.recommendations.record import Recommendation
from assistant.reply import Matter, RecommendationForm
from assistant.speaker import Speaker
from assistant.who import settle


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Another person, or for something else; or the question who is meant. Raises Gone, Refused."""
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    before = to_edit(RecommendationId(record.id), by, ledger)
    meant = next(iter(people.get(Role.WITH)), before.person)
    topic = frame.topic or before.topic
    if _same(meant, topic, before, ledger):
        raise Refused("Tell me what to change: whom you recommend, or for what.")
    return recommend_otherwise(before, meant, topic, by, ledger, now, asked)


def form_of(number: RecommendationId, by: Speaker, ledger: Ledger) -> RecommendationForm:
    """It as it stands, to be set right. Raises Gone, Refused."""
    before = to_edit(number, by, ledger)
    person = ledger.people.by_ids([before.person])[before.person]
    return RecommendationForm(recommending.matter_of(before), person, before.topic)


def to_edit(number: RecommendationId, by: Speaker, ledger: Ledger) -> Recommendation:
    """The speaker's own. Raises Gone, or Refused for one that was taken back."""
    before = recommending.own(number, by, ledger)
    if not before.stands:
        raise Refused("That recommendation was taken back. Put it back first.")
    return before


def recommend_otherwise(
    before: Recommendation,
    person: PersonId,
    topic: str,
    by: Speaker,
    ledger: Ledger,
    now: datetime,
    asked: QuestionId | None = None,
) -> Matter:
    """It with another person or topic, which is another recommendation: who is recommended agrees to these words, and
    not to others. The first is taken back, and whoever was asked about it is asked no more. Raises Refused.
    """
    if _same(person, topic, before, ledger):
        return recommending.matter_of(before)
    undoing.make_way(recommending.matter_of(before), by, ledger, now)
    anew = Frame(Intent.RECOMMEND, {Role.PERSON: (PersonSaid("", known=person),)}, topic=topic)
    return recommending.recommend(anew, by, ledger, now, asked)


def _same(person: PersonId, topic: str, before: Recommendation, ledger: Ledger) -> bool:
    """The same words about the same person, where one of them turned out to be the other meanwhile."""
    known = ledger.people.by_ids([person, before.person])
    return known[person].id == known[before.person].id and words(topic) == words(before.topic)
