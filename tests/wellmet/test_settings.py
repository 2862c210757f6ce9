"""Settings: read once, and all that is wrong with them said at once."""

from pathlib import Path

import pytest

from wellmet.settings import BadSettings, read


def set_all(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_every_mistake_is_named_at_once_and_no_secret_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(
        monkeypatch,
        SLACK_BOT_TOKEN="xoxp-hidden",
        SLACK_API_URL="slack.com",
        DATABASE_URL="mysql://root:hidden@host/db",
        PORT="many",
    )
    with pytest.raises(BadSettings) as problems:
        read()
    said = str(problems.value)
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL", "DATABASE_URL", "PORT"):
        assert name in said
    assert "hidden" not in said


def test_http_needs_the_signing_secret_and_socket_mode_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, SLACK_BOT_TOKEN="xoxb-1")
    with pytest.raises(BadSettings, match="SLACK_SIGNING_SECRET"):
        read()
    set_all(monkeypatch, SLACK_APP_TOKEN="xapp-1")
    assert read().socket_mode


def test_the_base_address_of_slack_may_lack_its_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="s", SLACK_API_URL="http://127.0.0.1:1/api")
    assert read().slack_api_url == "http://127.0.0.1:1/api/"


def test_a_file_beside_the_process_is_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=xoxb-file\nSLACK_SIGNING_SECRET=s\nPORT=4000\n", encoding="utf-8")
    set_all(monkeypatch, PORT="5000")
    settings = read()
    assert settings.slack_bot_token == "xoxb-file"
    assert settings.port == 5000


def test_secrets_are_not_shown_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(
        monkeypatch,
        SLACK_BOT_TOKEN="xoxb-hidden",
        SLACK_APP_TOKEN="xapp-hidden",
        SLACK_SIGNING_SECRET="hidden",
        DATABASE_URL="postgresql://me:hidden@host/db",
    )
    assert "hidden" not in f"{read()!r} {read()}"
