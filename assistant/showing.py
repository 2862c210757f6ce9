"""The message about each kind of record that a member can take back, as it stands now."""

from dataclasses import replace

from assistant.business import shown as business
from assistant.facts import Person
from assistant.ids import MeetingId
from assistant.introductions import sides as introductions
from assistant.ledger import Ledger
from assistant.listings import shown as listings
from assistant.recommendations import shown as recommendations
from assistant.reminders import showing as reminders
from assistant.reply import Matter, MeetingNoted, MeetingUndone, Message, Refusal, Subject
from assistant.settings import changing as settings
from assistant.thanks import sides as thanks

GONE = "That isn't there any more."

_OF_SEVERAL = frozenset((Subject.INTRODUCTION, Subject.THANKS, Subject.REFERRAL, Subject.PARTNERSHIP))


def own(record: Matter, member: Person) -> Matter:
    """The matter of the member's own message about a record; those that several people read have one for each."""
    return replace(record, side=str(member.id)) if record.subject in _OF_SEVERAL else record


def told(record: Matter, member: Person, ledger: Ledger) -> tuple[Message, Matter, int]:
    """The message, what it is about, and which version it shows.

    A Refusal for what is not there any more, what is not the member's to see, and what is no such record.
    """
    match record.subject:
        case Subject.MEETING:
            return _meeting(record, member, ledger)
        case Subject.INTRODUCTION:
            return introductions.told(record, member, ledger)
        case Subject.REFERRAL | Subject.PARTNERSHIP:
            return business.told(record, member, ledger)
        case Subject.REMINDER:
            noted, version = reminders.told(record, member, ledger)
            return noted, record, version
        case Subject.RECOMMENDATION:
            return recommendations.told(record, member, ledger)
        case Subject.LISTING:
            return listings.told(record, member, ledger)
        case Subject.THANKS:
            return thanks.told(record, member, ledger)
        case Subject.SETTINGS:
            changed, version = settings.told(record, member, ledger)
            return changed, record, version
        case _:
            return Refusal(GONE), record, 0


def _meeting(record: Matter, member: Person, ledger: Ledger) -> tuple[Message, Matter, int]:
    meeting = ledger.meetings.get(member.id, MeetingId(record.id))
    if meeting is None:
        return Refusal("That meeting isn't there any more."), record, 0
    if meeting.undone_at:
        return MeetingUndone(meeting), record, meeting.version
    return MeetingNoted(meeting, again=record.again), record, meeting.version
