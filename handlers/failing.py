"""What a member reads when something of ours broke: that nothing was saved, and a reference for the operator."""

import logging
import secrets
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.request.payload_utils import is_event, is_options, is_slash_command, is_view
from slack_sdk import WebClient

from handlers import showing, windows
from handlers.errors import Malformed
from handlers.views import Rendered, notice, trouble

log = logging.getLogger(__name__)


def register(app: App) -> None:
    """One handler for whatever the listeners raise. What they raise was rolled back, so "nothing was saved" is true."""

    @app.error
    def on_error(
        error: Exception, request: BoltRequest, body: dict[str, Any], client: WebClient | None
    ) -> BoltResponse:
        reference = secrets.token_hex(3)
        if isinstance(error, Malformed) and is_event(body):
            log.warning("an event that cannot be read was ignored: %s", error)
            return BoltResponse(status=200)  # sent again, it would read no better
        log.error("a listener failed, reference %s", reference, exc_info=error)
        if is_event(body):
            return BoltResponse(status=500)  # Slack repeats it
        if is_options(body):
            return BoltResponse(status=200, body={"options": []})
        if is_slash_command(body):
            said = trouble(reference, str(body.get("text") or ""))
            return BoltResponse(status=200, body=showing.acknowledgement(said))
        rendered = trouble(reference)
        if is_view(body):
            return BoltResponse(status=200, body=_in_form(body, rendered))
        if client:
            showing.beside(client, body, rendered)
        return BoltResponse(status=200)


def _in_form(body: dict[str, Any], said: Rendered) -> dict[str, Any]:
    """Under the first field, so that the form stays open with all that was typed into it."""
    fields = windows.fields_shown(body)
    if fields:
        return {"response_action": "errors", "errors": {fields[0]: said.text}}
    return {"response_action": "update", "view": notice(said)}
