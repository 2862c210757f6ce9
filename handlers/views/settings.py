"""Settings: what was changed, what holds now, and how it is changed back; and the forms."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from assistant.buttons import Button, Field, Form
from assistant.clock import DAYS
from assistant.decent import Hours, hours_of
from assistant.facts import Person, Preferences, WorkspaceSettings
from assistant.reply import SettingsForm, SettingsNoted, SettingsShown, WorkspaceForm
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, Rendered, button, buttons, line, option, plain, rendered, small
from handlers.views.fields import field, modal, text
from handlers.views.meeting import ONLY_YOU
from handlers.views.moments import full_day
from handlers.views.people import name as called

LISTED = 100  # entries of a menu


def noted(reply: SettingsNoted) -> Rendered:
    """What holds now, and the way back; of what was taken back, what it was."""
    change = reply.change
    now, before = (change.before, change.after) if change.undone else (change.after, change.before)
    new, old = holds(now, reply.settings), holds(before, reply.settings)
    changed = [sentence for sentence in new if sentence not in old] or new[:1]
    of = f"settings:{change.id}"
    ways = (button("Settings", Button.SETTINGS), *_resume(now))
    if change.undone:
        gone = [sentence for sentence in old if sentence not in new] or ["A change of your settings."]
        return rendered(
            line("Taken back: ", _inside(" ".join(gone))),
            small(f"Now: {_inside(' '.join(changed))} {ONLY_YOU}"),
            buttons(button("Put it back", Button.RESTORE, of), *ways),
        )
    others = [sentence for sentence in new if sentence not in changed]
    return rendered(
        line("Noted. ", " ".join(changed)),
        small("As before: " + " ".join(others)) if others else None,
        small(f"Reminders that you asked for come in any case. {ONLY_YOU}"),
        buttons(button("Undo", Button.UNDO, of), *ways),
    )


def shown(reply: SettingsShown) -> Rendered:
    """All that holds now."""
    return rendered(
        line("Your settings: ", _inside(" ".join(holds(reply.preferences, reply.settings)))),
        small(f"Reminders that you asked for come in any case. {ONLY_YOU}"),
        buttons(button("Settings", Button.SETTINGS), *_resume(reply.preferences)),
    )


def holds(chosen: Preferences, settings: WorkspaceSettings) -> list[str]:
    """All that a member chose, or that holds for everybody, a sentence each."""
    most = settings.nudges_a_week if chosen.nudges_a_week is None else chosen.nudges_a_week
    asks = settings.asks_a_month if chosen.asks_a_month is None else chosen.asks_a_month
    if chosen.nudges_stopped or most == 0:
        nudges = "I say nothing of my own accord."
    elif chosen.nudges_from:
        nudges = f"No nudges before {full_day(chosen.nudges_from)}, then at most {most} a week."
    else:
        nudges = f"At most {most} nudge{'s' * (most != 1)} a week."
    rest = f" before {full_day(chosen.rests_until)}" if chosen.rests_until else ""
    if chosen.rests_until:
        requests = f"You are asked for no introductions{rest}."
    else:
        requests = "You are asked for no introductions." if not asks else f"At most {asks} requests a month reach you."
    return [
        nudges,
        f"What comes unasked comes {week(hours_of(chosen, settings))}, by your own clock.",
        requests,
        "Your ties count when others look for a way." if chosen.shows_ties else "Your ties count for nobody else.",
        "Your contacts may be asked for." if chosen.shows_contacts else "Your contacts are found by nobody else.",
    ]


def _inside(said: str) -> str:
    """As it goes on behind a colon."""
    return said if said.startswith("I ") else said[:1].lower() + said[1:]


def week(hours: Hours) -> str:
    """ "Mon–Fri from 09:00 to 17:30, but not from 12:00 to 14:00"."""
    quiet = f", but not from {hours.quiet[0]:%H:%M} to {hours.quiet[1]:%H:%M}" if hours.quiet else ""
    return f"{_days(hours.days)} from {hours.start:%H:%M} to {hours.end:%H:%M}{quiet}"


def silent(paused_until: date | None, stopped: bool) -> list[Block]:
    """On Home: why nothing comes of itself, and the one way back."""
    if stopped:
        why = "You stopped nudges: I say nothing of my own accord."
    elif paused_until:
        why = f"You paused nudges until {full_day(paused_until)}."
    else:
        why = "You left the last three of my nudges unanswered, so I stay quiet until you want them again."
    return [line(why), buttons(button("Resume nudges", Button.RESUME_NUDGES))]


def own(form: SettingsForm, where: Where) -> Block:
    """A member's own."""
    chosen, usual = form.preferences, form.settings
    hours = hours_of(chosen, usual)
    shows = [
        option("My ties count when others look for a way", "ties"),
        option("My own contacts may be asked for", "contacts"),
        option("I may be asked whether a recommendation of me is shown", "recommended"),
    ]
    boxes: Block = {"type": "checkboxes", "options": shows}
    chose = (chosen.shows_ties, chosen.shows_contacts, chosen.may_be_recommended)
    on = [one for one, yes in zip(shows, chose, strict=True) if yes]
    if on:
        boxes["initial_options"] = on
    rests: Block = {"type": "datepicker", "placeholder": plain("No rest", 150)}
    if chosen.rests_until:
        rests["initial_date"] = chosen.rests_until.isoformat()
    asks = "" if chosen.asks_a_month is None else str(chosen.asks_a_month)
    nudges = "0" if chosen.nudges_stopped else "" if chosen.nudges_a_week is None else str(chosen.nudges_a_week)
    hint = f"How many requests a month may reach you. Empty: {usual.asks_a_month}, as everybody here. 0: none."
    often = f"What I may say of my own accord. Empty: {usual.nudges_a_week}, as everybody here. 0: nothing."
    return modal(
        "Your settings",
        Form.SETTINGS,
        Back(",".join(str(one.id) for one in form.apart[:LISTED]), where=where),
        [
            field(
                Field.SHOWS, "What others may profit from", boxes, "They learn that a tie exists and how warm it is."
            ),
            text(Field.ASKS, "Requests a month", asks, 3, hint=hint),
            field(Field.RESTS, "Ask me for nothing before", rests),
            *([_apart(form.apart[:LISTED])] if form.apart else []),
            text(Field.NUDGES, "Nudges a week", nudges, 3, hint=often),
            field(Field.DAYS, "Days on which something may come unasked", _boxes(hours.days)),
            field(Field.FROM, "From", _clock(hours.start)),
            field(Field.UNTIL, "Until", _clock(hours.end)),
            field(Field.QUIET_FROM, "Quiet from", _clock(chosen.quiet_from)),
            field(Field.QUIET_UNTIL, "Quiet until", _clock(chosen.quiet_until)),
            small("By your own clock, wherever you are. What you asked to be reminded of comes in any case."),
        ],
    )


