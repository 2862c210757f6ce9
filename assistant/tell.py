"""From a matter to the message about it: the present state, looked up when it is about to be shown."""

from dataclasses import dataclass
from datetime import date

from assistant import contacts, forgetting, showing
from assistant.asked import Asking, Question
from assistant.business import shown as business
from assistant.export.copy import Format
from assistant.facts import Person
from assistant.ids import MatchId, PersonId, QuestionId
from assistant.introductions import sides
from assistant.ledger import Ledger
from assistant.listings import answers as offered
from assistant.listings import shown as listings
from assistant.listings.record import ListingKind
from assistant.nudges import sending
from assistant.phrases.frame import Correction
from assistant.recall import answers
from assistant.recall.searching import records_of
from assistant.reminders import showing as reminders
from assistant.reply import (
    Candidate,
    ContactMerged,
    ContactNoted,
    ExportOffered,
    Help,
    IsThatIt,
    KeptApart,
    Matter,
    Message,
    NobodyNamed,
    Notice,
    NotUnderstood,
    QuestionClosed,
    Refusal,
    SamePerson,
    SettingsShown,
    Subject,
    WhenAsked,
    WhichIntroduction,
    WhichPerson,
    WhichRecord,
    WhoIsThis,
    WhyAsked,
    Window,
)
from assistant.thanks.giving import WHICH
from assistant.thanks.owed import owed


@dataclass(frozen=True, slots=True)
class Told:
    """A message, what it is about by now, and which version of the record it shows (0 when there is none)."""

    message: Message
    matter: Matter
    version: int = 0


def tell(matter: Matter, member: Person, ledger: Ledger) -> Told:
    """What there is to say to `member` about the matter now."""
    match matter.subject:
        case (
            Subject.MEETING
            | Subject.INTRODUCTION
            | Subject.REFERRAL
            | Subject.PARTNERSHIP
            | Subject.REMINDER
            | Subject.RECOMMENDATION
            | Subject.LISTING
            | Subject.THANKS
            | Subject.SETTINGS
        ):
            return Told(*showing.told(matter, member, ledger))
        case Subject.PARTNERSHIPS:
            return Told(business.partnerships(member, date.fromisoformat(matter.words), ledger), matter)
        case Subject.PASSED_ON:
            return Told(sides.passed_on(matter, ledger), matter)
        case Subject.REQUESTS:
            return Told(sides.requests(member, ledger), matter)
        case Subject.LOOK:
            return Told(answers.told(matter, member, ledger), matter, 1)
        case Subject.OWN_SETTINGS:
            return Told(SettingsShown(ledger.preferences.of(member.id), ledger.preferences.workspace()), matter)
        case Subject.REMINDERS:
            return Told(reminders.listed(member, ledger), matter)
        case Subject.NUDGES:
            message, version = sending.told(matter, member, ledger)
            return Told(message, matter, version)
        case Subject.FOUND:
            return Told(offered.who_does(matter.words, member, ledger), matter)
        case Subject.NEEDING:
            return Told(offered.who_needs(matter.words, member, ledger), matter)
        case Subject.AUDIENCE:
            return Told(offered.audience(member, ledger), matter, 1)
        case Subject.OFFERS:
            return Told(*listings.all_of(ListingKind.OFFER, matter, member, ledger))
        case Subject.NEEDS:
            return Told(*listings.all_of(ListingKind.NEED, matter, member, ledger))
        case Subject.THANKS_OWED:
            return Told(owed(member, ledger), matter)
        case Subject.QUESTION:
            return _question(matter, member, ledger)
        case Subject.CONTACT:
            return _contact(matter, member, ledger)
        case Subject.MATCH:
            return _match(matter, member, ledger)
        case Subject.EXPORT:
            return Told(ExportOffered(member, Format(matter.words)), matter)
        case Subject.FORGETTING | Subject.FORGOTTEN | Subject.SPARED:
            return Told(*forgetting.told(matter, member, ledger))
        case Subject.HELP:
            return Told(Help(member.name), matter)
        case Subject.NOT_UNDERSTOOD:
            return Told(NotUnderstood(matter.words, member.name), matter)
        case Subject.NOBODY_NAMED:
            return Told(NobodyNamed(matter.words, member.name), matter)
        case Subject.NOTICE:
            return Told(Notice(matter.words), matter)
        case Subject.REFUSED | Subject.SAID:
            return Told(Refusal(matter.words), matter)


