"""Thanks, as they are said to the desk: for which introduction, who is told what, and taking them back."""

import pytest

from assistant.buttons import Button, Form
from assistant.facts import Profile, Standing
from assistant.ids import AccountId, DeliveryId
from assistant.reply import (
    FormErrors,
    IntroductionShown,
    IsThatIt,
    Message,
    OpenForm,
    Refusal,
    ThanksForm,
    ThanksNoted,
    ThanksOwed,
    ThanksReceived,
    WhichIntroduction,
)
from assistant.said import ButtonPress, Surface, Utterance, Where
from handlers.views import render
from tests.assistant.conftest import HERE, Talk


def thanks(talk: Talk, words: str, by: str = "UMAYA") -> Message:
    """The answer to `/thanks …`."""
    return talk.says(by, words, Surface.COMMAND, "/thanks")


def tells(talk: Talk, account: str, words: str) -> Message:
    """Something to be noted; where Wellmet asks whether that was meant, it was."""
    answer = talk.says(account, words)
    if isinstance(answer, IsThatIt):
        talk.presses(account, Button.MEANT, f"{answer.question}:1")
    return answer


def received(talk: Talk) -> list[ThanksReceived]:
    """What those who were thanked read now."""
    return [message for message in talk.shown.values() if isinstance(message, ThanksReceived)]


def undo(talk: Talk, noted: Message, button: Button = Button.UNDO) -> None:
    assert isinstance(noted, ThanksNoted)
    talk.presses("UMAYA", button, f"thanks:{noted.thanks.id}")


@pytest.fixture
def logged(talk: Talk) -> Talk:
    """Tom introduced Maya to Linn, and she told Wellmet."""
    tells(talk, "UMAYA", "Tom Berger introduced me to Linn O'Carroll last week")
    return talk


def test_thanks_by_name_are_for_the_introduction_that_name_made(logged: Talk) -> None:
    noted = thanks(logged, "<@UTOM>")
    assert isinstance(noted, ThanksNoted)
    assert "for the introduction to Linn O'Carroll" in render(noted).text
    (told,) = received(logged)
    assert "Maya Patel thanks you for introducing them to Linn O'Carroll" in render(told).text


def test_what_came_of_it_is_told_by_its_day_alone(logged: Talk) -> None:
    logged.says("UMAYA", "had lunch with Linn O'Carroll yesterday at Bar Nine about her secret gallery")
    thanks(logged, "<@UTOM> for the intro to Linn")
    words = render(received(logged)[0]).text
    assert "They met on Mon 23 Nov 2026" in words
    assert "secret" not in words
    assert "Bar Nine" not in words


