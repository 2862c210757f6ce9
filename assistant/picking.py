"""Which record a correction means: by its kind, whom or what it is about, and its day. Of several, one asks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import records
from assistant.asked import Asking, QuestionDraft
from assistant.facts import ALWAYS, Person, PersonSaid, Span, When
from assistant.ids import AccountId, IntroductionId, ListingId, PersonId, QuestionId
from assistant.introductions.record import Origin
from assistant.ledger import Ledger
from assistant.listings.record import ListingKind
from assistant.people.resolve import Sure, Unsure, resolve
from assistant.phrases.frame import Correction, Frame, Record, Which
from assistant.phrases.words import MENTION
from assistant.reply import Matter, Subject
from assistant.search.words import found_by
from assistant.speaker import Speaker
from assistant.who import OPEN_FOR, open_question

OFFERED = 5  # records among which one can be chosen; of more, the latest
_LOOKED_THROUGH = 200  # records of a kind, the latest
SUBJECTS = {
    Record.MEETING: Subject.MEETING,
    Record.INTRODUCTION: Subject.INTRODUCTION,
    Record.REMINDER: Subject.REMINDER,
    Record.OFFER: Subject.LISTING,
    Record.NEED: Subject.LISTING,
    Record.THANKS: Subject.THANKS,
    Record.REFERRAL: Subject.REFERRAL,
    Record.PARTNERSHIP: Subject.PARTNERSHIP,
    Record.RECOMMENDATION: Subject.RECOMMENDATION,
    Record.SETTINGS: Subject.SETTINGS,
}
_SHARED = (Subject.REFERRAL, Subject.PARTNERSHIP)
_SMALL = frozenset(("a", "an", "the", "my", "our", "some", "any", "and", "one", "to", "me", "us", "sent", "gave"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant, with what it can be told by."""

    record: Matter
    day: date | None
    people: tuple[Person, ...]
    texts: str

    def speaks_of(self, words: str) -> bool:
        """Whether the words stand in it; small ones say nothing."""
        wanted = set(found_by(words)) - _SMALL
        return bool(wanted) and wanted <= set(found_by(self.texts))


def meant(frame: Frame, which: Which, by: Speaker, ledger: Ledger) -> Sequence[Matter]:
    """The records that fit best, the latest first: one where one stands out, none where none fits.

    What the other of two wrote down is among them only where nothing else fits: then one is told who wrote it.
    """
    if which.among:
        return tuple(filter(None, map(Matter.of_key, which.among)))
    last = records.last_standing(by, ledger)
    bare = not which.about and which.when is None
    asked_for = which.record is Record.INTRODUCTION and frame.kind is Correction.CANCEL and not which.last
    # Of "a meeting", and of several requests, none is meant before the others: what is withdrawn cannot be put back.
    lately = not (which.some or asked_for) and last is not None and _is_the_one(last, which, by, ledger)
    if bare and last and (which.record is None or lately):
        return (last,)
    span = Span.of(which.when)
    found = [one for one in _candidates(which, by, ledger) if _within(one.day, span)]
    allowed = [one for one in found if _may(frame, one, by, ledger)]
    of_others = [one for one in found if one.record.subject in _SHARED]
    fitting = _fitting(allowed, which.about, by, ledger) or _fitting(of_others, which.about, by, ledger)
    return fitting[:1] if which.last else fitting


def ask_which(
    frame: Frame, which: Which, found: Sequence[Matter], by: Speaker, ledger: Ledger, asked: QuestionId | None
) -> Matter:
    """Show the records, and wait for the one that is meant."""
    said = replace(frame, which=replace(which, among=tuple(one.key for one in found[:OFFERED])))
    if asked:
        ledger.questions.choose(asked, said)
        ledger.questions.turn_to_record(asked)
        return Matter(Subject.QUESTION, asked)
    draft = QuestionDraft(by.person.id, Asking.RECORD, said, by.at, by.conversation, by.at + OPEN_FOR)
    return open_question(draft, ledger)


def told_of(record: Matter, kind: Record, when: When | None, by: Speaker, ledger: Ledger) -> Candidate | None:
    """What that record of the speaker's can be told by; None where it is of another day."""
    span = Span.of(when)
    same = [one for one in _candidates(Which(kind, when=when), by, ledger) if one.record.id == record.id]
    return next((one for one in same if _within(one.day, span)), None)


