"""What the app may do and wants to hear: the parts of `manifest.yml` that a workspace goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

# Slack delivers a subscribed occurrence only when one of these scopes was granted; those not listed need none.
SCOPES_TO_HEAR: dict[str, tuple[str, ...]] = {
    "app_mention": ("app_mentions:read",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "team_join": ("users:read",),
    "user_change": ("users:read",),
    "reaction_added": ("reactions:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "channel_archive": ("channels:read",),
    "channel_rename": ("channels:read",),
    "channel_created": ("channels:read",),
    "dnd_updated_user": ("dnd:read",),
}


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command; with `should_escape` mentions reach the app as `<@U…|name>` instead of `@name`."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An entry in the lightning menu (`global`) or in a message's menu (`message`)."""

    type: str
    name: str
    callback_id: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One app, as its manifest describes it."""

    name: str
    bot_name: str
    scopes: tuple[str, ...]
    subscribed: tuple[str, ...]
    commands: tuple[Command, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    home_tab: bool = True
    messages_tab: bool = True
    messages_read_only: bool = False
    interactive: bool = True
    agent_view: bool = False

    def may(self, *scopes: str) -> bool:
        """Whether at least one of the scopes was granted; no scope at all is always granted."""
        return not scopes or any(scope in self.scopes for scope in scopes)

    def hears(self, occurrence: str) -> bool:
        """Whether an occurrence such as `message.im` is delivered: subscribed to, and the scope is there."""
        return occurrence in self.subscribed and self.may(*SCOPES_TO_HEAR.get(occurrence, ()))

    def command(self, name: str) -> Command | None:
        """The command of that name, with or without its slash."""
        return next((c for c in self.commands if c.command.lstrip("/") == name.lstrip("/")), None)

    def shortcut(self, callback_id: str, type_: str) -> Shortcut | None:
        """The shortcut with that callback id or visible name, of type `global` or `message`."""
        return next((s for s in self.shortcuts if callback_id in (s.callback_id, s.name) and s.type == type_), None)

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """Read a manifest in YAML or JSON (YAML holds JSON)."""
        return cls.parse(yaml.safe_load(path.read_text(encoding="utf-8")))

    @classmethod
    def parse(cls, written: dict[str, Any]) -> Manifest:
        """Take from a whole manifest what the playground goes by; anything else in it is left unread."""
        features = written.get("features", {})
        settings = written.get("settings", {})
        scopes = written.get("oauth_config", {}).get("scopes", {})
        home = features.get("app_home", {})
        name = written.get("display_information", {}).get("name", "App")
        bot = features.get("bot_user", {})
        return cls(
            name=name,
            bot_name=bot.get("display_name", name),
            scopes=tuple(scopes.get("bot", ())) + tuple(scopes.get("bot_optional", ())),
            subscribed=tuple(settings.get("event_subscriptions", {}).get("bot_events", ())),
            commands=tuple(
                Command(c["command"], c.get("description", ""), c.get("usage_hint", ""), c.get("should_escape", False))
                for c in features.get("slash_commands", ())
            ),
            shortcuts=tuple(
                Shortcut(s["type"], s["name"], s["callback_id"], s.get("description", ""))
                for s in features.get("shortcuts", ())
            ),
            home_tab=home.get("home_tab_enabled", False),
            messages_tab=home.get("messages_tab_enabled", False),
            messages_read_only=home.get("messages_tab_read_only_enabled", False),
            interactive=settings.get("interactivity", {}).get("is_enabled", False),
            agent_view="agent_view" in features,
        )
