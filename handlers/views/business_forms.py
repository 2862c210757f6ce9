"""The forms of referrals and partnerships, new or as they stand."""

from datetime import date

from assistant.business.record import LINE, State
from assistant.buttons import Field, Form
from assistant.phrases.frame import Formality
from assistant.reply import PartnershipForm, ReferralForm
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, option, plain, small
from handlers.views.business_words import ONLY_TWO
from handlers.views.fields import choice_of_one, field, modal, text

_STATES = {State.SENT: "Sent", State.CONTACTED: "In touch", State.WON: "Won", State.LOST: "Lost"}
_FORMALITY = {Formality.INFORMAL: "Informal", Formality.FORMAL: "On paper: a contract or agreement"}
_AGAIN = "If you change what the other one confirmed, they are asked once more."


def referral(form: ReferralForm, where: Where) -> Block:
    """Who sent what to whom, and what became of it."""
    known = form.referral
    facts = known.facts if known else None
    money = facts.money if facts else None
    day = (facts.when.start if facts else form.today) or None
    directions = [option("They sent it to me", "received"), option("I sent it to them", "sent")]
    states = [option(label, state) for state, label in _STATES.items()]
    state = list(_STATES).index(known.state if known else State.SENT)
    new = [
        field(Field.WITH, "With whom", choice_of_one("Type a name", 1), optional=False),
        field(Field.DIRECTION, "Who sent it", _radio(directions, directions[0]), optional=False),
    ]
    return modal(
        "Edit the referral" if known else "Note a referral",
        Form.REFERRAL,
        Back(str(known.id), known.version, where) if known else Back(where=where),
        [
            *([] if known else new),
            text(Field.CLIENT, "Client", facts.client if facts else "", LINE),
            text(Field.TOPIC, "What it is about", facts.what if facts else "", LINE),
            text(Field.AMOUNT, "Worth", f"{money.value:f}" if money else "", 40, placeholder="2,500"),
            text(Field.CURRENCY, "Currency", money.currency if money else form.currency, 3, placeholder="GBP"),
            field(Field.DAY, "Day", _day(day)),
            field(Field.STATE, "What became of it", _radio(states, states[state]), optional=False),
            small(f"{_AGAIN if known else 'They are asked once whether it is right.'} {ONLY_TWO}"),
        ],
    )


def partnership(form: PartnershipForm, where: Where) -> Block:
    """With whom, to what aim, on what terms, from when until when."""
    known = form.partnership
    facts = known.facts if known else None
    kinds = [option(label, kind) for kind, label in _FORMALITY.items()]
    kind = kinds[1] if facts and facts.formality is Formality.FORMAL else kinds[0]
    return modal(
        "Edit the partnership" if known else "Note a partnership",
        Form.PARTNERSHIP,
        Back(str(known.id), known.version, where) if known else Back(where=where),
        [
            *([] if known else [field(Field.WITH, "With whom", choice_of_one("Type a name", 1))]),
            text(Field.ORGANISATION, "Organisation", facts.organisation if facts else "", LINE),
            text(Field.AIM, "Shared aim", facts.aim if facts else "", LINE, placeholder="What is it for?"),
            text(Field.TERMS, "Terms, in a line", facts.terms if facts else "", LINE, placeholder="Who does what"),
            field(Field.FORMALITY, "How", _radio(kinds, kind), optional=False),
            field(Field.SINCE, "From", _day(facts.since if facts else None)),
            field(Field.UNTIL, "Until", _day(facts.until if facts else None)),
            small(f"{_AGAIN if known else 'They are asked once whether it is right.'} {ONLY_TWO}"),
        ],
    )


def with_whom(where: Where) -> Block:
    """Whose giving and receiving to look at."""
    whom = field(Field.WITH, "With whom", choice_of_one("Type a name", 1) | {"focus_on_load": True}, optional=False)
    return modal("Give and receive", Form.WITH_WHOM, Back(where=where), [whom], submit="Show")


def _radio(choices: list[Block], chosen: Block) -> Block:
    return {"type": "radio_buttons", "options": choices, "initial_option": chosen}


def _day(day: date | None) -> Block:
    element: Block = {"type": "datepicker", "placeholder": plain("Choose a day", 150)}
    return element | {"initial_date": day.isoformat()} if day else element
