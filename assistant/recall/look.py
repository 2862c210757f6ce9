"""What somebody looks up, short enough to travel in a button and in the key of a message."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assistant.facts import ALWAYS, Span
from assistant.ids import PersonId
from assistant.people.spelling import all_words
from assistant.reply import Matter, Subject

LONGEST = 50  # characters of a look as written; the key of a matter holds 64
ROOM = 1_500  # in a button, which holds 2,000
MOST_PEOPLE = 200  # of an organisation, whose meetings are looked through
_WRITTEN = re.compile(r"([a-z]+)\.(\d*)\.(\d*)\.(\d*)\.(\d+)\.([^.:]*)")


class What(StrEnum):
    """What is looked up."""

    CARD = "card"  # a person, all that is known of them
    LAST = "last"  # the last meeting with them
    MEETINGS = "meetings"  # meetings with them, or all
    NOTES = "notes"  # what the meetings were about
    INTRODUCED = "introduced"  # who brought them together
    HOW = "how"  # how they came to know each other, and whom they brought
    NETWORK = "network"  # whom the reader knows best, and who fades
    LONG_AGO = "longago"  # whom the reader has not met for the longest
    SEARCH = "search"  # records with the words
    EXCHANGE = "exchange"  # what the reader and a person gave one another
    BETWEEN = "between"  # the referrals between the reader and a person
    NUMBERS = "numbers"  # the reader's own totals
    NOTED = "noted"  # all that the reader noted


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked up: about whom, within which days, which page of it."""

    what: What
    person: PersonId | None = None
    span: Span = ALWAYS
    page: int = 1  # counted from 1
    words: str = ""  # the organisation asked about, where no person is; what is searched for

    def matter(self, room: int = LONGEST) -> Matter:
        """What a message about it is about."""
        return Matter(Subject.LOOK, 1, words=self.words, side=self.written(room))

    def next(self) -> "Look":
        """The page after this one."""
        return self.on(self.page + 1)

    def on(self, page: int) -> "Look":
        """Another page of the same."""
        return replace(self, page=page)

    def written(self, room: int = LONGEST) -> str:
        """As a button or key carries it: "notes.12.20260301.20260331.1.". Words are plain, as many as fit."""
        person = "" if self.person is None else str(self.person)
        head = f"{self.what}.{person}.{_day(self.span.first)}.{_day(self.span.last)}.{self.page}."
        said = ""
        for word in all_words(self.words):
            if len(head) + len(said) + len(word) >= room:
                break
            said += f"-{word}" if said else word
        return head + said

    @classmethod
    def read(cls, written: str) -> "Look | None":
        """What `written` wrote; None for anything else, however it got there."""
        found = _WRITTEN.fullmatch(written) if len(written) < 2 * ROOM else None
        if found is None or found[1] not in set(What):
            return None
        try:
            span = Span(_read_day(found[3]), _read_day(found[4]))
        except ValueError:
            return None
        person = PersonId(int(found[2])) if found[2].isdecimal() and len(found[2]) <= 18 else None
        return cls(What(found[1]), person, span, max(1, min(int(found[5][:6]), 10_000)), found[6].replace("-", " "))

    @classmethod
    def of(cls, matter: Matter) -> "Look | None":
        """What a matter is about; the words as typed where the matter still has them."""
        found = cls.read(matter.side)
        return replace(found, words=matter.words or found.words) if found else None


def _day(day: date | None) -> str:
    return f"{day:%Y%m%d}" if day else ""


def _read_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
