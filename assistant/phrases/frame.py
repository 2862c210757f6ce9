"""A frame: what a sentence asks of Wellmet, whatever it is. One shape for all intents, so that one step can fill it.

Slots hold what was said and nothing else; whom a name means and what was assumed is settled later. The contract of each
slot, with examples, stands in training/README.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.facts import PersonSaid, When


class Intent(StrEnum):
    """What the speaker wants."""

    RECORD_MEETING = "record_meeting"
    REQUEST_INTRO = "request_intro"
    MAKE_INTRO = "make_intro"
    LOG_INTRO = "log_intro"
    VOLUNTEER_INTRO = "volunteer_intro"
    GIVE_THANKS = "give_thanks"
    LOG_REFERRAL = "log_referral"
    FIND_PATH = "find_path"
    RECALL = "recall"
    SET_OFFER = "set_offer"
    SET_NEED = "set_need"
    RECORD_PARTNERSHIP = "record_partnership"
    RECOMMEND = "recommend"
    SET_REMINDER = "set_reminder"
    KEEP_IN_TOUCH = "keep_in_touch"
    SHOW = "show"
    SETTINGS = "settings"
    FORGET = "forget"
    CORRECT = "correct"
    HELP = "help"
    NONE = "none"  # not addressed to Wellmet, or nothing that it does


class Role(StrEnum):
    """What somebody is to the intent."""

    WITH = "with"
    TARGET = "target"
    CONNECTOR = "connector"
    INTRODUCE = "introduce"
    INTRODUCED = "introduced"
    TO = "to"
    REFERRER = "referrer"
    RECEIVER = "receiver"
    ABOUT = "about"
    PERSON = "person"


class Ask(StrEnum):
    """What a recall asks for."""

    LAST_MEETING = "last_meeting"
    MEETINGS = "meetings"
    HISTORY = "history"
    INTRODUCED_BY = "introduced_by"
    MET_THROUGH = "met_through"
    NOTES = "notes"


class Formality(StrEnum):
    """Whether a partnership stands on paper."""

    FORMAL = "formal"
    INFORMAL = "informal"


class Subject(StrEnum):
    """What is to be shown, or forgotten."""

    THANKS_OWED = "thanks_owed"
    REQUESTS = "requests"
    MEETINGS = "meetings"
    PARTNERS = "partners"
    NETWORK = "network"
    REMINDERS = "reminders"
    STATS = "stats"
    OFFERS = "offers"
    NEEDS = "needs"
    EXCHANGE = "exchange"  # what two people gave one another; said in fixed words (assistant/business/asking.py)
    PERSON = "person"  # forget
    EVERYTHING = "everything"  # forget
    EXPORT = "export"  # forget


class Setting(StrEnum):
    """Which setting is to be changed."""

    PAUSE_NUDGES = "pause_nudges"
    STOP_NUDGES = "stop_nudges"
    RESUME_NUDGES = "resume_nudges"
    QUIET_HOURS = "quiet_hours"
    DECLINE_INTROS = "decline_intros"
    ACCEPT_INTROS = "accept_intros"


class Correction(StrEnum):
    """What is to happen to what was said before."""

    UNDO = "undo"
    AMEND = "amend"  # the new value stands in `when` or in the people
    CANCEL = "cancel"
    RESTORE = "restore"  # put back what was undone last; said in fixed words (assistant/fixed.py)


class Outcome(StrEnum):
    """What became of a referral."""

    SENT = "sent"  # nothing yet
    CONTACTED = "contacted"
    WON = "won"
    LOST = "lost"


class Record(StrEnum):
    """A kind of record, as people call it when they set one right or call it off."""

    MEETING = "meeting"
    INTRODUCTION = "introduction"
    REMINDER = "reminder"
    OFFER = "offer"
    NEED = "need"
    THANKS = "thanks"
    REFERRAL = "referral"
    PARTNERSHIP = "partnership"
    RECOMMENDATION = "recommendation"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Which:
    """The record that is to be corrected, as it was said: "my offer of portraits", "Friday's reminder about Tom"."""

    record: Record | None = None
    about: tuple[str, ...] = ()  # piece by piece: names, mentions, what it is for
    when: When | None = None
    last: bool = False  # the latest of those that it may be
    some: bool = False  # whichever of them: "a meeting"
    among: tuple[str, ...] = ()  # as Matter.key: those that it may be; one, as soon as that is known


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, as said; the currency is an ISO 4217 code, or "" when none was given."""

    value: float
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Every:
    """A rhythm in its smallest whole form: quarterly is 3 months."""

    n: int
    unit: str  # day, week, month, year


@dataclass(frozen=True, slots=True)
class Frame:
    """What was said, slot by slot; a slot that was not said is empty."""

    intent: Intent
    people: Mapping[Role, tuple[PersonSaid, ...]] = field(default_factory=dict)
    when: When | None = None
    place: str = ""
    topic: str = ""
    organisation: str = ""
    seeking: str = ""
    client: str = ""
    amount: Amount | None = None
    ask: Ask | None = None
    formality: Formality | None = None
    every: Every | None = None
    subject: Subject | None = None
    setting: Setting | None = None
    kind: Correction | None = None
    notes: str = ""  # what else was said beside the request, for a record that keeps notes
    audience: str = ""  # whom an offer is for; said when it is set right
    outcome: Outcome | None = None  # of a referral, when it is set right
    which: Which | None = None  # the record to be corrected; None: what was written down last
