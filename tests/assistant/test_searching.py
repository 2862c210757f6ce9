"""Records found by what is in them: by sentence, command and form; only one's own, and never another's."""

import pytest

from assistant.business.record import State
from assistant.buttons import Button, Field, Form
from assistant.reply import (
    AllNoted,
    IsThatIt,
    MeetingsFound,
    Noted,
    NotUnderstood,
    PersonCard,
    RecordsFound,
    ReferralShown,
    Refusal,
    Window,
)
from assistant.said import Surface
from handlers.views import render
from tests.assistant.conftest import Talk


@pytest.fixture
def told(talk: Talk) -> Talk:
    """Maya has met Linn at the gallery in March, and Tom here and there; Tom has a secret."""
    talk.says("UMAYA", "met Linn at the Red Lion on 9 March about the spring show")
    talk.says("UMAYA", "met Tom at the harbour on 3 November about insurance")
    talk.says("UMAYA", "met Tom yesterday about frames")
    talk.says("UTOM", "met Linn at the Red Lion yesterday about the secret merger")
    return talk


@pytest.mark.parametrize(
    ("words", "has"),
    [
        ("search curator red lion", "the spring show"),
        ("search for insurance", "the harbour"),
        ("the curator I met in March at the Red Lion", "the spring show"),
        ("who was the curator I met in March at the red lion?", "the spring show"),
        ("who did I meet about insurance", "the harbour"),
        ("who did I talk to about insurance in November", "the harbour"),
        ("search insurence harbor", "Spelt nearly so: insurence, harbor"),
        ("search insurance zeppelin", "Not in these: zeppelin"),
    ],
)
def test_sentences_find_what_was_noted(told: Talk, words: str, has: str) -> None:
    found = told.says("UMAYA", words)
    assert isinstance(found, RecordsFound)
    assert has in render(found).text
    assert len(found.records) == 1


def test_nobody_elses_records_are_found(told: Talk) -> None:
    said = render(told.says("UMAYA", "search secret merger")).text
    assert said.startswith("Nothing you noted has “secret merger”.")
    assert "Tom" not in said


def test_lists_and_houses_are_answered_as_such(told: Talk) -> None:
    assert isinstance(told.says("UMAYA", "who did I meet this month"), MeetingsFound)
    assert isinstance(told.says("UMAYA", "show my meetings in November"), MeetingsFound)
    assert isinstance(told.says("UMAYA", "when did I last talk to somebody at Young Gallery"), MeetingsFound)


def test_what_is_not_understood_and_not_noted_stays_so(told: Talk) -> None:
    assert isinstance(told.says("UMAYA", "the zeppelin I met on the moon"), NotUnderstood)
    assert isinstance(told.says("UMAYA", "insurance harbour"), NotUnderstood)


def test_who_with_words_that_are_no_name_searches(told: Talk) -> None:
    found = told.says("UMAYA", "curator red lion", command="/who", surface=Surface.COMMAND)
    assert isinstance(found, RecordsFound)
    assert found.total == 1


def test_an_undone_meeting_is_found_no_more(told: Talk) -> None:
    told.says("UMAYA", "met Tom today about zeppelins")
    assert "zeppelins" in render(told.says("UMAYA", "search zeppelins")).text.splitlines()[1]
    told.says("UMAYA", "undo")
    said = told.says("UMAYA", "search zeppelins")
    assert isinstance(said, RecordsFound)
    assert not said.records


def test_the_form_shows_what_it_finds_in_its_place(told: Talk) -> None:
    assert told.submits("UMAYA", Form.SEARCH, **{Field.WORDS: "the"})
    assert told.presses("UMAYA", Button.SEARCH, "")


def test_more_is_below_and_has_the_rest(talk: Talk) -> None:
    for day in range(1, 10):
        talk.says("UMAYA", f"met Tom at the harbour on {day} November")
    first = talk.says("UMAYA", "search harbour")
    assert isinstance(first, RecordsFound)
    before = len(talk.shown)
    talk.presses("UMAYA", Button.LOOK, first.more)
    (second,) = list(talk.shown.values())[before:]
    assert isinstance(second, RecordsFound)
    assert len({one.id for one in (*first.records, *second.records)}) == first.total == 9


@pytest.mark.parametrize(
    "words", ["search '\"*()- AND OR NOT", "search <!channel> &amp; <@U1|x>", "search " + "x" * 3_000]
)
def test_no_words_break_a_search(told: Talk, words: str) -> None:
    assert told.says("UMAYA", words) is not None


def test_a_card_leads_from_what_was_found_to_all_that_is_known(told: Talk) -> None:
    found = told.says("UMAYA", "search curator")
    assert isinstance(found, RecordsFound)
    meeting = found.records[0]
    opened = told.presses("UMAYA", Button.CARD, meeting.people[0].id)  # type: ignore[union-attr]
    assert isinstance(opened, Window)
    assert isinstance(opened.message, PersonCard)


@pytest.fixture
def busy(talk: Talk) -> Talk:
    """Maya has written down one of every other kind, and Tom one that is his."""
    for words in (
        "I offer watercolour workshops for hotels",
        "I'm looking for a marquee supplier",
        "remind me to send Tom the easels next Tuesday",
        "can't recommend Linn enough for portraits",
        "thank Sam Okafor for the stall at the fair",
        "I sent Tom a client, Bluebird Bakery, worth £400",
        "Sam Okafor and I are partnering up to win vineyard commissions",
        "Sam Okafor introduced me to Linn last week about sculptures",
    ):
        said = talk.says("UMAYA", words)
        if isinstance(said, IsThatIt):
            talk.presses("UMAYA", Button.MEANT, f"{said.question}:1")
    assert talk.says("UTOM", "I sent Linn a client, Zeppelin Hire, worth £900")
    return talk


