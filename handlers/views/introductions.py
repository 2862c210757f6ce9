"""Introductions in words: what was asked, who is asked, what came of it; to each as far as they may know."""

from assistant.buttons import Button
from assistant.facts import Person
from assistant.introductions.moves import MADE, OPEN
from assistant.introductions.record import Answer, Closing, Origin, Side, Stage
from assistant.reply import IntroducedTogether, IntroductionShown, PassedOn, Requests, WhyAsked
from handlers.views.blocks import (
    Block,
    Bold,
    Mention,
    Rendered,
    Words,
    button,
    buttons,
    divider,
    line,
    quote,
    rendered,
    small,
)
from handlers.views.frames import described
from handlers.views.meeting import typed
from handlers.views.people import known, name, work

WHY = 300  # characters of a why; what the form takes


def shown(reply: IntroductionShown) -> Rendered:
    """As its reader may see it."""
    blocks = _blocks(reply)
    return rendered(*([line("A reminder, the only one:")] if _reminds(reply) else []), *blocks)


def _reminds(reply: IntroductionShown) -> bool:
    asked = reply.answer in (None, Answer.NOT_NOW) and reply.introduction.stage in OPEN
    return reply.again and reply.reader in (Side.CONNECTOR, Side.TARGET) and asked


def _blocks(reply: IntroductionShown) -> tuple[Block, ...]:
    introduction = reply.introduction
    if introduction.origin is Origin.LOGGED:
        return _logged(reply)
    if reply.reader is None:
        return _card(reply)
    if introduction.stage in MADE:
        return _made(reply)
    if introduction.origin is Origin.OFFERED and reply.reader is Side.CONNECTOR:
        return _offered(reply)
    if reply.reader is Side.REQUESTER and introduction.origin is Origin.REQUESTED:
        return _requested(reply)
    return _asked(reply)


def wanted(reply: IntroductionShown) -> tuple[Words, ...]:
    """ "Linn O'Carroll", "somebody at Acme", "a cake supplier"."""
    want = reply.introduction.wanted
    if reply.target:
        return (Bold(name(reply.target)),)
    sought = typed(want.seeking, WHY)
    house = typed(want.organisation, WHY)
    return (Bold(sought or "somebody"), *((" at ", Bold(house)) if house else ()))


def _why(reply: IntroductionShown) -> Block | None:
    return quote(typed(reply.introduction.why, WHY)) if reply.introduction.why else None


def _all(*blocks: Block | None) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block)


def _requested(reply: IntroductionShown) -> tuple[Block, ...]:
    """To the requester; a no that was not told yet reads as the open question that it was."""
    introduction, whom = reply.introduction, wanted(reply)
    again = "You asked for this already: an" if reply.again else "An"
    of = introduction.id
    match introduction.seems:
        case Stage.REQUESTED:
            return _all(
                line(f"{again} introduction to ", *whom, "."), _why(reply), line(_counted(reply)), _ways(reply),
                small("Who they are stays hidden until one of them agrees."),
            )  # fmt: skip
        case Stage.CLOSED if introduction.closing is Closing.WITHDRAWN:
            return _all(line("Withdrawn: your request for an introduction to ", *whom, "."))
        case Stage.CLOSED:
            return _all(
                line("This one didn't work out: the introduction to ", *whom, "."),
                small("It says nothing about you or the reason. You can ask for somebody else at any time."),
            )
        case _:
            asked = (
                ("I've asked ", Bold(name(reply.connector)))
                if reply.connector
                else ("I've asked somebody who may help",)
            )
            card = " Your card stands in the introductions channel." if reply.card else ""
            return _all(
                line(f"{again} introduction to ", *whom, ": ", *asked, "."),
                _why(reply),
                small(f"If it works out, you hear of it here; an answer may take some days.{card}"),
                buttons(
                    *(
                        []
                        if reply.card or not reply.channel
                        else [button("Ask in the channel too", Button.POST_CARD, of)]
                    ),
                    button("Withdraw", Button.WITHDRAW, of),
                ),
            )


def _counted(reply: IntroductionShown) -> str:
    """First only counts are shown."""
    several = reply.connectors
    if not several:
        return "Nobody who could introduce you has told me so far."
    who = "1 member knows" if several == 1 else f"{several} members know"
    return f"{who} {'them' if reply.target else 'somebody who fits'}, and may be asked."


def _ways(reply: IntroductionShown) -> Block:
    of, why = reply.introduction.id, bool(reply.introduction.why)
    ways = []
    if reply.connectors and why:
        ways.append(button("Ask privately", Button.ASK_AROUND, of, style="primary"))
    if reply.channel and not reply.card and why:
        ways.append(button("Ask in the introductions channel", Button.POST_CARD, of))
    if not why:
        ways.append(button("Ask for an introduction", Button.NEW_REQUEST, style="primary"))
    return buttons(*ways, button("Withdraw", Button.WITHDRAW, of))


