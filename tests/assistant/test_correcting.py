"""Setting right and calling off by sentence, any kind of record: what is named is meant; of several it is asked."""

from dataclasses import dataclass

import pytest

from assistant import records
from assistant.asked import Ending
from assistant.buttons import Button
from assistant.ids import AccountId, DeliveryId
from assistant.phrases.frame import Record
from assistant.picking import SUBJECTS
from assistant.reply import (
    IntroductionShown,
    IsThatIt,
    ListingNoted,
    ListingRemoved,
    MeetingNoted,
    MeetingUndone,
    Noted,
    Nudges,
    PartnershipShown,
    QuestionClosed,
    RecommendationNoted,
    ReferralShown,
    Refusal,
    ReminderNoted,
    SettingsNoted,
    Subject,
    ThanksNoted,
    ThanksReceived,
    WhichPerson,
    WhichRecord,
)
from assistant.said import Surface, Utterance, Where
from handlers.views import render
from store.standing import HELD
from tests.assistant.conftest import HERE, Talk

REFERRAL = "Tom sent me a client, Hofmann Bakery, worth €2,500"
REQUEST = "could somebody introduce me to Sam Tanner about fonts?"


def heard(talk: Talk, words: str, thread: str = "") -> object:
    """The answer to Maya; what others are told is left out."""
    talk.clock.forward(minutes=2)
    before = set(talk.shown)
    said = Utterance(
        HERE, AccountId("UMAYA"), words, Surface.DM, Where("DUMAYA", "", thread), talk.clock.now(),
        DeliveryId(f"{words}:{talk.clock.now()}"),
    )  # fmt: skip
    talk.desk.hear(said)
    talk.work()
    new = [one for ts, one in talk.shown.items() if ts not in before and not isinstance(one, ThanksReceived)]
    assert len(new) == 1
    return new[0]


def says(talk: Talk, words: str, thread: str = "") -> object:
    """The same, past the question whether it was understood."""
    answer = heard(talk, words, thread)
    return says(talk, "yes") if isinstance(answer, IsThatIt) else answer


def reads(talk: Talk, words: str) -> str:
    """The same, as it stands in Slack."""
    return render(says(talk, words)).text  # type: ignore[arg-type]


def shown_at(talk: Talk, kind: type) -> str:
    """Where the latest message of that kind stands."""
    return [ts for ts, one in talk.shown.items() if isinstance(one, kind)][-1]


@dataclass(frozen=True)
class Told:
    """How a record is told of, set right, and taken back, and what is read then."""

    first: str
    right: str
    holds: str
    off: str


EACH = {
    Subject.MEETING: Told("met Linn yesterday", "no, it was about maps", "about maps", "delete the meeting with Linn"),
    Subject.INTRODUCTION: Told(REQUEST, "the reason was paper", "paper", "cancel my request for Sam Tanner"),
    Subject.REMINDER: Told(
        "remind me to chase Tom on Friday", "no, make it Monday", "Mon 30 Nov", "cancel my reminder about Tom"
    ),
    Subject.LISTING: Told(
        "I do wedding photography", "no, I meant wedding cakes", "wedding cakes", "cancel my offer of wedding cakes"
    ),
    Subject.THANKS: Told(
        "thank Tom for the help with the fair", "it was for the help with the hall", "the help with the hall",
        "take back my thanks to Tom",
    ),
    Subject.REFERRAL: Told(REFERRAL, "no, it was 450 euros", "worth 450 EUR", "delete the referral from Tom"),
    Subject.PARTNERSHIP: Told(
        "Tom and I are teaming up on the bridal fair until June", "no, on the book fair", "book fair",
        "cancel the partnership with Tom",
    ),
    Subject.RECOMMENDATION: Told(
        "can't recommend Linn enough for portraits", "no, for weddings", "weddings",
        "withdraw my recommendation of Linn",
    ),
    Subject.SETTINGS: Told("pause nudges until Thursday", "no, make it Friday", "Fri 27 Nov", "cancel the pause"),
}  # fmt: skip