def found(talk: Talk, who: str, words: str) -> str:
    said = talk.says(who, f"search {words}")
    assert isinstance(said, RecordsFound)
    return render(said).text


@pytest.mark.parametrize(
    ("words", "has"),
    [
        ("watercolour", "What you offer: watercolour workshops for hotels"),
        ("watercolor hotels", "What you offer: watercolour workshops for hotels"),
        ("marquee", "What you're looking for: a marquee supplier"),
        ("easels", "remind you on Tue 1 Dec 2026: send Tom Berger the easels"),
        ("portraits", "You recommend Linn O'Carroll for portraits"),
        ("stall fair", "You thank Sam Okafor"),
        ("bluebird", "You sent Tom Berger a client"),
        ("£400", "You sent Tom Berger a client"),
        ("400 GBP", "You sent Tom Berger a client"),
        ("blubird bakery", "a client, Bluebird Bakery, worth 400 GBP"),
        ("sam okafor partnership", "You and Sam Okafor are partners"),
        ("sculptures", "Sam Okafor introduced you to Linn O'Carroll"),
    ],
)
def test_whatever_was_written_down_is_found_by_its_words(busy: Talk, words: str, has: str) -> None:
    assert has in found(busy, "UMAYA", words)


def test_what_only_others_wrote_down_is_not_found(busy: Talk) -> None:
    assert found(busy, "UMAYA", "zeppelin").startswith("Nothing you noted")
    assert found(busy, "USAMO", "watercolour").startswith("Nothing you noted")
    assert found(busy, "USAMO", "sculptures").startswith("Nothing you noted")


def test_what_was_taken_back_is_found_no_more(busy: Talk) -> None:
    busy.says("UMAYA", "I offer gilding")
    assert "gilding" in found(busy, "UMAYA", "gilding")
    busy.says("UMAYA", "undo")
    assert found(busy, "UMAYA", "gilding").startswith("Nothing you noted")


def test_a_day_in_the_words_holds_for_every_kind(busy: Talk) -> None:
    assert "Bluebird" in found(busy, "UMAYA", "bluebird this month")
    assert found(busy, "UMAYA", "bluebird last year").startswith("Nothing you noted")


def test_open_brings_the_message_of_a_record_with_all_that_can_be_done(busy: Talk) -> None:
    said = busy.says("UMAYA", "search bluebird")
    assert isinstance(said, RecordsFound)
    (noted,) = said.records
    assert isinstance(noted, Noted)
    before = set(busy.shown)
    assert busy.presses("UMAYA", Button.OPEN, noted.record.key) is None
    ((stands_in, opened),) = ((ts, message) for ts, message in busy.shown.items() if ts not in before)
    assert isinstance(opened, ReferralShown)
    assert opened.referral.state is State.SENT
    busy.presses("UMAYA", Button.WON, noted.record.key)
    after = busy.shown[stands_in]
    assert isinstance(after, ReferralShown)
    assert after.referral.state is State.WON


def test_open_shows_nobody_elses_record(busy: Talk) -> None:
    said = busy.says("UMAYA", "search gilding watercolour")
    assert isinstance(said, RecordsFound)
    (noted,) = said.records
    assert isinstance(noted, Noted)
    before = dict(busy.shown)
    assert isinstance(busy.presses("UTOM", Button.OPEN, noted.record.key), Refusal)
    assert busy.shown == before


@pytest.mark.parametrize(
    "words",
    [
        "show everything I noted",
        "everything I've written down",
        "my records",
        "what have I noted?",
        "Show me my notes!",
    ],
)
def test_all_that_was_noted_is_listed_by_a_sentence(told: Talk, words: str) -> None:
    told.says("UMAYA", "I do wedding photography")
    listed = told.says("UMAYA", words)
    assert isinstance(listed, AllNoted)
    assert len(listed.records) == 4
    assert any(isinstance(one, Noted) for one in listed.records)


def test_one_kind_is_listed_alone_and_says_what_to_do_where_there_is_none(talk: Talk) -> None:
    none = talk.says("UMAYA", "show my referrals")
    assert render(none).text.startswith("No referral is noted yet.")
    talk.says("UMAYA", "sent Tom a client, Bluebird Bakery")
    talk.says("UMAYA", "met Tom yesterday about frames")
    listed = talk.says("UMAYA", "list my referrals")
    assert isinstance(listed, AllNoted)
    assert [isinstance(one, Noted) for one in listed.records] == [True]
    assert render(listed).text.startswith("Your referrals")
    assert render(talk.says("UMAYA", "my recommendations")).text.startswith("You recommend nobody yet.")


@pytest.mark.parametrize("words", ["everything is gone", "noted", "my referral fee is 20%", "everything about Tom"])
def test_other_sentences_are_not_taken_for_that_list(talk: Talk, words: str) -> None:
    assert not isinstance(talk.says("UMAYA", words), AllNoted)


def test_a_search_for_a_time_alone_lists_its_meetings_and_one_for_nothing_says_how(told: Talk) -> None:
    listed = told.says("UMAYA", "search this week")
    assert isinstance(listed, MeetingsFound)
    assert [one.topic for one in listed.meetings] == ["frames"]
    for words in ("search", "search for", "search 🍕"):
        assert "Say a word of it" in render(told.says("UMAYA", words)).text
