"""Names that fit several people, nobody, or somebody who cannot be met."""

from tests.scenarios.conftest import Town


def test_two_of_a_name_are_asked_about_and_a_button_answers(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Sam yesterday about type")
    assert "Sam Okafor" in question.text
    assert "Tanner Type Foundry" in question.text
    maya.press(question, "Sam Tanner")
    town.until(lambda: "Noted" in question.text)
    assert "Sam Tanner" in question.text
    assert "Mon 23 Nov 2026" in question.text
    assert len([m for m in maya.messages() if m.from_app]) == 1


def test_a_typed_answer_works_too_and_the_question_closes(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Sam yesterday")
    answer = town.hears(maya, "the second")
    assert "Noted" in answer.text
    town.until(lambda: not question.buttons)


def test_an_organisation_is_an_answer(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "met Sam yesterday")
    assert "Sam Okafor" in town.hears(maya, "the one from Northwind").text


def test_an_open_question_survives_a_restart_and_counts_days_from_when_it_was_said(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Sam yesterday")
    town.restart()
    town.clock.forward(hours=20)
    maya.press(question, "Sam Okafor")
    town.until(lambda: "Noted" in question.text)
    assert "Mon 23 Nov 2026" in question.text


def test_a_question_nobody_answers_expires_after_a_day(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Sam yesterday")
    town.clock.forward(hours=25)
    town.wellmet.worker.settle()
    town.until(lambda: not question.buttons)
    assert "Sam" in question.text


def test_another_sentence_does_not_answer_the_question(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Sam yesterday")
    assert "Tom Berger" in town.hears(maya, "met Tom on Friday").text
    assert "Sam Okafor" in question.buttons


def test_an_unknown_name_may_become_a_contact_that_only_its_owner_knows(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    question = town.hears(maya, "met Rosa Lind yesterday")
    assert "Rosa Lind" in question.text
    maya.press(question, next(label for label in question.buttons if "contact" in label))
    town.until(lambda: "Noted" in question.text)
    assert "Noted" in town.hears(maya, "met Rosa today at the harbour").text
    assert "Noted" not in town.hears(tom, "met Rosa today").text


def test_a_whole_name_mistyped_is_read_back_as_it_is_spelt(town: Town) -> None:
    maya = town.member("Maya")
    noted = town.hears(maya, "met Lynn O'Caroll yesterday")
    town.until(lambda: "Noted" in noted.text)
    assert "Linn O'Carroll" in noted.text


def test_a_mistyped_word_offers_the_nearest(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Lynn yesterday")
    maya.press(question, "Linn O'Carroll")
    town.until(lambda: "Noted" in question.text)
    assert "Linn O'Carroll" in question.text


def test_two_open_names_are_asked_one_after_the_other_in_one_message(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Sam and Rosa Lind yesterday")
    maya.press(question, "Sam Tanner")
    town.until(lambda: any("contact" in label for label in question.buttons) and "Rosa Lind" in question.text)
    maya.press(question, next(label for label in question.buttons if "contact" in label))
    town.until(lambda: "Noted" in question.text)
    assert "Sam Tanner" in question.text
    assert "Rosa Lind" in question.text


def test_never_mind_drops_it(town: Town) -> None:
    maya = town.member("Maya")
    question = town.hears(maya, "met Sam yesterday")
    town.hears(maya, "never mind")
    town.until(lambda: not question.buttons)
    maya.open_home()
    assert "Sam" not in town.until(maya.home).words.replace("Sam Tanner at", "")


def test_somebody_who_joined_a_moment_ago_is_known(town: Town) -> None:
    town.playground.join("Noor Aziz", "Baker at Crumb")
    assert "Noor Aziz" in town.hears(town.member("Maya"), "met Noor yesterday").text


def test_the_mention_of_somebody_unknown_is_looked_up(town: Town) -> None:
    workspace = town.playground.workspace
    noor = town.playground.join("Noor Aziz")
    maya = town.member("Maya")
    with workspace.changed:
        pass
    assert "Noor Aziz" in town.hears(maya, f"met @{noor.id} yesterday").text


def test_an_app_cannot_be_met_and_a_former_member_is_not_proposed(town: Town) -> None:
    maya = town.member("Maya")
    assert "app" in town.hears(maya, "met @standup yesterday").text
    assert "Noted" not in town.hears(maya, "met Dan Departed yesterday").text


def test_guests_keep_notes_and_external_people_are_told_why_not(town: Town) -> None:
    assert "Noted" in town.hears(town.member("Gus"), "met Tom yesterday").text
    assert "members of this workspace" in town.hears(town.member("Eva"), "met Tom yesterday").text