def _asked(reply: IntroductionShown) -> tuple[Block, ...]:
    """To whoever is asked: who asks, for whom, why, and what they can do."""
    introduction, requester = reply.introduction, reply.requester
    of = introduction.id
    passed = introduction.stage not in OPEN or (
        reply.reader is Side.CONNECTOR and reply.target is None and not _mine(reply)
    )
    if reply.answer is Answer.NO:
        return _all(line("You said no to this one. Nobody is told whose no it was."))
    if passed:
        return _all(line("Nothing is to be done here any more: the request of ", Bold(name(requester)), " is settled."))
    if reply.answer is Answer.YES and reply.reader is Side.CONNECTOR:
        return _connector_waits(reply)
    if reply.answer is Answer.YES:
        return _all(line("You agreed. As soon as all have, I bring you together."), _why(reply))
    opening = _opening(reply)
    later = reply.answer is Answer.NOT_NOW
    return _all(
        line(*opening),
        _why(reply),
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
        ),
    )


def _mine(reply: IntroductionShown) -> bool:
    return reply.introduction.wanted.is_sought or reply.target is not None


def _opening(reply: IntroductionShown) -> tuple[Words, ...]:
    asks, who = Bold(name(reply.requester)), _as(reply.requester)
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
    return (*by, Bold(name(other)), _as(other), ":")


def _as(person: Person) -> str:
    about = work(person)
    return f" ({about})" if about else ""


def _yes(reply: IntroductionShown) -> str:
    if reply.reader is not Side.CONNECTOR:
        return "Yes, introduce us"
    return "I'll introduce them" if reply.target else "I know somebody"


def _known(reply: IntroductionShown) -> Block | None:
    """Why it is warm: when they met, never what was said."""
    met = known(reply.knows) if reply.knows else ""
    return small(f"From your own notes: with {name(reply.knows.person)}, {met}.") if reply.knows and met else None


def _connector_waits(reply: IntroductionShown) -> tuple[Block, ...]:
    target = reply.target
    if target and target.account is None:
        return _all(
            line("Thank you. ", Bold(name(target)), " has no account here, so please ask them yourself:"),
            quote(_draft(reply)),
            buttons(
                button("They said yes: introduce them", Button.ACCEPT, reply.introduction.id, style="primary"),
                button("It didn't work out", Button.DECLINE, reply.introduction.id),
            ),
        )
    asked = (Bold(name(target)),) if target else ("them",)
    return _all(
        line("Thank you. I've asked ", *asked, " whether they would like to meet ", Bold(name(reply.requester)), "."),
        small("If they agree, I bring the three of you together in a group message."),
        buttons(button("I'd rather not after all", Button.DECLINE, reply.introduction.id)),
    )


def _draft(reply: IntroductionShown) -> str:
    first = reply.target.name.split()[0] if reply.target and reply.target.name.split() else "Hello"
    return (
        f"{first}, may I introduce you to {name(reply.requester)}{_as(reply.requester)}? "
        f"It is about: {typed(reply.introduction.why, WHY)}. Tell me if you'd rather not, that's fine too."
    )


def _offered(reply: IntroductionShown) -> tuple[Block, ...]:
    """To the connector who began it."""
    introduction = reply.introduction
    both = (Bold(name(reply.requester)), " and ", *((Bold(name(reply.target)),) if reply.target else ("somebody",)))
    if introduction.stage is Stage.CLOSED and introduction.closing is Closing.WITHDRAWN:
        return _all(line("Taken back: the introduction of ", *both, "."))
    if introduction.seems is Stage.CLOSED:
        return _all(line("This one didn't work out: the introduction of ", *both, "."))
    again = "You offered this already: " if reply.again else ""
    return _all(
        line(f"{again}I've asked ", *both, " whether they would like to meet."),
        _why(reply),
        small("As soon as both agree, I bring the three of you together. A no stays theirs."),
        buttons(
            *([button("Both know: introduce them now", Button.ACCEPT, introduction.id)]
              if introduction.stage is Stage.BOTH_ASKED else []),
            button("Take it back", Button.WITHDRAW, introduction.id),
        ),
    )  # fmt: skip


