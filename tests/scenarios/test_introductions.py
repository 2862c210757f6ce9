"""Asked for, agreed to by both, brought together, met: each side of the story, as its people read it."""

import pytest

from playground import Person, SeenMessage
from tests.scenarios.conftest import Town

ASK = "could you introduce me to Priya Nair about funding the spring show?"


def last(town: Town, who: Person, holding: str) -> SeenMessage:
    """The newest message of Wellmet's to somebody that holds the words, once it is there."""

    def found() -> SeenMessage | None:
        return next((m for m in reversed(who.messages()) if m.from_app and holding in m.text), None)

    return town.until(found)  # type: ignore[return-value]


def says(town: Town, who: Person, words: str) -> SeenMessage:
    """What Wellmet answers; where it asks whether that was meant, it was."""
    answer = town.hears(who, words)
    if "Is that it?" not in answer.text:
        return answer
    who.press(answer, "Yes, that's it")

    def outcome() -> SeenMessage | None:
        """The card in its new state; where nothing could be done, the words that say why."""
        messages = who.messages()
        card = next((m for m in messages if m.ts == answer.ts and "Is that it?" not in m.text), None)
        if card is None or "can't be done" not in card.text:
            return card
        return next((m for m in reversed(messages) if m.ephemeral), None)

    return town.until(outcome)  # type: ignore[return-value]


def brought_together(town: Town) -> SeenMessage:
    """The introduction itself, in its group message."""

    def found() -> SeenMessage | None:
        return next((message for message in town.playground.said() if len(message.people) > 2), None)

    return town.until(found)  # type: ignore[return-value]


def private(who: Person) -> str:
    """All that Wellmet says to somebody now."""
    return "\n".join(message.text for message in who.messages() if message.from_app)


@pytest.fixture
def asked(town: Town) -> Town:
    """Tom knows Priya; Maya, who knows Tom, asks for Priya, and lets Wellmet ask around."""
    says(town, town.member("Tom"), "met Priya Nair yesterday about the harbour studio")
    says(town, town.member("Maya"), "met Tom Berger last week")
    answer = says(town, town.member("Maya"), ASK)
    assert "1 member knows them" in answer.text
    assert "Tom" not in answer.text
    town.member("Maya").press(answer, "Ask privately")
    last(town, town.member("Tom"), "would like to meet")
    last(town, town.member("Maya"), "I've asked somebody")
    return town


def test_asked_agreed_brought_together_and_met(asked: Town) -> None:
    maya, tom, priya = (asked.member(name) for name in ("Maya", "Tom", "Priya"))
    question = last(asked, tom, "Maya Patel")
    assert "funding the spring show" in question.text
    assert "you met once" in question.text
    tom.press(question, "I'll introduce them")
    wish = last(asked, priya, "would like to introduce you")
    assert {"Tom Berger", "Maya Patel"} <= {name for name in ("Tom Berger", "Maya Patel") if name in wish.text}
    assert "Tom" not in last(asked, maya, "An introduction to Priya Nair").text
    priya.press(wish, "Yes, introduce us")
    together = brought_together(asked)
    assert set(together.people) >= {"Maya Patel", "Tom Berger", "Priya Nair"}
    assert "funding the spring show" in together.text
    made = last(asked, maya, "You are introduced to Priya Nair")
    assert "by Tom Berger" in made.text
    maya.press(made, "We met")
    asked.until(lambda: "and you met" in private(maya))
    maya.open_home()
    assert "Priya Nair" in asked.until(maya.home).words


def test_a_no_reads_like_silence_and_is_nobodys(asked: Town) -> None:
    maya, tom = asked.member("Maya"), asked.member("Tom")
    before = private(maya)
    tom.press(last(asked, tom, "Maya Patel"), "Not this time")
    assert asked.wellmet.worker.settle()
    assert private(maya) == before
    asked.clock.forward(days=3)
    asked.wellmet.worker.wake()
    ended = last(asked, maya, "didn't work out").text
    assert "Tom" not in ended
    assert "declin" not in ended


