"""The forms of introductions and settings."""

from collections.abc import Sequence

from assistant.buttons import Field, Form
from assistant.facts import Person
from assistant.introductions.record import WHY
from assistant.reply import AskForm, RequestForm, SettingsForm, WhomForm, WhyForm, WorkspaceForm
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, option, plain, small
from handlers.views.fields import choice_of_one, field, modal, text
from handlers.views.people import name as called
from handlers.views.people import work

LISTED = 100  # options that Slack takes in one field


def request(form: RequestForm, where: Where) -> Block:
    """Whom, through whom, and why."""
    return modal(
        "Ask for introduction",
        Form.REQUEST,
        Back(where=where),
        [
            _person(Field.TARGET, "Whom would you like to meet?", "A name, or a kind of person", False, form.target),
            text(Field.WHY, "Why?", form.why, WHY, optional=False, placeholder="One line; it travels with the request"),
            _person(Field.CONNECTOR, "Through whom?", "Leave it empty, and I look who knows them"),
            small("Whoever is asked reads your line. Only when both agree do you two learn of it."),
        ],
        submit="Ask",
    )


def why(form: WhyForm, where: Where) -> Block:
    """One line."""
    line = text(Field.WHY, "Why would you like to meet?", "", WHY, optional=False, focus=True)
    hint = small("It travels with the request: whoever is asked reads it.")
    return modal("Say why", Form.WHY, Back(str(form.question), where=where), [line, hint], submit="Go on")


def whom(form: WhomForm, where: Where) -> Block:
    """Whom the connector has in mind."""
    return modal(
        "Whom do you know?",
        Form.WHOM,
        Back(str(form.introduction.id), where=where),
        [
            _person(Field.TARGET, "Whom do you have in mind?", "A member, or a contact of yours", optional=False),
            small(f"They are asked before {called(form.requester)} learns their name."),
        ],
        submit="Ask them",
    )


def ask(form: AskForm, where: Where) -> Block:
    """Words to pass on."""
    return modal(
        "Write to them",
        Form.PASS_ON,
        Back(f"{form.introduction}:{form.to.id}", where=where),
        [
            text(Field.WORDS, f"To {called(form.to)}"[:150], "", WHY, many=True, optional=False, focus=True),
            small("They will see that it is you who writes."),
        ],
        submit="Send",
    )


def settings(form: SettingsForm, where: Where) -> Block:
    """A member's own."""
    chosen = form.preferences
    shows = [
        option("My ties count when others look for a way", "ties"),
        option("My own contacts may be asked for", "contacts"),
    ]
    boxes: Block = {"type": "checkboxes", "options": shows}
    on = [one for one, yes in zip(shows, (chosen.shows_ties, chosen.shows_contacts), strict=True) if yes]
    if on:
        boxes["initial_options"] = on
    rests: Block = {"type": "datepicker", "placeholder": plain("No rest", 150)}
    if chosen.rests_until:
        rests["initial_date"] = chosen.rests_until.isoformat()
    asks = "" if chosen.asks_a_month is None else str(chosen.asks_a_month)
    hint = f"How many requests a month may reach you. Empty: {form.asks_a_month}, as everybody here. 0: none."
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
        ],
    )


def _person(name: Field, label: str, placeholder: str, optional: bool = True, likely: Person | None = None) -> Block:
    element = choice_of_one(placeholder, 1)
    if likely:
        element["initial_option"] = option(called(likely), f"p:{likely.id}", work(likely))
    return field(name, label, element, optional=optional)
