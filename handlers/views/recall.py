"""What was looked up, in words: meetings, who brought whom together, whom one knows best, own numbers."""

from collections.abc import Sequence

from assistant.buttons import Button
from assistant.facts import Meeting, Person, Span
from assistant.reply import HowKnown, IntroductionShown, Known, MeetingsFound, Network, Numbers
from handlers.views.blocks import Block, Bold, Rendered, Words, button, buttons, line, quote, rendered, small
from handlers.views.exchange import totals
from handlers.views.introduction_words import quoted_why
from handlers.views.meeting import ONLY_YOU, summary, typed
from handlers.views.moments import full_day
from handlers.views.people import name, names

CARDS = 4  # people of a list with a button for all that is known of them
NOTES = 400  # characters of notes in a list; all of them stand in the meeting's form
OF_ONE = 1_500  # characters where only a few meetings are shown


def meetings(reply: MeetingsFound) -> Rendered:
    """ "You last met Linn O'Carroll at the gallery on Mon 23 Nov 2026.", or a list with days and notes."""
    if not reply.meetings:
        return _none(reply)
    if reply.asked == "last":
        return _last(reply)
    room = OF_ONE if len(reply.meetings) < 4 else NOTES
    shown = [block for one in reply.meetings for block in _meeting(one, room)]
    return rendered(line(*_opening(reply)), *shown, small(_where(reply)), _ways(reply))


def how(reply: HowKnown) -> Rendered:
    """ "Sam Okafor introduced you to Linn O'Carroll on Mon 23 Nov 2026.", and how they first met."""
    lines = [block for one in reply.introductions for block in _brought(one, reply.person)]
    lines += [block for one in reply.through for block in _brought_by(one, reply.person)]
    if not reply.introductions and reply.asked == "introduced":
        lines.append(line("I know of no introduction of you to ", *names((reply.person,)), "."))
    if reply.first:
        lines.append(line("The first time you met: ", *summary(reply.first), "."))
    elif not lines:
        lines.append(line("You have noted nothing yet of how you know ", *names((reply.person,)), "."))
    return rendered(*lines, small(ONLY_YOU), buttons(_card_of(reply.person)))


def network(reply: Network) -> Rendered:
    """Whom the reader knows best, and with whom they lost touch."""
    if reply.there:
        return _there(reply)
    if not reply.best and not reply.fading:
        return rendered(line("You have noted no meetings yet, so I can't say whom you know best."), small(ONLY_YOU))
    count = "1 person" if reply.people == 1 else f"{reply.people:,} people"
    if reply.long_ago:
        return rendered(*_known("Not met for the longest:", reply.fading), small(ONLY_YOU))
    return rendered(
        line(f"You have met {count}."),
        *_known("The warmest now:", reply.best),
        *_known("Not met for a while:", reply.fading),
        small(f"From how often, and how lately, you met; for nobody but you. {ONLY_YOU}"),
    )


def _there(reply: Network) -> Rendered:
    """Whom the reader knows at a house; where it is nobody, how to be introduced."""
    house = typed(reply.there, 200)
    if reply.best:
        ways = [
            button(f"About {name(one.person)}", Button.CARD, one.person.id, nth) for nth, one in enumerate(reply.best)
        ]
        return rendered(*_known(f"Whom you know at {house}:", reply.best), small(ONLY_YOU), buttons(*ways[:CARDS]))
    return rendered(
        line("You have noted nobody at ", Bold(house), " yet."),
        small(f"Somebody here may know them: “could somebody introduce me to someone at {house}?” {ONLY_YOU}"),
        buttons(button("Ask for an introduction", Button.NEW_REQUEST)),
    )


def numbers(reply: Numbers) -> Rendered:
    """The reader's own totals."""
    met = "1 meeting" if reply.meetings == 1 else f"{reply.meetings:,} meetings"
    people = "1 person" if reply.people == 1 else f"{reply.people:,} people"
    places = "" if not reply.places else " at 1 place" if reply.places == 1 else f" at {reply.places:,} places"
    return rendered(
        line("You noted ", Bold(met), " with ", Bold(people), f"{places}{within(reply.span)}."),
        *(totals(reply.business) if reply.business else ()),
        small(f"These are your own numbers; nobody is compared with anybody. {ONLY_YOU}"),
    )


