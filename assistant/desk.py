"""The doors: hear (a sentence or command), press (a button), submit (a form), look (Home), find (a name being typed),
due (a job's time has come) and done (it was carried out).

One call in, one value out, one transaction.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from assistant.clock import Clock
from assistant.facts import Profile
from assistant.ids import AccountId, WorkspaceId
from assistant.jobs import Job
from assistant.ledger import Ledger, Memory
from assistant.outgoing import Delivered, Outgoing
from assistant.reply import FormErrors, Message, OpenForm, PersonChoice
from assistant.said import ButtonPress, FormSubmission, Utterance


class Desk:
    """Hears members of any workspace; keeps nothing between calls but the way to the memory and to the time."""

    def __init__(self, memory: Memory, clock: Clock) -> None:
        self._memory = memory
        self._clock = clock

    def hear(self, said: Utterance) -> Message | OpenForm | None:
        """A sentence or command. Returns what answers a command at once; other answers go through the outbox (None)."""
        raise NotImplementedError

    def press(self, press: ButtonPress) -> Message | OpenForm | None:
        """A button. Returns a form to open, or what takes the place of a message that only its reader sees.

        Messages that everyone in the conversation can see are kept up to date through the outbox.
        """
        raise NotImplementedError

    def submit(self, form: FormSubmission) -> FormErrors | Message | None:
        """A form. Returns what is wrong with it, or what takes the place of the fleeting message it was opened from."""
        raise NotImplementedError

    def look(self, workspace: WorkspaceId, account: AccountId, at: datetime) -> None:
        """Home was opened: it is published through the outbox."""
        raise NotImplementedError

    def find(self, workspace: WorkspaceId, account: AccountId, typed: str) -> Sequence[PersonChoice]:
        """People for what was typed so far into a form, best first, at most 20, then the words as a new contact."""
        raise NotImplementedError

    def learn(self, workspace: WorkspaceId, profiles: Iterable[Profile]) -> None:
        """Members joined or changed."""
        raise NotImplementedError

    def due(self, workspace: WorkspaceId, job: Job) -> Outgoing | None:
        """The time of a job has come: what it comes to now; None when there is nothing left to do."""
        raise NotImplementedError

    def done(self, ledger: Ledger, job: Job, outgoing: Outgoing | None, delivered: Delivered) -> None:
        """The job was carried out. Runs in the transaction that finishes the job."""
        raise NotImplementedError
