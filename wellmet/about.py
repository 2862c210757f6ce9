"""Whom a record is about: the people in its owner's own message, without those whom that suggests."""

from collections.abc import Iterator

from assistant.facts import Person
from assistant.reply import (
    IntroductionShown,
    MeetingNoted,
    MeetingUndone,
    Message,
    PartnershipShown,
    RecommendationNoted,
    ReferralShown,
    ReminderNoted,
    ThanksNoted,
)


def is_about(message: Message, person: Person) -> bool:
    """Whether the record is about the person, by who they are: somebody else of that name is somebody else."""
    return any(one is not None and one.id == person.id for one in _people(message))


def _people(message: Message) -> Iterator[Person | None]:
    """As far as the owner may know of them. Offers, needs and settings are about nobody."""
    match message:
        case MeetingNoted(meeting) | MeetingUndone(meeting):
            yield from meeting.people
        case IntroductionShown():
            yield from (message.requester, message.target, message.connector)
        case ReminderNoted():
            yield from (one.person for one in message.known)
        case ThanksNoted():
            yield from (one for receiver in message.to for one in (receiver.person, receiver.other))
        case ReferralShown() | PartnershipShown():
            yield message.other
        case RecommendationNoted():
            yield message.person
