"""The form of thanks: for an introduction, with a draft in it, or empty. And thanks by a reaction."""

from datetime import datetime

from assistant import fields
from assistant.buttons import Field
from assistant.errors import Refused
from assistant.facts import Standing
from assistant.following import say, take_over
from assistant.ids import IntroductionId, NudgeId, ThanksId
from assistant.introductions.elsewhere import note_made
from assistant.introductions.record import Side
from assistant.introductions.sides import GONE
from assistant.introductions.steps import TOGETHER
from assistant.jobs import Say
from assistant.ledger import Ledger
from assistant.nudges.answers import own
from assistant.reply import FormErrors, Matter, Subject, ThanksForm
from assistant.said import FormSubmission, Reaction
from assistant.speaker import Speaker
from assistant.thanks.answers import SETTLED, send
from assistant.thanks.came import draft
from assistant.thanks.corrected import thank_otherwise, to_edit
from assistant.thanks.giving import APP, YOURSELF, matter_for, thank
from assistant.thanks.made import known_made, made_for, made_or_gone
from assistant.thanks.owed import as_owed
from assistant.thanks.which import meant

# Emoji that say thank you, by Slack's names; any other is talk between people.
THANKFUL = frozenset(
    (
        "pray", "heart", "hearts", "raised_hands", "tada", "clap", "bow", "bouquet", "sparkling_heart", "hugging_face",
        "heart_eyes", "thankyou", "thank_you", "thank-you", "thanks", "person_bowing", "woman-bowing", "man-bowing",
    )
)  # fmt: skip


OF_NUDGE = "nudge:"
"""How the form says that it answers a reminder, with the nudge's id behind it."""


def form_for(number: IntroductionId, by: Speaker, ledger: Ledger) -> ThanksForm:
    """Thanks for that introduction, with a draft that has the facts. Raises Gone for what was not made for them."""
    owed = as_owed(made_or_gone(number, by, ledger), by.person, ledger)
    return ThanksForm(owed, draft(owed.other, owed.made_on, owed.met_on, business=False))


def filled_in(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """Thank whom the form names, for the introduction it is about, or that its second field names. Raises Gone."""
    words = form.fields.get(Field.WORDS, "")
    words = words if isinstance(words, str) else ""
    if form.of.startswith(OF_NUDGE):
        nudge = own(NudgeId(fields.number(form.of.removeprefix(OF_NUDGE), GONE)), by, ledger)
        return send(nudge, words, by, ledger, now) if nudge.is_open else FormErrors(((Field.WORDS, SETTLED),))
    if form.of.startswith(Subject.THANKS):
        return _set_right(form, words, by, ledger, now)
    if form.of:
        made = made_or_gone(IntroductionId(fields.number(form.of, GONE)), by, ledger)
        return thank([(made.connector.id, made)], words, by, ledger, now)
    receiver, other = (fields.person_or_new(form, field, by, ledger) for field in (Field.TO, Field.INTRODUCED))
    if receiver is None:
        return FormErrors(((Field.TO, "Whom would you like to thank? Choose a name."),))
    if receiver.id == by.person.id:
        return FormErrors(((Field.TO, YOURSELF),))
    if receiver.standing is Standing.BOT:
        return FormErrors(((Field.TO, APP),))
    if other is None:
        return thank([(receiver.id, None)], words, by, ledger, now)
    if other.id in (receiver.id, by.person.id):
        return FormErrors(((Field.INTRODUCED, "Choose somebody else than the two of you, or leave it empty."),))
    known = meant(receiver.id, other.id, "", made_for(by.person, ledger), ())
    if not known:
        noted = note_made(by.person.id, other.id, receiver.id, "", by.at, by, ledger)
        known = list(filter(None, (known_made(noted, by.person, ledger),)))
    return thank([(receiver.id, known[0] if known else None)], words, by, ledger, now)


def _set_right(form: FormSubmission, words: str, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """Thanks that were given, as the form says them now; the messages about them go on with it."""
    try:
        before = to_edit(ThanksId(fields.of_record(form, GONE)), by, ledger)
        fields.refuse_meanwhile(form, before.version)
        to = fields.person_or_new(form, Field.TO, by, ledger)  # for several together the form has no such field
        after = thank_otherwise(before, [to.id] if to else [], words, by, ledger, now)
    except Refused as refusal:
        return FormErrors(((Field.TO, str(refusal)),))
    if after.subject is Subject.QUESTION:
        say(Say(by.account, after), f"reply:{form.delivery}", ledger, now)
    return take_over(matter_for(before, by.person.id), after, by.person, ledger)


def reacted(reaction: Reaction, by: Speaker, ledger: Ledger, now: datetime) -> None:
    """A thankful reaction to an introduction, by one of the two who were introduced, thanks the connector; once.

    Taking the reaction away takes nothing back: the message about the thanks has "Undo".
    """
    matter = ledger.posts.at(reaction.where.conversation, reaction.where.message)
    if matter is None or matter.subject is not Subject.INTRODUCTION or matter.side != TOGETHER:
        return
    # "clap::skin-tone-2" is a clap.
    if reaction.emoji.partition("::")[0] not in THANKFUL:
        return
    introduction = ledger.introductions.hold(IntroductionId(matter.id))
    made = known_made(introduction, by.person, ledger) if introduction else None
    if made is None or made.introduction.side_of(by.person.id) not in (Side.REQUESTER, Side.TARGET):
        return
    if ledger.thanks.last_for(by.person.id, [made.introduction.id]):
        return
    said = thank([(made.connector.id, made)], "", by, ledger, now)
    say(Say(by.account, said), f"reply:{reaction.delivery}", ledger, now)