def test_no_kind_of_record_is_left_out() -> None:
    assert set(EACH) == records.KINDS
    assert set(SUBJECTS.values()) == records.KINDS, "each is called by some word"
    assert set(SUBJECTS) == set(Record)
    assert HELD.keys() == records.KINDS, "of each it is known whose it is"


@pytest.mark.parametrize("kind", sorted(EACH))
def test_a_record_of_any_kind_is_set_right_by_sentence_and_then_taken_back_by_its_name(
    talk: Talk, kind: Subject
) -> None:
    told = EACH[kind]
    says(talk, told.first)
    assert told.holds in reads(talk, told.right)
    if kind is not Subject.SETTINGS:  # of which the latest alone can be taken back
        says(talk, "met Priya yesterday" if kind is Subject.REMINDER else "remind me to call the bank on Friday")
    after = reads(talk, told.off)
    assert any(word in after for word in ("Taken back", "Undone", "Removed", "Withdrawn")), after
    assert "There is nothing" not in reads(talk, "put it back")


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("make it £300", "worth 300 GBP"), ("actually 450", "worth 450 EUR"), ("no, £450", "worth 450 GBP"),
        ("sorry, 450 euros not 540", "worth 450 EUR"), ("the amount was 450", "worth 450 EUR"),
        ("not 2500 but 450", "worth 450 EUR"), ("change the amount to 3k", "worth 3,000 EUR"),
        ("the client was Harbour Bakery", "Harbour Bakery"), ("change the client to Bloom & Co", "Bloom"),
        ("no, it was Harbour Bakery", "Harbour Bakery"), ("it was won", "Won"), ("she won it", "Won"),
        ("mark it as won", "Won"), ("they signed", "Won"), ("it's lost after all", "Lost"),
        ("the deal fell through", "Lost"), ("the referral from Tom was won", "Won"),
        ("Tom's referral was lost", "Lost"),
        ("the Hofmann Bakery referral is won", "Won"), ("change the referral from Tom to 900 euros", "worth 900 EUR"),
        ("no, it was about the website", "about the website"), ("it was yesterday", "Mon 23 Nov"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_referral_is_set_right(talk: Talk, words: str, holds: str) -> None:
    says(talk, REFERRAL)
    assert holds in reads(talk, words)


def test_what_became_of_a_referral_can_be_told_when_something_else_was_noted_since(talk: Talk) -> None:
    says(talk, REFERRAL)
    says(talk, "met Linn today")
    shown = says(talk, "mark it as won")
    assert isinstance(shown, ReferralShown)
    assert "Won" in render(shown).text


def test_an_offer_is_set_right_in_its_words_and_for_whom_it_is_and_has_no_last_day(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    assert "what you offer: catering for weddings" in reads(talk, "make it catering for weddings")
    assert "catering for weddings, for couples" in reads(talk, "it's for couples")
    assert "An offer has no last day" in reads(talk, "no, until Friday")
    says(talk, "met Linn today")
    noted = says(talk, "change my offer of catering to cake design")
    assert isinstance(noted, ListingNoted)
    assert (noted.listing.words, noted.listing.audience) == ("cake design", "couples")


def test_a_need_is_set_right_in_its_words_and_its_day(talk: Talk) -> None:
    says(talk, "I'm looking for a florist")
    assert "a florist, by Fri 27 Nov" in reads(talk, "until Friday")
    assert "by Mon 30 Nov" in reads(talk, "no, by Monday")
    assert "a gardener, by Mon 30 Nov" in reads(talk, "no, I meant a gardener")


def test_words_that_may_be_no_correction_change_nothing_before_a_yes(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    for words in ("it was a pity", "for small restaurants"):
        assert isinstance(talk.says("UMAYA", words), IsThatIt)
        says(talk, "no")
    assert "wedding photography" in reads(talk, "show my offers")


def test_another_person_is_another_recommendation_and_the_first_is_asked_about_no_more(talk: Talk) -> None:
    says(talk, "can't recommend Linn enough for portraits")
    noted = says(talk, "I meant Sam Tanner")
    assert isinstance(noted, RecommendationNoted)
    assert (noted.person.name, noted.topic) == ("Sam Tanner", "portraits")
    first = next(one for one in talk.shown.values() if isinstance(one, RecommendationNoted) and one != noted)
    assert not first.stands
    for _ in range(3):
        talk.clock.forward(hours=9)
        talk.work()
    asked = [item for one in talk.shown.values() if isinstance(one, Nudges) for item in one.items]
    assert len(asked) == 1, "nobody but Sam Tanner"


def test_thanks_to_the_wrong_person_are_taken_back_where_they_were_told(talk: Talk) -> None:
    says(talk, "thank Tom for the help with the fair")
    noted = says(talk, "no, I meant Linn")
    assert isinstance(noted, ThanksNoted)
    assert [one.person.name for one in noted.to] == ["Linn O'Carroll"]
    told = [one for one in talk.shown.values() if isinstance(one, ThanksReceived)]
    assert [one.thanks.undone_at is None for one in told] == [False, True]


def test_other_words_of_thanks_stand_where_they_were_told_and_are_told_once(talk: Talk) -> None:
    says(talk, "thank Tom for the help with the fair")
    says(talk, "it was for the help with the hall")
    (told,) = [one for one in talk.shown.values() if isinstance(one, ThanksReceived)]
    assert told.thanks.words == "the help with the hall"


def test_a_request_for_somebody_else_is_another_request_with_the_same_reason(talk: Talk) -> None:
    says(talk, REQUEST)
    asked = says(talk, "no, I meant Sam Okafor")
    assert isinstance(asked, IntroductionShown)
    assert asked.target
    assert (asked.target.name, asked.introduction.why) == ("Sam Okafor", "fonts")
    assert "Sam Tanner" not in reads(talk, "show my requests")


def test_a_reminder_is_set_right_in_whom_and_what_it_is_about(talk: Talk) -> None:
    says(talk, "remind me to chase Tom on Friday")
    assert isinstance(says(talk, "I meant Sam"), WhichPerson)
    noted = says(talk, "the second")
    assert isinstance(noted, ReminderNoted)
    assert [one.name for one in noted.reminder.people] == ["Sam Tanner"]
    assert "the invoice" in reads(talk, "it's about the invoice")
    assert "Fri 4 Dec" in reads(talk, "move my reminder about Sam to 4 December")


def test_a_pause_set_right_is_one_change_of_what_held_before(talk: Talk) -> None:
    says(talk, "pause nudges until Thursday")
    assert "Fri 27 Nov" in reads(talk, "no, make it Friday")
    assert "Now: at most 2 nudges a week." in reads(talk, "undo")


def test_the_request_that_is_called_off_is_the_one_for_whom_it_was_named(talk: Talk) -> None:
    says(talk, REQUEST)
    says(talk, "could somebody introduce me to Linn about prints?")
    gone = says(talk, "cancel my request for Sam Tanner")
    assert isinstance(gone, IntroductionShown)
    assert "Withdrawn" in render(gone).text
    assert "You can ask for it anew at any time." in render(gone).text
    assert gone.target
    assert gone.target.name == "Sam Tanner"
    assert "Linn" in reads(talk, "show my requests")
    assert "no such open request" in reads(talk, "cancel my request for Tom")


def test_in_the_thread_of_a_record_that_record_is_meant(talk: Talk) -> None:
    says(talk, REQUEST)
    thread = shown_at(talk, IntroductionShown)
    says(talk, "could somebody introduce me to Linn about prints?")
    gone = says(talk, "cancel this, it's not needed any more", thread)
    assert isinstance(gone, IntroductionShown)
    assert gone.target
    assert gone.target.name == "Sam Tanner"
    says(talk, "met Tom yesterday")
    met = shown_at(talk, MeetingNoted)
    says(talk, "met Linn today")
    right = says(talk, "no, it was about maps", met)
    assert isinstance(right, MeetingNoted)
    assert right.meeting.people[0].name == "Tom Berger"
    assert isinstance(says(talk, "undo that", met), MeetingUndone)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("cancel Friday's reminder", "27 Nov"), ("cancel the reminder for Monday", "30 Nov"),
        ("delete my reminder about the invoice", "30 Nov"), ("i don't need my reminder about Tom any more", "27 Nov"),
        ("please cancel the reminder to chase Tom, he rang me", "27 Nov"), ("delete the last reminder", "30 Nov"),
        ("take my reminder about Tom back", "27 Nov"), ("cancel my reminder about <@UTOM>", "27 Nov"),
    ],
)  # fmt: skip
def test_a_reminder_is_meant_by_its_day_its_person_or_its_words(talk: Talk, words: str, day: str) -> None:
    says(talk, "remind me to chase Tom on Friday")
    says(talk, "remind me to ask Linn about the invoice on Monday")
    gone = says(talk, words)
    assert isinstance(gone, ReminderNoted)
    assert gone.reminder.undone_at
    assert f"{gone.reminder.day:%-d %b}" == day


def test_of_several_that_fit_one_is_chosen_by_button_or_by_number(talk: Talk) -> None:
    says(talk, "remind me to chase Tom on Friday")
    says(talk, "remind me to call Tom on Monday")
    says(talk, "met Linn today")
    which = says(talk, "cancel my reminder about Tom")
    assert isinstance(which, WhichRecord)
    keys = [one.record.key for one in which.records if isinstance(one, Noted)]
    assert len(keys) == 2
    talk.presses("UMAYA", Button.THIS, f"{which.question}:{keys[0]}")
    assert "Mon 30 Nov" not in reads(talk, "show my reminders")
    says(talk, "remind me to write to Tom on Wednesday")
    says(talk, "met Linn yesterday")
    assert isinstance(says(talk, "cancel my reminder about Tom"), WhichRecord)
    gone = says(talk, "the second")
    assert isinstance(gone, ReminderNoted)
    assert gone.reminder.undone_at


def test_whoever_does_not_choose_changes_nothing(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    says(talk, "I do portraits")
    says(talk, "met Linn today")
    which = says(talk, "cancel my offer")
    assert isinstance(which, WhichRecord)
    talk.presses("UMAYA", Button.THIS, f"{which.question}:meeting:1")  # a button that we never made
    talk.presses("UMAYA", Button.NEVER_MIND, which.question)
    (closed,) = (one for one in talk.shown.values() if isinstance(one, QuestionClosed) and one.ending is Ending.DROPPED)
    assert "Nothing was done" in render(closed).text
    assert "portraits" in reads(talk, "show my offers")


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("cancel my offer of portraits", "no such offer"), ("cancel my need for a florist", "no such need"),
        ("cancel my reminder about Linn", "no such reminder"), ("delete the meeting with Tom", "no such meeting"),
        ("cancel the partnership with Sam", "no such partnership"),
        ("delete the referral from Sam", "no such referral"),
        ("withdraw my recommendation of Linn", "no such recommendation"),
        ("take back my thanks to Linn", "no such thanks"),
        ("cancel the pause", "no such change"),
    ],
)  # fmt: skip
def test_where_nothing_fits_that_is_said_with_a_way_on(talk: Talk, words: str, refused: str) -> None:
    says(talk, "remind me to chase Tom on Friday")
    answer = says(talk, words)
    assert isinstance(answer, Refusal)
    assert refused in answer.why


