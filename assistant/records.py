"""The records that a member can take back and put back: the one visible list of their kinds."""

from datetime import datetime, timedelta

from assistant import meetings
from assistant.business import either as business
from assistant.business.steps import matter_for as business_matter
from assistant.buttons import Button
from assistant.errors import Gone, Refused
from assistant.ids import ChangeId, IntroductionId, ListingId, MeetingId, RecommendationId, ReminderId, ThanksId
from assistant.introductions import answers, elsewhere
from assistant.introductions.moves import OPEN
from assistant.introductions.record import Closing, Introduction, Origin, Stage
from assistant.introductions.steps import matter_for
from assistant.ledger import Ledger
from assistant.listings import noting
from assistant.recommendations import recommending
from assistant.reminders import keeping as reminders
from assistant.reply import Matter, Subject
from assistant.settings import changing as settings
from assistant.speaker import Speaker
from assistant.thanks import taking_back as thanks

KINDS = frozenset(
    (
        Subject.MEETING,
        Subject.REMINDER,
        Subject.SETTINGS,
        Subject.INTRODUCTION,
        Subject.LISTING,
        Subject.THANKS,
        Subject.REFERRAL,
        Subject.PARTNERSHIP,
        Subject.RECOMMENDATION,
    )
)
LOOKED_THROUGH = 20  # records written last that "undo" looks through for one that stands
# A second thought comes while the answer is still in sight; later, talk is of something else.
FRESH = timedelta(hours=1)
GONE = "That isn't there any more."


def last_standing(by: Speaker, ledger: Ledger) -> Matter | None:
    """What the speaker wrote down last that still stands."""
    latest = ledger.journal.latest(by.person.id, LOOKED_THROUGH)
    return next((record for record in latest if stands(record, by, ledger)), None)


def is_fresh(record: Matter, by: Speaker, ledger: Ledger) -> bool:
    """Whether the speaker wrote it down so lately that "it" is likely to be that."""
    written = ledger.journal.written(by.person.id, record)
    return written is not None and timedelta(0) <= by.at - written <= FRESH


def stands(record: Matter, by: Speaker, ledger: Ledger) -> bool:
    """Whether the speaker's record is there and not taken back."""
    match record.subject:
        case Subject.MEETING:
            meeting = ledger.meetings.get(by.person.id, MeetingId(record.id))
            return meeting is not None and not meeting.undone_at
        case Subject.SETTINGS:
            return settings.stands(ChangeId(record.id), by, ledger)
        case Subject.REMINDER:
            reminder = ledger.reminders.get(by.person.id, ReminderId(record.id))
            return reminder is not None and reminder.is_open
        case Subject.INTRODUCTION:
            introduction = ledger.introductions.get(IntroductionId(record.id))
            return introduction is not None and introduction.author == by.person.id and _may_go(introduction)
        case Subject.RECOMMENDATION:
            said = ledger.recommendations.get(RecommendationId(record.id))
            return said is not None and said.author == by.person.id and said.stands
        case Subject.LISTING:
            listing = ledger.listings.get(ListingId(record.id))
            return listing is not None and listing.owner == by.person.id and listing.stands
        case Subject.THANKS:
            return thanks.stand(ThanksId(record.id), by, ledger)
        case Subject.REFERRAL | Subject.PARTNERSHIP:
            return business.stands(record, by, ledger)
        case _:
            return False


def take_back(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Undo it; again is the same. Raises Gone for what is not there or not theirs, Refused where it is too late."""
    match record.subject:
        case Subject.MEETING:
            return Matter(Subject.MEETING, meetings.take_back(MeetingId(record.id), by, ledger).id)
        case Subject.SETTINGS:
            return settings.take_back(ChangeId(record.id), by, ledger, now)
        case Subject.REMINDER:
            return Matter(Subject.REMINDER, reminders.take_back(ReminderId(record.id), by, ledger, now).id)
        case Subject.INTRODUCTION:
            return _take_back_introduction(IntroductionId(record.id), by, ledger, now)
        case Subject.RECOMMENDATION:
            return recommending.take_back(RecommendationId(record.id), by, ledger, now)
        case Subject.LISTING:
            return noting.take_back(ListingId(record.id), by, ledger, now)
        case Subject.THANKS:
            return thanks.take_back(ThanksId(record.id), by, ledger, now)
        case Subject.REFERRAL | Subject.PARTNERSHIP:
            return business_matter(business.take_back(record, by, ledger, now), by.person.id)
        case _:
            raise Gone(GONE)


def put_back(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Put back what was taken back; again is the same. Raises Gone, or Refused for what others know of already."""
    match record.subject:
        case Subject.MEETING:
            return Matter(Subject.MEETING, meetings.restore(MeetingId(record.id), by, ledger).id)
        case Subject.RECOMMENDATION:
            return recommending.put_back(RecommendationId(record.id), by, ledger, now)
        case Subject.LISTING:
            return noting.put_back(ListingId(record.id), by, ledger, now)
        case Subject.SETTINGS:
            return settings.put_back(ChangeId(record.id), by, ledger, now)
        case Subject.REMINDER:
            return Matter(Subject.REMINDER, reminders.restore(ReminderId(record.id), by, ledger, now).id)
        case Subject.INTRODUCTION:
            return _put_back_introduction(IntroductionId(record.id), by, ledger, now)
        case Subject.THANKS:
            return thanks.put_back(ThanksId(record.id), by, ledger, now)
        case Subject.REFERRAL | Subject.PARTNERSHIP:
            return business_matter(business.put_back(record, by, ledger, now), by.person.id)
        case _:
            raise Gone(GONE)


def _take_back_introduction(number: IntroductionId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    held = answers.held(number, ledger)
    if held.origin is Origin.LOGGED:
        return matter_for(elsewhere.take_back(held, by, ledger, now), by.person.id)
    if held.author == by.person.id and held.closing is Closing.WITHDRAWN:
        return matter_for(held, by.person.id)
    after = answers.pressed(Button.WITHDRAW, number, by, ledger, now)
    if not isinstance(after, Matter):
        raise Gone(GONE)
    return after


def _put_back_introduction(number: IntroductionId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    held = answers.held(number, ledger)
    if held.origin is Origin.LOGGED:
        return matter_for(elsewhere.put_back(held, by, ledger, now), by.person.id)
    if held.author != by.person.id:
        raise Gone(GONE)
    raise Refused("That can't be put back. Ask for it anew, and I begin again.")


def _may_go(introduction: Introduction) -> bool:
    if introduction.origin is Origin.LOGGED:
        return introduction.stage is not Stage.CLOSED
    return introduction.stage in OPEN or not introduction.disclosed
