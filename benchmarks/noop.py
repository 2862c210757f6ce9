"""The least that a Bolt app can do with an event, on the server that Wellmet uses: what the rest is compared with."""

import os
import sys
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult

from handlers.outbound import make_client
from wellmet.http import Door
from wellmet.serve import THREADS, TURN


def app() -> App:
    """Checks the signature, finds the listener, acknowledges."""
    known = AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="U1", bot_id="B1", bot_token="xoxb-1")
    made = App(
        client=make_client(""),
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        authorize=lambda: known,
        process_before_response=True,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    made.event("message")(lambda event: None)
    return made


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn with the options of wellmet.serve that bear on speed."""

    def load_config(self) -> None:
        options = {"bind": f"127.0.0.1:{sys.argv[1]}", "workers": 1, "worker_class": "gthread", "threads": THREADS}
        for name, value in (options | {"keepalive": 75, "loglevel": "warning"}).items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        return Door(app(), lambda: (True, {}))


if __name__ == "__main__":
    sys.setswitchinterval(TURN)
    Server().run()
