"""What the words of a correction stand for: the record that was named, and the new value where it belongs in it."""

from dataclasses import dataclass, replace

from assistant.errors import Refused
from assistant.facts import When
from assistant.ledger import Ledger
from assistant.people.resolve import Unknown, resolve
from assistant.phrases import dates
from assistant.phrases.dates import Direction, Now
from assistant.phrases.en.formality import formality_alone
from assistant.phrases.en.naming import Named, pieces
from assistant.phrases.en.outcomes import outcome
from assistant.phrases.en.setting_right import (
    Clear,
    SetRight,
    amount,
    goes_with_a_day,
    is_bare_hour,
    is_signed,
    led,
    name_in,
)
from assistant.phrases.frame import Frame, Record, Role, Which
from assistant.plainly import person_said
from assistant.reading_slots import TAKES
from assistant.settings.saying import says_how
from assistant.speaker import Speaker

_TO_COME = (Record.REMINDER, Record.OFFER, Record.NEED, Record.SETTINGS)
_ITS_WRITERS_ALONE = (Record.MEETING, Record.REMINDER)  # nobody else reads them
_OF_NO_NAME = (Record.OFFER, Record.NEED)  # what they are of: nobody calls it their topic


@dataclass(frozen=True, slots=True)
class Filled:
    """The frame with the new value in it, and how clear a correction has to be to be taken for this one."""

    frame: Frame
    takes: Clear


def which_of(named: Named, by: Speaker) -> Which:
    """The record as the words before and behind its kind tell of it."""
    about: list[str] = []
    when = None
    for text in named.told_by:
        found = dates.find(text, Now(by.clock, by.day_first), _direction(named.record))
        if found:
            when = found[-1].when
            text = f"{text[: found[-1].start]} {text[found[-1].end :]}"
        about += pieces(text)
    return Which(named.record, tuple(about), when, named.last, named.some)


def filled(frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Filled | None:
    """The frame with the new value where it belongs in a record of that kind; None where it belongs nowhere.

    Raises Refused for a day that is in no calendar.
    """
    if new.slot:
        return _in_slot(frame, new, record)
    hour = f"at {new.value}" if record is Record.REMINDER and is_bare_hour(new.value) else ""
    if hour:
        return Filled(replace(frame, when=moment(hour, record, by), notes=hour), Clear.FIGURE)
    when = moment(new.value, record, by)
    if when or (record is Record.SETTINGS and says_how(frame)):
        return Filled(replace(frame, when=when), Clear.FIGURE)
    if record is Record.REFERRAL and (amount(new.value) or outcome(new.value)):
        return Filled(replace(frame, amount=amount(new.value), outcome=outcome(new.value)), Clear.FIGURE)
    on_paper = formality_alone(new.value) if record is Record.PARTNERSHIP else None
    if on_paper:
        return Filled(replace(frame, formality=on_paper), Clear.LED)
    return _with_person(frame, new, record, by, ledger) or _with_words(frame, new.value, record, by)


def _in_slot(frame: Frame, new: SetRight, record: Record) -> Filled | None:
    if new.slot not in TAKES[record] or (new.slot == "topic" and record in _OF_NO_NAME):
        return None
    match new.slot:
        case "amount":
            money = amount(new.value)
            return Filled(replace(frame, amount=money), Clear.FIGURE) if money else None
        case "client":
            return Filled(replace(frame, client=new.value), Clear.ANY)
        case "place":
            return Filled(replace(frame, place=new.value), Clear.ANY)
        case "audience":
            return Filled(replace(frame, audience=new.value), Clear.ANY)
        case _:
            return Filled(replace(frame, topic=new.value), Clear.ANY)


def moment(value: str, record: Record, by: Speaker) -> When | None:
    """The moment that the words are, and nothing beside it. Raises Refused."""
    now = Now(by.clock, by.day_first)
    day = dates.impossible(value, now)
    if day and all(map(goes_with_a_day, value.split(day, 1))):
        raise Refused(f"There is no such day: “{day}”. Nothing was changed; say it again with the day that you mean.")
    found = dates.find(value, now, _direction(record))
    if len(found) != 1:
        return None
    around = (value[: found[0].start], value[found[0].end :])
    return found[0].when if all(map(goes_with_a_day, around)) else None


def _with_person(frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Filled | None:
    """Somebody else is meant. Who was met is left to the models, who may be several."""
    if record in (Record.MEETING, Record.OFFER, Record.NEED, Record.SETTINGS):
        return None
    reference = person_said(name_in(new.value))
    if isinstance(resolve(reference, ledger.people.directory(), by.person.id), Unknown):
        return None
    return Filled(replace(frame, people={Role.WITH: (reference,)}), Clear.PERSON)


def _with_words(frame: Frame, value: str, record: Record, by: Speaker) -> Filled | None:
    """Words in the place of others: whole, or behind the word that says what they are.

    "On Friday at the harbour" begins with a moment, and is none of them.
    """
    if is_signed(value) or not any(map(str.isalpha, value)) or _begins_with_a_moment(value, by):
        return None
    behind = Clear.LED if record in _ITS_WRITERS_ALONE else Clear.ANY
    match (*led(value), record):
        case "for", what, Record.OFFER:
            return Filled(replace(frame, audience=what), behind)
        case "for", what, Record.REFERRAL:
            return Filled(replace(frame, client=what), behind)
        case "for", what, Record.RECOMMENDATION | Record.THANKS:
            return Filled(replace(frame, topic=what), behind)
        case "at", what, Record.MEETING:
            return Filled(replace(frame, place=what), behind)
        case (
            "about",
            what,
            Record.MEETING | Record.INTRODUCTION | Record.REMINDER | Record.REFERRAL | Record.PARTNERSHIP,
        ):
            return Filled(replace(frame, topic=what), behind)
        case "", what, Record.OFFER | Record.NEED | Record.RECOMMENDATION:
            return Filled(replace(frame, topic=what), Clear.ANY)
        case "", what, Record.REFERRAL:
            return Filled(replace(frame, client=what), Clear.ANY)
        case _:
            return None


def _begins_with_a_moment(value: str, by: Speaker) -> bool:
    found = dates.find(value, Now(by.clock, by.day_first))
    return bool(found) and goes_with_a_day(value[: found[0].start])


def _direction(record: Record) -> Direction:
    if record is Record.PARTNERSHIP:
        return Direction.ANY
    return Direction.FUTURE if record in _TO_COME else Direction.PAST
