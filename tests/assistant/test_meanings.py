"""A sentence that may mean this or that: one card, and nothing done before the answer."""

from datetime import date

import pytest

from assistant import questions
from assistant.facts import Grain, PersonSaid, When
from assistant.ids import AccountId
from assistant.phrases.frame import Frame, Intent, Role
from assistant.phrases.understood import Surety, Understood
from assistant.reply import IsThatIt, Matter, MeetingNoted, QuestionClosed, Refusal, Subject, WhenAsked, WhichPerson
from assistant.speaker import Speaker
from assistant.tell import tell
from tests.assistant.conftest import HERE, Talk

LINN = {Role.WITH: (PersonSaid("Linn"),)}
YESTERDAY = When(Grain.DAY, date(2026, 11, 23))
MET = Frame(Intent.RECORD_MEETING, LINN, YESTERDAY)
REMIND = Frame(Intent.SET_REMINDER, {Role.ABOUT: (PersonSaid("Linn"),)})


def asked(talk: Talk, first: Frame = MET, second: Frame | None = REMIND) -> Matter:
    """Maya is asked what she meant, as after a sentence that could be either."""
    with talk.memory.write(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        assert maya
        return questions.ask_meaning(
            Understood(first, Surety.CONFIRM, second), Speaker(maya, talk.clock.now(), "DUMAYA"), ledger
        )


def shown(talk: Talk, matter: Matter) -> object:
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        assert maya
        return tell(matter, maya, ledger).message


def test_both_readings_are_shown_and_nothing_is_done(talk: Talk) -> None:
    question = shown(talk, asked(talk))
    assert isinstance(question, IsThatIt)
    assert (question.said, question.second) == (MET, REMIND)


def test_a_press_does_the_reading_that_is_right(talk: Talk) -> None:
    matter = asked(talk)
    assert talk.presses("UMAYA", "meant", f"{matter.id}:1", fleeting="https://there")
    assert isinstance(shown(talk, matter), MeetingNoted)


@pytest.mark.parametrize("words", ["yes", "Yes please", "the first", "correct"])
def test_a_typed_yes_does_the_first_reading(talk: Talk, words: str) -> None:
    asked(talk)
    noted = talk.says("UMAYA", words)
    assert isinstance(noted, MeetingNoted)
    assert noted.meeting.when == YESTERDAY


def test_the_second_reading_can_be_meant_too(talk: Talk) -> None:
    asked(talk)
    asks_when = talk.says("UMAYA", "the second")
    assert isinstance(asks_when, WhenAsked)
    assert asks_when.said == REMIND


@pytest.mark.parametrize("words", ["no", "neither", "never mind", "something else"])
def test_a_typed_no_drops_it(talk: Talk, words: str) -> None:
    asked(talk)
    assert isinstance(talk.says("UMAYA", words), QuestionClosed)
    assert not [message for message in talk.shown.values() if isinstance(message, MeetingNoted)]


def test_a_name_that_fits_several_is_asked_about_next_in_the_same_place(talk: Talk) -> None:
    sam = Frame(Intent.RECORD_MEETING, {Role.WITH: (PersonSaid("Sam"),)}, YESTERDAY)
    matter = asked(talk, sam)
    talk.presses("UMAYA", "meant", f"{matter.id}:1")
    question = shown(talk, matter)
    assert isinstance(question, WhichPerson)
    talk.presses("UMAYA", "choose", f"{matter.id}:{question.candidates[0].person.id}")
    assert isinstance(shown(talk, matter), MeetingNoted)


@pytest.mark.parametrize("of", ["", "1", "1:3", "1:0", ":1", "x:1", "９:1", "999:1"])
def test_a_forged_or_late_meaning_is_refused(talk: Talk, of: str) -> None:
    matter = asked(talk, MET, None)
    assert isinstance(talk.presses("UMAYA", "meant", of), Refusal)
    assert isinstance(talk.presses("UMAYA", "meant", f"{matter.id}:2"), Refusal), "there is no second reading"
    assert isinstance(talk.presses("UTOM", "meant", f"{matter.id}:1"), Refusal), "it is not Tom's to answer"
    talk.clock.forward(hours=25)
    assert isinstance(talk.presses("UMAYA", "meant", f"{matter.id}:1"), Refusal)


def test_a_question_of_meaning_closes_by_itself(talk: Talk) -> None:
    matter = asked(talk)
    talk.clock.forward(hours=25)
    talk.work()
    closed = shown(talk, matter)
    assert isinstance(closed, QuestionClosed)
    assert matter.subject is Subject.QUESTION


def test_a_yes_to_what_cannot_be_done_closes_the_card_too(talk: Talk) -> None:
    matter = asked(talk, Frame(Intent.RECORD_MEETING, LINN, When(Grain.DAY, date(2026, 12, 24))))
    assert isinstance(talk.presses("UMAYA", "meant", f"{matter.id}:1"), Refusal)
    assert isinstance(shown(talk, matter), QuestionClosed)
