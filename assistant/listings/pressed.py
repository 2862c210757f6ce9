"""The buttons of offers, needs and those who may fit."""

from datetime import datetime

from assistant import undoing
from assistant.buttons import Button
from assistant.errors import Gone
from assistant.facts import Person
from assistant.ids import FitId, ListingId
from assistant.ledger import Ledger
from assistant.listings import answers, fitting, noting
from assistant.listings.record import ListingKind, Taken
from assistant.reply import ListingForm, Matter, OpenForm, RequestForm, Subject, Window
from assistant.speaker import Speaker

GONE = noting.GONE
BUTTONS = frozenset(
    (
        Button.NEW_OFFER, Button.NEW_NEED, Button.REMOVE_LISTING, Button.KEEP_LISTING,
        Button.FIT_INTRO, Button.FIT_WRITE, Button.FIT_NOT, Button.AUDIENCE,
    )
)  # fmt: skip


def pressed(button: Button, of: int, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm:
    """Do what the button asks for. Raises Gone, Refused."""
    match button:
        case Button.AUDIENCE:
            return Window(answers.audience(by.person, ledger), Matter(Subject.AUDIENCE, by.person.id))
        case Button.NEW_OFFER:
            return ListingForm(ListingKind.OFFER, by.today)
        case Button.NEW_NEED:
            return ListingForm(ListingKind.NEED, by.today)
        case Button.REMOVE_LISTING:
            return undoing.take_back(Matter(Subject.LISTING, of), by, ledger, now)
        case Button.KEEP_LISTING:
            return noting.keep(ListingId(of), by, ledger, now)
        case Button.FIT_INTRO:
            fit, person = fitting.to_take(FitId(of), by.person, ledger)
            return _introduction_for(fit.need, person, by, ledger)
        case Button.FIT_WRITE:
            return fitting.take(FitId(of), Taken.WRITES, by.person, ledger)
        case Button.FIT_NOT:
            return fitting.take(FitId(of), Taken.NOT_THIS, by.person, ledger)
        case _:
            raise Gone(GONE)


def _introduction_for(need: ListingId, person: Person, by: Speaker, ledger: Ledger) -> RequestForm:
    """The form for a request, with the need as its why; it can be written over."""
    return RequestForm(person, f"I'm looking for {noting.own(need, by, ledger).words}")
