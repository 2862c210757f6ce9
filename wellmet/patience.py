"""The desk as Slack's surfaces have it: what another transaction was in the way of is done once more."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from assistant.desk import Desk
from assistant.facts import Profile
from assistant.ids import AccountId, WorkspaceId
from assistant.reply import FormErrors, Message, OpenForm
from assistant.said import ButtonPress, FormSubmission, Reaction, Utterance
from store.errors import TryAgain

log = logging.getLogger(__name__)
T = TypeVar("T")

ATTEMPTS = 4  # of two that were in one another's way one passes at once, so that each loses about once


class PatientDesk(Desk):
    """A desk whose doors are tried a few times. Each raises TryAgain after the last; then nothing was written."""

    def hear(self, said: Utterance) -> Message | OpenForm | None:
        return patiently(lambda: super(PatientDesk, self).hear(said))

    def press(self, press: ButtonPress) -> Message | OpenForm | None:
        return patiently(lambda: super(PatientDesk, self).press(press))

    def submit(self, form: FormSubmission) -> FormErrors | OpenForm | Message | None:
        return patiently(lambda: super(PatientDesk, self).submit(form))

    def react(self, reaction: Reaction) -> None:
        patiently(lambda: super(PatientDesk, self).react(reaction))

    def look(self, workspace: WorkspaceId, account: AccountId, page: int = 1) -> None:
        patiently(lambda: super(PatientDesk, self).look(workspace, account, page))

    def learn(self, workspace: WorkspaceId, profiles: Iterable[Profile]) -> None:
        known = tuple(profiles)
        patiently(lambda: super(PatientDesk, self).learn(workspace, known))


def patiently(do: Callable[[], T]) -> T:
    """Do it, a few times where another transaction is in the way. Raises TryAgain after the last."""
    for attempt in range(1, ATTEMPTS):
        try:
            return do()
        except TryAgain:
            log.info("another transaction was in the way of attempt %d; once more", attempt)
    return do()
