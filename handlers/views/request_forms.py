"""The forms of introductions."""

from assistant.buttons import Field, Form
from assistant.facts import Person
from assistant.introductions.record import WHY, Side
from assistant.reply import AskForm, LoggedForm, RequestForm, WhomForm, WhyForm
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, option, plain, small
from handlers.views.fields import choice_of_one, field, modal, text
from handlers.views.meeting import ONLY_YOU
from handlers.views.people import name as called


def request(form: RequestForm, where: Where) -> Block:
    """Whom, through whom, and why."""
    menu = choice_of_one("A name, or a kind of person", 1, form.target)
    if form.seeking and not form.target:
        menu["initial_option"] = option(form.seeking, "as it stands")
    whom = field(Field.TARGET, "Whom would you like to meet?", menu, optional=False)
    reason = text(Field.WHY, "Why?", form.why, WHY, optional=False, placeholder="One line; it travels with the request")
    read = small("Whoever is asked reads your line. Only when both agree do you two learn of it.")
    if form.before:
        back = Back(form.before.key, form.version, where)
        return modal("Edit your request", Form.REQUEST, back, [whom, reason, read])
    through = _person(Field.CONNECTOR, "Through whom?", "Leave it empty, and I look who knows them")
    return modal("Ask for introduction", Form.REQUEST, Back(where=where), [whom, reason, through, read], submit="Ask")


def logged(form: LoggedForm, where: Where) -> Block:
    """Who introduced whom to whom, when, and why."""
    theirs = len(form.people) == 3  # whoever noted it is none of them
    labels = {
        Side.CONNECTOR: (Field.CONNECTOR, "Who introduced them?" if theirs else "Who introduced you?"),
        Side.REQUESTER: (Field.INTRODUCED, "Who was introduced?"),
        Side.TARGET: (Field.TARGET, "To whom?"),
    }
    people = [(*labels[side], person) for side, person in form.people.items()]
    day: Block = {"type": "datepicker", "placeholder": plain("Choose a day", 150)}
    if form.made_on:
        day["initial_date"] = form.made_on.isoformat()
    return modal(
        "Edit the introduction",
        Form.LOGGED,
        Back(form.before.key, form.version, where),
        [
            *(_person(named, label, "A name", person is None, person) for named, label, person in people),
            field(Field.DAY, "Day", day, optional=False),
            text(Field.WHY, "About", form.why, WHY),
            small(f"{ONLY_YOU} Nobody is asked or told."),
        ],
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


def _person(name: Field, label: str, placeholder: str, optional: bool = True, chosen: Person | None = None) -> Block:
    return field(name, label, choice_of_one(placeholder, 1, chosen), optional=optional)
