"""Forms: opened by a shortcut, filled in with names that we suggest, sent off."""

import re
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from assistant.reply import FormErrors, OpenForm, Window
from handlers import ids, inbound, showing, windows
from handlers.surroundings import Surroundings
from handlers.views import earlier_form, errors, notice, offered, open_form, render


def register(app: App, here: Surroundings) -> None:
    """Shortcuts, suggestions and submissions."""

    def on_shortcut(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        press = inbound.shortcut(body, here.workspace, here.clock.now())
        showing.outcome(client, body, here.desk.press(press), press.where)
        ack()

    app.global_shortcut(ids.NEW_MEETING)(on_shortcut)
    app.global_shortcut(ids.NEW_REQUEST)(on_shortcut)
    app.message_shortcut(ids.NOTE_MEETING)(on_shortcut)

    @app.options(re.compile(""))
    def on_typing(ack: Ack, body: dict[str, Any]) -> None:
        account, typed, field, of = windows.typing(body)
        ack(options=[offered(one) for one in here.desk.find(here.workspace, account, typed, field, of)])

    @app.view(re.compile(""))
    def on_submission(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        if not windows.is_form(body):
            ack(response_action="update", view=notice(earlier_form()))
            return
        form = windows.submission(body, here.workspace, here.clock.now())
        reply = here.desk.submit(form)
        if isinstance(reply, FormErrors):
            ack(response_action="errors", errors=errors(reply, windows.fields_shown(body)))
            return
        if isinstance(reply, Window) and reply.in_place:
            showing.anew(client, windows.beneath(body), reply, form.where)
        elif isinstance(reply, OpenForm):
            ack(response_action="update", view=open_form(reply, form.where))
            return
        elif reply and form.where.fleeting:
            showing.respond(form.where.fleeting, render(reply), replace=True)
        ack()

    @app.view_closed(re.compile(""))
    def on_closed(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        account, still_open = windows.closed(body)
        window = here.desk.anew(here.workspace, account, still_open.windows[-1]) if still_open.windows else None
        if window:
            showing.anew(client, windows.beneath(body), window, still_open)
        ack()
