"""`python -m playground manifest.yml --port 8970 --events http://127.0.0.1:3000/slack/events`: the playground alone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from playground import Playground


def main() -> None:
    """Serve in the foreground, after saying what to give to the app."""
    parser = argparse.ArgumentParser(prog="playground", description="A pretend Slack for one app.")
    parser.add_argument("manifest", type=Path)
    parser.add_argument("--port", type=int, default=8970)
    parser.add_argument("--transport", choices=("http", "socket"), default="http")
    parser.add_argument("--events", metavar="URL", help="where the app listens, for the http transport")
    asked = parser.parse_args()
    playground = Playground(asked.manifest, transport=asked.transport, events_url=asked.events, port=asked.port)
    with playground:
        given = {
            "SLACK_API_URL": playground.api_url,
            "SLACK_BOT_TOKEN": playground.bot_token,
            "SLACK_APP_TOKEN": playground.app_token,
            "SLACK_SIGNING_SECRET": playground.signing_secret,
        }
        lines = [f"The playground is at {playground.url}", *(f"  {name}={value}" for name, value in given.items())]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        playground.until_interrupted()


if __name__ == "__main__":
    main()
