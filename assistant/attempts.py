"""Buttons and forms as attempts: of what is refused, or filled in wrongly, nothing is written."""

from datetime import datetime

from assistant import forms, pressing
from assistant.errors import AnswerRefused, Refused
from assistant.ledger import Ledger
from assistant.reply import FormErrors, Matter, OpenForm, Refusal
from assistant.said import ButtonPress, FormSubmission
from assistant.speaker import Speaker


class _Wrong(Exception):
    """Something is wrong with a form."""

    def __init__(self, errors: FormErrors) -> None:
        super().__init__(errors)
        self.errors = errors


def pressed(press: ButtonPress, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm | Refusal | None:
    """What the button brings about. Where it is refused, no more is written than that a question was answered."""
    try:
        with ledger.attempt():
            try:
                return pressing.answer(press, by, ledger, now)
            except AnswerRefused as refusal:
                return Refusal(str(refusal))
    except Refused as refusal:
        return Refusal(str(refusal))


def sent(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm | FormErrors | None:
    """What the form brings about; nothing at all if something is wrong with it."""
    try:
        with ledger.attempt():
            outcome = forms.sent(form, by, ledger, now)
            if isinstance(outcome, FormErrors):
                raise _Wrong(outcome)
            return outcome
    except _Wrong as wrong:
        return wrong.errors
