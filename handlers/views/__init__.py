"""What to say back, as it looks in Slack: pure functions from a reply to a text and blocks."""

from typing import assert_never

from assistant.reply import (
    AllNoted,
    AnsweredPrivately,
    Audience,
    ContactMerged,
    ContactNoted,
    Exchange,
    ExportOffered,
    ForgetAsked,
    Forgotten,
    Help,
    Home,
    HowKnown,
    IntroducedTogether,
    IntroductionShown,
    IsThatIt,
    KeptApart,
    ListingNoted,
    ListingRemoved,
    Listings,
    LookingUp,
    MeetingNoted,
    MeetingsFound,
    MeetingUndone,
    Message,
    Network,
    NobodyNamed,
    Notice,
    NotUnderstood,
    Nudges,
    Numbers,
    OpenForm,
    Partnerships,
    PartnershipShown,
    PassedOn,
    PersonCard,
    QuestionClosed,
    RecommendationNoted,
    RecordsFound,
    ReferralsBetween,
    ReferralShown,
    Refusal,
    ReminderNoted,
    Reminders,
    Requests,
    SamePerson,
    SettingsNoted,
    SettingsShown,
    Spared,
    ThanksNoted,
    ThanksOwed,
    ThanksReceived,
    WhenAsked,
    WhichIntroduction,
    WhichPerson,
    WhichRecord,
    WhoDoes,
    WhoIsThis,
    WhoNeeds,
    WhyAsked,
    Window,
)
from assistant.said import Where
from handlers.mrkdwn import one_line, readable
from handlers.views import (
    between,
    cards,
    contacts,
    doings,
    erasing,
    exchange,
    forms,
    frames,
    help,
    introduction_cards,
    introductions,
    listings,
    meeting,
    nudges,
    partnerships,
    questions,
    recall,
    recommendations,
    records,
    referrals,
    reminders,
    settings,
    thanks,
    titles,
)
from handlers.views import home as page
from handlers.views.blocks import Block, Rendered, rendered
from handlers.views.erasing import COMES, erased, no_file
from handlers.views.forms import earlier_form, errors, notice, offered
from handlers.views.help import no_form, no_window, trouble

__all__ = [
    "COMES",
    "Block",
    "Rendered",
    "earlier_form",
    "erased",
    "errors",
    "home",
    "in_a_line",
    "no_file",
    "no_form",
    "no_window",
    "notice",
    "offered",
    "open_form",
    "render",
    "trouble",
]


def open_form(form: OpenForm, where: Where | None = None) -> Block:
    """A form, or a window that shows a message, as Slack opens it."""
    if isinstance(form, Window):
        return notice(render(form.message), where, form.of.key if form.of else "", titles.title(form))
    return forms.open_form(form, where)


def home(reply: Home) -> Block:
    """A member's own page as Slack publishes it."""
    undone = records.way_back(render(reply.undone)) if reply.undone else ()
    return page.home(reply, undone, [records.brief(render(one.message)) for one in reply.noted])


def in_a_line(message: Message) -> str:
    """How the message about a record begins, in plain words, for where there is no Slack to show it."""
    return one_line(readable(rendered(*records.beginning(render(message))).text))


def render(message: Message) -> Rendered:
    """A message: the whole of it in words, and the blocks that show it."""
    match message:
        case MeetingNoted():
            return meeting.noted(message)
        case MeetingUndone():
            return meeting.undone(message)
        case WhichPerson():
            return questions.which(message)
        case WhoIsThis():
            return questions.who(message)
        case WhichRecord():
            return records.which(message, render)
        case WhyAsked():
            return introductions.why_asked(message)
        case IntroductionShown():
            return introductions.shown(message)
        case IntroducedTogether():
            return introduction_cards.together(message)
        case PassedOn():
            return introductions.passed_on(message)
        case Requests():
            return introductions.requests(message)
        case PersonCard():
            return cards.card(message)
        case MeetingsFound():
            return recall.meetings(message)
        case RecordsFound():
            return records.found(message, render)
        case AllNoted():
            return records.all_noted(message, render)
        case HowKnown():
            return recall.how(message)
        case Network():
            return recall.network(message)
        case Exchange():
            return exchange.exchange(message)
        case ReferralsBetween():
            return between.referrals(message)
        case Numbers():
            return recall.numbers(message)
        case SettingsNoted():
            return settings.noted(message)
        case SettingsShown():
            return settings.shown(message)
        case ReminderNoted():
            return reminders.noted(message)
        case Reminders():
            return reminders.listed(message)
        case WhenAsked():
            return reminders.when_asked(message)
        case Nudges():
            return nudges.shown(message)
        case RecommendationNoted():
            return recommendations.noted(message)
        case WhoDoes():
            return doings.who_does(message)
        case WhoNeeds():
            return doings.who_needs(message)
        case Audience():
            return doings.audience(message)
        case ListingNoted():
            return listings.noted(message)
        case ListingRemoved():
            return listings.removed(message)
        case Listings():
            return listings.all_of(message)
        case ThanksNoted():
            return thanks.noted(message)
        case ThanksReceived():
            return thanks.received(message)
        case ThanksOwed():
            return thanks.owed(message)
        case WhichIntroduction():
            return thanks.which(message)
        case ReferralShown():
            return referrals.shown(message)
        case PartnershipShown():
            return partnerships.shown(message)
        case Partnerships():
            return partnerships.listed(message)
        case Notice():
            return help.notice(message)
        case IsThatIt():
            return frames.is_that_it(message, records.told(message.record, render) if message.record else ())
        case QuestionClosed():
            return questions.closed(message)
        case ContactNoted():
            return contacts.noted(message)
        case ContactMerged():
            return contacts.merged(message)
        case SamePerson():
            return contacts.same(message)
        case KeptApart():
            return contacts.apart(message)
        case ExportOffered():
            return erasing.offered(message)
        case ForgetAsked():
            return erasing.asked(message)
        case Forgotten():
            return erasing.forgotten(message)
        case Spared():
            return erasing.spared(message)
        case Help():
            return help.usage(message)
        case NotUnderstood():
            return help.not_understood(message)
        case NobodyNamed():
            return help.nobody_named(message)
        case Refusal():
            return help.refusal(message)
        case LookingUp():
            return help.looking_up()
        case AnsweredPrivately():
            return help.answered_privately()
        case _:
            assert_never(message)
