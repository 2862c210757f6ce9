"""The forms of introductions. What is wrong is said under its field, and nothing is done."""

from datetime import datetime

from assistant import fields, questions
from assistant.asked import Why
from assistant.buttons import Field, Form
from assistant.errors import Gone, Refused, StillAhead
from assistant.facts import Person, PersonSaid
from assistant.following import say, take_over
from assistant.ids import IntroductionId, PersonId, QuestionId
from assistant.introductions.answers import accept, held, volunteer_on_card
from assistant.introductions.corrected import ask_otherwise, refuse_asked, to_edit
from assistant.introductions.elsewhere import write_over
from assistant.introductions.record import WHY, Side, Wanted
from assistant.introductions.requests import request
from assistant.introductions.sides import GONE, seen_by
from assistant.introductions.steps import matter_for
from assistant.jobs import Say
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Intent, Role
from assistant.reply import FormErrors, Matter, Subject
from assistant.said import FormSubmission
from assistant.speaker import Speaker

FORMS = frozenset((Form.REQUEST, Form.WHY, Form.WHOM, Form.PASS_ON, Form.LOGGED))
SIDES = {Side.CONNECTOR: Field.CONNECTOR, Side.REQUESTER: Field.INTRODUCED, Side.TARGET: Field.TARGET}
"""The fields in which the people of an introduction stand that was made elsewhere."""
_UNDER = {
    Form.WHOM: Field.TARGET,
    Form.PASS_ON: Field.WORDS,
    Form.LOGGED: Field.TARGET,
}


def filled_in(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """Do what the form asks for."""
    try:
        match form.form:
            case Form.REQUEST:
                return _request(form, by, ledger, now)
            case Form.WHY:
                return _why(form, by, ledger, now)
            case Form.WHOM:
                return _whom(form, by, ledger, now)
            case Form.LOGGED:
                return _logged(form, by, ledger, now)
            case _:
                return _pass_on(form, by, ledger, now)
    except StillAhead as refusal:
        return FormErrors(((Field.DAY, str(refusal)),))
    except Refused as refusal:
        return FormErrors(((_UNDER.get(Form(form.form), Field.WHY), str(refusal)),))


def _person(form: FormSubmission, field: Field, by: Speaker, ledger: Ledger) -> Person | str | None:
    """Whom a name field holds: somebody known, or the words of a new name."""
    return fields.person(form, field, by, ledger) or fields.new_name(form, field) or None


def _request(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    target, connector = (_person(form, field, by, ledger) for field in (Field.TARGET, Field.CONNECTOR))
    why = fields.line(form, Field.WHY)[:WHY]
    if not why:
        return FormErrors(((Field.WHY, "Say in a line why. It travels with the request."),))
    if form.of:
        return _asked_otherwise(form, target, why, by, ledger, now)
    if target is None:
        return FormErrors(((Field.TARGET, "Whom would you like to meet? A name, or a kind of person."),))
    if isinstance(connector, str):
        return FormErrors(((Field.CONNECTOR, "Choose somebody from the list, or leave it empty."),))
    people = {Role.CONNECTOR: (_said(connector),)} if connector else {}
    if isinstance(target, Person):
        people[Role.TARGET] = (_said(target),)
    seeking = target if isinstance(target, str) else ""
    frame = Frame(Intent.REQUEST_INTRO, people, topic=why, seeking=seeking)
    return request(frame, by, ledger, now, None)


def _asked_otherwise(
    form: FormSubmission, target: Person | str | None, why: str, by: Speaker, ledger: Ledger, now: datetime
) -> Matter:
    """The member's own request, for whom and why the form says now; the messages about it go on with it. Raises
    Refused once somebody was asked. What is sought stays, where nothing else was chosen.
    """
    before = to_edit(IntroductionId(fields.of_record(form, GONE)), by, ledger)
    fields.refuse_meanwhile(form, before.version)
    refuse_asked(before, ledger)
    wanted = before.wanted
    if target:
        wanted = Wanted(target.id) if isinstance(target, Person) else Wanted(None, seeking=target)
    after = ask_otherwise(before, wanted, why, by, ledger, now)
    return take_over(matter_for(before, by.person.id), after, by.person, ledger)


def _logged(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """One that was made elsewhere, as the form says it now."""
    before = to_edit(IntroductionId(fields.of_record(form, GONE)), by, ledger)
    fields.refuse_meanwhile(form, before.version)
    people = {}
    for side, field in SIDES.items():
        person = fields.person_or_new(form, field, by, ledger)
        if person:
            people[side] = person.id
    return write_over(before, people, fields.day(form, Field.DAY), fields.line(form, Field.WHY), by, ledger, now)


def _said(person: Person) -> PersonSaid:
    return PersonSaid(person.name, person.account, known=person.id)


def _why(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    why = fields.line(form, Field.WHY)[:WHY]
    if not why:
        return FormErrors(((Field.WHY, "Say in a line why. It travels with the request."),))
    if not form.of.isdecimal():
        raise Gone(questions.CLOSED)
    question = questions.to_answer(QuestionId(int(form.of)), by, ledger)
    return questions.answer(question, Why(why), by, ledger, now, in_words=False)


def _whom(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """The connector, or a volunteer, names whom they have in mind."""
    target = _person(form, Field.TARGET, by, ledger)
    if not isinstance(target, Person):
        return FormErrors(((Field.TARGET, "Choose somebody whom you know. Add a contact first by noting a meeting."),))
    if not form.of.isdecimal():
        raise Gone(GONE)
    introduction = held(IntroductionId(int(form.of)), ledger)
    agree = accept if introduction.connector == by.person.id else volunteer_on_card
    return matter_for(agree(introduction, by.person, ledger, now, target.id), by.person.id)


def _pass_on(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """Words for somebody else about an introduction that both see."""
    words = fields.line(form, Field.WORDS)[:WHY]
    number, _, to = form.of.partition(":")
    if not words:
        return FormErrors(((Field.WORDS, "Write a word or two, or close the form."),))
    if not (number.isdecimal() and to.isdecimal()):
        raise Gone(GONE)
    introduction = held(IntroductionId(int(number)), ledger)
    receiver = ledger.people.by_ids([PersonId(int(to))]).get(PersonId(int(to)))
    both = receiver and seen_by(introduction, by.person, ledger) and seen_by(introduction, receiver, ledger)
    if not both or receiver is None or receiver.account is None:
        raise Gone(GONE)
    passed = Matter(Subject.PASSED_ON, words=words, side=f"{introduction.id}:{by.person.id}")
    say(Say(receiver.account, passed), f"pass:{form.delivery}", ledger, now)
    return Matter(Subject.NOTICE, words=f"Passed on to {receiver.name}. Their answer will come here.")
