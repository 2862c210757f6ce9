"""What others read of an introduction than one person alone: the card in its channel, and the introduction itself."""

from assistant.buttons import Button
from assistant.facts import Person
from assistant.introductions.moves import MADE
from assistant.introductions.record import WHY, Stage
from assistant.reply import IntroducedTogether, IntroductionShown
from handlers.views.blocks import Block, Bold, Mention, Rendered, Words, button, buttons, line, quote, rendered, small
from handlers.views.introduction_words import in_brackets, present, quoted_why, wanted
from handlers.views.meeting import typed
from handlers.views.people import name


def card(reply: IntroductionShown) -> tuple[Block, ...]:
    """In the introductions channel: no other names, kept up to date in place."""
    introduction = reply.introduction
    opening = line(
        Bold(name(reply.requester)), in_brackets(reply.requester), " would like to meet ", *wanted(reply), "."
    )
    if introduction.stage in MADE:
        return present(opening, quoted_why(reply), small("Introduced. Thank you to whoever helped."))
    if introduction.stage is Stage.CLOSED and introduction.disclosed:
        return present(opening, small("This request is closed."))
    if reply.forward and introduction.stage in (Stage.TARGET_ASKED, Stage.CLOSED):
        return present(opening, quoted_why(reply), small("Somebody has come forward; their answer is awaited."))
    return present(
        opening,
        quoted_why(reply),
        small("Can you help? Press the button, or mention me in this thread: “I know her”, “@tom knows her”."),
        buttons(button("I can introduce them", Button.VOLUNTEER, introduction.id, style="primary")),
    )


def together(reply: IntroducedTogether) -> Rendered:
    """The introduction itself: who is who, the why, one question to begin with, who speaks first."""
    introduction = reply.introduction
    both = (
        _called(reply.requester),
        in_brackets(reply.requester),
        ", meet ",
        _called(reply.target),
        in_brackets(reply.target),
        ".",
    )
    by = ("You two are brought together by ", _called(reply.connector), ".") if reply.connector else ()
    return rendered(
        line(*both),
        line(*by) if by else None,
        quote(typed(introduction.why, WHY)) if introduction.why else None,
        line(
            _called(reply.requester), " speaks first. A good beginning: what would make this worth it for both of you?"
        ),
        small(
            "The one who introduced you may step out here; from now on it is yours. I can't read this conversation. "
            "Tell me in private when you have met. A heart or folded hands on this message thanks whoever introduced "
            "you."
        ),
    )


def _called(person: Person) -> Words:
    """A mention here is meant: all three have agreed to be brought together."""
    return Mention(person.account, name(person)) if person.account else Bold(name(person))
