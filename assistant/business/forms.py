"""The forms of referrals and partnerships, and the one that asks with whom. What is wrong is said under its field."""

from datetime import datetime

from assistant import fields
from assistant.business import partnerships, referrals
from assistant.business.answers import window
from assistant.business.money import Money, is_currency, typed
from assistant.business.record import LINE, Partnership, PartnershipFacts, Referral, ReferralFacts, State
from assistant.business.referrals import refuse_ahead
from assistant.business.steps import GONE, held_partnership, held_referral, matter_for, stand
from assistant.buttons import Field, Form
from assistant.errors import Refused, StillAhead
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.meetings import when_of
from assistant.phrases.frame import Formality
from assistant.reply import ExchangeWindow, FormErrors, Matter
from assistant.said import FormSubmission
from assistant.speaker import Speaker

FORMS = frozenset((Form.REFERRAL, Form.PARTNERSHIP, Form.WITH_WHOM))
SENT = "sent"  # the choice of a new referral's direction: by whoever fills it in; else to them
_MEANWHILE = "This was changed while the form was open. Close it and open it again."
_UNDER = {Form.REFERRAL: Field.CLIENT, Form.PARTNERSHIP: Field.AIM, Form.WITH_WHOM: Field.WITH}


class _Wrong(Exception):
    """A field holds what cannot be taken."""

    def __init__(self, field: Field, sentence: str) -> None:
        super().__init__(sentence)
        self.errors = FormErrors(((field, sentence),))


def filled_in(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors | ExchangeWindow:
    """Do what the form asks for, or say what is wrong with it, and nothing is written."""
    try:
        match form.form:
            case Form.REFERRAL:
                return _kept(_referral(form, by, ledger, now), form, by, ledger, now)
            case Form.PARTNERSHIP:
                return _kept(_partnership(form, by, ledger, now), form, by, ledger, now)
            case _:
                person = _person(form, by, ledger, new=False)
                if person is None:
                    raise _Wrong(Field.WITH, "Choose somebody from the list.")
                return window(person, by, ledger)
    except _Wrong as wrong:
        return wrong.errors
    except StillAhead as refusal:
        return FormErrors(((Field.DAY, str(refusal)),))
    except Refused as refusal:
        return FormErrors(((_UNDER[Form(form.form)], str(refusal)),))


def _referral(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Referral:
    before = held_referral(fields.number(form.of, GONE), by.person.id, ledger) if form.of else None
    _refuse_meanwhile(before, form.version)
    when = when_of(fields.day(form, Field.DAY), None, before.facts.when if before else None)
    refuse_ahead(when, by.today)
    facts = ReferralFacts(when, _line(form, Field.CLIENT), _line(form, Field.TOPIC), _money(form))
    state = _state(form)
    if before is None:
        other = _person(form, by, ledger, new=True)
        if other is None:
            raise _Wrong(Field.WITH, "With whom? Type a name to find or add somebody.")
        sent = _line(form, Field.DIRECTION) == SENT
        two = (by.person.id, other) if sent else (other, by.person.id)
        return referrals.add(*two, facts, state or State.SENT, by, ledger, now)
    after = referrals.change(before, facts, by, ledger, now)
    return referrals.move(after, state, by, ledger, now) if state and state is not after.state else after


def _partnership(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Partnership:
    before = held_partnership(fields.number(form.of, GONE), by.person.id, ledger) if form.of else None
    _refuse_meanwhile(before, form.version)
    since, until = fields.day(form, Field.SINCE), fields.day(form, Field.UNTIL)
    if since and until and until < since:
        raise _Wrong(Field.UNTIL, "That is before it begins.")
    formality = next((one for one in Formality if one == _line(form, Field.FORMALITY)), None)
    organisation, aim, terms = (_line(form, field) for field in (Field.ORGANISATION, Field.AIM, Field.TERMS))
    facts = PartnershipFacts(organisation, aim, terms, formality, since, until)
    if before:
        if before.other is None and not facts.organisation:
            raise _Wrong(Field.ORGANISATION, "With which organisation?")
        return partnerships.change(before, facts, by, ledger, now)
    other = _person(form, by, ledger, new=True)
    if other is None and not facts.organisation:
        raise _Wrong(Field.WITH, "With whom? Choose a person, or name an organisation.")
    return partnerships.add(other, facts, by, ledger, now)


def _kept(record: Referral | Partnership, form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    if form.of:  # of a new one the desk tells
        stand(record, by, ledger, now)
    return matter_for(record, by.person.id)


def _refuse_meanwhile(before: Referral | Partnership | None, version: int) -> None:
    if before and before.version != version:
        raise Refused(_MEANWHILE)


def _money(form: FormSubmission) -> Money | None:
    value, currency = _line(form, Field.AMOUNT), _line(form, Field.CURRENCY).upper()
    if currency and not is_currency(currency):
        raise _Wrong(Field.CURRENCY, "Three letters, like GBP, EUR or USD.")
    if not value:
        return None
    money = typed(value, currency)
    if money is None:
        raise _Wrong(Field.AMOUNT, "A sum like 2500, 2,500.50 or 3k.")
    return money


def _state(form: FormSubmission) -> State | None:
    return next((one for one in State if one == _line(form, Field.STATE)), None)


def _person(form: FormSubmission, by: Speaker, ledger: Ledger, *, new: bool) -> PersonId | None:
    """Who was chosen, not the speaker; with `new`, a name that nobody has becomes a contact."""
    read = fields.person_or_new if new else fields.person
    person = read(form, Field.WITH, by, ledger)
    return person.id if person and person.id != by.person.id else None


def _line(form: FormSubmission, field: Field) -> str:
    return fields.line(form, field)[:LINE]
