"""To whoever is asked about an introduction: who asks, for whom, why, and what they can answer."""

from assistant.buttons import Button
from assistant.facts import Person
from assistant.introductions.moves import OPEN
from assistant.introductions.record import WHY, Answer, Origin, Side
from assistant.reply import IntroductionShown, Way
from handlers.views.blocks import Block, Bold, Words, button, buttons, line, quote, small, sure
from handlers.views.introduction_words import in_brackets, present, quoted_why, wanted
from handlers.views.meeting import typed
from handlers.views.people import known, name


def asked(reply: IntroductionShown) -> tuple[Block, ...]:
    """To whoever is asked: who asks, for whom, why, and what they can do."""
    introduction, requester = reply.introduction, reply.requester
    of = introduction.id
    # Of two who were offered to each other, a no of the one must not show to the other before it is told.
    stage = introduction.seems if introduction.origin is Origin.OFFERED else introduction.stage
    passed = stage not in OPEN or (reply.reader is Side.CONNECTOR and reply.target is None and not _mine(reply))
    if reply.answer is Answer.NO:
        return _said_no(reply)
    if passed:
        of_whom = () if introduction.origin is Origin.OFFERED else (" of ", Bold(name(requester)))
        return present(line("Nothing is to be done here any more: the request", *of_whom, " is settled."))
    if reply.answer is Answer.YES and reply.reader is Side.CONNECTOR:
        return _connector_waits(reply)
    if reply.answer is Answer.YES:
        return present(line("You agreed. As soon as all have, I bring you together."), quoted_why(reply))
    opening = _opening(reply)
    later = reply.answer is Answer.NOT_NOW
    return present(
        line(*opening),
        quoted_why(reply),
        _known(reply),
        small(
            "You said “not now”: I'll ask once more in a week. You can still answer before."
            if later
            else "Only you see this. A no stays yours: the other side hears only that it didn't work out."
        ),
        buttons(
            button(_yes(reply), Button.ACCEPT, of, style="primary"),
            button("Not this time", Button.DECLINE, of),
            *([] if later else [button("Not now", Button.NOT_NOW, of)]),
            button("Ask a question", Button.ASK_BACK, of),
            button(_never(reply), Button.KEEP_APART, of, confirm=_sure_never(reply)),
        ),
    )


def _said_no(reply: IntroductionShown) -> tuple[Block, ...]:
    no = "You said no to this one. Nobody is told whose no it was."
    if not reply.apart:
        return present(line(no))
    return present(
        line(no, " Neither will I ask you again about an introduction with ", Bold(name(_other(reply))), "."),
        small("They are not told. Settings on Home lists whom you are kept apart from, to take it back."),
    )


def _never(reply: IntroductionShown) -> str:
    return "Never ask me for them" if reply.reader is Side.CONNECTOR else "Never introduce me to them"


def _sure_never(reply: IntroductionShown) -> Block:
    """A button for good is pressed on purpose."""
    about = f"It is a no to this one, and I never ask you about {name(_other(reply))} again. They are not told."
    return sure("Keep you two apart?", about, "Yes, never", "Go back")


def _other(reply: IntroductionShown) -> Person:
    """Whom the reader would meet, or for a connector, who asks."""
    return reply.target if reply.reader is Side.REQUESTER and reply.target else reply.requester


def _mine(reply: IntroductionShown) -> bool:
    return reply.introduction.wanted.is_sought or reply.target is not None


def _opening(reply: IntroductionShown) -> tuple[Words, ...]:
    asks, who = Bold(name(reply.requester)), in_brackets(reply.requester)
    if reply.reader is Side.CONNECTOR:
        return (asks, who, " would like to meet ", *wanted(reply), ", and you may know them:")
    other = reply.target if reply.reader is Side.REQUESTER else reply.requester
    other = other or reply.requester
    connector = reply.connector
    by = (
        (Bold(name(connector)), " would like to introduce you to ")
        if connector
        else ("Somebody would like to introduce you to ",)
    )
    return (*by, Bold(name(other)), in_brackets(other), ":")


def _yes(reply: IntroductionShown) -> str:
    if reply.reader is not Side.CONNECTOR:
        return "Yes, introduce us"
    return "I'll introduce them" if reply.target else "I know somebody"


def _known(reply: IntroductionShown) -> Block | None:
    """Why it is warm: when they met, who brought whom together; never what was said."""
    met = known(reply.knows) if reply.knows else ""
    whom = reply.knows.person if reply.knows else None
    reasons = [f"with {name(whom)}, {met}"] if whom and met else []
    reasons += [_way(way, reply) for way in reply.ways]
    return small(f"From your own notes: {'; '.join(reasons)}.") if reasons else None


def _way(way: Way, reply: IntroductionShown) -> str:
    """ "you introduced Linn to Tom", "Sam introduced you to Linn"; the reader is whoever of the three was asked now."""
    me = reply.me

    def called(person: Person | None) -> str:
        return "somebody" if person is None else "you" if person.id == me else name(person)

    first, second = (way.target, way.requester) if way.target.id == me else (way.requester, way.target)
    return f"{called(way.connector)} introduced {called(first)} to {called(second)}"


def _connector_waits(reply: IntroductionShown) -> tuple[Block, ...]:
    target = reply.target
    if target and target.account is None:
        return present(
            line("Thank you. ", Bold(name(target)), " has no account here, so please ask them yourself:"),
            quote(_draft(reply)),
            buttons(
                button("They said yes: introduce them", Button.ACCEPT, reply.introduction.id, style="primary"),
                button("It didn't work out", Button.DECLINE, reply.introduction.id),
            ),
        )
    asked = (Bold(name(target)),) if target else ("them",)
    return present(
        line("Thank you. I've asked ", *asked, " whether they would like to meet ", Bold(name(reply.requester)), "."),
        small("If they agree, I bring the three of you together in a group message."),
        buttons(button("I'd rather not after all", Button.DECLINE, reply.introduction.id)),
    )


def _draft(reply: IntroductionShown) -> str:
    first = reply.target.name.split()[0] if reply.target and reply.target.name.split() else "Hello"
    return (
        f"{first}, may I introduce you to {name(reply.requester)}{in_brackets(reply.requester)}? "
        f"It is about: {typed(reply.introduction.why, WHY)}. Tell me if you'd rather not, that's fine too."
    )
