"""Answers about names are remembered for whoever gave them, and never overrule the words."""

from assistant.facts import Profile, Slot
from assistant.ids import AccountId
from assistant.reply import MeetingNoted, WhichPerson, WhoIsThis
from tests.assistant.conftest import HERE, Talk
from tests.assistant.test_contacts import person


def asked(talk: Talk, words: str = "met Sam today", account: str = "UMAYA") -> list[str]:
    """Who is offered, in order; [] when it was noted without a question."""
    talk.clock.forward(minutes=5)
    reply = talk.says(account, words)
    if isinstance(reply, MeetingNoted):
        return []
    assert isinstance(reply, (WhichPerson, WhoIsThis))
    candidates = reply.candidates if isinstance(reply, WhichPerson) else reply.nearest
    return [one.person.name for one in candidates]


def met(reply: object) -> list[str]:
    assert isinstance(reply, MeetingNoted), reply
    return [one.name for one in reply.meeting.people]


def test_whom_the_words_meant_before_stands_first_the_next_time(talk: Talk) -> None:
    assert asked(talk)[0] == "Sam Okafor"
    talk.says("UMAYA", "Sam Tanner")
    assert asked(talk)[0] == "Sam Tanner"
    assert asked(talk, account="UTOM")[0] == "Sam Okafor", "nobody else's answers count"


def test_answered_alike_twice_it_is_settled_and_says_who_was_meant(talk: Talk) -> None:
    for _ in range(2):
        assert asked(talk)
        talk.says("UMAYA", "Sam Tanner")
    talk.clock.forward(minutes=5)
    noted = talk.says("UMAYA", "met Sam today")
    assert met(noted) == ["Sam Tanner"]
    assert isinstance(noted, MeetingNoted)
    assert noted.meeting.assumed == {Slot.PEOPLE}
    assert asked(talk, "met SAM yesterday") == [], "the same words, however written"
    assert asked(talk, "met Sam today", "UTOM")


def test_another_answer_begins_the_count_anew(talk: Talk) -> None:
    for name in ("Sam Tanner", "Sam Okafor", "Sam Tanner"):
        assert asked(talk)
        talk.says("UMAYA", name)
    assert asked(talk) == ["Sam Tanner", "Sam Okafor"]


def test_what_is_taken_back_is_asked_about_again(talk: Talk) -> None:
    for _ in range(2):
        assert asked(talk)
        talk.says("UMAYA", "Sam Tanner")
    assert asked(talk) == []
    talk.says("UMAYA", "undo")
    assert asked(talk)[0] == "Sam Tanner"


def test_set_right_in_the_form_it_is_asked_about_again(talk: Talk) -> None:
    for _ in range(2):
        assert asked(talk)
        talk.says("UMAYA", "Sam Tanner")
    talk.clock.forward(minutes=5)
    noted = talk.says("UMAYA", "met Sam today")
    assert met(noted) == ["Sam Tanner"]
    assert isinstance(noted, MeetingNoted)
    people = (f"p:{person(talk, 'USAMO')}",)
    talk.submits("UMAYA", "meeting", noted.meeting.id, noted.meeting.version, people=people, day="2026-11-24")
    assert asked(talk) == ["Sam Tanner", "Sam Okafor"]


def test_somebody_new_of_that_name_is_asked_about(talk: Talk) -> None:
    for _ in range(2):
        assert asked(talk)
        talk.says("UMAYA", "Sam Tanner")
    talk.desk.learn(HERE, [Profile(AccountId("USAMZ"), "Sam Zeller")])
    assert asked(talk)[0] == "Sam Tanner"


def test_other_words_are_other_words(talk: Talk) -> None:
    for _ in range(2):
        assert asked(talk)
        talk.says("UMAYA", "Sam Tanner")
    assert met(talk.says("UMAYA", "met Sam from Northwind today")) == ["Sam Okafor"]


def test_people_of_one_full_name_are_always_asked_about(talk: Talk) -> None:
    talk.desk.learn(HERE, [Profile(AccountId("UTOM2"), "Tom Berger", organisation="Elsewhere")])
    other = person(talk, "UTOM2")
    for _ in range(4):
        talk.clock.forward(minutes=5)
        question = talk.says("UMAYA", "met Tom Berger today")
        assert isinstance(question, WhichPerson)
        talk.presses("UMAYA", "choose", f"{question.question}:{other}")
    question = talk.says("UMAYA", "met tom berger yesterday")
    assert isinstance(question, WhichPerson)
    assert question.candidates[0].person.id == other


def test_a_spelling_answered_twice_is_known(talk: Talk) -> None:
    for _ in range(2):
        question = asked(talk, "met Lynn today")
        assert question == ["Linn O'Carroll"]
        talk.says("UMAYA", "yes")
    assert asked(talk, "met Lynn today") == []


def test_the_answer_that_it_is_a_contact_is_an_answer_too(talk: Talk) -> None:
    assert asked(talk)
    talk.says("UMAYA", "somebody else")
    assert asked(talk)[0] == "Sam"