def test_a_need_that_is_no_need_any_more_is_removed_and_other_talk_of_needs_is_not_taken_for_one(talk: Talk) -> None:
    says(talk, "I'm looking for a florist")
    says(talk, "met Linn today")
    assert isinstance(says(talk, "I no longer need a florist"), ListingRemoved)
    assert not isinstance(says(talk, "I don't need anything"), ListingRemoved)


def test_a_meeting_is_called_off_in_a_calendar_so_whether_its_note_is_to_go_is_asked(talk: Talk) -> None:
    says(talk, "met Tom yesterday about maps")
    says(talk, "met Linn today")
    assert isinstance(says(talk, "cancel the meeting with Tom"), WhichRecord)
    assert isinstance(says(talk, "yes"), MeetingUndone)
    says(talk, "met Sam Tanner today")
    assert isinstance(says(talk, "cancel that"), MeetingUndone)


def test_a_partnership_that_both_agreed_on_ends_and_stays_in_the_list(talk: Talk) -> None:
    noted = says(talk, "Tom and I are teaming up on the bridal fair until June")
    assert isinstance(noted, PartnershipShown)
    talk.presses("UTOM", Button.CONFIRM, f"partnership:{noted.partnership.id}")
    says(talk, "met Linn today")
    over = says(talk, "cancel the partnership with Tom")
    assert isinstance(over, PartnershipShown)
    assert over.partnership.ended_on
    assert not over.partnership.undone_at
    goes_on = says(talk, "undo that")
    assert isinstance(goes_on, PartnershipShown)
    assert not goes_on.partnership.ended_on