def within(span: Span) -> str:
    """ " between Mon 16 Nov 2026 and Sun 22 Nov 2026", or nothing."""
    if span.first and span.last:
        if span.first == span.last:
            return f" on {full_day(span.first)}"
        return f" between {full_day(span.first)} and {full_day(span.last)}"
    if span.first:
        return f" since {full_day(span.first)}"
    return f" until {full_day(span.last)}" if span.last else ""


def _last(reply: MeetingsFound) -> Rendered:
    meeting = reply.meetings[0]
    notes = typed(meeting.notes, OF_ONE)
    times = "" if reply.total == 1 else f"You have met {reply.total:,} times{within(reply.span)}. "
    return rendered(
        line("You last met ", *summary(meeting), "."),
        quote(notes) if notes else None,
        small(f"{times}{ONLY_YOU}"),
        _ways(reply),
    )


def _none(reply: MeetingsFound) -> Rendered:
    nearest = reply.nearest
    return rendered(
        line("You have noted no meeting", *_with(reply), f"{within(reply.span)}."),
        line("The last one at another time: ", *summary(nearest), ".") if nearest else None,
        small(ONLY_YOU),
        buttons(button("Note a meeting", Button.NEW_MEETING, reply.person.id if reply.person else "")),
    )


def _opening(reply: MeetingsFound) -> tuple[Words, ...]:
    if reply.asked == "notes":
        return ("What you noted of meeting", *_who(reply), f"{within(reply.span)}:")
    count = "1 meeting" if reply.total == 1 else f"{reply.total:,} meetings"
    return (Bold(count), *_with(reply), f"{within(reply.span)}:")


def _with(reply: MeetingsFound) -> tuple[Words, ...]:
    who = _who(reply)
    return (" with", *who) if who else ()


def _who(reply: MeetingsFound) -> tuple[Words, ...]:
    if reply.person:
        return (" ", *names((reply.person,)))
    house = typed(reply.organisation, 200)
    return (" somebody at ", Bold(house)) if house else ()


def _meeting(meeting: Meeting, room: int) -> list[Block]:
    words = line("• ", *summary(meeting))
    notes = typed(meeting.notes, room)
    if notes:
        words["elements"].append(quote(notes)["elements"][0])
    return [words]


def _where(reply: MeetingsFound) -> str:
    page = f"Page {reply.page}. " if reply.page > 1 else ""
    return f"{page}The newest first. {ONLY_YOU}" if reply.total > 1 else ONLY_YOU


def _ways(reply: MeetingsFound) -> Block | None:
    older = "All meetings" if reply.asked == "last" else "Older"
    ways = [
        *([button("Newer", Button.LOOK, reply.newer, nth=1)] if reply.newer else []),
        *([button(older, Button.LOOK, reply.more, nth=2)] if reply.more else []),
        *([_card_of(reply.person)] if reply.person else []),
    ]
    return buttons(*ways) if ways else None


def _card_of(person: Person) -> Block:
    return button("All I know", Button.CARD, person.id)


def _brought(shown: IntroductionShown, person: Person) -> list[Block]:
    on = f" on {full_day(shown.made_on)}" if shown.made_on else ""
    by = names((shown.connector,)) if shown.connector else ("Somebody",)
    return _told(line(*by, " introduced you to ", *names((person,)), f"{on}."), shown)


def _brought_by(shown: IntroductionShown, person: Person) -> list[Block]:
    on = f" on {full_day(shown.made_on)}" if shown.made_on else ""
    both = [one for one in (shown.requester, shown.target) if one]
    return _told(line(*names((person,)), " brought together ", *names(both), f"{on}."), shown)


def _told(said: Block, shown: IntroductionShown) -> list[Block]:
    why = quoted_why(shown)
    return [said, why] if why else [said]


def _known(heading: str, people: Sequence[Known]) -> list[Block]:
    if not people:
        return []
    lines = [line("• ", *names((one.person,)), f" – {_often(one)}") for one in people]
    return [line(Bold(heading)), *lines]


def _often(one: Known) -> str:
    if not one.times:
        return "no meeting noted"
    often = {1: "met once", 2: "met twice"}.get(one.times, f"met {one.times} times")
    if not one.last:
        return often
    return f"{often}, on {full_day(one.last)}" if one.times == 1 else f"{often}, last on {full_day(one.last)}"
