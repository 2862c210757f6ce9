"""What a due job comes to when it is looked at: something to send or to ask for, decided on the present state."""

from dataclasses import dataclass
from datetime import datetime

from assistant.export.copy import File
from assistant.facts import Profile
from assistant.ids import AccountId
from assistant.ledger import Post
from assistant.reply import Home, Matter, Message


@dataclass(frozen=True, slots=True)
class Send:
    """A new message in a member's private conversation with Wellmet (opened if `conversation` is empty)."""

    to: AccountId
    conversation: str
    thread: str
    message: Message
    matter: Matter  # what the message is about now; may differ from what the job said
    version: int  # of the record shown; 0 when there is none
    mark: str = ""  # names the message where one job may, in time, send several; else the job's key does
    unless_quiet_at: datetime | None = None  # UTC; not if their do-not-disturb is on at that moment: Slack is asked


@dataclass(frozen=True, slots=True)
class Together:
    """A first message where all of these and Wellmet read it: a group message, opened for it.

    Without permission for one it stands in `channel`, as a thread of its own; without that, in the private conversation
    of each.
    """

    accounts: tuple[AccountId, ...]
    channel: str
    message: Message
    matter: Matter
    version: int


@dataclass(frozen=True, slots=True)
class Redraw:
    """The present state for every message that shows an older one."""

    message: Message
    matter: Matter
    posts: tuple[Post, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Erase:
    """Take the words out of a message of ours; it stays there and says no more than that."""

    conversation: str
    message: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A file for a member's private conversation. Perhaps twice: Slack knows no key for a file."""

    to: AccountId
    file: File


@dataclass(frozen=True, slots=True)
class Publish:
    """A member's Home."""

    to: AccountId
    home: Home


@dataclass(frozen=True, slots=True)
class Whisper:
    """A message to one member's eyes where others read. Lost rather than said twice."""

    to: AccountId
    conversation: str
    thread: str
    message: Message


@dataclass(frozen=True, slots=True)
class AskAccounts:
    """The profiles of these accounts are wanted."""

    accounts: tuple[AccountId, ...]


@dataclass(frozen=True, slots=True)
class AskMembers:
    """The profiles of all members are wanted."""


Outgoing = Send | Together | Redraw | Erase | Upload | Publish | Whisper | AskAccounts | AskMembers


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of it: the messages that stand now, the profiles asked for, or that it was not the time."""

    posts: tuple[Post, ...] = ()
    profiles: tuple[Profile, ...] = ()
    quiet_until: datetime | None = None  # UTC; nothing was sent, since do-not-disturb is on until then