def test_silence_ends_after_ten_days_with_the_same_words(asked: Town) -> None:
    maya, tom = asked.member("Maya"), asked.member("Tom")
    for _ in range(14):
        asked.clock.forward(days=1)
        asked.wellmet.worker.wake()
        assert asked.wellmet.worker.settle()
    assert "didn't work out" in last(asked, maya, "didn't work out").text
    assert len([m for m in tom.messages() if m.from_app and "settled" in m.text]) == 2  # the question and its reminder


def test_the_requester_may_withdraw_and_the_connector_sees_it(asked: Town) -> None:
    maya, tom = asked.member("Maya"), asked.member("Tom")
    maya.press(last(asked, maya, "An introduction to Priya Nair"), "Withdraw")
    asked.until(lambda: "settled" in private(tom))
    asked.until(lambda: "Withdrawn" in private(maya))


def test_a_question_travels_both_ways_without_opening_the_rest(asked: Town) -> None:
    maya, tom = asked.member("Maya"), asked.member("Tom")
    tom.press(last(asked, tom, "would like to meet"), "Ask a question")
    assert tom.submit({"To Maya Patel": "How much is it about?"}) is None
    question = last(asked, maya, "How much is it about?")
    maya.press(question, "Answer")
    assert maya.submit({"To Tom Berger": "Five thousand"}) is None
    assert "Maya Patel writes" in last(asked, tom, "Five thousand").text


def test_without_a_why_wellmet_asks_for_one(town: Town) -> None:
    says(town, town.member("Tom"), "met Priya Nair yesterday")
    answer = says(town, town.member("Maya"), "can you introduce me to Priya Nair?")
    assert "Why?" in answer.text
    stands = says(town, town.member("Maya"), "to fund the spring show")
    assert "1 member knows them" in stands.text
    assert "fund the spring show" in stands.text


def test_a_question_to_wellmet_is_not_taken_for_the_why(town: Town) -> None:
    maya = town.member("Maya")
    says(town, town.member("Tom"), "met Priya Nair yesterday")
    says(town, maya, "can you introduce me to Priya Nair?")
    assert "Tom Berger" in says(town, maya, "who is Tom Berger?").text
    assert "1 member knows them" in says(town, maya, "to fund the spring show").text


def test_the_form_asks_too(town: Town) -> None:
    ana = town.member("Ana")
    says(town, town.member("Tom"), "met Priya Nair yesterday")
    ana.command("/intro", "", channel="#general")
    ana.fill(ana.view(), {"Whom would you like to meet?": "Priya Nair"})
    assert ana.submit({"Why?": "the summer prize"}) is None
    assert "An introduction to Priya Nair" in last(town, ana, "introduction").text


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("could you introduce me to Maya Patel about art?", "That's you"),
        ("could Priya introduce me to Priya about money?", "can't introduce you to themselves"),
        ("can you introduce me to Linn O'Carroll about the show?", "You met Linn O'Carroll"),
    ],
)
def test_what_makes_no_sense_to_ask_is_answered_clearly(town: Town, said: str, answered: str) -> None:
    maya = town.member("Maya")
    says(town, maya, "met Linn yesterday")
    assert answered in says(town, maya, said).text


def test_a_connector_brings_two_together(town: Town) -> None:
    tom, ana, jose = (town.member(name) for name in ("Tom", "Ana", "José"))
    offered = says(town, tom, "please introduce Ana Ruiz to José Ferreira, both love maps")
    assert "I've asked" in offered.text
    for one in (ana, jose):
        one.press(last(town, one, "would like to introduce you"), "Yes, introduce us")
    assert {"Ana Ruiz", "José Ferreira", "Tom Berger"} <= set(brought_together(town).people)
    assert "Introduced" in last(town, tom, "Introduced").text


