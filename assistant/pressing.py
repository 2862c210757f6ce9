"""What each button brings about."""

from datetime import datetime

from assistant import contacts, editing, forgetting, handing_out, meetings, questions, records, undoing
from assistant.asked import Answer, NeverMind, NewContact, Question
from assistant.business import answers as business
from assistant.buttons import Button
from assistant.errors import Gone, Refused
from assistant.export.copy import Format
from assistant.fields import number
from assistant.following import keep_up, say
from assistant.ids import IntroductionId, MatchId, MeetingId, NudgeId, PersonId, QuestionId, RecommendationId
from assistant.introductions import answers as introductions
from assistant.introductions import leaving
from assistant.introductions.sides import GONE, seen_by
from assistant.introductions.steps import matter_for
from assistant.jobs import Say
from assistant.ledger import Ledger
from assistant.listings import pressed as listings
from assistant.nudges import answers as nudges
from assistant.phrases.frame import Frame, Intent, Setting
from assistant.recall import pressed as looking
from assistant.recommendations import pressed as recommendations
from assistant.reminders import pressed as reminders
from assistant.reply import (
    AskForm,
    ContactForm,
    ContactsForm,
    ExportOffered,
    Matter,
    MeetingForm,
    NoteForm,
    OpenForm,
    Refusal,
    RequestForm,
    SearchForm,
    Subject,
    ThanksForm,
    WhoForm,
    WhyForm,
    Window,
    WorkspaceForm,
)
from assistant.said import ButtonPress
from assistant.settings import filled as settings
from assistant.settings import saying
from assistant.speaker import Speaker
from assistant.thanks import answers as thanks_answers
from assistant.thanks import filled as thanks

_OLD = "That button is from an earlier version of Wellmet. Say it in words, or type `help`."


