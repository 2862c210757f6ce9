"""What cannot wait for the outbox: forms, whose trigger lives three seconds, and answers for one reader's eyes."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from assistant.reply import Message, OpenForm, Refusal, Window
from assistant.said import Where
from handlers.errors import SlackTrouble, slack_errors
from handlers.payloads import Payload, address, trigger
from handlers.views import Block, Rendered, no_form, no_window, notice, open_form, render
from handlers.windows import pressed_in, standing

log = logging.getLogger(__name__)


DEEPEST = 3  # windows on top of one another; Slack opens no more
_PATIENCE = 2  # seconds; whoever pressed waits for the acknowledgement behind it, which Slack awaits for three


def acknowledgement(rendered: Rendered) -> Block:
    """The answer to a command as its acknowledgement carries it, for its speaker's eyes."""
    return {"response_type": "ephemeral", "text": rendered.text, "blocks": rendered.blocks}


def form(client: WebClient, body: Payload, wanted: OpenForm, where: Where) -> bool:
    """Open a form or window; whether Slack did."""
    return _open(client, body, partial(open_form, wanted), where)


def beside(client: WebClient, body: Payload, rendered: Rendered) -> None:
    """A message to one reader beside what they pressed; in a window where no message can stand (Home, shortcuts)."""
    to = address(body)
    if to:
        respond(to, rendered, replace=False)
    elif trigger(body):
        _open(client, body, partial(notice, rendered), Where("", windows=standing(body)))


def outcome(client: WebClient, body: Payload, reply: Message | OpenForm | None, where: Where) -> None:
    """What a press came to: how its window stands now; a form, which is said where it did not open; a refusal beside
    it; anything else takes the place of a fleeting message.
    """
    if isinstance(reply, Window) and reply.in_place:
        anew(client, pressed_in(body), reply, where)
    elif isinstance(reply, OpenForm):
        if not form(client, body, reply, where):
            beside(client, body, no_window() if isinstance(reply, Window) else no_form())
    elif isinstance(reply, Refusal):
        beside(client, body, render(reply))
    elif reply is not None and where.fleeting:
        respond(where.fleeting, render(reply), replace=True)


def anew(client: WebClient, view: str, window: Window, where: Where) -> None:
    """Show how things stand now in the topmost of the windows that are open there, which Slack calls `view`.

    Lost if Slack does not: what was done stays done, and the window may be closed by now.
    """
    try:
        with slack_errors():
            client.views_update(view_id=view, view=open_form(window, _below(where)))
    except SlackTrouble as trouble:
        log.warning("a window could not be shown anew: %s", trouble)


def respond(to: str, rendered: Rendered, *, replace: bool) -> None:
    """Say it at a response address. Lost if Slack is not there: what was done stays done."""
    try:
        with slack_errors():
            answer = WebhookClient(to, timeout=_PATIENCE, retry_handlers=[]).send(
                text=rendered.text, blocks=rendered.blocks, response_type="ephemeral", replace_original=replace
            )
    except SlackTrouble as trouble:
        log.warning("a fleeting message could not be shown: %s", trouble)
        return
    if answer.status_code != 200:
        log.warning("a fleeting message could not be shown: HTTP %s", answer.status_code)


def _open(client: WebClient, body: Payload, view: Callable[[Where], Block], where: Where) -> bool:
    """On top of the windows that are open there; in the place of the topmost where there is no room for one more."""
    try:
        with slack_errors():
            if not where.windows:
                client.views_open(trigger_id=trigger(body), view=view(where))
            elif len(where.windows) == DEEPEST:
                client.views_update(view_id=pressed_in(body), view=view(_below(where)))
            else:
                client.views_push(trigger_id=trigger(body), view=view(where))
    except SlackTrouble as trouble:
        log.warning("a form could not be opened: %s", trouble)
        return False
    return True


def _below(where: Where) -> Where:
    """What the topmost window stands on."""
    return replace(where, windows=where.windows[:-1])
