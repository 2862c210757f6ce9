"""The forms of settings: a member's own, and what admins choose for everybody. What is wrong stands under its field."""

from dataclasses import replace
from datetime import date, datetime, time

from assistant.business.money import is_currency
from assistant.buttons import Field, Form
from assistant.decent import hours_of, leaves_time
from assistant.entered import text_in
from assistant.errors import Refused
from assistant.facts import Person, Preferences
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.reply import FormErrors, Matter, SettingsForm
from assistant.said import FormSubmission
from assistant.settings.changing import change
from assistant.speaker import Speaker

FORMS = frozenset((Form.SETTINGS, Form.WORKSPACE))
MOST_ASKS = 50  # requests a month; who wants more wants no limit
MOST_NUDGES = 20  # a week
_WHOLE = "A whole number from 0 to {}."
_QUIET = "Quiet hours have a beginning and an end: set both, or neither."
_NO_TIME = "These hours leave no time at all. Choose some day, and an end that is later than the beginning."


def form_of(person: Person, ledger: Ledger) -> SettingsForm:
    """A member's own, as they hold now."""
    apart = ledger.blocks.by(person.id)
    people = ledger.people.by_ids(apart)
    kept = tuple(people[one] for one in apart if one in people)
    return SettingsForm(ledger.preferences.of(person.id), ledger.preferences.workspace(), kept)


def filled_in(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors | None:
    """Do what the form asks for; None when only Home shows it."""
    if form.form == Form.WORKSPACE:
        return _workspace(form, by.person, ledger)
    try:
        return _own(form, by, ledger, now)
    except Refused as refusal:
        return FormErrors(((Field.FROM, str(refusal)),))


def _own(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors | None:
    shows = form.fields.get(Field.SHOWS, ())
    asks, nudges = _number(form, Field.ASKS, MOST_ASKS), _number(form, Field.NUDGES, MOST_NUDGES)
    for field, number, most in ((Field.ASKS, asks, MOST_ASKS), (Field.NUDGES, nudges, MOST_NUDGES)):
        if text_in(form, field) and number is None:
            return FormErrors(((field, _WHOLE.format(most)),))
    try:
        rests = date.fromisoformat(text_in(form, Field.RESTS)) if text_in(form, Field.RESTS) else None
    except ValueError:
        return FormErrors(((Field.RESTS, "Choose a day."),))
    quiet = _time(form, Field.QUIET_FROM), _time(form, Field.QUIET_UNTIL)
    if (quiet[0] is None) != (quiet[1] is None):
        return FormErrors(((Field.QUIET_UNTIL if quiet[0] else Field.QUIET_FROM, _QUIET),))
    # Whom the form showed and who is not chosen any more; whoever was added meanwhile stays.
    kept = form.fields.get(Field.APART, ())
    lifted = [PersonId(int(one)) for one in form.of.split(",") if one.isdecimal() and one not in kept]
    ledger.blocks.lift(by.person.id, lifted)
    present, settings = ledger.preferences.of(by.person.id), ledger.preferences.workspace()
    after = replace(
        present,
        shows_ties="ties" in shows,
        shows_contacts="contacts" in shows,
        may_be_recommended="recommended" in shows,
        asks_a_month=asks,
        rests_until=rests,
        nudges_a_week=nudges,
        nudges_stopped=present.nudges_stopped and not nudges,
        hours_from=_unless_usual(_time(form, Field.FROM), settings.hours_from),
        hours_until=_unless_usual(_time(form, Field.UNTIL), settings.hours_until),
        days=() if _days(form) in ((), settings.days) else _days(form),
        quiet_from=quiet[0],
        quiet_until=quiet[1],
    )
    return None if after == present else change(after, by, ledger, now)


def _workspace(form: FormSubmission, person: Person, ledger: Ledger) -> FormErrors | None:
    if not person.admin:
        return FormErrors(((Field.CHANNEL, "Only admins of the workspace change this."),))
    asks, nudges = _number(form, Field.ASKS, MOST_ASKS), _number(form, Field.NUDGES, MOST_NUDGES)
    currency = text_in(form, Field.CURRENCY).upper()
    if currency and not is_currency(currency):
        return FormErrors(((Field.CURRENCY, "Three letters, like GBP, EUR or USD."),))
    present = ledger.preferences.workspace()
    after = replace(
        present,
        introductions_channel=text_in(form, Field.CHANNEL),
        currency=currency,
        asks_a_month=present.asks_a_month if asks is None else asks,
        nudges_a_week=present.nudges_a_week if nudges is None else nudges,
        hours_from=_time(form, Field.FROM) or present.hours_from,
        hours_until=_time(form, Field.UNTIL) or present.hours_until,
        days=_days(form) or present.days,
    )
    for field, number, most in ((Field.ASKS, asks, MOST_ASKS), (Field.NUDGES, nudges, MOST_NUDGES)):
        if number is None and (text_in(form, field) or field is Field.ASKS):
            return FormErrors(((field, _WHOLE.format(most)),))
    if not leaves_time(hours_of(Preferences(), after)):
        return FormErrors(((Field.UNTIL, _NO_TIME),))
    ledger.preferences.settle(after)
    return None


def _unless_usual(chosen: time | None, usual: time) -> time | None:
    """Who leaves the usual hours as they are goes along when the workspace changes them."""
    return None if chosen == usual else chosen


def _number(form: FormSubmission, field: Field, most: int) -> int | None:
    text = text_in(form, field)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 and int(text) <= most else None


def _time(form: FormSubmission, field: Field) -> time | None:
    try:
        return time.fromisoformat(text_in(form, field))
    except ValueError:
        return None


def _days(form: FormSubmission) -> tuple[int, ...]:
    chosen = form.fields.get(Field.DAYS, ())
    return tuple(sorted({int(one) for one in chosen if one in tuple("0123456")}))
