"""Words that everything said about an introduction shares: who is wanted, why, and who they are."""

from assistant.facts import Person
from assistant.introductions.record import WHY
from assistant.reply import IntroductionShown
from handlers.views.blocks import Block, Bold, Words, quote
from handlers.views.meeting import typed
from handlers.views.people import name, work


def wanted(reply: IntroductionShown) -> tuple[Words, ...]:
    """ "Linn O'Carroll", "somebody at Acme", "a cake supplier"."""
    want = reply.introduction.wanted
    if reply.target:
        return (Bold(name(reply.target)),)
    sought = typed(want.seeking, WHY)
    house = typed(want.organisation, WHY)
    return (Bold(sought or "somebody"), *((" at ", Bold(house)) if house else ()))


def quoted_why(reply: IntroductionShown) -> Block | None:
    """The line that travels with the request."""
    return quote(typed(reply.introduction.why, WHY)) if reply.introduction.why else None


def present(*blocks: Block | None) -> tuple[Block, ...]:
    """Those that there are."""
    return tuple(block for block in blocks if block)


def in_brackets(person: Person) -> str:
    """What they do, in brackets behind a name."""
    about = work(person)
    return f" ({about})" if about else ""