def _apart(people: Sequence[Person]) -> Block:
    """To whom they want no introduction; who is taken out of the field may be introduced to them again."""
    those = [option(called(one), str(one.id)) for one in people]
    chosen: Block = {"type": "multi_static_select", "options": those, "initial_options": those}
    hint = "Take a name out to allow introductions again. They are never told of either."
    return field(Field.APART, "Never introduce me to", chosen, hint)


def workspace(form: WorkspaceForm, where: Where) -> Block:
    """What admins choose for all."""
    chosen = form.settings
    channel: Block = {"type": "channels_select", "placeholder": plain("No channel", 150)}
    if chosen.introductions_channel:
        channel["initial_channel"] = chosen.introductions_channel
    return modal(
        "For everybody here",
        Form.WORKSPACE,
        Back(where=where),
        [
            field(
                Field.CHANNEL, "Introductions channel", channel, "Requests may stand there as cards. Invite me to it."
            ),
            text(
                Field.CURRENCY,
                "Usual currency",
                chosen.currency,
                3,
                placeholder="GBP",
                hint="Taken for sums whose currency nobody said, and shown as assumed. Empty: it is asked for.",
            ),
            text(Field.ASKS, "Requests a month for each", str(chosen.asks_a_month), 3, optional=False),
            text(
                Field.NUDGES,
                "Nudges a week for each",
                str(chosen.nudges_a_week),
                3,
                hint="Each may choose.",
            ),
            field(Field.DAYS, "Days on which something may come unasked", _boxes(chosen.days)),
            field(Field.FROM, "From", _clock(chosen.hours_from)),
            field(Field.UNTIL, "Until", _clock(chosen.hours_until)),
            small("By each member's own clock; each may choose other hours."),
        ],
    )


def _resume(now: Preferences) -> list[Block]:
    muted = now.nudges_stopped or now.nudges_from
    return [button("Resume nudges", Button.RESUME_NUDGES)] if muted else []


def _days(days: Iterable[int]) -> str:
    """ "Mon–Fri", "Mon, Wed, Sun"."""
    chosen = tuple(days)
    if len(chosen) > 2 and chosen == tuple(range(chosen[0], chosen[-1] + 1)):
        return f"{DAYS[chosen[0]]}–{DAYS[chosen[-1]]}"
    return ", ".join(DAYS[day] for day in chosen)


def _boxes(days: Iterable[int]) -> Block:
    options = [option(name, str(number)) for number, name in enumerate(DAYS)]
    return {"type": "checkboxes", "options": options, "initial_options": [options[day] for day in days]}


def _clock(at: time | None) -> Block:
    element: Block = {"type": "timepicker", "placeholder": plain("None", 150)}
    return element | {"initial_time": f"{at:%H:%M}"} if at else element