def anew(shown: str, member: Person, ledger: Ledger) -> Window | None:
    """How what a window shows, a Matter.key, stands now, in its place; None for a window that only said something."""
    matter = Matter.of_key(shown)
    if matter is None:
        return None
    told = tell(matter, member, ledger)
    return Window(told.message, told.matter, in_place=True)


def _question(matter: Matter, member: Person, ledger: Ledger) -> Told:
    question = ledger.questions.get(member.id, QuestionId(matter.id))
    if question is None:
        return Told(Refusal("That question isn't open any more."), matter)
    became = Matter.of_key(question.came_to)
    if became and not question.in_words:
        return tell(became, member, ledger)
    if question.ending:
        meant = dict(question.settled).get(question.name)
        person = ledger.people.by_ids([meant]).get(meant) if meant else None
        return Told(QuestionClosed(question.ending, question.name, person), matter, question.version)
    if question.asking is Asking.WHEN:
        return Told(WhenAsked(question.id, question.said), matter, question.version)
    if question.asking is Asking.RECORD and question.said.which:
        among = tuple(filter(None, map(Matter.of_key, question.said.which.among)))
        kind = question.said.kind or Correction.UNDO
        return Told(WhichRecord(question.id, kind, records_of(among, member, ledger)), matter, question.version)
    if question.asking is Asking.WHY:
        return Told(WhyAsked(question.id, question.said), matter, question.version)
    if question.asking is Asking.MEANING:
        keys = question.said.which.among if question.said.which else ()
        record = records_of(tuple(filter(None, map(Matter.of_key, keys[:1]))), member, ledger)
        told = IsThatIt(question.id, question.said, question.second, next(iter(record), None))
        return Told(told, matter, question.version)
    if question.name == WHICH:
        return Told(WhichIntroduction(question.id, _candidates(question, ledger)), matter, question.version)
    ask = WhichPerson if question.fits else WhoIsThis
    return Told(ask(question.id, question.name, _candidates(question, ledger), question.said), matter, question.version)


def _candidates(question: Question, ledger: Ledger) -> tuple[Candidate, ...]:
    known = ledger.people.by_ids(question.candidates)
    people = dict.fromkeys(known[one] for one in question.candidates if one in known)
    met = ledger.meetings.met(question.asker, [person.id for person in people])
    return tuple(Candidate(person, *met.get(person.id, (0, None))) for person in people)


def _contact(matter: Matter, member: Person, ledger: Ledger) -> Told:
    contact = ledger.contacts.get(member.id, PersonId(matter.id))
    if contact is None:
        return Told(Refusal(contacts.GONE), matter)
    if contact.meant:
        return Told(ContactMerged(contact.person, contact.meant), matter, contact.version)
    return Told(ContactNoted(contact.person), matter, contact.version)


def _match(matter: Matter, member: Person, ledger: Ledger) -> Told:
    match = ledger.contacts.match(member.id, MatchId(matter.id))
    both = contacts.proposed(match, member.id, ledger) if match else None
    if match is None or both is None:
        return Told(Refusal(contacts.GONE), matter)
    contact, joined = both
    if contact.meant:
        return _contact(Matter(Subject.CONTACT, contact.person.id), member, ledger)
    if match.apart:
        return Told(KeptApart(match.id, contact.person, joined), matter, 2)
    return Told(SamePerson(match.id, contact.person, joined), matter, 1)
