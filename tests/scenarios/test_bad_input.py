"""What nobody should send, and what people send all the same: an answer or a refusal, nothing pinged, no traceback."""

import pytest

from tests.scenarios.conftest import Town

MARKUP = (
    "<!channel>", "<!here|here>", "@everyone", "<!subteam^S123|@all>", "&lt;!channel&gt;", "<https://evil.example|Slack>",
    "<#C123|general>", "*bold* _it_ ~no~ `code`",
)  # fmt: skip


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_what_is_said_pings_nobody_and_links_nowhere(town: Town, markup: str) -> None:
    maya = town.member("Maya")
    for words in (f"met Tom yesterday about {markup} and more", f"met {markup} Smith yesterday", f"{markup} whatever"):
        answer = town.hears(maya, words)
        assert not answer.pings  # in the text, and in every block that Slack would read for mentions
        assert "<" not in answer.text  # no markup of any kind; what was typed stands escaped


@pytest.mark.parametrize(
    "words",
    [
        "met Tom yesterday about " + "very " * 790 + "much",
        "met Tom yesterday about a\u202eb\u2066c\x00\x07\ufeff",
        "met " + ", ".join(["Tom"] * 400),
        "\u202e\u200b",
        "<" * 4_000,
        "&" * 4_000,
        "met " + "x" * 3_990,
    ],
    ids=["long", "controls", "many", "unseen", "brackets", "ampersands", "one word"],
)
def test_whatever_is_typed_is_answered(town: Town, words: str) -> None:
    answer = town.hears(town.member("Maya"), words)
    assert not answer.pings
    assert not set("\u202e\u2066\x00\x07\ufeff") & set(answer.text)
    assert "reference" not in answer.text


@pytest.mark.parametrize("name", ["Standup Bot", "Slackbot"])
def test_who_cannot_be_met_is_refused_by_name_and_nothing_is_noted(town: Town, name: str) -> None:
    maya, other = town.member("Maya"), town.member(name)
    answer = town.hears(maya, f"met @{other.id} yesterday")
    assert name in answer.text
    assert "Noted" not in answer.text
    assert not answer.pings


def test_a_person_of_another_company_is_answered_for(town: Town) -> None:
    maya, eva = town.member("Maya"), town.member("Eva")
    answer = town.hears(maya, f"met @{eva.id} yesterday")
    assert "Eva Extern" in answer.text
    assert not answer.pings
    assert not [message for message in eva.inbox() if message.from_app]


def test_an_account_that_slack_does_not_know_is_answered_for(town: Town) -> None:
    answer = town.hears(town.member("Maya"), "met <@U0NOBODY99> yesterday")
    assert "can't see the account" in answer.text
    assert not answer.pings


def test_a_button_of_somebody_elses_message_changes_nothing(town: Town) -> None:
    """Slack shows the card to its reader alone; whoever forges the press is refused."""
    maya, tom = town.member("Maya"), town.member("Tom")
    card = town.hears(maya, "met Linn yesterday")
    before = card.text
    tom.press(card, "Undo")
    assert town.wellmet.worker.settle()
    assert card.text == before


@pytest.mark.parametrize("command", ["/met", "/wellmet"])
@pytest.mark.parametrize("words", ["help", "hello there", "<!channel>", "x" * 4_000])
def test_a_command_answers_whatever_follows_it(town: Town, command: str, words: str) -> None:
    answer = town.member("Maya").command(command, words, channel="#general")
    assert answer.ok
    assert answer.message
    assert answer.message.ephemeral
    assert not answer.message.pings


def test_an_empty_command_is_help(town: Town) -> None:
    answer = town.member("Maya").command("/wellmet", "")
    assert answer.ok
    assert "met " in answer.text
