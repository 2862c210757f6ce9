"""What the buttons of referrals and partnerships bring about."""

from datetime import datetime

from assistant import fields
from assistant.business import either, partnerships, referrals
from assistant.business.moves import Turn
from assistant.business.record import State
from assistant.business.shown import exchange_with, this_year, totals
from assistant.business.steps import GONE, held_partnership, held_referral, matter_for, refuse_undone, stand
from assistant.buttons import Button
from assistant.errors import Gone
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.reply import (
    ExchangeWindow,
    Matter,
    OpenForm,
    PartnershipForm,
    ReferralForm,
    Subject,
    TotalsWindow,
    WithWhomForm,
)
from assistant.speaker import Speaker

_STATES = {Button.CONTACTED: State.CONTACTED, Button.WON: State.WON, Button.LOST: State.LOST}
ANSWERS = frozenset(
    (
        *_STATES, Button.CONFIRM, Button.NOT_RIGHT, Button.NOT_MINE, Button.END_PARTNERSHIP,
        Button.RENEW_PARTNERSHIP, Button.NEW_REFERRAL, Button.NEW_PARTNERSHIP, Button.TOTALS, Button.WITH_WHOM,
        Button.EXCHANGE,
    )
)  # fmt: skip
"""The buttons of business; those about one record carry its kind and id, "referral:7"."""


def pressed(button: Button, of: str, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm:
    """Do what the button asks for. Raises Refused, and Gone for what is not theirs."""
    match button:
        case Button.NEW_REFERRAL:
            return ReferralForm(by.today, ledger.preferences.workspace().currency)
        case Button.NEW_PARTNERSHIP:
            return PartnershipForm()
        case Button.TOTALS:
            return TotalsWindow(totals(by.person, this_year(by.today), ledger))
        case Button.WITH_WHOM:
            return WithWhomForm()
        case Button.EXCHANGE:
            return window(PersonId(fields.number(of, GONE)), by, ledger)
        case _:
            kind, _, number = of.partition(":")
            if kind in (Subject.REFERRAL, Subject.PARTNERSHIP):
                return _of_record(button, Matter(Subject(kind), fields.number(number, GONE)), by, ledger, now)
            raise Gone(GONE)


def window(person: PersonId, by: Speaker, ledger: Ledger) -> ExchangeWindow:
    """What the speaker and that person gave one another. Raises Gone."""
    return exchange_with(person, by.person, by.today, ledger)


def form_of(matter: Matter, by: Speaker, ledger: Ledger) -> ReferralForm | PartnershipForm:
    """The referral or partnership as it stands, to be set right. Raises Gone, Refused."""
    if matter.subject is Subject.REFERRAL:
        referral = held_referral(matter.id, by.person.id, ledger)
        refuse_undone(referral)
        return ReferralForm(by.today, ledger.preferences.workspace().currency, referral)
    partnership = held_partnership(matter.id, by.person.id, ledger)
    refuse_undone(partnership)
    return PartnershipForm(partnership)


def _of_record(button: Button, matter: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm:
    match button:
        case Button.CONFIRM:
            after = either.confirm(matter, by, ledger, now)
        case Button.NOT_MINE:
            after = either.refuse(matter, by, ledger, now)
        case Button.NOT_RIGHT | Button.RENEW_PARTNERSHIP:
            return form_of(matter, by, ledger)
        case _ if matter.subject is Subject.REFERRAL:
            referral = held_referral(matter.id, by.person.id, ledger)
            if button not in _STATES:
                raise Gone(GONE)
            after = referrals.move(referral, _STATES[button], by, ledger, now)
        case Button.END_PARTNERSHIP:
            after = partnerships.turn(Turn.END, matter.id, by, ledger, now)
        case _:
            raise Gone(GONE)
    stand(after, by, ledger, now)
    return matter_for(after, by.person.id)
