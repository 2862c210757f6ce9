"""From a frame to the capability behind it: the one visible list of what Wellmet does."""

from datetime import datetime
from typing import assert_never

from assistant import corrections, forgetting, handing_out, meetings
from assistant.business import partnerships, referrals
from assistant.errors import Refused
from assistant.following import show_home
from assistant.ids import QuestionId
from assistant.introductions import elsewhere, offered, requests
from assistant.ledger import Ledger
from assistant.listings import noting
from assistant.phrases.frame import Frame, Intent
from assistant.phrases.frame import Subject as FrameSubject
from assistant.recall import asking
from assistant.recommendations import recommending
from assistant.reminders import asking as reminders
from assistant.reply import Matter, Subject
from assistant.settings import saying
from assistant.speaker import Speaker
from assistant.thanks import giving

# Lists of one's own that are shown as they stand, and kept up to date.
LISTS = {FrameSubject.OFFERS: Subject.OFFERS, FrameSubject.NEEDS: Subject.NEEDS}


def act(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None = None) -> Matter:
    """Do what the frame asks for; what there is to tell of it, which may be a question. Raises Refused.

    `asked` is the question that the sentence waited for, if there was one. `now` is our clock, for what follows.
    """
    match frame.intent:
        case Intent.RECORD_MEETING:
            matter = meetings.note(frame, by, ledger, asked)
            show_home(by.person, ledger, now)
            return matter
        case Intent.REQUEST_INTRO | Intent.FIND_PATH:
            return requests.request(frame, by, ledger, now, asked)
        case Intent.MAKE_INTRO:
            return offered.offer(frame, by, ledger, now, asked)
        case Intent.LOG_INTRO:
            return elsewhere.log(frame, by, ledger, asked)
        case Intent.VOLUNTEER_INTRO:
            raise Refused("Say that in the thread of the request's card, or press the button on it.")
        case Intent.GIVE_THANKS:
            return giving.give(frame, by, ledger, now, asked)
        case Intent.LOG_REFERRAL:
            return referrals.log(frame, by, ledger, now, asked)
        case Intent.RECORD_PARTNERSHIP:
            return partnerships.record(frame, by, ledger, now, asked)
        case Intent.SHOW if frame.subject is FrameSubject.PARTNERS:
            return Matter(Subject.PARTNERSHIPS, words=by.today.isoformat())
        case Intent.SETTINGS:
            return saying.settings(frame, by, ledger, now)
        case Intent.SET_REMINDER:
            return reminders.remind(frame, by, ledger, now, asked)
        case Intent.KEEP_IN_TOUCH:
            return reminders.keep_in_touch(frame, by, ledger, now, asked)
        case Intent.SHOW if frame.subject is FrameSubject.REMINDERS:
            return Matter(Subject.REMINDERS)
        case Intent.SHOW if frame.subject is FrameSubject.REQUESTS:
            return Matter(Subject.REQUESTS)
        case Intent.RECALL:
            return asking.recall(frame, by, ledger, asked)
        case Intent.SHOW if frame.subject in asking.SHOWN:
            return asking.show(frame, by)
        case Intent.SET_OFFER | Intent.SET_NEED:
            return noting.note(frame, by, ledger, now)
        case Intent.RECOMMEND:
            return recommending.recommend(frame, by, ledger, now, asked)
        case Intent.SHOW if frame.subject in LISTS:
            return Matter(LISTS[frame.subject], by.person.id)
        case Intent.SHOW if frame.subject is FrameSubject.THANKS_OWED:
            return Matter(Subject.THANKS_OWED)
        case Intent.CORRECT:
            return corrections.correct(frame, by, ledger, now, asked)
        case Intent.FORGET if frame.subject is FrameSubject.EXPORT:
            return handing_out.offer(by, ledger, now)
        case Intent.FORGET:
            return forgetting.ask(frame, by, ledger, asked)
        case Intent.SHOW | Intent.HELP | Intent.NONE:
            return Matter(Subject.HELP)
        case _:
            assert_never(frame.intent)
