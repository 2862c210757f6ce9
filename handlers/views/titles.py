"""What stands on top of a window that shows a message: at most 24 characters, and no word of who reads it."""

from assistant.reply import AllNoted, MeetingsFound, PersonCard, RecordsFound, Subject, Window
from handlers.views import records
from handlers.views.people import name

USUAL = "Wellmet"
_OF = {
    Subject.MEETING: "Your meeting",
    Subject.REMINDER: "Your reminder",
    Subject.REMINDERS: "Your reminders",
    Subject.SETTINGS: "A change of settings",
    Subject.INTRODUCTION: "An introduction",
    Subject.LISTING: "Your offer or need",
    Subject.THANKS: "Your thanks",
    Subject.REFERRAL: "A referral",
    Subject.PARTNERSHIP: "A partnership",
    Subject.RECOMMENDATION: "Your recommendation",
    Subject.AUDIENCE: "Who shares my audience",
    Subject.EXPORT: "Your data",
    Subject.FORGETTING: "Forgetting",
    Subject.FORGOTTEN: "Forgetting",
    Subject.SPARED: "Forgetting",
}


def title(window: Window) -> str:
    """ "About Linn O'Carroll", "Search", "Your meeting"."""
    match window.message:
        case PersonCard(person):
            return f"About {name(person)}"
        case RecordsFound():
            return "Search"
        case MeetingsFound():
            return "Your meetings"
        case AllNoted(kind=kind):
            return records.called(kind)
        case _:
            return _OF.get(window.of.subject, USUAL) if window.of else USUAL
