"""What came in, whatever the surface: the only things that the desk hears."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.ids import AccountId, DeliveryId, WorkspaceId


class Surface(StrEnum):
    """Where a sentence was said."""

    DM = "dm"
    MENTION = "mention"  # in a channel, Wellmet's own leading mention already removed
    THREAD = "thread"  # in the thread of a card of Wellmet's own, without a mention
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a conversation, or in a window. Opaque to the thinking: taken in, kept, handed back."""

    conversation: str  # a Slack channel id; "" on Home and in windows
    message: str = ""  # the message said or pressed (Slack's ts)
    thread: str = ""  # the thread it stands in, if any
    fleeting: str = ""  # for a message only its reader sees: the address that can replace it for half an hour
    windows: tuple[str, ...] = ()  # the open windows, the lowest first: what each shows, as a Matter.key, or ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence addressed to Wellmet, or the text after a command."""

    workspace: WorkspaceId
    speaker: AccountId
    words: str  # as Slack sends it: <@U…> for mentions, &amp; &lt; &gt; escaped
    surface: Surface
    where: Where
    said_at: datetime  # UTC
    delivery: DeliveryId
    command: str = ""  # "/met", for Surface.COMMAND


@dataclass(frozen=True, slots=True)
class ButtonPress:
    """A button of Wellmet's own was pressed."""

    workspace: WorkspaceId
    speaker: AccountId
    button: str  # which one: a name in assistant.buttons
    of: str  # what it is about, an id as text; what was chosen, for a choice
    where: Where
    pressed_at: datetime  # UTC
    page: int = 1  # of Home, for buttons that stand there


@dataclass(frozen=True, slots=True)
class Reaction:
    """Somebody reacted to a message with an emoji."""

    workspace: WorkspaceId
    speaker: AccountId
    emoji: str  # its name, "tada"; a tone of skin follows behind "::"
    where: Where  # the conversation and the message
    at: datetime  # UTC
    delivery: DeliveryId


@dataclass(frozen=True, slots=True)
class FormSubmission:
    """A form was sent off."""

    workspace: WorkspaceId
    speaker: AccountId
    form: str  # which one: a name in assistant.buttons
    of: str  # the record it edits, an id as text; "" for a new one
    version: int  # of that record when the form was opened; 0 for a new one
    fields: Mapping[str, str | tuple[str, ...]]  # by Slot value: a text, or the chosen people
    where: Where  # where the button stood that opened it; its conversation is "" when there was none
    sent_at: datetime  # UTC
    delivery: DeliveryId
