"""What to say back, with the facts to say it: a closed union of values that views turn into words."""

from assistant.reply.choices import FormErrors, PersonChoice, SettingsForm, WorkspaceForm
from assistant.reply.contacts import ContactForm, ContactMerged, ContactNoted, ContactsForm, KeptApart, SamePerson
from assistant.reply.home import Home
from assistant.reply.introductions import (
    AskForm,
    IntroducedTogether,
    IntroductionShown,
    PassedOn,
    RequestForm,
    Requests,
    WhomForm,
    WhyAsked,
    WhyForm,
)
from assistant.reply.matter import Matter, Subject
from assistant.reply.meetings import MeetingForm, MeetingNoted, MeetingUndone, NoteForm
from assistant.reply.plain import (
    AnsweredPrivately,
    Help,
    LookingUp,
    NobodyNamed,
    Notice,
    NotUnderstood,
    NotYet,
    Refusal,
)
from assistant.reply.questions import Candidate, IsThatIt, QuestionClosed, WhichPerson, WhoIsThis

__all__ = [
    "AnsweredPrivately",
    "AskForm",
    "Candidate",
    "ContactForm",
    "ContactMerged",
    "ContactNoted",
    "ContactsForm",
    "FormErrors",
    "Help",
    "Home",
    "IntroducedTogether",
    "IntroductionShown",
    "IsThatIt",
    "KeptApart",
    "LookingUp",
    "Matter",
    "MeetingForm",
    "MeetingNoted",
    "MeetingUndone",
    "Message",
    "NobodyNamed",
    "NotUnderstood",
    "NotYet",
    "NoteForm",
    "Notice",
    "OpenForm",
    "PassedOn",
    "PersonChoice",
    "QuestionClosed",
    "Refusal",
    "RequestForm",
    "Requests",
    "SamePerson",
    "SettingsForm",
    "Subject",
    "WhichPerson",
    "WhoIsThis",
    "WhomForm",
    "WhyAsked",
    "WhyForm",
    "WorkspaceForm",
]

Message = (
    MeetingNoted
    | MeetingUndone
    | WhichPerson
    | WhoIsThis
    | IsThatIt
    | WhyAsked
    | IntroductionShown
    | IntroducedTogether
    | PassedOn
    | Requests
    | QuestionClosed
    | ContactNoted
    | ContactMerged
    | SamePerson
    | KeptApart
    | Help
    | NotUnderstood
    | NotYet
    | NobodyNamed
    | Notice
    | Refusal
    | LookingUp
    | AnsweredPrivately
)
"""What stands in a conversation."""


OpenForm = (
    MeetingForm
    | NoteForm
    | ContactsForm
    | ContactForm
    | RequestForm
    | WhyForm
    | WhomForm
    | AskForm
    | SettingsForm
    | WorkspaceForm
)