def _candidates(which: Which, by: Speaker, ledger: Ledger) -> Sequence[Candidate]:
    """The speaker's records of the kind, the latest first."""
    match which.record:
        case Record.MEETING:
            met = ledger.meetings.about(by.person.id, None, Span.of(which.when) or ALWAYS, _LOOKED_THROUGH)
            return [
                Candidate(
                    Matter(Subject.MEETING, one.id), None, one.people, " ".join((one.place, one.topic, one.notes))
                )
                for one in met
            ]
        case Record.SETTINGS:
            latest = ledger.journal.latest(by.person.id, records.LOOKED_THROUGH)
            return [Candidate(one, None, (), "") for one in latest if one.subject is Subject.SETTINGS]
        case record:
            kinds = records.KINDS if record is None else {SUBJECTS[record]}
            noted = [one for kind in kinds for one in ledger.noted.of(by.person.id, kind, _LOOKED_THROUGH)]
            mine = [one for one in noted if record is None or is_a(record, one.record, ledger)]
            people = ledger.people.by_ids({person for one in mine for person in one.people})
            return [
                Candidate(
                    one.record,
                    one.day,
                    tuple(people[person] for person in one.people if person in people),
                    f"{one.topic} {one.notes}",
                )
                for one in mine
            ]


def _is_the_one(last: Matter, which: Which, by: Speaker, ledger: Ledger) -> bool:
    """Whether "the reminder" is what was written down last: of that kind, and lately or asked for as the latest."""
    return (
        which.record is not None
        and is_a(which.record, last, ledger)
        and (which.last or records.is_fresh(last, by, ledger))
    )


def is_a(record: Record, matter: Matter, ledger: Ledger) -> bool:
    """Whether the record is of that kind."""
    if matter.subject is not SUBJECTS[record]:
        return False
    if record not in (Record.OFFER, Record.NEED):
        return True
    listing = ledger.listings.get(ListingId(matter.id))
    return listing is not None and listing.kind == (ListingKind.OFFER if record is Record.OFFER else ListingKind.NEED)


def _may(frame: Frame, one: Candidate, by: Speaker, ledger: Ledger) -> bool:
    """What the other one of two wrote down can be set right, and a partnership ended; only one's own is taken back."""
    if one.record.subject is Subject.PARTNERSHIP and frame.kind is Correction.CANCEL:
        return True
    if one.record.subject in _SHARED and frame.kind is Correction.AMEND:
        return True
    if one.record.subject is Subject.INTRODUCTION and frame.kind is Correction.CANCEL:
        introduction = ledger.introductions.get(IntroductionId(one.record.id))
        if introduction is None or introduction.origin is Origin.LOGGED:
            return False  # what was made already is not called off
    return records.stands(one.record, by, ledger)


def _within(day: date | None, span: Span) -> bool:
    if day is None or not span:
        return True
    return (span.first or date.min) <= day <= (span.last or date.max)


def _fitting(found: Sequence[Candidate], about: Sequence[str], by: Speaker, ledger: Ledger) -> list[Matter]:
    """Those that every piece fits; where it fits the people of some, those before others that only speak of them."""
    for piece in about:
        fits = [_fit(one, piece) for one in found]
        if not any(fits):
            people = _people(piece, by, ledger)
            fits = [2 * any(person.id in people for person in one.people) for one in found]
        best = max(fits, default=0)
        found = [one for one, fit in zip(found, fits, strict=True) if fit == best > 0]
    return [one.record for one in found]


def _fit(one: Candidate, piece: str) -> int:
    """2 for somebody in it, 1 for words of it, 0 for neither."""
    mention = MENTION.search(piece)
    if mention:
        return 2 * any(person.account == AccountId(mention.group(1)) for person in one.people)
    wanted = set(found_by(piece)) - _SMALL
    if not wanted:
        return 1
    if any(wanted <= set(found_by(f"{person.name} {person.display_name}")) for person in one.people):
        return 2
    return int(wanted <= set(found_by(one.texts)))


def _people(piece: str, by: Speaker, ledger: Ledger) -> set[PersonId]:
    """Whom the piece may name, by a nickname or spelt nearly so."""
    match resolve(PersonSaid(piece), ledger.people.directory(), by.person.id):
        case Sure(person):
            return {person.id}
        case Unsure(people):
            return {person.id for person in people}
        case _:
            return set()
