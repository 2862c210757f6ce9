"""Setting right an offer or need by a sentence: "no, I meant wedding cakes", "it's for couples", "until Friday"."""

from datetime import date, datetime

from assistant.errors import Refused
from assistant.ids import ListingId, QuestionId
from assistant.ledger import Ledger
from assistant.listings import noting
from assistant.listings.record import ListingKind
from assistant.phrases.frame import Frame
from assistant.reminders.moments import PAST, to_come
from assistant.reply import Matter
from assistant.speaker import Speaker

_OFFER = "Tell me what to change: what you offer, or whom it is for. Or press Edit."
_NEED = "Tell me what to change: what you look for, or by when. Or press Edit."
_NO_END = "An offer has no last day: it stands until you remove it. Now and then I ask whether it is still so."


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The new words, audience or day in the place of the old. Raises Gone, Refused; nobody has to be asked about."""
    present = noting.to_edit(ListingId(record.id), by, ledger)
    offer = present.kind is ListingKind.OFFER
    if offer and frame.when:
        raise Refused(_NO_END)
    until = _day(frame, by)
    audience = frame.audience if offer else ""
    if not (frame.topic or audience or until):
        raise Refused(_OFFER if offer else _NEED)
    words = frame.topic or present.words
    draft = noting.drafted(present.kind, words, audience or present.audience, until or present.until)
    return noting.amend(present.id, present.version, draft, by, ledger, now)


def _day(frame: Frame, by: Speaker) -> date | None:
    """The last day that was said. Raises Refused for one that has passed."""
    when = to_come(frame, by)
    day = (when.end or when.start) if when else None
    if day and day < by.today:
        raise Refused(PAST)
    return day
