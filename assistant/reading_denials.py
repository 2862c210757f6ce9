"""What a sentence says it was not: nothing is set right by that, and one asks back who or when it was."""

from assistant.errors import Refused
from assistant.ledger import Ledger
from assistant.phrases.en.denying import Denied
from assistant.phrases.en.setting_right import name_in
from assistant.phrases.frame import Record
from assistant.reading_several import people_in
from assistant.reading_values import moment
from assistant.speaker import Speaker

NOT_IT = (
    "Nothing was changed, since that says what it was not. Who or when was it? Say it like “no, it was Linn” or "
    "“no, it was Friday”. To leave somebody out of a meeting, say “remove Tom from the meeting”."
)


def refuse_denied(it: Denied, record: Record, by: Speaker, ledger: Ledger) -> None:
    """Raises Refused for somebody, or a day, that it was not; any other words may be talk."""
    if people_in((name_in(it.what),), by, ledger) or (it.clear and moment(it.what, record, by)):
        raise Refused(NOT_IT)
