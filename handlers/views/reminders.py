"""Reminders and rhythms: read back with the full date, in a list, and when they come."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.buttons import Button
from assistant.facts import Person
from assistant.nudges.record import Nudge
from assistant.phrases.frame import Every, Role
from assistant.reminders.record import Assumed, Reminder
from assistant.reply import Candidate, ReminderDue, ReminderNoted, Reminders, WhenAsked
from handlers.mrkdwn import clip
from handlers.views.blocks import (
    Block,
    Bold,
    Rendered,
    Words,
    button,
    buttons,
    divider,
    header,
    line,
    quote,
    rendered,
    small,
)
from handlers.views.meeting import ONLY_YOU, typed
from handlers.views.moments import every, full_day
from handlers.views.people import known, name, names, work

TOPIC = 300  # characters that are read back; all of it stands in the form
WORDS = 500

_ASSUMED = {
    Assumed.DAY: "I took the first day of what you said.",
    Assumed.TIME: "I assumed the time, since none was given.",
    Assumed.EVERY: "I assumed how often, since you didn't say.",
}


def noted(reply: ReminderNoted) -> Rendered:
    """ "I'll remind you on Tue 8 Dec 2026: Tom Berger.", or how it stands now."""
    reminder = reply.reminder
    if reminder.undone_at:
        return rendered(
            line("Taken back, and it won't come: ", *_of(reminder), "."),
            small(ONLY_YOU),
            buttons(button("Put it back", Button.RESTORE, f"reminder:{reminder.id}")),
        )
    if reminder.done_at:
        return rendered(
            line("Done: ", *_of(reminder), "."),
            small(ONLY_YOU),
            buttons(button("Remind me again", Button.EDIT, f"reminder:{reminder.id}")),
        )
    told = "You told me already. " if reply.again else ""
    assumed = [sentence for part, sentence in _ASSUMED.items() if part in reminder.assumed]
    if reminder.every:
        opening = line(f"{told}{_beat(reminder.every)} I'll tell you when you haven't met ", *names(reminder.people),
                       f"; next on {full_day(reminder.day)}.")  # fmt: skip
        assumed += [_counted(reply)]
    else:
        opening = line(f"{told}I'll remind you {when(reminder)}: ", *_of(reminder), ".")
        assumed += [] if reminder.at else ["It comes at a decent hour of that day."]
    return rendered(
        opening,
        small(" ".join((*assumed, ONLY_YOU))),
        buttons(
            button("Undo", Button.UNDO, f"reminder:{reminder.id}"),
            button("Change", Button.EDIT, f"reminder:{reminder.id}"),
        ),
    )


def due(item: ReminderDue, nudge: Nudge, ended: Block | None) -> Sequence[Block]:
    """Its time has come: what it is about, who they are, and what was said."""
    reminder = item.reminder
    if reminder.every:
        opening = line(*_not_met(item, nudge))
        ways = (
            button("Note a meeting", Button.NEW_MEETING, nth=1),
            button("We're in touch", Button.REMINDER_DONE, reminder.id),
            button("Next week", Button.SNOOZE, f"{reminder.id}:week"),
            button("Change", Button.EDIT, f"reminder:{reminder.id}"),
        )
    else:
        opening = line("Reminder: ", *_of(reminder), ".")
        ways = (
            button("Done", Button.REMINDER_DONE, reminder.id, style="primary"),
            button("Tomorrow", Button.SNOOZE, f"{reminder.id}:tomorrow", nth=1),
            button("Next week", Button.SNOOZE, f"{reminder.id}:week", nth=2),
            button("Another time", Button.EDIT, f"reminder:{reminder.id}"),
        )
    said = typed(reminder.words, WORDS)
    about = [small(words) for words in map(_about, item.known) if words]
    return (opening, *about, *([quote(f"You said: {said}")] if said else []), ended or buttons(*ways))


def listed(reply: Reminders) -> Rendered:
    """All that is still to come."""
    if not reply.open:
        return rendered(
            line(
                "No reminder is open. Say “remind me to chase Tom in two weeks”, or “catch up with Maya every 6 weeks”."
            ),
            buttons(button("New reminder", Button.NEW_REMINDER)),
        )
    blocks = [block for one in reply.open for block in _entry(one)]
    more = small("There are more after these.") if reply.more else None
    return rendered(line("Still to come, the next one first:"), *blocks, more, small(ONLY_YOU))


def section(reply: Reminders) -> list[Block]:
    """On Home, the next few."""
    if not reply.open:
        return []
    blocks = [block for one in reply.open for block in _entry(one)]
    ways = [button("All of them", Button.SHOW_REMINDERS)] if reply.more else []
    return [header("Reminders"), *blocks, buttons(button("New reminder", Button.NEW_REMINDER), *ways), divider()]


def when_asked(reply: WhenAsked) -> Rendered:
    """When shall it come?"""
    said = reply.said.people.get(Role.ABOUT, ())
    about = typed(reply.said.topic, TOPIC) or " and ".join(typed(one.text, TOPIC) for one in said)
    of = reply.question
    return rendered(
        line("When shall I remind you", *((" of ", Bold(about)) if about else ()), "?"),
        small("Press one, or say it: “on Friday”, “in ten days”, “tomorrow at 3”."),
        buttons(
            button("Tomorrow", Button.WHEN, f"{of}:tomorrow", nth=1),
            button("Next week", Button.WHEN, f"{of}:week", nth=2),
            button("In two weeks", Button.WHEN, f"{of}:fortnight", nth=3),
            button("Never mind", Button.NEVER_MIND, of),
        ),
    )


def when(reminder: Reminder) -> str:
    """ "on Tue 8 Dec 2026 at 15:00"."""
    return f"on {full_day(reminder.day)}" + (f" at {reminder.at:%H:%M}" if reminder.at else "")


def _beat(beat: Every) -> str:
    said = every(beat)
    return f"{said[0].upper()}{said[1:]}:"


def _of(reminder: Reminder) -> tuple[Words, ...]:
    """ "Tom Berger – the lease", whichever of the two there is; "call Tom Berger" says both."""
    topic = typed(reminder.topic, TOPIC)
    whole = _named_in(topic, reminder.people)
    if whole:
        return whole
    people = names(reminder.people) if reminder.people else ()
    return (*people, *([" – "] if people and topic else []), *([topic] if topic else []))


def _named_in(topic: str, people: Sequence[Person]) -> tuple[Words, ...]:
    """The words with everybody's name standing out, where they name everybody; else nothing."""
    those = {name(one): names([one]) for one in people}
    if not those or not all(one in topic for one in those):
        return ()
    parts = re.split("(" + "|".join(map(re.escape, sorted(those, key=len, reverse=True))) + ")", topic)
    return tuple(word for part in parts if part for word in those.get(part, (part,)))


