"""The buttons of a reminder to thank. Nothing is said in anybody's name before they press `Send`."""

from dataclasses import replace
from datetime import datetime

from assistant.buttons import Button
from assistant.errors import Gone
from assistant.facts import Person
from assistant.following import say
from assistant.ids import NudgeId, PersonId
from assistant.jobs import Say
from assistant.ledger import Ledger
from assistant.nudges.answers import GONE, message_of, own
from assistant.nudges.deeds import item
from assistant.nudges.plan import end
from assistant.nudges.record import Ending, Nudge, State
from assistant.reply import Matter, OpenForm, Refusal, ThanksDue, ThanksForm
from assistant.settings.changing import change
from assistant.speaker import Speaker
from assistant.thanks.giving import thank
from assistant.thanks.made import Made, made_or_gone

ANSWERS = frozenset((Button.SEND_THANKS, Button.EDIT_THANKS, Button.THANKED_ALREADY, Button.FEWER))
SETTLED = "You have answered that one already."


def pressed(button: Button, number: NudgeId, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm | Refusal:
    """Do what the button asks for; a second press changes nothing. Raises Gone for what is not there or not theirs."""
    nudge = own(number, by, ledger)
    if not nudge.is_open:
        return Refusal(SETTLED)
    if button is Button.FEWER:
        end(nudge, State.SETTLED, Ending.FEWER, ledger, now)
        return _fewer(by, ledger, now)
    wanted = _due(nudge, by, ledger)
    if button is Button.EDIT_THANKS:
        return ThanksForm(next(iter(wanted.owed), None), wanted.draft, nudge.id, _receivers(wanted))
    words = wanted.draft if button is Button.SEND_THANKS else ""
    return send(nudge, words, by, ledger, now, elsewhere=button is Button.THANKED_ALREADY)


def send(nudge: Nudge, words: str, by: Speaker, ledger: Ledger, now: datetime, *, elsewhere: bool = False) -> Matter:
    """Thank everybody the reminder is about, in these words; or note that it was done elsewhere."""
    wanted = _due(nudge, by, ledger)
    to: list[tuple[PersonId, Made | None]] = [(wanted.sender.id, None)] if wanted.sender else []
    to += [(one.connector.id, made_or_gone(one.introduction, by, ledger)) for one in wanted.owed]
    given = thank(
        to, words, by, ledger, now, elsewhere=elsewhere, business=wanted.business, referral=wanted.referral
    )  # fmt: skip
    end(nudge, State.SETTLED, Ending.ALREADY if elsewhere else Ending.DONE, ledger, now)
    if not elsewhere:
        say(Say(by.account, given), f"thanked:{given.id}", ledger, now)
    return message_of(nudge)


def _receivers(wanted: ThanksDue) -> tuple[Person, ...]:
    return tuple(filter(None, (wanted.sender, *(one.connector for one in wanted.owed))))


def _due(nudge: Nudge, by: Speaker, ledger: Ledger) -> ThanksDue:
    wanted = item(nudge, by.person, ledger)
    if not isinstance(wanted, ThanksDue):
        raise Gone(GONE)
    return wanted


def _fewer(by: Speaker, ledger: Ledger, now: datetime) -> Refusal:
    """One less in a week than so far; none at all is the same as stopping."""
    chosen = ledger.preferences.of(by.person.id)
    most = ledger.preferences.workspace().nudges_a_week if chosen.nudges_a_week is None else chosen.nudges_a_week
    fewer = max(most - 1, 0)
    change(replace(chosen, nudges_a_week=fewer), by, ledger, now)
    how = f"at most {fewer} a week" if fewer else "none any more"
    back = "“undo” or Settings on my Home page change it back" if fewer else "“undo” or “resume nudges” change it back"
    return Refusal(f"From now on I remind you less: {how}. I leave this one at that; {back}.")