def _made(reply: IntroductionShown) -> tuple[Block, ...]:
    """Both have agreed: who is who, and whether they met."""
    introduction = reply.introduction
    of = introduction.id
    by = (" by ", Bold(name(reply.connector))) if reply.connector else ()
    if reply.reader is Side.CONNECTOR:
        met = " They have met." if introduction.stage is not Stage.INTRODUCED else ""
        both = (Bold(name(reply.requester)), " and ", *wanted(reply))
        return _all(line("Introduced: ", *both, f".{met} Thank you."), _why(reply))
    other = reply.target if reply.reader is Side.REQUESTER else reply.requester
    whom = Bold(name(other or reply.requester))
    if introduction.stage is not Stage.INTRODUCED:
        return _all(line("You were introduced to ", whom, *by, ", and you met."), _why(reply))
    ask = "Did you two meet? " if reply.again else ""
    return _all(
        line(f"{ask}You are introduced to ", whom, *by, "."),
        _why(reply),
        buttons(
            button("We met", Button.WE_MET, of, style="primary"),
            button("Not yet", Button.NOT_YET, of),
            button("No longer needed", Button.NOT_NEEDED, of),
        ),
    )


def _card(reply: IntroductionShown) -> tuple[Block, ...]:
    """In the introductions channel: no other names, kept up to date in place."""
    introduction = reply.introduction
    opening = line(Bold(name(reply.requester)), _as(reply.requester), " would like to meet ", *wanted(reply), ".")
    if introduction.stage in MADE:
        return _all(opening, _why(reply), small("Introduced. Thank you to whoever helped."))
    if introduction.stage is Stage.CLOSED and introduction.disclosed:
        return _all(opening, small("This request is closed."))
    if introduction.stage in (Stage.TARGET_ASKED, Stage.CLOSED):
        return _all(opening, _why(reply), small("Somebody has come forward; their answer is awaited."))
    return _all(
        opening,
        _why(reply),
        small("Can you help? Press the button, or mention me in this thread: “I know her”, “@tom knows her”."),
        buttons(button("I can introduce them", Button.VOLUNTEER, introduction.id, style="primary")),
    )


def _logged(reply: IntroductionShown) -> tuple[Block, ...]:
    """Made elsewhere, and written down by its reader alone."""
    introduction = reply.introduction
    if introduction.stage is Stage.CLOSED:
        return _all(line("Taken back: that introduction counts no more."))
    connector = (Bold(name(reply.connector)),) if reply.connector else ("Somebody",)
    if reply.reader is Side.CONNECTOR:
        connector = ("You",)
    mine = reply.reader is Side.REQUESTER
    both: tuple[Words, ...] = (
        ("you", " to ", *wanted(reply)) if mine else (Bold(name(reply.requester)), " to ", *wanted(reply))
    )
    again = "You told me already: " if reply.again else "Noted: "
    return _all(
        line(again, *connector, " introduced ", *both, "."),
        _why(reply),
        small("Only you can see this. Nobody is asked or told."),
        buttons(button("Undo", Button.NOT_NEEDED, introduction.id)),
    )


def together(reply: IntroducedTogether) -> Rendered:
    """The introduction itself: who is who, the why, one question to begin with, who speaks first."""
    introduction = reply.introduction
    both = (_called(reply.requester), _as(reply.requester), ", meet ", _called(reply.target), _as(reply.target), ".")
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
            "Tell me in private when you have met."
        ),
    )


def _called(person: Person) -> Words:
    """A mention here is meant: all three have agreed to be brought together."""
    return Mention(person.account, name(person)) if person.account else Bold(name(person))


def why_asked(reply: WhyAsked) -> Rendered:
    """A request needs a reason."""
    return rendered(
        line("Understood: ", *described(reply.said), ". Why? One line is enough; it travels with the request."),
        small("Type it here, or press the button. Nothing is asked before."),
        buttons(
            button("Say why", Button.SAY_WHY, reply.question, style="primary"),
            button("Never mind", Button.NEVER_MIND, reply.question),
        ),
    )


def passed_on(reply: PassedOn) -> Rendered:
    """A question or an answer about an introduction."""
    return rendered(
        line(Bold(name(reply.sender)), " writes about the introduction:"),
        quote(typed(reply.words, WHY)),
        buttons(button("Answer", Button.ANSWER_BACK, f"{reply.introduction}:{reply.sender.id}")),
    )


def requests(reply: Requests) -> Rendered:
    """What the reader waits for, and what waits for them."""
    if not reply.mine and not reply.waiting:
        return rendered(
            line("You have no open requests, and none waits for you."),
            small("Ask for one like this: “could somebody introduce me to Linn about the spring show?”"),
        )
    blocks = [block for block in listed(reply) if block["type"] != "header"]
    return rendered(*blocks)


def listed(reply: Requests) -> list[Block]:
    """The same as a part of Home: the newest few of each, with their buttons."""
    shown_blocks: list[Block] = []
    for title, some in (("Waiting for you", reply.waiting[:5]), ("You wait for", reply.mine[:5])):
        if not some:
            continue
        shown_blocks += [line(Bold(title))]
        for one in some:
            shown_blocks += [*_blocks(one), divider()]
    return shown_blocks[:45]