def test_undo_means_the_last_record_where_what_was_called_off_goes_on_by_a_form(talk: Talk) -> None:
    noted = says(talk, "Tom and I are teaming up on the bridal fair until June")
    assert isinstance(noted, PartnershipShown)
    talk.presses("UTOM", Button.CONFIRM, f"partnership:{noted.partnership.id}")
    says(talk, "met Linn today")
    over = says(talk, "cancel the partnership with Tom")
    assert isinstance(over, PartnershipShown)
    fields = {"aim": "the bridal fair", "formality": "informal", "until": "2027-12-31"}
    assert talk.submits("UMAYA", "partnership", over.partnership.id, over.partnership.version, **fields) is None
    assert isinstance(says(talk, "undo that"), MeetingUndone)


def test_cancel_that_takes_back_what_was_written_down_last_and_not_an_open_request(talk: Talk) -> None:
    says(talk, REQUEST)
    says(talk, "met Linn today")
    assert isinstance(says(talk, "wait, cancel that"), MeetingUndone)
    assert isinstance(says(talk, "pause nudges until Thursday"), SettingsNoted)
    assert "Sam Tanner" in reads(talk, "show my requests")


def test_what_is_clearly_something_else_is_no_correction(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    assert isinstance(says(talk, "no more nudges please"), SettingsNoted)
    says(talk, "I do portraits")
    assert isinstance(says(talk, "It was Sam Tanner who introduced me to Tom back in 2023"), IntroductionShown)
    says(talk, "I do posters")
    says(talk, "sorry for the noise, wrong channel")
    assert "posters" in reads(talk, "show my offers")
    assert "the noise" not in reads(talk, "show my offers")


@pytest.mark.parametrize(
    ("first", "words", "holds"),
    [
        ("I sent Tom a client, Hofmann Bakery", "change the referral to Tom to 450 euros", "worth 450 EUR"),
        ("I sent Tom a client, Hofmann Bakery", "change the referral to 450 euros", "worth 450 EUR"),
        ("I sent Tom a client, Hofmann Bakery", "change the referral to Linn to 450 euros", "no such referral"),
        ("thank Tom for the help with the fair", "change my thanks to Tom to Linn", "you thank Linn"),
        ("I offer work as a photographer", "change my offer of work as a photographer to cakes", "offer: cakes"),
        ("I do wedding photography", "change my offer to catering to schools", "catering to schools"),
    ],
)
def test_a_record_that_is_named_with_to_is_told_apart_from_what_is_new(
    talk: Talk, first: str, words: str, holds: str
) -> None:
    says(talk, first)
    after = reads(talk, words)
    assert holds in after
    assert "Tom to" not in after


def test_another_client_in_the_place_of_a_named_referrals_is_asked_about_first(talk: Talk) -> None:
    says(talk, "I sent Tom a client, Hofmann Bakery")
    asked = talk.says("UMAYA", "change the referral to Tom to Harbour Bakery")
    assert isinstance(asked, IsThatIt)
    assert asked.said.client == "Harbour Bakery"


def test_who_is_taken_out_of_a_meeting_or_reminder_leaves_the_others_in_it(talk: Talk) -> None:
    says(talk, "met Linn and Tom yesterday about maps")
    says(talk, "remind me to call Tom and Linn on Friday")
    met = says(talk, "remove Tom from yesterday's meeting")
    assert isinstance(met, MeetingNoted)
    assert ([one.name for one in met.meeting.people], met.meeting.topic) == (["Linn O'Carroll"], "maps")
    noted = says(talk, "please take Linn out of my reminder about Tom")
    assert isinstance(noted, ReminderNoted)
    assert [one.name for one in noted.reminder.people] == ["Tom Berger"]
    assert "Nobody would be left" in reads(talk, "remove Tom from my reminder")
    assert "stand in it" in reads(talk, "remove Sam Tanner from the meeting with Linn")
    assert "no such meeting" in reads(talk, "remove Linn from the meeting with Tom")


def test_whom_several_records_have_is_taken_out_of_none_before_it_is_clear_which(talk: Talk) -> None:
    says(talk, "met Linn and Tom yesterday")
    says(talk, "met Sam Tanner and Tom on Friday")
    says(talk, "remind me to call the bank on Friday")
    assert "several of your records" in reads(talk, "remove Tom from the meeting")
    met = says(talk, "remove Tom from the meeting with Linn")
    assert isinstance(met, MeetingNoted)
    assert [one.name for one in met.meeting.people] == ["Linn O'Carroll"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Subject.THANKS, "delete the fair from my thanks to Tom"),
        (Subject.THANKS, "delete the line about the fair in my thanks to Tom"),
        (Subject.PARTNERSHIP, "remove the end date from our partnership with Tom"),
        (Subject.MEETING, "remove the photo from the meeting"),
        (Subject.LISTING, "scratch the word wedding in my offer"),
    ],
)
def test_anything_else_is_taken_out_by_hand_and_the_record_stays(talk: Talk, kind: Subject, words: str) -> None:
    says(talk, EACH[kind].first)
    answer = says(talk, words)
    assert isinstance(answer, Refusal)
    assert "Press Edit" in answer.why
    assert "Undone" in (after := reads(talk, "undo")) or "Taken back" in after or "Removed" in after


