"""Whom a question means: a name that nobody has, the speaker's own, and pronouns for who was spoken of last."""

import pytest

from assistant.buttons import Button
from assistant.reply import (
    HowKnown,
    MeetingsFound,
    Message,
    NotUnderstood,
    PersonCard,
    RecordsFound,
    Refusal,
    WhoIsThis,
)
from handlers.views import render
from tests.assistant.conftest import Talk


def says(talk: Talk, words: str) -> Message:
    return talk.says("UMAYA", words)


def reads(talk: Talk, words: str) -> str:
    return render(says(talk, words)).text


@pytest.fixture
def met(talk: Talk) -> Talk:
    says(talk, "met Linn at the Young Gallery on 3 November about the spring show")
    talk.clock.forward(hours=2)
    return talk


@pytest.mark.parametrize(
    "words",
    [
        "when did I last see Zebedee?", "who is Zebedee?", "how do I know Zebedee?", "who introduced me to Zebedee?",
        "tell me about Zebedee", "have I met Zebedee?", "what do I know about Zebedee Quist",
    ],
)  # fmt: skip
def test_who_asks_about_somebody_unknown_is_told_so(met: Talk, words: str) -> None:
    said = says(met, words)
    assert isinstance(said, Refusal)
    assert "I know nobody called Zebedee" in said.why


@pytest.mark.parametrize("words", ["when did I last see Lin?", "who is Lnn?", "how do I know Lynn?"])
def test_who_misspells_a_name_is_asked_for_the_nearest_and_gets_the_answer(met: Talk, words: str) -> None:
    said = says(met, words)
    assert isinstance(said, WhoIsThis)
    assert [one.person.name for one in said.nearest] == ["Linn O'Carroll"]
    shown = render(said).text
    assert "Did you mean this one?" in shown
    assert "contact" not in shown  # a question notes nobody
    met.presses("UMAYA", Button.CHOOSE, f"{said.question}:{said.nearest[0].person.id}")
    assert any(isinstance(one, MeetingsFound | PersonCard | HowKnown) for one in met.shown.values())


@pytest.mark.parametrize("words", ["when did I last see a doctor?", "who is coming?", "tell me about it", "who is it?"])
def test_what_is_no_name_is_not_taken_for_one(met: Talk, words: str) -> None:
    assert isinstance(says(met, words), NotUnderstood)


@pytest.mark.parametrize(
    "words",
    [
        "Maya and I are teaming up on the bridal fair until June", "catch up with Maya every 6 weeks",
        "could somebody introduce me to Maya about prints?", "who is Maya?", "met Maya yesterday",
        "remind me to chase Maya in two weeks", "introduce Maya to Tom",
    ],
)  # fmt: skip
def test_who_names_themselves_is_told_that_it_is_them(talk: Talk, words: str) -> None:
    assert "That is you" in reads(talk, words)


def test_somebody_else_of_the_speakers_own_first_name_is_noted_by_their_whole_name(talk: Talk) -> None:
    says(talk, "met Maya Stone yesterday")
    said = says(talk, "yes")
    assert isinstance(said, WhoIsThis)
    assert "Add Maya Stone as a contact" in str(render(said).blocks)


@pytest.mark.parametrize(
    "words", ["how do I know her?", "when did I last see her?", "tell me about her", "what has she given me?"]
)
def test_a_pronoun_in_a_question_is_who_was_spoken_of_last(met: Talk, words: str) -> None:
    says(met, "who introduced me to Linn?")
    assert "Linn O'Carroll" in reads(met, words)


def test_the_same_question_a_moment_later_is_about_who_was_spoken_of_meanwhile(met: Talk) -> None:
    says(met, "had coffee with Tom yesterday about frames")
    assert "Tom Berger" in reads(met, "how do I know them?")
    says(met, "who is Linn?")
    assert "Linn O'Carroll" in reads(met, "how do I know them?")


def test_what_is_about_nobody_leaves_who_was_spoken_of(met: Talk) -> None:
    says(met, "who is Linn?")
    says(met, "show my network")
    assert "Linn O'Carroll" in reads(met, "how do I know her?")


def test_whom_a_pronoun_means_is_asked_after_a_while_and_a_name_answers(met: Talk) -> None:
    says(met, "who is Linn?")
    met.clock.forward(minutes=20)
    asked = says(met, "when did I last see her?")
    assert "Whom do you mean by “her”?" in render(asked).text
    assert "on Tue 3 Nov 2026" in reads(met, "Linn")
    assert "on Tue 3 Nov 2026" in reads(met, "when did I last see her?")


def test_of_two_spoken_of_neither_is_guessed_and_an_answer_is_not_learnt(met: Talk) -> None:
    for _ in range(3):
        says(met, "met Linn and Tom yesterday")
        asked = says(met, "how do I know her?")
        assert isinstance(asked, WhoIsThis)
        assert {one.person.name for one in asked.nearest} == {"Linn O'Carroll", "Tom Berger"}
        met.presses("UMAYA", Button.CHOOSE, f"{asked.question}:{asked.nearest[0].person.id}")
        met.clock.forward(minutes=20)


def test_nobody_is_spoken_of_in_anothers_conversation(met: Talk) -> None:
    says(met, "who is Linn?")
    assert "Whom do you mean" in render(met.says("UTOM", "how do I know her?")).text


def test_no_example_of_the_help_has_the_readers_own_name(talk: Talk) -> None:
    for account, own in (("UMAYA", "Maya"), ("ULINN", "Linn"), ("UTOM", "Tom")):
        for words in ("help", "mumble mumble", "I met somebody today"):
            shown = render(talk.says(account, words))
            assert own not in shown.text
            assert own not in str(shown.blocks)


@pytest.mark.parametrize(
    "words", ["the curator I met in March at the fair?", "who was that architect I spoke to last week?"]
)
def test_who_is_looked_for_and_not_found_is_said_to_be_in_no_record(talk: Talk, words: str) -> None:
    said = says(talk, words)
    assert isinstance(said, RecordsFound)
    assert "Nothing you noted has" in render(said).text


@pytest.mark.parametrize("words", ["the team I met was great", "the train we saw was late!", "that is the plan?"])
def test_what_is_told_of_is_not_looked_for(talk: Talk, words: str) -> None:
    assert not isinstance(says(talk, words), RecordsFound)