def _entry(reminder: Reminder) -> list[Block]:
    beat = f" ({every(reminder.every)})" if reminder.every else ""
    return [
        line(*_of(reminder), f": {when(reminder)}{beat}"),
        buttons(
            button("Done", Button.REMINDER_DONE, reminder.id),
            button("Change", Button.EDIT, f"reminder:{reminder.id}"),
            button("Take back", Button.UNDO, f"reminder:{reminder.id}"),
        ),
    ]


def _counted(reply: ReminderNoted) -> str:
    last = next((one.last_met for one in reply.known if one.last_met), None)
    return f"It counts from when you met last, {full_day(last)}." if last else "It counts from today."


def _not_met(item: ReminderDue, nudge: Nudge) -> tuple[Words, ...]:
    """ "You haven't met Maya Patel for 7 weeks."; counted to the day on which it was said."""
    reminder = item.reminder
    last = next((one.last_met for one in item.known if one.last_met), None)
    told = (nudge.sent_at or nudge.due).date()
    if last and last >= told:
        return ("You met ", *names(reminder.people), f" again, on {full_day(last)}.")
    if last:
        return ("You haven't met ", *names(reminder.people), f" for {_long(last, told)}.")
    return ("It is time to catch up with ", *names(reminder.people), f", as you wished {every(reminder.every)}."
            if reminder.every else ".")  # fmt: skip


def _long(since: date, until: date) -> str:
    days = (until - since).days
    return f"{days} day{'s' * (days != 1)}" if days < 14 else f"{days // 7} weeks"


def _about(candidate: Candidate) -> str:
    """ "Tom Berger: Founder, Tanner Type – you met twice, last on …"; "" when there is nothing to add."""
    more = " – ".join(filter(None, (work(candidate.person), known(candidate))))
    return clip(f"{name(candidate.person)}: {more}", WORDS) if more else ""