def test_what_was_never_needed_is_said_to_be_no_need_and_an_offer_stays(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    assert "no such need" in reads(talk, "I no longer need photography")
    assert "wedding photography" in reads(talk, "show my offers")
    says(talk, "could somebody introduce me to a florist?")
    says(talk, "for the fair")
    assert isinstance(talk.says("UMAYA", "I no longer need a florist"), IsThatIt), "a request cannot be put back"
    assert "Withdrawn" in reads(talk, "yes")


def test_won_and_lost_are_left_again_only_by_words_that_say_so(talk: Talk) -> None:
    says(talk, REFERRAL)
    assert "Won" in reads(talk, "it was won")
    for words in ("I talked to him", "he said no"):
        assert isinstance(talk.says("UMAYA", words), IsThatIt)
        says(talk, "no")
    assert "Lost" in reads(talk, "no, it was lost")
    assert "Lost" not in reads(talk, "it's still open")
    talked = talk.says("UMAYA", "I talked to him")
    assert isinstance(talked, ReferralShown), "of a referral that is open it is clear"


@pytest.mark.parametrize("words", ["no, on 31 February", "no, it was the 31st of February"])
@pytest.mark.parametrize("kind", sorted(EACH))
def test_a_day_that_is_in_no_calendar_sets_nothing_right(talk: Talk, kind: Subject, words: str) -> None:
    says(talk, EACH[kind].first)
    answer = says(talk, words)
    assert isinstance(answer, Refusal)
    assert "no such day" in answer.why


@pytest.mark.parametrize("words", ["no, -5", "no, it was -5 euros", "make it -€5", "make it +5"])
def test_a_figure_with_a_sign_is_no_sum_and_no_client(talk: Talk, words: str) -> None:
    says(talk, REFERRAL)
    assert not isinstance(talk.says("UMAYA", words), ReferralShown | IsThatIt)


@pytest.mark.parametrize("words", ["make it wedding cakes", "no, I meant wedding cakes", "it's for couples"])
def test_other_words_of_what_others_read_are_asked_about_first(talk: Talk, words: str) -> None:
    says(talk, "I do wedding photography")
    assert isinstance(talk.says("UMAYA", words), IsThatIt)
