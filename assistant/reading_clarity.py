"""How clear it is that something is set right, by what stands in the record: what it says that it was not, a figure."""

from assistant import picking
from assistant.business.record import State
from assistant.facts import PersonSaid
from assistant.ids import PartnershipId, ReferralId, ReminderId
from assistant.ledger import Ledger
from assistant.people.resolve import Sure, resolve
from assistant.phrases.en.denying import Denied
from assistant.phrases.en.formality import formality_alone
from assistant.phrases.en.joining_in import names_of
from assistant.phrases.en.outcomes import outcome
from assistant.phrases.en.setting_right import Clear, SetRight, amount, is_bare_hour, led, name_in
from assistant.phrases.frame import Frame, Record
from assistant.reading_several import people_in
from assistant.reading_slots import said_slots
from assistant.reading_values import moment
from assistant.reply import Matter
from assistant.speaker import Speaker

NOT_IT = (
    "Nothing was changed, since that says what it was not. Who or when was it? Say it like “no, it was Linn” or "
    "“no, it was Friday”. To leave somebody out of a meeting, say “remove Tom from the meeting”."
)


def denies(it: Denied, record: Record, by: Speaker, ledger: Ledger) -> bool:
    """Whether it is somebody, or a day, that it was not; any other words may be talk."""
    return bool(people_in((name_in(it.what),), by, ledger) or (it.clear and moment(it.what, record, by)))


def how_clear(new: SetRight, read: Frame, record: Matter, kind: Record, by: Speaker, ledger: Ledger) -> Clear | None:
    """How clear it is that something is set right in that record; None where it is no correction at all."""
    if new.against:
        return _clear_against(new, read, record, kind, by, ledger)
    return Clear.NOT if _is_any_figure(new, read, record, kind, by, ledger) else new.clear


def _is_any_figure(new: SetRight, read: Frame, record: Matter, kind: Record, by: Speaker, ledger: Ledger) -> bool:
    """Whether a figure alone may count anything, "it was 20": it is no hour, nor a sum, before that is said."""
    if new.anew or new.slot or new.clear is Clear.ANY:
        return False
    if kind is Record.REMINDER and is_bare_hour(new.value):
        present = ledger.reminders.get(by.person.id, ReminderId(record.id))
        return new.clear <= Clear.FIGURE or present is None or present.at is None
    return read.amount is not None and not read.amount.currency and new.clear <= Clear.FIGURE


def _clear_against(
    new: SetRight, frame: Frame, record: Matter, kind: Record, by: Speaker, ledger: Ledger
) -> Clear | None:
    """How clear it is that what was said takes the place of what it was not, "it wasn't Tom, it was Linn".

    None where what it was not is nothing of that kind, "it wasn't my idea, it was Linn": then it may be any talk.
    """
    said = said_slots(frame)
    if all(_stands(slot, new.against, record, kind, by, ledger) for slot in said):
        return new.firm
    alike = any(_is_such(slot, new.against, kind, by, ledger) for slot in said)
    return None if new.clear is Clear.NOT and not alike else new.clear


def _stands(slot: str, old: str, record: Matter, kind: Record, by: Speaker, ledger: Ledger) -> bool:
    """Whether what it was not stands in that slot of the record."""
    match slot:
        case "people":
            named = [resolve(one, ledger.people.directory(), by.person.id) for one in _people(old, by, ledger)]
            told = picking.told_of(record, kind, None, by, ledger)
            there = {person.id for person in told.people} if told else set()
            return bool(named) and all(isinstance(one, Sure) and one.person.id in there for one in named)
        case "when":
            when = moment(old, kind, by)
            dated = when is not None and kind is not Record.SETTINGS
            return dated and picking.told_of(record, kind, when, by, ledger) is not None
        case "amount" | "outcome":
            referral = ledger.referrals.get(ReferralId(record.id))
            money, became = referral.facts.money if referral else None, outcome(old)
            if slot == "outcome":
                return referral is not None and became is not None and referral.state == State(became)
            said = amount(old)
            return money is not None and said is not None and float(money.value) == said.value
        case "formality":
            partnership = ledger.partnerships.get(PartnershipId(record.id))
            return partnership is not None and formality_alone(old) is partnership.facts.formality
        case _:
            told = picking.told_of(record, kind, None, by, ledger)
            return told is not None and told.speaks_of(led(old)[1])


def _is_such(slot: str, old: str, kind: Record, by: Speaker, ledger: Ledger) -> bool:
    """Whether what it was not could stand in that slot; of any words, those behind one that says what they are."""
    match slot:
        case "people":
            return bool(_people(old, by, ledger))
        case "when":
            return is_bare_hour(old) or moment(old, kind, by) is not None
        case "amount":
            return amount(old) is not None
        case "outcome":
            return outcome(old) is not None
        case "formality":
            return formality_alone(old) is not None
        case _:
            return led(old)[0] != ""


def _people(text: str, by: Speaker, ledger: Ledger) -> tuple[PersonSaid, ...]:
    return people_in(names_of(name_in(text)), by, ledger)
