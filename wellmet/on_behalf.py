"""What operators do with single records on a member's behalf: list them, undo, put back, call off, set right.

All of it happens as if the member had said so in Slack: it is journalled, and the messages and Homes that show it are
brought up to date by whatever serves the database.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from assistant import reading_corrections, records, undoing
from assistant.amending import amend
from assistant.clock import Clock, today
from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import QuestionId, WorkspaceId
from assistant.ledger import Ledger
from assistant.reply import Matter, Message, Subject
from assistant.showing import own
from assistant.speaker import Speaker
from assistant.tell import tell
from handlers.views import in_a_line
from handlers.views.people import name
from store.ledger import SqlMemory
from wellmet.about import is_about
from wellmet.patience import patiently
from wellmet.trying import trying
from wellmet.whom import NotFound, candidates

_Which = Callable[[Speaker, Ledger], Matter]
_Do = Callable[[Matter, Speaker, Ledger, datetime], Matter]


@dataclass(frozen=True, slots=True)
class Line:
    """A record by its key, and how the message about it begins."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after; under another key where another record takes its place."""

    before: Line
    after: Line


class OnBehalf:
    """One member's records, opened for an operator. Without `write` a change is tried, and nothing of it stays.

    Changes raise NotFound for a key that names none of the member's records, and Refused, in words for the member.
    """

    def __init__(self, member: Person, workspace: WorkspaceId, memory: SqlMemory, clock: Clock) -> None:
        self._member, self._workspace, self._memory, self._clock = member, workspace, memory, clock

    def listed(self, most: int, kind: str = "", about: Person | None = None) -> Sequence[tuple[date, Line]]:
        """What they noted, the last written first, each with the day of that: of one kind, or about somebody."""
        with self._memory.read(self._workspace) as ledger:
            return list(islice(self._listed(kind, about, ledger), most))

    def undo(self, key: str, *, write: bool) -> Change:
        """Take back that record; for "" the last one that stands."""
        return self._change(_named(key) if key else _last_standing, undoing.take_back, write)

    def redo(self, key: str, *, write: bool) -> Change:
        """Put that record back; for "" the one taken back last."""
        return self._change(_named(key) if key else _last_taken_back, undoing.put_back, write)

    def cancel(self, key: str, *, write: bool) -> Change:
        """Call off what the record is about."""
        return self._change(_named(key), undoing.call_off, write)

    def is_over_when_off(self, key: str) -> bool:
        """Whether calling it off is another thing than undoing it."""
        with self._memory.read(self._workspace) as ledger:
            by = Speaker(self._member, self._clock.now())
            return undoing.is_over_when_off(_named(key)(by, ledger), by, ledger)

    def amend(self, key: str, words: str, *, write: bool) -> Change:
        """Set that record right by a sentence. Raises NotFound also where it is not clear whom the sentence names."""

        def set_right(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
            frame = reading_corrections.about(words, record, by, ledger)
            if frame is None:
                raise NotFound(f"{words!r} sets nothing right; say it like “no, it was Tuesday”, “I meant Sam Tanner”")
            after = amend(record, frame, by, ledger, now, None)
            if after.subject is Subject.QUESTION:
                raise NotFound(_unclear(after, by, ledger))
            return after

        return self._change(_named(key), set_right, write)

    def _listed(self, kind: str, about: Person | None, ledger: Ledger) -> Iterator[tuple[date, Line]]:
        for written in ledger.journal.everything(self._member.id):
            if kind in ("", written.record.subject):
                message = _told(written.record, self._member, ledger)
                if about is None or is_about(message, about):
                    yield today(written.at, self._member.zone), Line(written.record.key, in_a_line(message))

    def _change(self, which: _Which, do: _Do, write: bool) -> Change:
        return patiently(lambda: self._changed(which, do, write))

    def _changed(self, which: _Which, do: _Do, write: bool) -> Change:
        now = self._clock.now()
        with trying(self._memory, self._workspace, write=write) as ledger:
            by = self._speaker(ledger, now)
            record = which(by, ledger)
            before = _line(record, by, ledger)
            after = do(record, by, ledger, now)
            keep_up(after, by.person, ledger, now)
            return Change(before, _line(after, by, ledger))

    def _speaker(self, ledger: Ledger, now: datetime) -> Speaker:
        """The member, held as when they speak: one thing at a time is done for them."""
        held = ledger.people.hold(self._member.account) if self._member.account else None
        return Speaker(held or self._member, now)


def _named(key: str) -> _Which:
    """The member's record of that key; whether somebody else has it is not told."""

    def find(by: Speaker, ledger: Ledger) -> Matter:
        records = (written.record for written in ledger.journal.everything(by.person.id))
        record = next((one for one in records if one.key == key), None)
        if record is None:
            raise NotFound(
                f"{key!r} is the key of no record of {name(by.person)}; `wellmet records` lists theirs, like meeting:12"
            )
        return record

    return find


def _last_standing(by: Speaker, ledger: Ledger) -> Matter:
    record = records.last_standing(by, ledger)
    if record is None:
        raise NotFound(f"{name(by.person)} has noted nothing that stands and can be taken back")
    return record


def _last_taken_back(by: Speaker, ledger: Ledger) -> Matter:
    record = ledger.journal.last_taken_back(by.person.id)
    if record is None:
        raise NotFound(f"{name(by.person)} has taken nothing back")
    return record


def _told(record: Matter, member: Person, ledger: Ledger) -> Message:
    return tell(own(record, member), member, ledger).message


def _line(record: Matter, by: Speaker, ledger: Ledger) -> Line:
    """Named without its reader, as the list has it."""
    return Line(Matter(record.subject, record.id).key, in_a_line(_told(record, by.person, ledger)))


def _unclear(question: Matter, by: Speaker, ledger: Ledger) -> str:
    """What the member would be asked first, and how an operator answers it."""
    asked = ledger.questions.get(by.person.id, QuestionId(question.id))
    people = ledger.people.by_ids(asked.candidates if asked else ()).values()
    those = f" {candidates(people)}." if people else ""
    words = in_a_line(_told(question, by.person, ledger))
    return f"{words}{those} Say it again with the whole name, or the account as <@U…>."
