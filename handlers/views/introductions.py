"""Introductions in words: what was asked, who is asked, what came of it; to each as far as they may know."""

from assistant.buttons import Button
from assistant.introductions.moves import MADE, OPEN
from assistant.introductions.record import WHY, Answer, Closing, Origin, Side, Stage
from assistant.reply import IntroductionShown, PassedOn, Requests, WhyAsked
from handlers.views.blocks import (
    Block,
    Bold,
    Rendered,
    Words,
    button,
    buttons,
    divider,
    line,
    quote,
    rendered,
    row,
    small,
)
from handlers.views.frames import described
from handlers.views.introduction_asks import asked
from handlers.views.introduction_cards import card
from handlers.views.introduction_words import present, quoted_why, wanted
from handlers.views.listings import way
from handlers.views.meeting import typed
from handlers.views.moments import full_day
from handlers.views.people import name

STANDS = "Your card stands in the introductions channel."
_HIDDEN = "Who they are stays hidden until one of them agrees."


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
        return card(reply)
    if introduction.stage in MADE:
        return _made(reply)
    if introduction.origin is Origin.OFFERED and reply.reader is Side.CONNECTOR:
        return _offered(reply)
    if reply.reader is Side.REQUESTER and introduction.origin is Origin.REQUESTED:
        return _requested(reply)
    return asked(reply)


def _requested(reply: IntroductionShown) -> tuple[Block, ...]:
    """To the requester; a no that was not told yet reads as the open question that it was."""
    introduction, whom = reply.introduction, wanted(reply)
    again = "You asked for this already: an" if reply.again else "An"
    of = introduction.id
    match introduction.seems:
        case Stage.REQUESTED:
            return present(
                line(f"{again} introduction to ", *whom, "."), quoted_why(reply), line(_counted(reply)), _ways(reply),
                *(line("You can also write to them yourself: ", *way(one), ".") for one in reply.doing),
                small(f"{STANDS} {_HIDDEN}" if reply.card else _HIDDEN),
            )  # fmt: skip
        case Stage.CLOSED if introduction.closing is Closing.WITHDRAWN:
            return present(
                line("Withdrawn: your request for an introduction to ", *whom, "."),
                small("Nobody is asked about it any more. You can ask for it anew at any time."),
            )
        case Stage.CLOSED:
            return present(
                line("This one didn't work out: the introduction to ", *whom, "."),
                small("It says nothing about you or the reason. You can ask for somebody else at any time."),
            )
        case _:
            asked = (
                ("I've asked ", Bold(name(reply.connector)))
                if reply.connector
                else ("I've asked somebody who may help",)
            )
            card = f" {STANDS}" if reply.card else ""
            return present(
                line(f"{again} introduction to ", *whom, ": ", *asked, "."),
                quoted_why(reply),
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
    if not reply.card:
        ways.append(button("Edit", Button.EDIT, f"introduction:{of}"))
    return buttons(*ways, button("Withdraw", Button.WITHDRAW, of))


def _offered(reply: IntroductionShown) -> tuple[Block, ...]:
    """To the connector who began it."""
    introduction = reply.introduction
    both = (Bold(name(reply.requester)), " and ", *((Bold(name(reply.target)),) if reply.target else ("somebody",)))
    if introduction.stage is Stage.CLOSED and introduction.closing is Closing.WITHDRAWN:
        return present(line("Taken back: the introduction of ", *both, "."))
    if introduction.seems is Stage.CLOSED:
        return present(line("This one didn't work out: the introduction of ", *both, "."))
    again = "You offered this already: " if reply.again else ""
    return present(
        line(f"{again}I've asked ", *both, " whether they would like to meet."),
        quoted_why(reply),
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
        met = " They have met." if introduction.met_at else ""
        both = (Bold(name(reply.requester)), " and ", *wanted(reply))
        return present(line("Introduced: ", *both, f".{met} Thank you."), quoted_why(reply))
    other = reply.target if reply.reader is Side.REQUESTER else reply.requester
    whom = Bold(name(other or reply.requester))
    if introduction.met_at or reply.noted:
        return present(
            line("You were introduced to ", whom, *by, ", and you met."),
            quoted_why(reply),
            small("That you met stands in your own notes, and nobody has been told.") if reply.noted else None,
            row(*_tell(reply), *_thank(reply)),
        )
    ask = "Did you two meet? " if reply.again else ""
    dropped = [] if introduction.stage is Stage.THANKED else [button("No longer needed", Button.NOT_NEEDED, of)]
    return present(
        line(f"{ask}You are introduced to ", whom, *by, "."),
        quoted_why(reply),
        buttons(
            button("We met", Button.WE_MET, of, style="primary"),
            button("Not yet", Button.NOT_YET, of),
            *dropped,
            *_thank(reply),
        ),
    )


def _tell(reply: IntroductionShown) -> list[Block]:
    """What the reader noted for themselves may be told to the others, with a press."""
    if not reply.noted or reply.connector is None:
        return []
    return [button(f"Tell {name(reply.connector)} that you met", Button.WE_MET, reply.introduction.id)]


def _thank(reply: IntroductionShown) -> list[Block]:
    """The way to thanks, while there are none of the reader's."""
    if reply.connector is None or reply.thanked:
        return []
    return [button(f"Thank {name(reply.connector)}", Button.THANK, reply.introduction.id)]


def _logged(reply: IntroductionShown) -> tuple[Block, ...]:
    """Made elsewhere, and written down by its reader alone."""
    key = f"introduction:{reply.introduction.id}"
    if reply.introduction.stage is Stage.CLOSED:
        return present(
            line("Taken back: that introduction counts no more."),
            buttons(button("Put it back", Button.RESTORE, key)),
        )
    connector = (Bold(name(reply.connector)),) if reply.connector else ("Somebody",)
    if reply.reader is Side.CONNECTOR:
        connector = ("You",)
    mine = reply.reader is Side.REQUESTER
    both: tuple[Words, ...] = (
        ("you", " to ", *wanted(reply)) if mine else (Bold(name(reply.requester)), " to ", *wanted(reply))
    )
    again = "You told me already: " if reply.again else "Noted: "
    return present(
        line(again, *connector, " introduced ", *both, f" on {full_day(reply.made_on)}." if reply.made_on else "."),
        quoted_why(reply),
        small("Only you can see this. Nobody is asked or told."),
        buttons(
            button("Undo", Button.UNDO, key),
            button("Edit", Button.EDIT, key),
            *(_thank(reply) if reply.reader in (Side.REQUESTER, Side.TARGET) else []),
        ),
    )


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
    for title, some in (("Waiting for you", reply.waiting), ("You wait for", reply.mine)):
        if not some:
            continue
        shown_blocks += [line(Bold(title))]
        for one in some:
            shown_blocks += [*_blocks(one), divider()]
    return shown_blocks[:45]
