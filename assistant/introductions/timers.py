"""What the time brings about in an introduction: reminders, expiry, a no told later, the question whether they met.

Everything is looked at again when it is due, on the state that there is then.
"""

from dataclasses import replace
from datetime import datetime

from assistant.facts import Person
from assistant.ids import IntroductionId
from assistant.introductions import sides
from assistant.introductions.moves import OPEN
from assistant.introductions.outcome import met_on
from assistant.introductions.record import Answer, Stage, Verb
from assistant.introductions.refusing import silent
from assistant.introductions.steps import CARD, TOGETHER, has_card, keep_up_all, matter_for, parted, step, tell_end
from assistant.ledger import Ledger, Post
from assistant.outgoing import Send, Together
from assistant.reply import Matter


def still_to_remind(number: IntroductionId, person: Person, ledger: Ledger) -> Matter | None:
    """The reminder, if the introduction still waits for the person's answer."""
    introduction = ledger.introductions.get(number)
    if introduction is None or introduction.stage not in OPEN or not person.may_keep_notes:
        return None
    asked = next((one for one in ledger.introductions.asked(number) if one.person == person.id), None)
    passed_on = asked and introduction.side_of(person.id) is not asked.side
    if asked is None or passed_on or asked.answer not in (None, Answer.NOT_NOW):
        return None
    return replace(matter_for(introduction, person.id), again=True)


def still_to_ask_outcome(number: IntroductionId, person: Person, ledger: Ledger) -> Matter | None:
    """The question whether they met, if nobody has told yet."""
    introduction = ledger.introductions.get(number)
    asked_for = (Stage.INTRODUCED, Stage.THANKED)
    if introduction is None or introduction.stage not in asked_for or not person.may_keep_notes:
        return None
    if met_on(introduction, person, ledger):
        return None
    return replace(matter_for(introduction, person.id), again=True)


def expire(number: IntroductionId, ledger: Ledger, now: datetime) -> None:
    """Nobody answered in time: on to the next connector, or the end."""
    introduction = ledger.introductions.hold(number)
    if introduction and introduction.stage in OPEN and introduction.expires_at and introduction.expires_at <= now:
        silent(introduction, ledger, now)


def disclose(number: IntroductionId, ledger: Ledger, now: datetime) -> None:
    """The requester may know now that this one didn't work out.

    While a card stands, a connector's no ends nothing, and any other is told when silence would be: an earlier end
    would say that it was not the connector's.
    """
    introduction = ledger.introductions.hold(number)
    if introduction is None or introduction.disclosed:
        return
    waits = introduction.expires_at if has_card(introduction, ledger) else None
    if waits and now < waits:
        tell_end(introduction, waits, ledger)
    elif introduction.stage in OPEN:
        step(Verb.EXPIRE, introduction, None, ledger, now)
    else:
        keep_up_all(ledger.introductions.save(replace(introduction, disclosed=True)), ledger, now)


def together_now(number: IntroductionId, ledger: Ledger) -> Together | None:
    """The introduction itself, to be posted where its people read it."""
    introduction = ledger.introductions.get(number)
    message = sides.together(introduction, ledger) if introduction else None
    if introduction is None or message is None or introduction.stage is Stage.CLOSED or parted(introduction, ledger):
        return None
    people = (message.requester, message.target, message.connector)
    accounts = tuple(one.account for one in people if one and one.account and one.can_be_met)
    channel = ledger.preferences.workspace().introductions_channel
    matter = matter_for(introduction, TOGETHER)
    return Together(accounts, channel, message, matter, introduction.version) if len(accounts) > 1 else None


def brought_together(number: IntroductionId, posts: tuple[Post, ...], ledger: Ledger) -> None:
    """Keep where the introduction stands."""
    introduction = ledger.introductions.hold(number)
    if introduction and posts:
        for post in posts:
            ledger.posts.record(post)


def card_stands(number: IntroductionId, ledger: Ledger, now: datetime) -> None:
    """The card is in the channel: the requester's own message says so, and offers it no more."""
    introduction = ledger.introductions.hold(number)
    if introduction:
        keep_up_all(ledger.introductions.save(introduction), ledger, now)


def card_now(number: IntroductionId, ledger: Ledger) -> Send | None:
    """The request as a card for the introductions channel."""
    introduction = ledger.introductions.get(number)
    channel = ledger.preferences.workspace().introductions_channel
    if introduction is None or introduction.seems not in OPEN or not channel:
        return None
    requester = ledger.people.by_ids([introduction.requester])[introduction.requester]
    message, matter = sides.card(introduction, ledger), matter_for(introduction, CARD)
    return Send(requester.account, channel, "", message, matter, introduction.version) if requester.account else None