def test_a_meeting_before_the_introduction_is_none_that_came_of_it(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn O'Carroll on 2 November")
    tells(talk, "UMAYA", "Tom Berger introduced me to Linn O'Carroll last week")
    thanks(talk, "<@UTOM> for the intro to Linn")
    assert "They met" not in render(received(talk)[0]).text


def test_an_introduction_that_nobody_told_of_is_noted_on_the_way(talk: Talk) -> None:
    noted = thanks(talk, "<@UTOM> for the intro to Linn")
    assert isinstance(noted, ThanksNoted)
    assert noted.to[0].other is not None
    talk.says("UMAYA", "undo that")
    shown = talk.says("UMAYA", "undo that")
    assert isinstance(shown, IntroductionShown)
    assert "Taken back: that introduction" in render(shown).text


def test_thanks_for_something_else_are_for_no_introduction(logged: Talk) -> None:
    noted = thanks(logged, "<@UTOM> for the help with the fair")
    assert isinstance(noted, ThanksNoted)
    assert noted.to[0].other is None
    words = render(received(logged)[0]).text
    assert "the help with the fair" in words
    assert "Linn" not in words


def test_of_several_introductions_wellmet_asks_which(logged: Talk) -> None:
    tells(logged, "UMAYA", "Tom Berger introduced me to Sam Tanner last week")
    asked = thanks(logged, "<@UTOM>")
    assert isinstance(asked, WhichIntroduction)
    assert {one.person.name for one in asked.candidates} == {"Linn O'Carroll", "Sam Tanner"}
    assert received(logged) == []
    sam = next(one.person.id for one in asked.candidates if one.person.name == "Sam Tanner")
    logged.presses("UMAYA", Button.CHOOSE, f"{asked.question}:{sam}")
    assert "Sam Tanner" in render(received(logged)[0]).text


def test_none_of_them_is_an_answer_too(logged: Talk) -> None:
    tells(logged, "UMAYA", "Tom Berger introduced me to Sam Tanner last week")
    asked = thanks(logged, "<@UTOM>")
    assert isinstance(asked, WhichIntroduction)
    logged.presses("UMAYA", Button.ADD_CONTACT, asked.question)
    words = render(received(logged)[0]).text
    assert "Maya Patel thanks you." in words


def test_what_was_thanked_for_is_not_asked_about_again(logged: Talk) -> None:
    tells(logged, "UMAYA", "Tom Berger introduced me to Sam Tanner last week")
    thanks(logged, "<@UTOM> for the intro to Linn")
    noted = thanks(logged, "<@UTOM>")
    assert isinstance(noted, ThanksNoted)
    assert noted.to[0].other is not None
    assert noted.to[0].other.name == "Sam Tanner"


def test_taking_them_back_shows_where_they_were_told_and_they_can_be_given_again(logged: Talk) -> None:
    noted = thanks(logged, "<@UTOM>")
    undo(logged, noted)
    assert [render(one).text for one in received(logged)] == [
        "Maya Patel has taken back what stood here. Nothing is to be done."
    ]
    undo(logged, noted, Button.RESTORE)
    (told,) = received(logged)
    assert "thanks you for introducing them to Linn" in render(told).text


def test_somebody_without_an_account_is_not_told_and_there_are_words_to_send(talk: Talk) -> None:
    asked = talk.says("UMAYA", "met Rosa Lind yesterday about pottery")
    talk.presses("UMAYA", Button.ADD_CONTACT, asked.question)  # type: ignore[union-attr]
    noted = thanks(talk, "Rosa Lind for the intro to Linn")
    assert "Rosa Lind has no account here, so I can't tell them." in render(noted).text
    assert "Thank you for introducing me to Linn O'Carroll" in render(noted).text
    assert received(talk) == []


def test_who_has_left_is_told_nothing_and_the_giver_reads_so(logged: Talk) -> None:
    logged.desk.learn(HERE, [Profile(AccountId("UTOM"), "Tom Berger", standing=Standing.DEACTIVATED)])
    number = logged.says("UMAYA", "who do I still owe thanks to?").owed[0].introduction  # type: ignore[union-attr]
    assert logged.submits("UMAYA", Form.THANKS, number, words="Thank you!") is None
    (noted,) = (message for message in logged.shown.values() if isinstance(message, ThanksNoted))
    assert "I don't tell Tom Berger" in render(noted).text
    assert received(logged) == []


def test_nobody_thanks_themselves_or_an_app(talk: Talk) -> None:
    for words in ("<@UMAYA>", "<@UBOT>"):
        assert isinstance(thanks(talk, words), Refusal)


def test_an_app_chosen_in_the_form_is_no_one_to_thank(talk: Talk) -> None:
    with talk.memory.read(HERE) as ledger:
        bot = ledger.people.by_account(AccountId("UBOT"))
    assert bot
    errors = talk.submits("UMAYA", Form.THANKS, to=f"p:{bot.id}", words="You are quick!")
    assert isinstance(errors, FormErrors)
    assert "An app can't be thanked" in str(errors)
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        assert maya
        assert ledger.thanks.between(maya.id, bot.id, 5) == []


def given_unheard(talk: Talk) -> ThanksNoted:
    """Maya thanks Tom; nothing is delivered yet."""
    said = Utterance(
        HERE, AccountId("UMAYA"), "<@UTOM>", Surface.COMMAND, Where("DUMAYA"), talk.clock.now(), DeliveryId("t"),
        "/thanks",
    )  # fmt: skip
    noted = talk.desk.hear(said)
    assert isinstance(noted, ThanksNoted)
    return noted


def presses_unheard(talk: Talk, noted: ThanksNoted, button: Button) -> None:
    press = ButtonPress(
        HERE, AccountId("UMAYA"), button, f"thanks:{noted.thanks.id}", Where("DUMAYA", "1.0"), talk.clock.now()
    )
    talk.desk.press(press)


@pytest.mark.parametrize("looked_at_meanwhile", [False, True])
def test_thanks_undone_before_anybody_read_them_are_told_when_they_are_given_again(
    logged: Talk, looked_at_meanwhile: bool
) -> None:
    noted = given_unheard(logged)
    presses_unheard(logged, noted, Button.UNDO)
    if looked_at_meanwhile:
        logged.work()
        assert received(logged) == []
    presses_unheard(logged, noted, Button.RESTORE)
    logged.work()
    assert ["thanks you for" in render(one).text for one in received(logged)] == [True]


def test_thanks_given_again_much_later_stand_where_they_were_told_and_are_told_once(logged: Talk) -> None:
    noted = thanks(logged, "<@UTOM>")
    undo(logged, noted)
    logged.clock.forward(days=30)
    with logged.memory.write(HERE) as ledger:
        assert ledger.outbox.tidy(logged.clock.now())
    undo(logged, noted, Button.RESTORE)
    assert ["thanks you for" in render(one).text for one in received(logged)] == [True]


def test_thanks_alone_opens_a_form_whose_answer_is_thanks(talk: Talk) -> None:
    opened = talk.says("UMAYA", "", Surface.COMMAND, "/thanks")
    assert isinstance(opened, ThanksForm)
    errors = talk.submits("UMAYA", Form.THANKS, words="nobody named")
    assert isinstance(errors, FormErrors)
    with talk.memory.read(HERE) as ledger:
        tom, linn = (ledger.people.by_account(AccountId(one)) for one in ("UTOM", "ULINN"))
    assert tom
    assert linn
    assert talk.submits("UMAYA", Form.THANKS, to=f"p:{tom.id}", introduced=f"p:{linn.id}", words="You made it!") is None
    words = render(received(talk)[0]).text
    assert "You made it!" in words
    assert "Linn O'Carroll" in words


def test_what_is_owed_is_listed_with_a_way_to_thank_until_it_is_done(logged: Talk) -> None:
    owed = logged.says("UMAYA", "who do I still owe thanks to?")
    assert isinstance(owed, ThanksOwed)
    assert [one.connector.name for one in owed.owed] == ["Tom Berger"]
    opened: OpenForm | object = logged.presses("UMAYA", Button.THANK, owed.owed[0].introduction)
    assert isinstance(opened, ThanksForm)
    assert opened.draft == "Thank you for introducing me to Linn O'Carroll on 16 November."
    assert logged.submits("UMAYA", Form.THANKS, owed.owed[0].introduction, words=opened.draft) is None
    assert logged.says("UMAYA", "who do I still owe thanks to?") == ThanksOwed(())


def test_a_log_of_somebody_elses_is_never_owed_nor_told_of(talk: Talk) -> None:
    tells(talk, "UTOM", "I introduced Maya Patel to Linn O'Carroll last week")
    assert talk.says("UMAYA", "who do I still owe thanks to?") == ThanksOwed(())
    with talk.memory.read(HERE) as ledger:
        tom = ledger.people.by_account(AccountId("UTOM"))
        assert tom
        number = ledger.introductions.of_requester(ledger.people.by_account(AccountId("UMAYA")).id, 5)[0].id  # type: ignore[union-attr]
    assert isinstance(talk.presses("UMAYA", Button.THANK, number), Refusal)


def test_thanks_of_others_cannot_be_taken_back(logged: Talk) -> None:
    noted = thanks(logged, "<@UTOM>")
    assert isinstance(noted, ThanksNoted)
    assert isinstance(logged.presses("UTOM", Button.UNDO, f"thanks:{noted.thanks.id}"), Refusal)
    assert "taken back" not in render(received(logged)[0]).text


def test_the_draft_is_told_in_the_givers_own_words_only(logged: Talk) -> None:
    words = "thank <!channel> & <https://x.example|you>"
    number = logged.says("UMAYA", "who do I still owe thanks to?").owed[0].introduction  # type: ignore[union-attr]
    assert logged.submits("UMAYA", Form.THANKS, number, words=words) is None
    text = render(received(logged)[0]).text
    assert "<!" not in text
    assert "<https" not in text
