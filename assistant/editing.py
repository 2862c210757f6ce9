"""The form in which a record can be set right, whatever its kind; amending.py does the same by a sentence."""

from assistant import meetings
from assistant.business import answers as business
from assistant.errors import Gone
from assistant.ids import IntroductionId, ListingId, MeetingId, RecommendationId, ReminderId, ThanksId
from assistant.introductions import corrected as introductions
from assistant.ledger import Ledger
from assistant.listings import noting
from assistant.recommendations import corrected as recommendations
from assistant.records import GONE
from assistant.reminders import keeping
from assistant.reply import ListingForm, Matter, MeetingForm, OpenForm, ReminderForm, Subject
from assistant.settings import filled as settings
from assistant.speaker import Speaker
from assistant.thanks import corrected as thanks


def form_of(record: Matter, by: Speaker, ledger: Ledger) -> OpenForm:
    """The record as it stands. Raises Gone for what is not there or not theirs, Refused for what cannot be changed."""
    match record.subject:
        case Subject.MEETING:
            return MeetingForm(by.today, meetings.to_edit(MeetingId(record.id), by, ledger))
        case Subject.INTRODUCTION:
            return introductions.form_of(IntroductionId(record.id), by, ledger)
        case Subject.REMINDER:
            return ReminderForm(by.today, keeping.own(ReminderId(record.id), by, ledger))
        case Subject.LISTING:
            listing = noting.to_edit(ListingId(record.id), by, ledger)
            return ListingForm(listing.kind, by.today, listing)
        case Subject.THANKS:
            return thanks.form_of(ThanksId(record.id), by, ledger)
        case Subject.REFERRAL | Subject.PARTNERSHIP:
            return business.form_of(record, by, ledger)
        case Subject.RECOMMENDATION:
            return recommendations.form_of(RecommendationId(record.id), by, ledger)
        case Subject.SETTINGS:
            return settings.form_of(by.person, ledger)
        case _:
            raise Gone(GONE)