def test_an_introduction_made_elsewhere_is_noted_for_its_author_only(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    noted = says(town, maya, "Tom Berger introduced me to Priya Nair last week")
    assert "Noted: Tom Berger introduced you to Priya Nair" in noted.text
    assert private(tom) == ""
    maya.press(noted, "Undo")
    town.until(lambda: "Taken back" in private(maya))


def test_what_one_noted_of_others_can_be_undone_and_is_never_told_to_them(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    noted = says(town, tom, "I introduced Maya Patel to Priya Nair last week")
    assert "Noted: You introduced Maya Patel to Priya Nair" in noted.text
    assert "introduced already" not in says(town, maya, ASK).text
    tom.press(noted, "Undo")
    town.until(lambda: "Taken back" in private(tom))


def test_an_offer_is_taken_back_after_one_of_them_agreed(town: Town) -> None:
    tom, ana, jose = (town.member(name) for name in ("Tom", "Ana", "José"))
    offered = says(town, tom, "please introduce Ana Ruiz to José Ferreira, both love maps")
    for one in (ana, jose):
        last(town, one, "would like to introduce you")
    ana.press(last(town, ana, "would like to introduce you"), "Yes, introduce us")
    last(town, ana, "You agreed")
    tom.press(offered, "Take it back")
    last(town, tom, "Taken back: the introduction of Ana Ruiz and José Ferreira")
    last(town, jose, "Nothing is to be done here any more")


def test_a_no_that_is_not_told_yet_does_not_show_when_the_requester_withdraws(asked: Town) -> None:
    maya, tom = asked.member("Maya"), asked.member("Tom")
    tom.press(last(asked, tom, "would like to meet"), "Not this time")
    last(asked, tom, "You said no")
    maya.press(last(asked, maya, "I've asked somebody"), "Withdraw")
    last(asked, maya, "Withdrawn: your request")
    asked.clock.forward(days=4)
    asked.wellmet.worker.wake()
    assert asked.wellmet.worker.settle()
    assert "didn't work out" not in private(maya)
    assert "closed already" not in private(maya)


@pytest.fixture
def channel(town: Town) -> Town:
    """An admin has chosen #introductions."""
    linn = town.member("Linn")
    linn.open_home()
    town.until(linn.home)
    linn.press_home("For everybody here")
    linn.fill(linn.view(), {"Introductions channel": "#introductions"})
    assert linn.submit({}) is None
    assert town.wellmet.worker.settle()
    return town


def on_card(town: Town) -> SeenMessage:
    """The request as it stands in the channel."""
    return town.until(lambda: next((m for m in town.playground.said() if "introductions" in str(m.place)), None))  # type: ignore[return-value]


def test_a_card_in_the_channel_is_kept_up_to_date_and_names_no_helper(channel: Town) -> None:
    maya, priya, linn = (channel.member(name) for name in ("Maya", "Priya", "Linn"))
    stands = says(channel, maya, ASK)
    assert "Nobody who could introduce you" in stands.text
    maya.press(stands, "Ask in the introductions channel")
    card = on_card(channel)
    assert "Maya Patel" in card.text
    assert "funding the spring show" in card.text
    assert "Ask in the introductions channel" not in str(last(channel, maya, "Your card stands in").blocks)
    linn.press(card, "I can introduce them")
    wish = last(channel, priya, "would like to introduce you")
    channel.until(lambda: "Somebody has come forward" in on_card(channel).text)
    last(channel, linn, "Thank you. I've asked Priya Nair")
    assert "Linn" not in on_card(channel).text
    priya.press(wish, "Yes, introduce us")
    channel.until(lambda: "Introduced" in on_card(channel).text)


def test_a_private_no_leaves_the_card_open_and_shows_in_nothing(channel: Town) -> None:
    maya, tom, linn, priya = (channel.member(name) for name in ("Maya", "Tom", "Linn", "Priya"))
    says(channel, tom, "met Priya Nair yesterday")
    stands = says(channel, maya, "could Tom introduce me to Priya Nair about funding the spring show?")
    assert "I've asked Tom Berger" in stands.text
    maya.press(stands, "Ask in the channel too")
    on_card(channel)
    last(channel, maya, "Your card stands in")
    card, told = on_card(channel).text, private(maya)
    tom.press(last(channel, tom, "would like to meet"), "Not this time")
    last(channel, tom, "You said no")
    assert channel.wellmet.worker.settle()
    channel.clock.forward(days=4)  # as long as a no is kept back, where no card stands
    channel.wellmet.worker.wake()
    assert channel.wellmet.worker.settle()
    assert (on_card(channel).text, private(maya)) == (card, told)
    linn.press(on_card(channel), "I can introduce them")
    channel.until(lambda: "Somebody has come forward" in on_card(channel).text)
    priya.press(last(channel, priya, "would like to introduce you"), "Yes, introduce us")
    assert "by Linn O'Carroll" in last(channel, maya, "You are introduced to Priya Nair").text


def test_with_a_card_a_no_of_the_target_is_told_when_silence_would_be(channel: Town) -> None:
    maya, linn, priya = (channel.member(name) for name in ("Maya", "Linn", "Priya"))
    says(channel, linn, "met Priya Nair yesterday")
    stands = says(channel, maya, "could Linn introduce me to Priya Nair about funding the spring show?")
    maya.press(stands, "Ask in the channel too")
    card = on_card(channel).text
    linn.press(last(channel, linn, "would like to meet"), "I'll introduce them")
    priya.press(last(channel, priya, "would like to introduce you"), "Not this time")
    last(channel, priya, "You said no")
    channel.clock.forward(days=4)
    channel.wellmet.worker.wake()
    assert channel.wellmet.worker.settle()
    assert on_card(channel).text == card
    assert "didn't work out" not in private(maya)
    channel.clock.forward(days=6)
    channel.wellmet.worker.wake()
    last(channel, maya, "didn't work out")
    channel.until(lambda: "closed" in on_card(channel).text)


def test_a_mention_in_the_cards_thread_volunteers(channel: Town) -> None:
    maya, linn, priya = (channel.member(name) for name in ("Maya", "Linn", "Priya"))
    maya.press(says(channel, maya, ASK), "Ask in the introductions channel")
    card = on_card(channel)
    assert channel.wellmet.worker.settle()  # it is known by then where the card stands
    linn.reply(card, "@Wellmet I know her well, happy to connect you")
    assert "Linn O'Carroll" in last(channel, priya, "would like to introduce you").text


def test_a_volunteer_for_whom_has_no_account_tells_what_came_of_it(channel: Town) -> None:
    maya, linn = channel.member("Maya"), channel.member("Linn")
    linn.press(says(channel, linn, "met Rosa Lind yesterday about pottery"), "Add Rosa Lind as a contact")
    stands = says(channel, maya, "could somebody introduce me to a potter about the summer prize?")
    maya.press(stands, "Ask in the introductions channel")
    linn.press(on_card(channel), "I can introduce them")
    linn.fill(linn.view(), {"Whom do you have in mind?": "Rosa Lind"})
    assert linn.submit({}) is None
    linn.press(last(channel, linn, "please ask them yourself"), "They said yes: introduce them")
    assert "Rosa Lind" in last(channel, maya, "You are introduced to").text


@pytest.mark.parametrize(
    ("named", "why"), [("@Priya", "whom they would like to meet"), ("@Maya", "who asks"), ("@Gus", "resting until")]
)
def test_who_cannot_be_asked_for_help_is_refused_by_name(channel: Town, named: str, why: str) -> None:
    maya, linn, gus = (channel.member(name) for name in ("Maya", "Linn", "Gus"))
    gus.open_home()
    channel.until(gus.home)
    gus.press_home("Settings")
    assert gus.submit({"Requests a month": "0"}) is None
    maya.press(says(channel, maya, ASK), "Ask in the introductions channel")
    card = on_card(channel)
    assert channel.wellmet.worker.settle()
    linn.reply(card, f"@Wellmet {named} knows her")
    channel.until(lambda: any(why in message.text for message in channel.playground.said()))
    assert "Can you help?" in on_card(channel).text


def test_somebody_named_in_the_thread_is_asked(channel: Town) -> None:
    maya, linn, tom = (channel.member(name) for name in ("Maya", "Linn", "Tom"))
    maya.press(says(channel, maya, ASK), "Ask in the introductions channel")
    card = on_card(channel)
    assert channel.wellmet.worker.settle()
    linn.reply(card, "@Wellmet @Tom knows her")
    assert "Maya Patel" in last(channel, tom, "would like to meet").text


def test_settings_keep_requests_away(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    says(town, tom, "met Priya Nair yesterday")
    tom.open_home()
    town.until(tom.home)
    tom.press_home("Settings")
    assert tom.submit({"Requests a month": "0"}) is None
    assert "resting until" in says(town, maya, "could Tom introduce me to Priya Nair about art?").text
    assert "Nobody who could introduce you" in says(town, maya, ASK).text


def test_a_connector_who_knows_somebody_names_them_and_asks_who_has_no_account(town: Town) -> None:
    tom, ana = town.member("Tom"), town.member("Ana")
    question = says(town, tom, "met Rosa Lind yesterday about pottery")
    tom.press(question, "Add Rosa Lind as a contact")
    asked_for = says(town, ana, "could Tom introduce me to a potter about the summer prize?")
    assert "I've asked Tom Berger" in asked_for.text
    wish = last(town, tom, "would like to meet")
    tom.press(wish, "I know somebody")
    tom.fill(tom.view(), {"Whom do you have in mind?": "Rosa Lind"})
    assert tom.submit({}) is None
    draft = last(town, tom, "please ask them yourself")
    assert "may I introduce you to Ana Ruiz" in draft.text
    assert "Rosa" not in private(ana)
    tom.press(draft, "They said yes: introduce them")
    assert "Rosa Lind" in last(town, ana, "You are introduced to Rosa Lind").text


@pytest.mark.parametrize("name", ["Priya", "Tom"])
def test_who_leaves_in_the_middle_closes_it_kindly(asked: Town, name: str) -> None:
    maya = asked.member("Maya")
    asked.member(name).deactivate()
    asked.until(lambda: "settled" in private(asked.member("Tom")) or name == "Tom")
    asked.clock.forward(days=3)  # as a no would be told: nobody learns that it was this
    asked.wellmet.worker.wake()
    ended = last(asked, maya, "didn't work out")
    assert name not in ended.text.replace("Priya Nair", "")


def test_never_again_is_said_once_and_lifted_in_settings(asked: Town) -> None:
    maya, tom, priya = (asked.member(name) for name in ("Maya", "Tom", "Priya"))
    tom.press(last(asked, tom, "would like to meet"), "I'll introduce them")
    priya.press(last(asked, priya, "would like to introduce you"), "Never introduce me to them")
    last(asked, priya, "Neither will I ask you again about an introduction with Maya Patel")
    assert asked.wellmet.worker.settle()
    assert "didn't work out" not in private(maya)
    priya.open_home()
    asked.until(priya.home)
    priya.press_home("Settings")
    priya.fill(priya.view(), {"Never introduce me to": []})
    assert priya.submit({}) is None
    priya.press_home("Settings")
    assert "Never introduce me to" not in str(priya.view())


def test_not_now_is_asked_once_more_after_a_week(asked: Town) -> None:
    tom = asked.member("Tom")
    tom.press(last(asked, tom, "would like to meet"), "Not now")
    asked.until(lambda: "I'll ask once more in a week" in private(tom))
    for _ in range(9):
        asked.clock.forward(days=1)
        asked.wellmet.worker.wake()
        assert asked.wellmet.worker.settle()
    assert private(tom).count("A reminder, the only one") == 1
    tom.press(last(asked, tom, "A reminder"), "I'll introduce them")
    last(asked, asked.member("Priya"), "would like to introduce you")
