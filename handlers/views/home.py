"""Home: a member's own page, with the commonest thing to do on top and what they noted last below."""

from collections.abc import Iterable, Sequence

from assistant.buttons import Button
from assistant.facts import Meeting
from assistant.reply import Home, Requests
from handlers.views import business_home, introductions, listings, reminders, settings, thanks
from handlers.views.blocks import Block, button, buttons, divider, header, line, listed, quote, small
from handlers.views.help import EXAMPLES
from handlers.views.meeting import summary, typed
from handlers.views.people import name

CARDS = 2  # of the people met, with a button of their own
LISTINGS = 3  # offers, and needs, two blocks each
VIEW = 100  # blocks of a view; where everything else is long, some of the page's meetings give way
LONG = 50  # blocks above the meetings; from then on what else was noted is a button away
NOTES = 300  # characters of notes; all of them stand in the form


def home(reply: Home, undone: Sequence[Block] = (), noted: Sequence[list[Block]] = ()) -> Block:
    """The page as Slack publishes it; `undone` is how what was taken back last looks here, `noted` how records of other
    kinds than meetings do.
    """
    if not reply.person.may_keep_notes:
        return _view(header("Wellmet"), line("I keep notes for members of this workspace only."))
    start = _starts(reply)
    waits = [*introductions.listed(Requests(reply.requests, reply.waiting)), *thanks.listed(reply.owed)]
    offered = listings.section(reply.offers, reply.needs, LISTINGS)
    waits = [*waits, *business_home.sections(reply.business)]
    muted = settings.silent(reply.muted.paused_until, reply.muted.stopped) if reply.muted else []
    reminded = [*muted, *reminders.section(reply.reminders)]
    if not reply.total and not reply.meetings:
        return _view(
            *waits,
            *reminded,
            header("Whom did you meet?"),
            start,
            line("No meeting is noted yet. Press the button, or tell me in a sentence, in Messages above:"),
            listed(*EXAMPLES),
            line("In any conversation, /met and the same words do it too."),
            small("Only you can see this page. Whom you met is told nothing."),
            *([divider(), *undone] if undone else []),
            *_also(reply, noted),
            *business_home.starts(),
            *offered,
        )
    above = [
        *waits,
        *reminded,
        header("Your meetings"),
        start,
        *undone,
        small(f"{_count(reply)} Only you can see this page."),
    ]
    also = _also(reply, noted if len(above) < LONG else ())
    below = [*_pages(reply), *also, *business_home.starts(), *offered]
    return _view(*above, *_fitting(reply.meetings, VIEW - len(above) - len(below)), *below)


def _also(reply: Home, noted: Iterable[list[Block]]) -> list[Block]:
    """What else was noted last, and the way to all of it."""
    if not reply.everything:
        return []
    entries = [block for each in noted for block in (divider(), *each)]
    return [
        *([header("Also noted"), *entries] if entries else []),
        divider(),
        buttons(button("Everything you noted", Button.LOOK, reply.everything)),
    ]


def _fitting(meetings: Sequence[Meeting], room: int) -> list[Block]:
    """As many of them as fit into so many blocks, each whole; and where the others are."""
    every = [_meeting(meeting) for meeting in meetings]
    if sum(map(len, every)) <= room:
        return [block for each in every for block in each]
    shown: list[Block] = []
    for each in every:
        if len(shown) + len(each) >= room:
            break
        shown += each
    return [*shown, small("There is no room here for the others of this page: ask me to “show my meetings”.")]


def _starts(reply: Home) -> Block:
    """What can be begun here."""
    return buttons(
        button("Note a meeting", Button.NEW_MEETING, style="primary"),
        button("Ask for an introduction", Button.NEW_REQUEST),
        button("Look somebody up", Button.WHO),
        button("Search", Button.SEARCH),
        *([button("Contacts", Button.CONTACTS)] if reply.contacts else []),
        button("Settings", Button.SETTINGS),
        button("My data", Button.MY_DATA),
        *([button("For everybody here", Button.WORKSPACE_SETTINGS)] if reply.person.admin else []),
    )


def _view(*blocks: Block) -> Block:
    return {"type": "home", "blocks": list(blocks[:VIEW])}


def _count(reply: Home) -> str:
    return "1 meeting." if reply.total == 1 else f"{reply.total:,} meetings, the latest first."


def _meeting(meeting: Meeting) -> list[Block]:
    words = line(*summary(meeting))
    notes = typed(meeting.notes, NOTES)
    if notes:
        words["elements"].append(quote(notes)["elements"][0])
    return [
        divider(),
        words,
        buttons(
            button("Edit", Button.EDIT, f"meeting:{meeting.id}"),
            button("Undo", Button.UNDO, meeting.id),
            *[
                button(f"About {name(one)}", Button.CARD, one.id, nth)
                for nth, one in enumerate(meeting.people[:CARDS], 1)
            ],
        ),
    ]


def _pages(reply: Home) -> list[Block]:
    """The way to the other pages, where there are any."""
    if reply.pages < 2:
        return []
    turns = []
    if reply.page > 1:
        turns.append(button("Newer", Button.PAGE, reply.page - 1, nth=1))
    if reply.page < reply.pages:
        turns.append(button("Older", Button.PAGE, reply.page + 1, nth=2))
    return [divider(), small(f"Page {reply.page} of {reply.pages}"), buttons(*turns)]
