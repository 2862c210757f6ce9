"""The form of an offer or a need. What is wrong is said under its field, and nothing is written."""

from datetime import date, datetime

from assistant.buttons import Field, Form
from assistant.errors import Refused
from assistant.ids import ListingId
from assistant.ledger import Ledger
from assistant.listings import noting
from assistant.listings.record import ListingKind
from assistant.reply import FormErrors, Matter
from assistant.said import FormSubmission
from assistant.speaker import Speaker

FORMS = frozenset((Form.OFFER, Form.NEED))


def filled_in(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """Write the form down."""
    kind = ListingKind.OFFER if form.form == Form.OFFER else ListingKind.NEED
    until = _day(form)
    if until and until < by.today:
        return FormErrors(((Field.DAY, "That day has passed. Choose another, or none."),))
    try:
        draft = noting.drafted(kind, _text(form, Field.WORDS), _text(form, Field.AUDIENCE), until)
        if form.of.isdecimal():
            return noting.amend(ListingId(int(form.of)), form.version, draft, by, ledger, now)
        listing, _ = noting.write(draft, by, ledger, now)
    except Refused as refusal:
        return FormErrors(((Field.WORDS, str(refusal)),))
    return noting.matter_of(listing)


def _text(form: FormSubmission, field: Field) -> str:
    value = form.fields.get(field, "")
    return value if isinstance(value, str) else ""


def _day(form: FormSubmission) -> date | None:
    try:
        return date.fromisoformat(_text(form, Field.DAY))
    except ValueError:
        return None
