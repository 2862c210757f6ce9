"""The buttons that every nudge has, whatever it is about."""

from datetime import datetime

from assistant.buttons import Button
from assistant.errors import Gone
from assistant.ids import NudgeId
from assistant.ledger import Ledger
from assistant.nudges.plan import end
from assistant.nudges.record import Ending, Nudge, State
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

GONE = "That isn't there any more."
_HOW = {Button.NUDGE_DONE: Ending.DONE, Button.NUDGE_ALREADY: Ending.ALREADY, Button.NUDGE_PASS: Ending.PASSED}
ANSWERS = frozenset(_HOW)


def pressed(button: Button, number: NudgeId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Settle it; a second press changes nothing. Raises Gone for what is not there or not theirs."""
    return message_of(end(own(number, by, ledger), State.SETTLED, _HOW[button], ledger, now))


def own(number: NudgeId, by: Speaker, ledger: Ledger) -> Nudge:
    """The speaker's nudge. Raises Gone."""
    nudge = ledger.nudges.get(number)
    if nudge is None or nudge.person != by.person.id:
        raise Gone(GONE)
    return nudge


def message_of(nudge: Nudge) -> Matter:
    """The message that the nudge stands in."""
    return Matter(Subject.NUDGES, nudge.batch or nudge.id)
