"""A person's card, and the form that asks whose."""

from datetime import date

from assistant.buttons import Button, Field, Form
from assistant.facts import Kind, Person, When
from assistant.phrases.frame import Every
from assistant.reply import Line, PersonCard, Section, Typed
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, Bold, Rendered, Words, button, buttons, line, pictured, rendered, small
from handlers.views.fields import choice_of_one, field, modal
from handlers.views.meeting import typed
from handlers.views.moments import every, full_day, moment
from handlers.views.people import YOURS, name, work

SECTIONS = 12  # shown at most; a heading and a paragraph each, so that Slack's fifty blocks are never reached
LINES = 6  # of a section
TYPED = 280  # characters of words that somebody typed, in one line; all of them are a button away
ONLY_YOU = "Only you can see this: it is made of your own notes, and of what others let members see."


def card(reply: PersonCard) -> Rendered:
    """All that the reader has noted of somebody."""
    person = reply.person
    sections = [block for section in reply.sections[:SECTIONS] for block in _section(section)]
    nothing = line("You have noted nothing about ", Bold(name(person)), " yet.") if not sections else None
    return rendered(_head(person), *sections, nothing, small(ONLY_YOU), buttons(*_may(reply)))


def which(where: Where) -> Block:
    """Whose card?"""
    element = choice_of_one("Type a name", 1) | {"focus_on_load": True}
    who = field(Field.ABOUT, "Who?", element, optional=False)
    return modal("Look somebody up", Form.WHO, Back(where=where), [who, small("Only you see what I know.")], "Show")


def _head(person: Person) -> Block:
    about = " – ".join(filter(None, (name(person), work(person), YOURS if person.kind is Kind.CONTACT else "")))
    return pictured(about, person.picture, f"Picture of {name(person)}")


def _section(section: Section) -> list[Block]:
    shown = [line(*_words(one)) for one in section.lines[:LINES]]
    first, *rest = shown
    elements = first["elements"]
    heading = {"type": "rich_text_section", "elements": line(Bold(section.heading))["elements"][0]["elements"]}
    return [{**first, "elements": [heading, *elements, *(one["elements"][0] for one in rest)]}]


def _words(said: Line) -> list[Words]:
    words: list[Words] = []
    for part in said:
        match part:
            case Person():
                words.append(Bold(name(part)))
            case When():
                words.append(moment(part))
            case date():
                words.append(full_day(part))
            case Every():
                words.append(every(part))
            case Typed(text):
                words.append(typed(" ".join(text.split()), TYPED))
            case _:
                words.append(part)
    return words


def _may(reply: PersonCard) -> list[Block]:
    person = reply.person
    return [
        button("Note a meeting", Button.NEW_MEETING, person.id),
        button("Give and receive", Button.EXCHANGE, person.id),
        *([button("All meetings", Button.LOOK, f"meetings.{person.id}...1.")] if reply.times_met > 1 else []),
        *([button("Ask for an introduction", Button.NEW_REQUEST, person.id)] if reply.may_ask else []),
        *([button("Edit contact", Button.EDIT_CONTACT, person.id)] if person.kind is Kind.CONTACT else []),
    ]
