"""People in words: plain names, never mentions, since members met are told nothing."""

from collections.abc import Sequence

from assistant.facts import Kind, Person
from assistant.reply import Candidate
from handlers.mrkdwn import clip, one_line
from handlers.views.blocks import Bold, Words
from handlers.views.moments import full_day

NAME = 100  # characters of a name that are shown
YOURS = "your contact"


def name(person: Person) -> str:
    """The person's name on one line; never empty."""
    return clip(one_line(person.name), NAME) or "somebody"


def names(people: Sequence[Person]) -> tuple[Words, ...]:
    """ "Linn, Rosa (your contact) and Tom", the names in bold."""
    words: list[Words] = []
    for place, person in enumerate(people):
        if place:
            words.append(" and " if place == len(people) - 1 else ", ")
        words.append(Bold(name(person)))
        if person.kind is Kind.CONTACT:
            words.append(f" ({YOURS})")
    return tuple(words) or ("nobody",)


def work(person: Person) -> str:
    """ "Product lead, Northwind Energy"; "" when nothing is known."""
    return clip(", ".join(filter(None, map(one_line, (person.title, person.organisation)))), 200)


def known(candidate: Candidate) -> str:
    """How the asker knows somebody: "you met 4 times, last on Tue 3 Nov 2026"; "" when they did not meet."""
    if not candidate.times_met:
        return ""
    often = {1: "once", 2: "twice"}.get(candidate.times_met, f"{candidate.times_met} times")
    if not candidate.last_met:
        return f"you met {often}"
    last = "on" if candidate.times_met == 1 else "last on"
    return f"you met {often}, {last} {full_day(candidate.last_met)}"


def described(candidate: Candidate) -> str:
    """All of it on one line: "Sam Okafor – Product lead, Northwind Energy – you met twice, last on …"."""
    person = candidate.person
    mine = YOURS if person.kind is Kind.CONTACT else ""
    return " – ".join(filter(None, (name(person), work(person), mine, known(candidate))))
