"""Taking somebody out of a record that stays, or into it: "remove Tom from yesterday's meeting", "with Ana too"."""

from dataclasses import replace

from assistant import picking
from assistant.errors import Refused
from assistant.facts import Person, PersonSaid
from assistant.ids import MeetingId, PersonId, ReminderId
from assistant.ledger import Ledger
from assistant.people.resolve import Sure, Unsure, resolve
from assistant.phrases.en.calling_off import TakenOut
from assistant.phrases.en.joining_in import JoiningIn
from assistant.phrases.en.naming import Named
from assistant.phrases.frame import Correction, Frame, Intent, Record, Role, Which
from assistant.phrases.understood import Surety, Understood
from assistant.plainly import person_said
from assistant.reading_several import people_in
from assistant.reading_values import which_of
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

_FROM = (Record.MEETING, Record.REMINDER)
HOW = (
    "Only people can be taken out in a sentence, of a meeting or a reminder. Nothing was changed. Press Edit or "
    "Change on it, or say what it should be: “no, it was about maps”."
)
ABSENT = "They don’t stand in it, so nothing was changed."
SEVERAL = "That may be several of your records. Nothing was changed; press Edit or Change on the one that you mean."
NOBODY = (
    "Nobody would be left in it. Nothing was changed. To take back the whole, say “undo that”, or press Undo on it."
)


def without(taken: TakenOut, by: Speaker, ledger: Ledger) -> Frame:
    """The record with those who stay in it. Raises Refused for what is nobody in it, or when nobody would stay."""
    frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which_of(taken.named, by))
    gone = _named(taken.what, by, ledger) if taken.named.record in _FROM else set()
    if not gone or frame.which is None:
        raise Refused(HOW)
    found = picking.meant(frame, frame.which, by, ledger)
    if not found:
        return frame  # which says that there is none
    of_several = {one: {person.id for person in _people(one, by, ledger)} for one in found}
    meant = [(one, people, people & gone) for one, people in of_several.items() if people & gone]
    if len(meant) != 1 or len(meant[0][2]) != 1:
        raise Refused(SEVERAL if meant else ABSENT)
    record, people, _ = meant[0]
    if people <= gone:
        raise Refused(NOBODY)
    left = tuple(PersonSaid("", known=one.id) for one in _people(record, by, ledger) if one.id not in gone)
    return replace(frame, people={Role.WITH: left}, which=replace(frame.which, among=(record.key,)))


def with_more(joined: JoiningIn, record: Matter, by: Speaker, ledger: Ledger) -> Understood | None:
    """The record with them beside those who stand in it; None where it has no such people, or they are not known."""
    there, more = _people(record, by, ledger), people_in(joined.names, by, ledger)
    if not there or not more:
        return None
    beside = tuple(PersonSaid(one.name, known=one.id) for one in there)
    which = Which(among=(Matter(record.subject, record.id).key,))
    frame = Frame(Intent.CORRECT, {Role.WITH: (*beside, *more)}, kind=Correction.AMEND, which=which)
    return Understood(frame, Surety.ACT if joined.clear else Surety.CONFIRM)


def put_into(told: tuple[JoiningIn, Named], by: Speaker, ledger: Ledger) -> Understood | None:
    """The record that is named, with them in it; None for other records. Raises Refused where it may be several."""
    joined, named = told
    if named.record not in _FROM or not people_in(joined.names, by, ledger):
        return None
    frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which_of(named, by))
    found = picking.meant(frame, frame.which or Which(), by, ledger)
    if not found:
        return Understood(frame, Surety.ACT)  # which says that there is none
    read = [one for one in (with_more(joined, record, by, ledger) for record in found) if one]
    if len(read) > 1:
        raise Refused(SEVERAL)
    return read[0] if read else None


def _named(what: str, by: Speaker, ledger: Ledger) -> set[PersonId]:
    """Whom the words name; those whom they may name, where several are called so."""
    match resolve(person_said(what), ledger.people.directory(), by.person.id):
        case Sure(person):
            return {person.id}
        case Unsure(people):
            return {person.id for person in people}
        case _:
            return set()


def _people(record: Matter, by: Speaker, ledger: Ledger) -> tuple[Person, ...]:
    meeting = ledger.meetings.get(by.person.id, MeetingId(record.id)) if record.subject is Subject.MEETING else None
    reminder = ledger.reminders.get(by.person.id, ReminderId(record.id)) if record.subject is Subject.REMINDER else None
    return meeting.people if meeting else reminder.people if reminder else ()
