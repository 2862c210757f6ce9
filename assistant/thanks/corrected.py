"""Setting right thanks: by a sentence ("I meant Sam Tanner", "it was for the help with the fair"), or in their form."""

from collections.abc import Sequence
from datetime import datetime

from assistant import undoing
from assistant.errors import Refused
from assistant.facts import Person, PersonSaid
from assistant.following import keep_up
from assistant.ids import PersonId, QuestionId, ThanksId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Intent, Role
from assistant.reply import Matter, Subject, ThanksForm
from assistant.speaker import Speaker
from assistant.thanks import giving
from assistant.thanks.made import Made, made_for
from assistant.thanks.record import WORDS, Thanks
from assistant.thanks.taking_back import own
from assistant.who import settle


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Other words, or thanks to somebody else; or the question who is meant. Raises Gone, Refused."""
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    before = to_edit(ThanksId(record.id), by, ledger)
    words = frame.topic.strip()[:WORDS] or before.words
    thanked = people.get(Role.WITH)
    if words == before.words and set(thanked) <= _receivers(before, ledger):
        raise Refused("Tell me what to change: whom you thank, or what for.")
    return thank_otherwise(before, thanked, words, by, ledger, now)


def form_of(number: ThanksId, by: Speaker, ledger: Ledger) -> ThanksForm:
    """They as they stand, to be set right. Raises Gone, Refused."""
    before = to_edit(number, by, ledger)
    known = ledger.people.by_ids(one.receiver for one in before.to)
    to = tuple(known[one.receiver] for one in before.to)
    return ThanksForm(draft=before.words, to=to, before=giving.matter_for(before, by.person.id), version=before.version)


def to_edit(number: ThanksId, by: Speaker, ledger: Ledger) -> Thanks:
    """The speaker's own. Raises Gone, or Refused for those that were taken back."""
    before = own(number, by, ledger)
    if before.undone_at:
        raise Refused("Those thanks were taken back. Put them back first.")
    return before


def thank_otherwise(
    before: Thanks, to: Sequence[PersonId], words: str, by: Speaker, ledger: Ledger, now: datetime
) -> Matter:
    """They in other words, or to somebody else; or the question for which introduction. Raises Refused.

    Who was told already reads the new words where they were told, and nothing a second time. Thanks to somebody else
    are others: the first are taken back, which whoever read them sees, and the right one is told. Where they are for an
    introduction, the right one must have made one to the same person.
    """
    words = words.strip()[:WORDS]
    thanked = _receivers(before, ledger)
    others = [one for one in to if one not in thanked]
    if others:
        return _to_others(before, others, words, by, ledger, now)
    return (
        _reworded(before, words, by, ledger, now) if words != before.words else giving.matter_for(before, by.person.id)
    )


def _receivers(thanks: Thanks, ledger: Ledger) -> set[PersonId]:
    """Who is thanked, as whoever they turned out to be meanwhile."""
    known = ledger.people.by_ids(one.receiver for one in thanks.to)
    return {known[one.receiver].id for one in thanks.to}


def _reworded(before: Thanks, words: str, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    after = ledger.thanks.reword(before.id, words)
    for receiver in ledger.people.by_ids(one.receiver for one in after.to if one.told).values():
        keep_up(giving.matter_for(after, receiver.id), receiver, ledger, now)
    return giving.matter_for(after, by.person.id)


def _to_others(
    before: Thanks, others: list[PersonId], words: str, by: Speaker, ledger: Ledger, now: datetime
) -> Matter:
    if len(before.to) > 1:
        raise Refused("These thanks went to several people. Say “undo that”, and tell me anew whom you thank.")
    if by.person.id in others:
        raise Refused(giving.YOURSELF)
    receiver = ledger.people.by_ids([before.to[0].receiver])[before.to[0].receiver]
    made = _made_by_them(before, receiver, others, by, ledger)
    undoing.make_way(Matter(Subject.THANKS, before.id), by, ledger, now)
    if giving.may_be_told(receiver) and not before.to[0].told:  # they were said elsewhere, and nobody is told here
        return giving.thank([(one, made) for one in others], words, by, ledger, now, elsewhere=True)
    said = {Role.TO: tuple(PersonSaid("", known=one) for one in others)}
    if made:
        said[Role.INTRODUCED] = (PersonSaid("", known=made.other.id),)
    return giving.give(Frame(Intent.GIVE_THANKS, said, topic=words), by, ledger, now, None)


def _made_by_them(
    before: Thanks, first: Person, others: Sequence[PersonId], by: Speaker, ledger: Ledger
) -> Made | None:
    """The right one's own introduction to the same person; None where the thanks are for none, nor for business.

    Raises Refused for what was the first one's doing: thanks without it would say nothing, and it would be owed anew.
    """
    number, business = before.to[0].introduction, before.business or before.referral is not None
    if number is None and not business:
        return None
    made = made_for(by.person, ledger)
    to = {one.other.id for one in made if one.introduction.id == number}
    theirs = [one for one in made if one.other.id in to and [one.connector.id] == others]
    if business or not theirs:
        raise Refused(f"These thanks are for what {first.name} brought about. Say “undo”, and thank anew.")
    return theirs[0]
