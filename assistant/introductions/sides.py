"""Who sees what of an introduction, and when: each side gets the facts that it may know, and no others.

docs/introductions.md has the same as a table; a test reads every message that each person of a story received.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from assistant.clock import today
from assistant.facts import Person
from assistant.ids import IntroductionId, PersonId
from assistant.introductions.moves import MADE, OPEN
from assistant.introductions.outcome import noted_on
from assistant.introductions.record import Answer, Asked, Bidden, Introduction, Origin, Side, Stage
from assistant.introductions.steps import CARD, TOGETHER, has_card
from assistant.ledger import Ledger
from assistant.listings.found import Found, Source
from assistant.listings.search import found
from assistant.network.matches import things
from assistant.reply import (
    SHOWN,
    Candidate,
    IntroducedTogether,
    IntroductionShown,
    Matter,
    Message,
    PassedOn,
    Refusal,
    Requests,
    Way,
)

GONE = "That introduction isn't there any more."
DOING = 3  # who does what is sought, named in one request
WAYS = 2  # introductions that are told as a reason
LISTED = 20  # requests that are looked through for those still open


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[Message, Matter, int]:
    """The message, what it is about, and the version it shows."""
    introduction = ledger.introductions.get(IntroductionId(matter.id))
    if introduction is None:
        return Refusal(GONE), matter, 0
    if matter.side == TOGETHER:
        return together(introduction, ledger) or Refusal(GONE), matter, introduction.version
    shown = card(introduction, ledger) if matter.side == CARD else seen_by(introduction, member, ledger, matter.again)
    return shown or Refusal(GONE), matter, introduction.version


def seen_by(
    introduction: Introduction, reader: Person, ledger: Ledger, again: bool = False
) -> IntroductionShown | None:
    """As one of its people sees it; None for everybody else."""
    shown = _seen_by(introduction, reader, ledger, again)
    if shown is None or introduction.stage not in MADE:
        return shown
    noted = introduction.met_at is None and noted_on(introduction, reader, ledger) is not None
    thanked = bool(ledger.thanks.last_for(reader.id, [introduction.id]))
    made_on = today(introduction.made_at, reader.zone) if introduction.made_at else None
    return replace(shown, noted=noted, thanked=thanked, made_on=made_on)


def _seen_by(introduction: Introduction, reader: Person, ledger: Ledger, again: bool) -> IntroductionShown | None:
    asked = {one.person: one for one in ledger.introductions.asked(introduction.id)}
    people = ledger.people.by_ids(filter(None, (introduction.requester, introduction.target, introduction.connector)))
    if introduction.origin is Origin.LOGGED:
        if reader.id != introduction.author:
            return None
        return _whole(introduction, introduction.side_of(reader.id), people, again)
    if reader.id == introduction.requester and introduction.origin is Origin.REQUESTED:
        return _for_requester(introduction, people, asked.values(), ledger, again)
    if reader.id == introduction.author:  # an offered one: the connector knows both
        return _whole(introduction, Side.CONNECTOR, people, again)
    if reader.id in asked:
        return _for_asked(introduction, reader, asked[reader.id], people, ledger, again)
    return None


def _for_requester(
    introduction: Introduction,
    people: Mapping[PersonId, Person],
    asked: Iterable[Asked],
    ledger: Ledger,
    again: bool,
) -> IntroductionShown:
    """Whom the requester named, whoever is being asked by now; the connector when all have agreed."""
    named = next((one.person for one in asked if one.bidden in (Bidden.NAMED, Bidden.SPARED)), None)
    connector = introduction.connector if introduction.made_at else named
    # Whom a volunteer or connector has in mind for "somebody at Acme" is told when that somebody has agreed.
    hidden = introduction.wanted.is_sought and not introduction.made_at
    return IntroductionShown(
        introduction,
        Side.REQUESTER,
        people[introduction.requester],
        None if hidden else _one(introduction.target, people),
        ledger.people.by_ids([connector]).get(connector) if connector else None,
        connectors=len(introduction.queue),
        channel=ledger.preferences.workspace().introductions_channel,
        card=has_card(introduction, ledger),
        doing=_doing(introduction, ledger),
        again=again,
    )


def _doing(introduction: Introduction, ledger: Ledger) -> tuple[Found, ...]:
    """Who says openly that they do what is sought: the requester may read that anyway, and write to them."""
    wanted = introduction.wanted
    if not wanted.seeking or wanted.organisation or introduction.seems is not Stage.REQUESTED:
        return ()
    known = found(things(wanted.seeking), introduction.requester, ledger, DOING)
    return tuple(one for one in known if one.source is not Source.TITLE)


def _for_asked(
    introduction: Introduction,
    reader: Person,
    asked: Asked,
    people: Mapping[PersonId, Person],
    ledger: Ledger,
    again: bool,
) -> IntroductionShown:
    """Whoever is asked sees the requester, the why, and who else is in it so far as that person has agreed."""
    connector = _one(introduction.connector, people)
    passed = asked.side is Side.CONNECTOR and introduction.connector != reader.id  # it went on to somebody else
    other = introduction.requester if reader.id == introduction.target else introduction.target
    return IntroductionShown(
        introduction,
        asked.side,
        people[introduction.requester],
        None if passed else _one(introduction.target, people),
        None if passed else connector,
        asked.answer,
        None if passed or other is None else _knows(reader, people[other], ledger),
        me=reader.id,
        ways=() if passed or other is None else _ways(reader, other, ledger),
        apart=asked.answer is Answer.NO and introduction.other_than(reader.id) in ledger.blocks.by(reader.id),
        again=again,
    )


def _whole(introduction: Introduction, side: Side, people: Mapping[PersonId, Person], again: bool) -> IntroductionShown:
    requester, connector = people[introduction.requester], _one(introduction.connector, people)
    return IntroductionShown(introduction, side, requester, _one(introduction.target, people), connector, again=again)


def _knows(reader: Person, other: Person, ledger: Ledger) -> Candidate | None:
    """How the reader knows somebody, from their own notes."""
    met = ledger.meetings.met(reader.id, [other.id]).get(other.id)
    return Candidate(other, *met) if met else None


def _ways(reader: Person, other: PersonId, ledger: Ledger) -> tuple[Way, ...]:
    """The latest introductions in which both stood, one of them as the connector or both brought together."""
    made = ledger.introductions.made_with(reader.id, other, WAYS)
    ids = {one for each in made for one in (each.connector, each.requester, each.target) if one}
    people = ledger.people.by_ids(ids)
    return tuple(
        Way(_one(each.connector, people), people[each.requester], people[each.target]) for each in made if each.target
    )


def card(introduction: Introduction, ledger: Ledger) -> IntroductionShown:
    """As it stands in the introductions channel: whom the requester asked for, and how far it is. No other names.

    Who was asked privately shows in nothing: that somebody has come forward, only of whoever did so by the card.
    """
    people = ledger.people.by_ids(filter(None, (introduction.requester, introduction.target)))
    target = None if introduction.wanted.is_sought else _one(introduction.target, people)
    asked = ledger.introductions.asked(introduction.id)
    forward = any(one.bidden is Bidden.FORWARD and one.person == introduction.connector for one in asked)
    return IntroductionShown(introduction, None, people[introduction.requester], target, forward=forward)


def together(introduction: Introduction, ledger: Ledger) -> IntroducedTogether | None:
    """The introduction itself; None before both have agreed."""
    people = ledger.people.by_ids(filter(None, (introduction.requester, introduction.target, introduction.connector)))
    target = _one(introduction.target, people)
    if introduction.made_at is None or target is None:
        return None
    return IntroducedTogether(
        introduction, people[introduction.requester], target, _one(introduction.connector, people)
    )


def passed_on(matter: Matter, ledger: Ledger) -> Message:
    """A question or an answer that somebody wrote about an introduction."""
    introduction, _, sender = matter.side.partition(":")
    people = ledger.people.by_ids([PersonId(int(sender))])
    if not people:
        return Refusal(GONE)
    return PassedOn(IntroductionId(int(introduction)), people[PersonId(int(sender))], matter.words)


def requests(member: Person, ledger: Ledger) -> Requests:
    """What the member waits for, and what waits for the member: as many of each as are shown."""
    mine = (one for one in ledger.introductions.of_requester(member.id, LISTED) if one.origin is Origin.REQUESTED)
    still = [one for one in mine if one.stage in (*OPEN, Stage.INTRODUCED) or not one.disclosed]
    waiting = ledger.introductions.waiting_on(member.id)
    return Requests(_all_seen(still, member, ledger), _all_seen(waiting, member, ledger))


def _all_seen(introductions: Sequence[Introduction], member: Person, ledger: Ledger) -> tuple[IntroductionShown, ...]:
    """The first few of them; each takes some statements to be looked up."""
    seen = filter(None, (seen_by(one, member, ledger) for one in introductions))
    return tuple(islice(seen, SHOWN))


def _one(person: PersonId | None, people: Mapping[PersonId, Person]) -> Person | None:
    return people.get(person) if person else None
