"""What to say back, with the facts to say it: a closed union of values that views turn into words."""

from assistant.business.given import Exchange
from assistant.reply.business import (
    BusinessAtHome,
    ExchangeWindow,
    PartnershipForm,
    Partnerships,
    PartnershipShown,
    ReferralForm,
    ReferralsBetween,
    ReferralShown,
    TotalsWindow,
    WithWhomForm,
)
from assistant.reply.choices import FormErrors, PersonChoice, SettingsForm, SettingsNoted, SettingsShown, WorkspaceForm
from assistant.reply.contacts import ContactForm, ContactMerged, ContactNoted, ContactsForm, KeptApart, SamePerson
from assistant.reply.erasing import ExportOffered, ForgetAsked, Forgotten, Spared
from assistant.reply.home import Home, Muted
from assistant.reply.introductions import (
    SHOWN,
    AskForm,
    IntroducedTogether,
    IntroductionShown,
    LoggedForm,
    PassedOn,
    RequestForm,
    Requests,
    Way,
    WhomForm,
    WhyAsked,
    WhyForm,
)
from assistant.reply.listings import (
    Audience,
    Companion,
    FitFound,
    ListingForm,
    ListingNoted,
    ListingRemoved,
    Listings,
    StillSo,
    WhoDoes,
    WhoNeeds,
)
from assistant.reply.matter import Matter, Subject
from assistant.reply.meetings import MeetingForm, MeetingNoted, MeetingUndone, NoteForm
from assistant.reply.nudges import NudgeItem, NudgeLine, Nudges, NudgeShown
from assistant.reply.plain import (
    AnsweredPrivately,
    Help,
    LookingUp,
    NobodyNamed,
    Notice,
    NotUnderstood,
    Refusal,
)
from assistant.reply.questions import Candidate, IsThatIt, QuestionClosed, WhichPerson, WhichRecord, WhoIsThis
from assistant.reply.recall import (
    AllNoted,
    HowKnown,
    Known,
    Line,
    MeetingsFound,
    Network,
    Noted,
    Numbers,
    Part,
    PersonCard,
    RecordsFound,
    SearchForm,
    Section,
    Typed,
    WhoForm,
    Window,
)
from assistant.reply.recommendations import RecommendationAsked, RecommendationForm, RecommendationNoted
from assistant.reply.reminders import ReminderDue, ReminderForm, ReminderNoted, Reminders, WhenAsked
from assistant.reply.thanks import (
    Owed,
    Receiver,
    ThanksDue,
    ThanksForm,
    ThanksNoted,
    ThanksOwed,
    ThanksReceived,
    WhichIntroduction,
)

__all__ = [
    "SHOWN",
    "AllNoted",
    "AnsweredPrivately",
    "AskForm",
    "Audience",
    "BusinessAtHome",
    "Candidate",
    "Companion",
    "ContactForm",
    "ContactMerged",
    "ContactNoted",
    "ContactsForm",
    "Exchange",
    "ExchangeWindow",
    "ExportOffered",
    "FillIn",
    "FitFound",
    "ForgetAsked",
    "Forgotten",
    "FormErrors",
    "Help",
    "Home",
    "HowKnown",
    "IntroducedTogether",
    "IntroductionShown",
    "IsThatIt",
    "KeptApart",
    "Known",
    "Line",
    "ListingForm",
    "ListingNoted",
    "ListingRemoved",
    "Listings",
    "LoggedForm",
    "LookingUp",
    "Matter",
    "MeetingForm",
    "MeetingNoted",
    "MeetingUndone",
    "MeetingsFound",
    "Message",
    "Muted",
    "Network",
    "NobodyNamed",
    "NotUnderstood",
    "NoteForm",
    "Noted",
    "Notice",
    "NudgeItem",
    "NudgeLine",
    "NudgeShown",
    "Nudges",
    "Numbers",
    "OpenForm",
    "Owed",
    "Part",
    "PartnershipForm",
    "PartnershipShown",
    "Partnerships",
    "PassedOn",
    "PersonCard",
    "PersonChoice",
    "QuestionClosed",
    "Receiver",
    "RecommendationAsked",
    "RecommendationForm",
    "RecommendationNoted",
    "RecordsFound",
    "ReferralForm",
    "ReferralShown",
    "ReferralsBetween",
    "Refusal",
    "ReminderDue",
    "ReminderForm",
    "ReminderNoted",
    "Reminders",
    "RequestForm",
    "Requests",
    "SamePerson",
    "SearchForm",
    "Section",
    "SettingsForm",
    "SettingsNoted",
    "SettingsShown",
    "Spared",
    "StillSo",
    "Subject",
    "ThanksDue",
    "ThanksForm",
    "ThanksNoted",
    "ThanksOwed",
    "ThanksReceived",
    "TotalsWindow",
    "Typed",
    "Way",
    "WhenAsked",
    "WhichIntroduction",
    "WhichPerson",
    "WhichRecord",
    "WhoDoes",
    "WhoForm",
    "WhoIsThis",
    "WhoNeeds",
    "WhomForm",
    "WhyAsked",
    "WhyForm",
    "Window",
    "WithWhomForm",
    "WorkspaceForm",
]

Message = (
    MeetingNoted
    | MeetingUndone
    | WhichPerson
    | WhichRecord
    | WhoIsThis
    | IsThatIt
    | WhyAsked
    | IntroductionShown
    | IntroducedTogether
    | PassedOn
    | Requests
    | PersonCard
    | MeetingsFound
    | RecordsFound
    | AllNoted
    | HowKnown
    | Network
    | Numbers
    | Nudges
    | RecommendationNoted
    | WhoDoes
    | WhoNeeds
    | Audience
    | ListingNoted
    | ListingRemoved
    | Listings
    | ThanksNoted
    | ThanksReceived
    | ThanksOwed
    | WhichIntroduction
    | ReferralShown
    | ReferralsBetween
    | Exchange
    | PartnershipShown
    | Partnerships
    | SettingsNoted
    | SettingsShown
    | ReminderNoted
    | Reminders
    | WhenAsked
    | QuestionClosed
    | ContactNoted
    | ExportOffered
    | ForgetAsked
    | Forgotten
    | Spared
    | ContactMerged
    | SamePerson
    | KeptApart
    | Help
    | NotUnderstood
    | NobodyNamed
    | Notice
    | Refusal
    | LookingUp
    | AnsweredPrivately
)
"""What stands in a conversation."""


FillIn = (
    MeetingForm
    | NoteForm
    | ReminderForm
    | ContactsForm
    | ContactForm
    | RequestForm
    | LoggedForm
    | RecommendationForm
    | WhyForm
    | WhomForm
    | AskForm
    | ThanksForm
    | SettingsForm
    | WorkspaceForm
    | WhoForm
    | ListingForm
    | ReferralForm
    | PartnershipForm
    | WithWhomForm
    | ExchangeWindow
    | TotalsWindow
    | SearchForm
)
"""A form to be filled in."""


OpenForm = FillIn | Window
