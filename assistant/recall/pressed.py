"""Buttons and the form by which members look something up."""

import re
from datetime import datetime

from assistant import card, showing
from assistant.buttons import Field, Form
from assistant.errors import Gone
from assistant.facts import Person
from assistant.following import say
from assistant.ids import PersonId
from assistant.jobs import Say
from assistant.ledger import Ledger
from assistant.recall import searching
from assistant.recall.answers import GONE, answer
from assistant.recall.look import ROOM, Look, What
from assistant.reply import FormErrors, Matter, Refusal, Window
from assistant.said import ButtonPress, FormSubmission
from assistant.search.words import telling
from assistant.speaker import Speaker

_CHOSEN = re.compile(r"p:(\d{1,18})", re.ASCII)
_NUMBER = re.compile(r"\d{1,18}", re.ASCII)


def window(of: str, by: Speaker, ledger: Ledger) -> Window:
    """The card of the person, in a window: whoever pressed may be on Home. Raises Gone."""
    whose = person(of, by, ledger)
    return Window(card.card(whose, by.person, ledger), Look(What.CARD, whose.id).matter(ROOM))


def person(of: str, by: Speaker, ledger: Ledger) -> Person:
    """The person that a button names. Raises Gone for who is not there, or not the reader's to know of."""
    if not _NUMBER.fullmatch(of):
        raise Gone(card.GONE)
    return card.person_of(PersonId(int(of)), by.person, ledger)


def look(press: ButtonPress, by: Speaker, ledger: Ledger, now: datetime) -> Matter | Window | None:
    """What the button looks up: below the message it stands under, once, or in a window. Raises Gone."""
    wanted = Look.read(press.of)
    if wanted is None:
        raise Gone(GONE)
    if press.where.conversation:
        return _below(wanted.matter(), press, by, ledger, now)
    shown = Matter.of_key(press.where.windows[-1]) if press.where.windows else None
    turned = Look.of(shown) if shown else None
    in_place = turned is not None and turned.on(wanted.page) == wanted
    return Window(answer(wanted, by.person, ledger), wanted.matter(ROOM), in_place)


def opened(record: Matter, press: ButtonPress, by: Speaker, ledger: Ledger, now: datetime) -> Matter | Window | None:
    """The message about a record of the member's, below the one pressed or in a window. Raises Gone for others'."""
    mine = showing.own(record, by.person)
    message, *_ = showing.told(mine, by.person, ledger)
    if isinstance(message, Refusal):
        raise Gone(message.why)
    return _below(mine, press, by, ledger, now) if press.where.conversation else Window(message, mine)


def _below(matter: Matter, press: ButtonPress, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """In place of a fleeting message, else below it."""
    if not press.where.fleeting:
        key = f"look:{press.where.conversation}:{press.where.message}:{press.of}"
        say(Say(by.account, matter, press.where.conversation, press.where.thread), key, ledger, now)
        return None
    return matter


def looked_up(form: FormSubmission, by: Speaker, ledger: Ledger) -> Window | FormErrors:
    """What a form asks for, in its place: the card of whoever was chosen, or what has the words."""
    return _chosen(form, by, ledger) if form.form == Form.WHO else _searched(form, by, ledger)


def _searched(form: FormSubmission, by: Speaker, ledger: Ledger) -> Window | FormErrors:
    words = form.fields.get(Field.WORDS, "")
    if not isinstance(words, str) or not telling(words):
        return FormErrors(((Field.WORDS, "Write a word or two of what you remember."),))
    wanted = searching.look_for(words, by)
    return Window(searching.found(wanted, by.person, ledger), wanted.matter(ROOM))


def _chosen(form: FormSubmission, by: Speaker, ledger: Ledger) -> Window | FormErrors:
    value = form.fields.get(Field.ABOUT, "")
    found = _CHOSEN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return FormErrors(((Field.ABOUT, "Choose somebody; type a name to find them."),))
    try:
        return window(found[1], by, ledger)
    except Gone as gone:
        return FormErrors(((Field.ABOUT, str(gone)),))
