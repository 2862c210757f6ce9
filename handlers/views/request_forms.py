"""The forms of introductions."""

from assistant.buttons import Field, Form
from assistant.facts import Person
from assistant.introductions.record import WHY
from assistant.reply import AskForm, RequestForm, WhomForm, WhyForm
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, option, small
from handlers.views.fields import choice_of_one, field, modal, text
from handlers.views.people import name as called
from handlers.views.people import work


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


def _person(name: Field, label: str, placeholder: str, optional: bool = True, likely: Person | None = None) -> Block:
    element = choice_of_one(placeholder, 1)
    if likely:
        element["initial_option"] = option(called(likely), f"p:{likely.id}", work(likely))
    return field(name, label, element, optional=optional)
