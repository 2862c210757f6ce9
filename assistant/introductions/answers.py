"""What those who were asked, and those who asked, do about an introduction with its buttons."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant import meetings
from assistant.buttons import Button
from assistant.errors import Gone, Refused
from assistant.facts import Grain, MeetingDraft, Person, When
from assistant.following import say
from assistant.ids import IntroductionId, PersonId
from assistant.introductions import elsewhere
from assistant.introductions.moves import NOT_NOW, OPEN, OUTCOME_AGAIN
from assistant.introductions.outcome import noted_on
from assistant.introductions.record import (
    Answer,
    Asked,
    Bidden,
    Closing,
    Introduction,
    Origin,
    Side,
    Stage,
    Verb,
    Wanted,
)
from assistant.introductions.refusing import decline, ended_unheard, heard
from assistant.introductions.requests import ask_around
from assistant.introductions.sides import GONE, seen_by
from assistant.introductions.steps import (
    TOO_LATE,
    ask_outcome,
    expire,
    has_card,
    keep_up_all,
    matter_for,
    parted,
    remind,
    step,
)
from assistant.jobs import PostCard, Say
from assistant.ledger import Ledger
from assistant.reply import AskForm, Matter, OpenForm, Refusal, WhomForm
from assistant.speaker import Speaker
from assistant.thanks import nudging

ANSWERS = frozenset(
    (
        Button.ASK_AROUND, Button.POST_CARD, Button.ACCEPT, Button.DECLINE, Button.NOT_NOW, Button.ASK_BACK,
        Button.VOLUNTEER, Button.WITHDRAW, Button.WE_MET, Button.NOT_YET, Button.NOT_NEEDED,
    )
)  # fmt: skip
"""The buttons of an introduction; each carries its id."""

_INTRODUCED = (Side.REQUESTER, Side.TARGET)


def pressed(
    button: Button, number: IntroductionId, by: Speaker, ledger: Ledger, now: datetime
) -> Matter | OpenForm | Refusal:
    """Do what the button asks for. Raises Refused, and Gone for what is not theirs."""
    introduction, person = held(number, ledger), by.person
    if button is Button.VOLUNTEER:
        return _volunteer(introduction, by, ledger, now)
    if seen_by(introduction, person, ledger) is None:
        raise Gone(GONE)
    match button:
        case Button.ASK_AROUND:
            after = ask_around(introduction, person, ledger, now)
        case Button.POST_CARD:
            after = _post_card(introduction, person, ledger, now)
        case Button.ACCEPT:
            if _must_name(introduction, person):
                return WhomForm(introduction, _person(introduction.requester, ledger))
            after = accept(introduction, person, ledger, now)
        case Button.DECLINE:
            after = decline(introduction, person, ledger, now)
        case Button.NOT_NOW:
            return _not_now(introduction, person, ledger, now)
        case Button.ASK_BACK:
            return AskForm(introduction.id, _asked_by(introduction, person, ledger))
        case Button.WITHDRAW:
            after = _withdraw(introduction, person, ledger, now)
        case Button.WE_MET:
            after = _we_met(introduction, by, ledger, now)
        case Button.NOT_YET:
            return _not_yet(introduction, person, ledger, now)
        case _ if introduction.origin is Origin.LOGGED:
            after = elsewhere.take_back(introduction, by, ledger, now)
        case _:
            after = _drop(introduction, person, ledger, now)
    return matter_for(after, person.id)


def held(number: IntroductionId, ledger: Ledger) -> Introduction:
    """The introduction, so that nobody else moves it meanwhile. Raises Gone."""
    introduction = ledger.introductions.hold(number)
    if introduction is None:
        raise Gone(GONE)
    return introduction


def accept(
    introduction: Introduction, person: Person, ledger: Ledger, now: datetime, target: PersonId | None = None
) -> Introduction:
    """Agree; a connector who was asked for "somebody" names whom. Raises Refused."""
    if ended_unheard(introduction):
        return heard(introduction, person, Answer.YES, ledger, now)
    side = introduction.side_of(person.id)
    if (
        side is Side.CONNECTOR
        and introduction.stage is Stage.TARGET_ASKED
        and _has_account(introduction.target, ledger)
    ):
        raise Refused("You have agreed already; they have been asked, and the rest follows.")
    if introduction.stage is Stage.BOTH_ASKED and side is Side.CONNECTOR and parted(introduction, ledger):
        raise Refused("I've asked both. Let them answer for themselves this time.")
    after = step(Verb.ACCEPT, introduction, person, ledger, now, **_with_target(introduction, target))
    ledger.introductions.answer(introduction.id, person.id, Answer.YES)
    return after


def volunteer(
    introduction: Introduction, person: Person, ledger: Ledger, now: datetime, target: PersonId | None = None
) -> Introduction:
    """Become the connector. Raises Refused for the requester, the one wanted, and when it is settled already."""
    if person.id == introduction.requester:
        raise Refused("This is your own request. You can withdraw it in our private conversation.")
    if person.id == introduction.target:
        name = _person(introduction.requester, ledger).name
        raise Refused(f"It is you whom they would like to meet. You can write to {name} directly.")
    before = introduction.connector
    if before == person.id:
        return accept(introduction, person, ledger, now, target)
    after = step(
        Verb.VOLUNTEER, introduction, person, ledger, now, connector=person.id, **_with_target(introduction, target)
    )
    if before:
        ledger.introductions.answer(after.id, before, Answer.NO)
    ledger.introductions.ask(Asked(after.id, person.id, Side.CONNECTOR, now, bidden=Bidden.FORWARD))
    ledger.introductions.answer(after.id, person.id, Answer.YES)
    return after


def volunteer_on_card(
    introduction: Introduction, person: Person, ledger: Ledger, now: datetime, target: PersonId | None = None
) -> Introduction:
    """The same by a card that everybody reads; what follows is told to the volunteer in private. Raises Refused."""
    after = volunteer(introduction, person, ledger, now, target)
    matter = matter_for(after, person.id)
    if person.account and not ledger.posts.about(matter):
        say(Say(person.account, matter), f"ask:intro:{after.id}:{person.id}", ledger, now)
    return after


def _withdraw(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> Introduction:
    """Take it back. A no that is not told yet must not show by that: it is withdrawn as if there were none."""
    if introduction.stage is not Stage.CLOSED or introduction.disclosed:
        return step(Verb.WITHDRAW, introduction, person, ledger, now)
    if person.id != introduction.author:
        raise Refused(TOO_LATE[Stage.CLOSED])
    after = ledger.introductions.save(replace(introduction, closing=Closing.WITHDRAWN, disclosed=True))
    keep_up_all(after, ledger, now)
    return after


def _drop(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> Introduction:
    """No longer needed, for the two who were introduced."""
    if introduction.side_of(person.id) not in _INTRODUCED:
        raise Refused("Only the two who were introduced can say that.")
    return step(Verb.DROP, introduction, person, ledger, now)


def _volunteer(introduction: Introduction, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm:
    if introduction.target is None and introduction.stage in OPEN:
        if by.person.id == introduction.requester:
            raise Refused("This is your own request. You can withdraw it in our private conversation.")
        return WhomForm(introduction, _person(introduction.requester, ledger))
    after = volunteer_on_card(introduction, by.person, ledger, now)
    return matter_for(after, by.person.id)


def _must_name(introduction: Introduction, person: Person) -> bool:
    return introduction.target is None and introduction.connector == person.id and introduction.stage in OPEN


def _with_target(introduction: Introduction, target: PersonId | None) -> dict[str, Wanted]:
    if target is None:
        return {}
    if target in (introduction.requester, introduction.connector):
        raise Refused("Choose somebody else than the two of you.")
    return {"wanted": replace(introduction.wanted, target=target)}


def _post_card(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> Introduction:
    if introduction.side_of(person.id) is not Side.REQUESTER or introduction.seems not in OPEN:
        raise Refused("That can't be done with this introduction now.")
    if not ledger.preferences.workspace().introductions_channel:
        raise Refused(
            "There is no introductions channel yet. An admin of this workspace can choose one on my Home page."
        )
    if not has_card(introduction, ledger):
        ledger.outbox.put(PostCard(introduction.id), f"card:intro:{introduction.id}", f"card:{introduction.id}", now)
    return introduction


def _not_now(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> Matter:
    """Asked once more a week later; the whole waits that much longer."""
    asked = next((one for one in ledger.introductions.asked(introduction.id) if one.person == person.id), None)
    if asked is None or introduction.stage not in OPEN:
        raise Refused("Nothing waits for your answer here.")
    if asked.answer is Answer.NOT_NOW:
        raise Refused("I'll ask you once more; until then nothing is needed from you.")
    ledger.introductions.answer(introduction.id, person.id, Answer.NOT_NOW)
    remind(introduction.id, person, now + NOT_NOW, ledger)
    later = (introduction.expires_at or now) + NOT_NOW
    after = ledger.introductions.save(replace(introduction, expires_at=later))
    expire(after, ledger)
    keep_up_all(after, ledger, now)
    return matter_for(after, person.id)


def _asked_by(introduction: Introduction, person: Person, ledger: Ledger) -> Person:
    """To whom a question goes: the target asks the connector, everybody else the requester."""
    if person.id == introduction.target and introduction.connector:
        return _person(introduction.connector, ledger)
    if introduction.origin is Origin.OFFERED:
        return _person(introduction.author, ledger)
    return _person(introduction.requester, ledger)


def _we_met(introduction: Introduction, by: Speaker, ledger: Ledger, now: datetime) -> Introduction:
    """The introduction has done its work; the meeting is noted for whoever tells of it."""
    side = introduction.side_of(by.person.id)
    if introduction.stage is Stage.MET and side in _INTRODUCED:
        after = introduction  # the other one told so before
    else:
        after = step(Verb.REPORT_MET, introduction, by.person, ledger, now)
        nudging.met(after, ledger, now)
    other = introduction.target if side is Side.REQUESTER else introduction.requester
    if other and noted_on(introduction, by.person, ledger) is None:
        draft = MeetingDraft((other,), When(Grain.DAY, by.today), topic=introduction.why)
        meetings.add(draft, by, ledger)
    return after


def _not_yet(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> Refusal:
    if introduction.stage not in (Stage.INTRODUCED, Stage.THANKED) or introduction.met_at:
        raise Refused("Thank you; I have noted already how it went.")
    ask_outcome(introduction, OUTCOME_AGAIN, ledger, now, only=person)
    return Refusal(
        f"All right. I'll ask once more in {OUTCOME_AGAIN // timedelta(days=1)} days, and not again after that."
    )


def _has_account(person: PersonId | None, ledger: Ledger) -> bool:
    return person is not None and _person(person, ledger).account is not None


def _person(person: PersonId, ledger: Ledger) -> Person:
    return ledger.people.by_ids([person])[person]