def answer(press: ButtonPress, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm | Refusal | None:
    """Do what the button asks for; None when only Home shows it. Raises Refused, and Gone for what is not theirs."""
    match press.button:
        case Button.UNDO:
            return undoing.take_back(_record(press.of), by, ledger, now)
        case Button.RESTORE:
            return undoing.put_back(_record(press.of), by, ledger, now)
        case Button.EDIT:
            return editing.form_of(_record(press.of), by, ledger)
        case Button.ADD_NOTE:
            return NoteForm(meetings.to_edit(_id(press.of), by, ledger))
        case Button.NEW_MEETING:
            return MeetingForm(by.today, person=looking.person(press.of, by, ledger) if press.of else None)
        case Button.CHOOSE:
            asked, person = questions.chosen(press.of)
            question = questions.to_answer(asked, by, ledger)
            if person not in question.candidates and person not in _meant(question, ledger):
                raise Gone(questions.CLOSED)
            return _in_place(press, question, person, by, ledger, now)
        case Button.MEANT:
            question, reading = questions.meant(press.of, by, ledger)
            return _in_place(press, question, reading, by, ledger, now)
        case Button.THIS:
            question, record = questions.picked(press.of, by, ledger)
            return _in_place(press, question, record, by, ledger, now)
        case Button.ADD_CONTACT:
            question = questions.to_answer(_question(press.of), by, ledger)
            return _in_place(press, question, NewContact(), by, ledger, now)
        case Button.RESUME_NUDGES:
            resume = Frame(Intent.SETTINGS, setting=Setting.RESUME_NUDGES)
            return saying.settings(resume, by, ledger, now)
        case Button.WHEN:
            asked, moment = reminders.answer(press.of, by, ledger)
            return _in_place(press, questions.to_answer(asked, by, ledger), moment, by, ledger, now)
        case button if button in reminders.BUTTONS:
            return reminders.pressed(Button(button), press.of, by, ledger, now)
        case Button.NEVER_MIND:
            question = questions.to_answer(_question(press.of), by, ledger)
            return questions.answer(question, NeverMind(), by, ledger, now, in_words=False)
        case Button.CONTACTS:
            return ContactsForm()
        case Button.EDIT_CONTACT:
            return ContactForm(contacts.to_edit(_contact(press.of), by, ledger).person)
        case Button.TAKE_APART:
            return contacts.take_apart(_contact(press.of), by, ledger)
        case Button.SAME:
            return contacts.same(_match(press.of), by, ledger)
        case Button.APART:
            return contacts.apart(_match(press.of), by, ledger)
        case Button.KEEP_APART:
            introduction = IntroductionId(number(press.of, GONE))
            found = introductions.held(introduction, ledger)
            if seen_by(found, by.person, ledger) is None:
                raise Gone(GONE)
            return matter_for(leaving.keep_apart(found, by.person, ledger, now), by.person.id)
        case button if button in introductions.ANSWERS:
            introduction = IntroductionId(number(press.of, GONE))
            return introductions.pressed(Button(button), introduction, by, ledger, now)
        case button if button in nudges.ANSWERS:
            return nudges.pressed(Button(button), NudgeId(number(press.of, nudges.GONE)), by, ledger, now)
        case button if button in business.ANSWERS:
            return business.pressed(Button(button), press.of, by, ledger, now)
        case button if button in thanks_answers.ANSWERS:
            return thanks_answers.pressed(Button(button), NudgeId(number(press.of, nudges.GONE)), by, ledger, now)
        case Button.ANSWER_BACK:
            about, _, sender = press.of.partition(":")
            return _answer_back(number(about, GONE), number(sender, GONE), by, ledger)
        case Button.SAY_WHY:
            return WhyForm(questions.to_answer(_question(press.of), by, ledger).id)
        case Button.THANK:
            return thanks.form_for(IntroductionId(number(press.of, GONE)), by, ledger)
        case Button.NEW_THANKS:
            return ThanksForm()
        case Button.NEW_REQUEST:
            return RequestForm(looking.person(press.of, by, ledger) if press.of else None)
        case Button.WHO:
            return WhoForm()
        case Button.SEARCH:
            return SearchForm()
        case Button.CARD:
            return looking.window(press.of, by, ledger)
        case Button.OPEN:
            return looking.opened(_record(press.of), press, by, ledger, now)
        case Button.LOOK:
            return looking.look(press, by, ledger, now)
        case Button.SETTINGS:
            return settings.form_of(by.person, ledger)
        case Button.WORKSPACE_SETTINGS:
            if not by.person.admin:
                raise Refused("Only admins of the workspace change this.")
            return WorkspaceForm(ledger.preferences.workspace())
        case button if button in recommendations.BUTTONS:
            praised = RecommendationId(number(press.of, recommendations.GONE))
            return recommendations.pressed(Button(button), praised, by, ledger, now)
        case button if button in listings.BUTTONS:
            return listings.pressed(Button(button), number(press.of or "0", listings.GONE), by, ledger, now)
        case Button.PAGE:
            ledger.people.turn_home(by.person.id, min(number(press.of, _OLD), 10_000))
            return None
        case Button.MY_DATA:
            return Window(ExportOffered(by.person))
        case Button.EXPORT:
            return _export(press, by, ledger, now)
        case Button.FORGET_ALL:
            card = forgetting.card(by.person.id, by)
            return Window(forgetting.told(card, by.person, ledger)[0], card)
        case Button.FORGET:
            return forgetting.forget(PersonId(number(press.of, forgetting.GONE)), by, ledger, now)
        case Button.SPARE:
            return forgetting.spare(PersonId(number(press.of, forgetting.GONE)), by, ledger)
        case Button.HELP:
            return Matter(Subject.HELP)
        case _:
            raise Gone(_OLD)


def _export(press: ButtonPress, by: Speaker, ledger: Ledger, now: datetime) -> Refusal:
    if press.of not in list(Format):
        raise Gone(_OLD)
    handing_out.hand_out(Format(press.of), by, ledger, now)
    return Refusal("The file follows in our private conversation, where only you can read it.")


def _answer_back(introduction: int, person: int, by: Speaker, ledger: Ledger) -> AskForm:
    """A form for the answer to what somebody asked about an introduction that both see."""
    found = ledger.introductions.get(IntroductionId(introduction))
    sender = ledger.people.by_ids([PersonId(person)]).get(PersonId(person))
    if not (found and sender and seen_by(found, by.person, ledger) and seen_by(found, sender, ledger)):
        raise Gone(GONE)
    return AskForm(found.id, sender)


def _in_place(
    press: ButtonPress, question: Question, answer: Answer, by: Speaker, ledger: Ledger, now: datetime
) -> Matter:
    """The messages that asked now tell what came of it; what is shown and not kept up to date is said below them."""
    matter = questions.answer(question, answer, by, ledger, now, in_words=False)
    asked = Matter(Subject.QUESTION, question.id)
    if not matter.key and not press.where.fleeting:
        keep_up(asked, by.person, ledger, now)
        say(Say(by.account, matter), f"reply:{asked.key}", ledger, now)
    if matter.key and matter.key != asked.key:
        ledger.posts.hand_over(asked, matter)
    return matter


def _record(of: str) -> Matter:
    """The record that a button is about, "meeting:42"; a number alone is a meeting, on messages of long ago."""
    kind, *ids = of.split(":") if ":" in of else (str(Subject.MEETING), of)
    if kind not in records.KINDS:
        raise Gone(_OLD)
    return Matter(Subject(kind), number(ids[0], records.GONE))


def _id(of: str) -> MeetingId:
    return MeetingId(number(of, "That meeting isn't there any more."))


def _contact(of: str) -> PersonId:
    return PersonId(number(of, contacts.GONE))


def _match(of: str) -> MatchId:
    return MatchId(number(of, contacts.GONE))


def _meant(question: Question, ledger: Ledger) -> set[PersonId]:
    """Who the candidates are by now, where one of them turned out to be somebody meanwhile."""
    return {person.id for person in ledger.people.by_ids(question.candidates).values()}


def _question(of: str) -> QuestionId:
    return QuestionId(number(of, questions.CLOSED))
