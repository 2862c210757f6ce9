"""Handing a member all that is kept of them, as a file in their private conversation."""

from datetime import datetime

from assistant.export.copy import Format
from assistant.export.files import file
from assistant.following import lane_of
from assistant.ids import AccountId
from assistant.jobs import HandOut
from assistant.ledger import Ledger
from assistant.outgoing import Upload
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker


def offer(by: Speaker, ledger: Ledger, now: datetime, wanted: Format = Format.JSON) -> Matter:
    """Everything follows in the form wanted; the others are offered beside it."""
    hand_out(wanted, by, ledger, now)
    return Matter(Subject.EXPORT, words=wanted)


def hand_out(wanted: Format, by: Speaker, ledger: Ledger, now: datetime) -> None:
    """The file follows through the outbox, made when it is sent. Asked for twice meanwhile, it comes once."""
    key = f"export:{by.account}:{wanted}"
    ledger.outbox.put(HandOut(by.account, wanted), key, lane_of(by.account), now, replace=True)


def made(to: AccountId, wanted: Format, ledger: Ledger, now: datetime) -> Upload | None:
    """The file with what is kept at this moment; None for an account that is not known any more."""
    member = ledger.people.by_account(to)
    return Upload(to, file(ledger.kept.copy(member.id), wanted, now)) if member else None
