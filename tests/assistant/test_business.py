"""Referrals and partnerships: who says what, who confirms it, and what each of the two reads."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.business.money import Money
from assistant.business.record import State, Word
from assistant.facts import Person
from assistant.ids import ReferralId
from assistant.phrases.frame import Formality, Intent
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety
from assistant.reply import (
    Exchange,
    ExchangeWindow,
    IsThatIt,
    Message,
    Nudges,
    Numbers,
    PartnershipForm,
    Partnerships,
    PartnershipShown,
    ReferralForm,
    ReferralShown,
    Refusal,
    TotalsWindow,
    WhichRecord,
)
from assistant.said import Surface
from handlers.views import render
from handlers.views.help import BUSINESS
from tests.assistant.conftest import HERE, Talk

BAKERY = "Tom sent me a client, Hofmann Bakery, worth €2,500"
FAIR = "Maya and I are teaming up on the bridal fair until 30 June"


def says(talk: Talk, account: str, words: str) -> Message:
    """The answer; where Wellmet asks whether that was meant, it was."""
    answer = talk.says(account, words)
    if isinstance(answer, IsThatIt):
        talk.presses(account, "meant", f"{answer.question}:1")
        answer = list(talk.shown.values())[-1]
    return answer


def later(talk: Talk) -> None:
    """The next morning: whose word is wanted is asked then, with whatever else is to be said."""
    talk.clock.forward(days=1)
    talk.work()


def to(talk: Talk, account: str) -> list[Message]:
    """Everything about business that stands in somebody's conversation."""
    return [one for one in talk.shown.values() if any(it.reader.account == account for it in about(one))]


def about(message: Message) -> list[ReferralShown | PartnershipShown]:
    """The records that a message shows."""
    parts = [one.item for one in message.items] if isinstance(message, Nudges) else [message]
    return [one for one in parts if isinstance(one, ReferralShown | PartnershipShown)]


def text(talk: Talk, account: str) -> str:
    """All that somebody reads of business now."""
    return "\n".join(render(one).text for one in to(talk, account))


def referral(talk: Talk, account: str) -> ReferralShown:
    shown = about(to(talk, account)[-1])[0]
    assert isinstance(shown, ReferralShown)
    return shown


def partnership(talk: Talk, account: str) -> PartnershipShown:
    shown = about(to(talk, account)[-1])[0]
    assert isinstance(shown, PartnershipShown)
    return shown


@pytest.fixture
def asked(talk: Talk) -> Talk:
    """Tom sent Maya a client; she writes it down, and he is asked."""
    says(talk, "UMAYA", BAKERY)
    later(talk)
    return talk


@pytest.fixture
def confirmed(asked: Talk) -> Talk:
    asked.presses("UTOM", "confirm", "referral:1")
    return asked


def test_a_referral_is_read_back_and_the_other_side_is_asked_once(talk: Talk) -> None:
    shown = says(talk, "UMAYA", BAKERY)
    assert isinstance(shown, ReferralShown)
    assert shown.referral.facts.money == Money(Decimal("2500.00"), "EUR")
    said = render(shown).text
    assert "Noted: Tom Berger sent you a client, Hofmann Bakery, worth 2,500 EUR, on Tue 24 Nov 2026." in said
    assert "I assumed the day" in said
    assert "Not confirmed yet" in said
    assert to(talk, "UTOM") == []
    later(talk)
    (question,) = to(talk, "UTOM")
    said = render(question).text
    assert "Maya Patel noted that you sent them a client, Hofmann Bakery, worth 2,500 EUR" in said
    talk.clock.forward(days=40)
    talk.work()
    assert len(to(talk, "UTOM")) == 1


def test_a_slip_taken_back_at_once_is_read_by_nobody_else(talk: Talk) -> None:
    says(talk, "UMAYA", BAKERY)
    says(talk, "UMAYA", "undo that")
    later(talk)
    assert to(talk, "UTOM") == []
    assert "Undone: Tom Berger sent you a client" in text(talk, "UMAYA")


def test_what_was_assumed_is_told_to_the_author_alone_and_an_edit_shows_to_both(confirmed: Talk) -> None:
    assert "I assumed the day" in text(confirmed, "UMAYA")
    assert "I assumed" not in text(confirmed, "UTOM")
    assert "Edited." not in text(confirmed, "UMAYA")
    confirmed.presses("UTOM", "won", "referral:1")
    assert "Edited." not in text(confirmed, "UMAYA"), "what became of it is no edit"
    version = referral(confirmed, "UMAYA").referral.version
    fields = {"client": "Harbour Bakery", "amount": "2500", "currency": "EUR", "day": "2026-11-24", "state": "won"}
    assert confirmed.submits("UMAYA", "referral", 1, version, **fields) is None
    later(confirmed)
    confirmed.presses("UTOM", "confirm", "referral:1")
    assert "Edited. Confirmed by you both." in text(confirmed, "UMAYA")
    assert "Edited. Confirmed by you both." in text(confirmed, "UTOM")


def test_confirmed_both_read_so_and_pressing_twice_is_pressing_once(asked: Talk) -> None:
    asked.presses("UTOM", "confirm", "referral:1")
    before = dict(asked.shown)
    asked.presses("UTOM", "confirm", "referral:1")
    assert asked.shown == before
    assert "Confirmed by you both" in text(asked, "UMAYA")
    assert "Confirmed by you both" in text(asked, "UTOM")


def test_either_tells_what_became_of_it_once_it_is_confirmed(asked: Talk) -> None:
    refused = asked.presses("UTOM", "won", "referral:1")
    assert isinstance(refused, Refusal)
    asked.presses("UTOM", "confirm", "referral:1")
    asked.presses("UTOM", "won", "referral:1")
    assert referral(asked, "UMAYA").referral.state is State.WON
    asked.presses("UMAYA", "lost", "referral:1")
    assert "nothing came of it" in text(asked, "UTOM")


def test_not_mine_leaves_the_authors_own_note_and_can_be_thought_over(asked: Talk) -> None:
    asked.presses("UTOM", "not_mine", "referral:1")
    assert "Tom Berger says that this isn't theirs" in text(asked, "UMAYA")
    asked.presses("UTOM", "confirm", "referral:1")
    assert referral(asked, "UMAYA").referral.word is Word.CONFIRMED


def test_what_the_other_sets_right_is_the_authors_to_confirm(asked: Talk) -> None:
    form = asked.presses("UTOM", "not_right", "referral:1")
    assert isinstance(form, ReferralForm)
    assert form.referral
    fields = {
        "client": "Hofmann Bakery",
        "amount": "2.800",
        "currency": "eur",
        "day": "2026-11-24",
        "state": "contacted",
    }
    assert asked.submits("UTOM", "referral", 1, form.referral.version, **fields) is None
    later(asked)
    said = text(asked, "UMAYA")
    assert "Tom Berger set right what you noted: they sent you a client, Hofmann Bakery, worth 2,800 EUR" in said
    asked.presses("UMAYA", "confirm", "referral:1")
    assert referral(asked, "UTOM").referral.word is Word.CONFIRMED
    assert referral(asked, "UTOM").referral.facts.money == Money(Decimal("2800.00"), "EUR")


def test_a_change_of_what_was_confirmed_is_asked_anew_and_a_state_is_not(confirmed: Talk) -> None:
    version = referral(confirmed, "UMAYA").referral.version
    fields = {"client": "Hofmann Bakery", "amount": "2500", "currency": "EUR", "day": "2026-11-24", "state": "won"}
    assert confirmed.submits("UMAYA", "referral", 1, version, **fields) is None
    assert referral(confirmed, "UTOM").referral.word is Word.CONFIRMED
    assert confirmed.submits("UMAYA", "referral", 1, version, **fields) is not None, "it was changed meanwhile"
    version = referral(confirmed, "UMAYA").referral.version
    assert confirmed.submits("UMAYA", "referral", 1, version, **fields | {"amount": "9,000.50"}) is None
    before = len(to(confirmed, "UTOM"))
    later(confirmed)
    assert len(to(confirmed, "UTOM")) == before + 1
    assert "worth 9,000.50 EUR" in render(to(confirmed, "UTOM")[-1]).text


@pytest.mark.parametrize(
    ("field", "value", "says_so"),
    [("amount", "a lot", "A sum like"), ("currency", "€", "Three letters"), ("day", "2026-12-24", "still to come")],
)
def test_a_form_says_what_is_wrong_under_its_field(asked: Talk, field: str, value: str, says_so: str) -> None:
    fields = {"client": "Hofmann", "amount": "1", "currency": "EUR", "day": "2026-11-24", "state": "sent", field: value}
    wrong = asked.submits("UMAYA", "referral", 1, 1, **fields)
    assert wrong
    ((under, sentence),) = wrong.errors
    assert (under, says_so in sentence) == (field, True)


def test_told_from_both_sides_it_is_one_referral_and_confirmed(asked: Talk) -> None:
    shown = says(asked, "UTOM", "I sent Maya a client, Hofmann Bakery, worth €2,500")
    assert isinstance(shown, ReferralShown)
    assert (shown.referral.id, shown.referral.word) == (1, Word.CONFIRMED)
    assert "Confirmed by you both" in text(asked, "UMAYA")


@pytest.mark.parametrize("amount", ["2500", "2900"], ids=["confirmed", "set right"])
def test_what_became_of_it_is_kept_from_the_form_that_tells_of_it_from_the_other_side(asked: Talk, amount: str) -> None:
    with asked.memory.read(HERE) as ledger:
        maya = ledger.referrals.get(ReferralId(1)).author  # type: ignore[union-attr]  # it was written down
    fields = {"with": f"p:{maya}", "direction": "sent", "client": "Hofmann Bakery", "amount": amount, "currency": "EUR"}
    assert asked.submits("UTOM", "referral", day="2026-11-24", state="won", **fields) is None
    with asked.memory.read(HERE) as ledger:
        told = ledger.referrals.get(ReferralId(1))
        assert told
        assert told.state is State.WON
        assert ledger.referrals.get(ReferralId(2)) is None


def test_told_from_both_sides_with_another_sum_it_is_asked_back(asked: Talk) -> None:
    says(asked, "UTOM", "I sent Maya a client, Hofmann Bakery, worth €2,900")
    later(asked)
    assert "set right what you noted" in text(asked, "UMAYA")
    assert "2,900 EUR" in text(asked, "UMAYA")


def test_a_sum_without_a_currency_is_shown_so_and_counts_nowhere(talk: Talk) -> None:
    shown = says(talk, "UMAYA", "Tom sent me a client, Hofmann Bakery, worth 2500")
    assert "2,500 (currency not said)" in render(shown).text
    assert "In which currency?" in render(shown).text
    talk.presses("UMAYA", "won", "referral:1")
    totals = talk.presses("UMAYA", "totals", "")
    assert isinstance(totals, TotalsWindow)
    assert [line.received.sums for line in totals.totals.people] == [()]


def test_the_workspaces_currency_is_taken_and_said_to_be_assumed(talk: Talk) -> None:
    with talk.memory.write(HERE) as ledger:
        ledger.preferences.settle(type(ledger.preferences.workspace())(currency="GBP"))
    shown = says(talk, "UMAYA", "Tom sent me a client, Hofmann Bakery, worth 2500")
    assert "worth 2,500 GBP" in render(shown).text
    assert "I assumed GBP" in render(shown).text


def test_a_contact_cannot_confirm_and_nobody_is_asked(talk: Talk) -> None:
    question = says(talk, "UMAYA", "Rosa Lind sent me a client, Hofmann Bakery, worth €300")
    talk.presses("UMAYA", "add_contact", question.question)  # type: ignore[union-attr]
    shown = referral(talk, "UMAYA")
    assert shown.referral.word is Word.OWN
    assert "Rosa Lind has no account here" in render(shown).text
    later(talk)
    assert {it.reader.account for one in talk.shown.values() for it in about(one)} == {"UMAYA"}


@pytest.mark.parametrize("button", ["confirm", "not_right", "not_mine", "won", "edit", "undo", "restore"])
def test_nobody_else_can_do_anything_about_it_nor_learn_of_it(confirmed: Talk, button: str) -> None:
    other = confirmed.presses("ULINN", button, "referral:1")
    nothing = confirmed.presses("ULINN", button, "referral:999")
    assert isinstance(other, Refusal)
    assert other == nothing


def test_only_its_author_takes_it_back_and_both_see_that(confirmed: Talk) -> None:
    assert isinstance(confirmed.presses("UTOM", "undo", "referral:1"), Refusal)
    confirmed.presses("UMAYA", "undo", "referral:1")
    assert "Maya Patel has taken back" in text(confirmed, "UTOM")
    assert "Hofmann" not in text(confirmed, "UTOM")
    confirmed.presses("UMAYA", "restore", "referral:1")
    assert "Confirmed by you both" in text(confirmed, "UTOM")


def test_the_last_one_is_set_right_by_a_sentence(talk: Talk) -> None:
    says(talk, "UMAYA", BAKERY)
    shown = says(talk, "UMAYA", "no, it was yesterday")
    assert isinstance(shown, ReferralShown)
    assert shown.referral.facts.when.start == date(2026, 11, 23)


def test_with_another_person_it_is_another_referral_and_the_first_is_taken_back(asked: Talk) -> None:
    assert isinstance(says(asked, "UMAYA", "no, it was Linn"), WhichRecord), "it was noted hours ago"
    shown = says(asked, "UMAYA", "yes")
    assert isinstance(shown, ReferralShown)
    assert shown.other.name == "Linn O'Carroll"
    assert shown.referral.facts.client == "Hofmann Bakery"
    assert text(asked, "UTOM") == ""
    later(asked)
    assert "Hofmann Bakery" in text(asked, "ULINN")


@pytest.mark.parametrize("words", ["Tom sent Linn a client, Hofmann Bakery", "I sent a client to Tom and Linn"])
def test_what_is_not_ones_own_or_not_one_at_a_time_is_refused(talk: Talk, words: str) -> None:
    assert not isinstance(says(talk, "UMAYA", words), ReferralShown)


def test_numbers_are_by_person_and_month_and_never_across_currencies(talk: Talk) -> None:
    for words in (
        BAKERY,
        "Tom sent me a client, Meyer, worth £100",
        "I sent Linn a client, Acme, worth €7,000",
        "Linn sent me a client, Globex",
    ):
        says(talk, "UMAYA", words)
    for number in (1, 2, 3):
        talk.presses("UMAYA", "won", f"referral:{number}")
    shown = says(talk, "UMAYA", "my stats for 2026")
    assert isinstance(shown, Numbers)
    said = render(shown).text
    assert "Tom Berger: received 2 referrals, 2 won: 2,500 EUR and 100 GBP (2 not confirmed)" in said
    assert "Linn O'Carroll: received 1 referral (1 not confirmed); sent 1 referral, 1 won: 7,000 EUR" in said
    assert said.index("Linn") < said.index("Tom"), "by name, whoever sent more"
    assert "November 2026: received 3 referrals" in said
    theirs = says(talk, "UTOM", "my stats for 2026")
    assert isinstance(theirs, Numbers)
    assert theirs.business is None, "what one side says alone counts for that side alone"


def test_a_partnership_is_noted_confirmed_and_listed_for_both(talk: Talk) -> None:
    shown = says(talk, "UTOM", FAIR)
    assert isinstance(shown, PartnershipShown)
    assert "you and Maya Patel are partners, for: the bridal fair, until Wed 30 Jun 2027" in render(shown).text
    assert "I take it as informal" in render(shown).text
    later(talk)
    assert "Tom Berger noted that you two are partners" in text(talk, "UMAYA")
    talk.presses("UMAYA", "confirm", "partnership:1")
    listed = says(talk, "UMAYA", "who am I partnered with")
    assert isinstance(listed, Partnerships)
    assert "You and Tom Berger are partners, for: the bridal fair" in render(listed).text


@pytest.mark.parametrize(
    "words",
    [
        "renew my partnership with Maya until December 2027", "Maya and I are partners until December 2027",
        "make my partnership with Maya until December 2027",
    ],
)  # fmt: skip
def test_another_end_is_the_new_end_and_the_other_one_is_asked_again(talk: Talk, words: str) -> None:
    says(talk, "UTOM", FAIR)
    later(talk)
    talk.presses("UMAYA", "confirm", "partnership:1")
    said = render(says(talk, "UTOM", words)).text
    assert "for: the bridal fair, until Fri 31 Dec 2027" in said
    assert "told me already" not in said
    assert "Not confirmed yet" in said
    assert "told me already" in render(says(talk, "UTOM", words.replace("renew", "please renew"))).text


@pytest.mark.parametrize(
    "words",
    [
        "give and receive with Tom", "Give & take with Tom Berger", "show giving and receiving with <@UTOM>",
        "what have I given Tom?", "what has Tom given me so far?", "what did I do for Tom this year?",
        "what have Tom and I done for each other?",
    ],
)  # fmt: skip
def test_give_and_receive_is_asked_for_in_words(talk: Talk, words: str) -> None:
    says(talk, "UMAYA", BAKERY)
    shown = says(talk, "UMAYA", words)
    assert isinstance(shown, Exchange)
    assert "They sent you 1 referral" in render(shown).text


@pytest.mark.parametrize("words", ["what have I done for the fair?", "what did it give me?", "give and take with me"])
def test_what_names_nobody_is_no_giving_and_receiving(talk: Talk, words: str) -> None:
    assert not isinstance(talk.says("UMAYA", words), Exchange | Refusal)


def test_both_telling_of_it_make_one_partnership(talk: Talk) -> None:
    says(talk, "UTOM", FAIR)
    shown = says(talk, "UMAYA", "Tom and I are teaming up on the bridal fair")
    assert isinstance(shown, PartnershipShown)
    assert (shown.partnership.id, shown.partnership.word) == (1, Word.CONFIRMED)
    again = says(talk, "UMAYA", "Tom and I are teaming up on the bridal fair this year")
    assert "You told me already" in render(again).text


def test_one_with_an_organisation_is_ones_own_note(talk: Talk) -> None:
    shown = says(talk, "UMAYA", "we signed a contract with Northwind for menus until 31 December")
    assert isinstance(shown, PartnershipShown)
    assert (shown.partnership.other, shown.partnership.word) == (None, Word.OWN)
    assert shown.partnership.facts.formality is Formality.FORMAL
    assert "It stands as your own note" in render(shown).text


def test_a_formal_one_is_asked_about_three_weeks_before_its_end_by_both_and_once(talk: Talk) -> None:
    says(talk, "UTOM", "signed a contract with Maya for the bridal fair until 30 June")
    later(talk)
    talk.presses("UMAYA", "confirm", "partnership:1")
    before = (len(to(talk, "UTOM")), len(to(talk, "UMAYA")))
    talk.clock.moment = talk.clock.moment.replace(year=2027, month=6, day=7)
    talk.work()
    assert (len(to(talk, "UTOM")), len(to(talk, "UMAYA"))) == before
    talk.clock.forward(days=3)
    talk.work()
    assert (len(to(talk, "UTOM")), len(to(talk, "UMAYA"))) == (before[0] + 1, before[1] + 1)
    assert "This ends soon: you and Tom Berger" in render(to(talk, "UMAYA")[-1]).text
    talk.clock.forward(days=30)
    talk.work()
    assert len(to(talk, "UTOM")) == before[0] + 1


def test_a_renewal_is_confirmed_by_the_other_and_asked_about_at_its_own_end(talk: Talk) -> None:
    says(talk, "UTOM", "signed a contract with Maya for the bridal fair until 30 June")
    later(talk)
    talk.presses("UMAYA", "confirm", "partnership:1")
    form = talk.presses("UTOM", "renew_partnership", "partnership:1")
    assert isinstance(form, PartnershipForm)
    assert form.partnership
    fields = {"aim": "the bridal fair", "formality": "formal", "until": "2027-12-31"}
    assert talk.submits("UTOM", "partnership", 1, form.partnership.version, **fields) is None
    later(talk)
    talk.presses("UMAYA", "confirm", "partnership:1")
    before = len(to(talk, "UMAYA"))
    talk.clock.moment = talk.clock.moment.replace(year=2027, month=6, day=20)
    talk.work()
    assert len(to(talk, "UMAYA")) == before
    talk.clock.moment = talk.clock.moment.replace(year=2027, month=12, day=13)
    talk.work()
    assert len(to(talk, "UMAYA")) == before + 1


def test_an_ended_one_is_kept_and_can_go_on(talk: Talk) -> None:
    says(talk, "UTOM", FAIR)
    talk.presses("UTOM", "end_partnership", "partnership:1")
    assert "Ended: you and Maya Patel" in text(talk, "UTOM")
    listed = says(talk, "UTOM", "who am I partnered with")
    assert "ended on Tue 24 Nov 2026" in render(listed).text
    version = partnership(talk, "UTOM").partnership.version
    fields = {"aim": "the bridal fair", "formality": "informal", "until": "2027-08-01"}
    assert talk.submits("UTOM", "partnership", 1, version, **fields) is None
    assert partnership(talk, "UTOM").partnership.ended_on is None


def test_give_and_receive_is_between_two_and_from_what_the_reader_may_know(confirmed: Talk) -> None:
    confirmed.presses("UMAYA", "won", "referral:1")
    says(confirmed, "UMAYA", "Tom introduced me to Linn last week")
    maya, tom, linn = (_person(confirmed, one) for one in ("UMAYA", "UTOM", "ULINN"))
    window = confirmed.presses("UMAYA", "exchange", tom.id)
    assert isinstance(window, ExchangeWindow)
    received = {kind.kind: [deed.words for deed in kind.received] for kind in window.exchange.deeds}
    assert received["introductions"] == ["Linn O'Carroll"]
    assert window.exchange.referrals_received.sums == (Money(Decimal("2500.00"), "EUR"),)
    his = confirmed.presses("UTOM", "exchange", maya.id)
    assert isinstance(his, ExchangeWindow)
    assert his.exchange.referrals_sent.times == 1
    given = {kind.kind: kind.given for kind in his.exchange.deeds}
    assert given["introductions"] == (), "what Maya logged is her own note"
    hers = confirmed.presses("ULINN", "exchange", tom.id)
    assert isinstance(hers, ExchangeWindow)
    assert hers.exchange.referrals_received.times == 0
    assert isinstance(confirmed.presses("UMAYA", "exchange", maya.id), Refusal)
    assert linn.id not in (maya.id, tom.id)


def test_the_card_has_what_is_between_the_two_and_nothing_of_others(confirmed: Talk) -> None:
    confirmed.presses("UMAYA", "won", "referral:1")
    says(confirmed, "UMAYA", "Tom and I are teaming up on the bridal fair until 30 June")
    hers = render(says(confirmed, "UMAYA", "who is Tom")).text
    assert "They sent you 1 referral, 1 won: 2,500 EUR." in hers
    assert "Partners, for: the bridal fair, until Wed 30 Jun 2027 (your own note)." in hers
    assert "You sent them 1 referral" in render(says(confirmed, "UTOM", "who is Maya")).text
    linns = render(says(confirmed, "ULINN", "who is Tom")).text
    assert "referral" not in linns
    assert "2,500" not in linns


@pytest.mark.parametrize(
    "words",
    ["What did Tom send me this year?", "what business has @Tom sent me in November", "how much did tom send my way"],
)
def test_what_somebody_sent_is_told_one_by_one_and_added_up_for_the_two_alone(confirmed: Talk, words: str) -> None:
    confirmed.presses("UMAYA", "won", "referral:1")
    told = render(confirmed.says("UMAYA", words.replace("@Tom", "<@UTOM>"))).text
    assert "Tom Berger sent you a client, Hofmann Bakery, worth 2,500 EUR, on Tue 24 Nov 2026 (won)." in told
    assert "They sent you 1 referral, 1 won: 2,500 EUR." in told
    his = render(confirmed.says("UTOM", "What have I sent Maya?")).text
    assert "You sent them 1 referral, 1 won: 2,500 EUR." in his
    assert "No referrals between you and Tom Berger" in render(confirmed.says("ULINN", words.replace("@", ""))).text
    assert "No referrals" in render(confirmed.says("UMAYA", "what did Tom send me last year?")).text


def test_recommendations_stand_in_give_and_receive_the_others_once_they_are_shown(confirmed: Talk) -> None:
    tom, maya = _person(confirmed, "UTOM"), _person(confirmed, "UMAYA")
    says(confirmed, "UTOM", "I recommend Maya for portraits")

    def stands(account: str, other: Person) -> tuple[list[str], list[str]]:
        shown = confirmed.presses(account, "exchange", other.id)
        assert isinstance(shown, ExchangeWindow)
        (both,) = (one for one in shown.exchange.deeds if one.kind == "recommendations")
        return [deed.words for deed in both.given], [deed.words for deed in both.received]

    assert stands("UTOM", maya) == (["portraits"], [])
    assert stands("UMAYA", tom) == ([], []), "nobody has agreed to have it shown"
    confirmed.presses("UMAYA", "recommend_yes", 1)
    assert stands("UMAYA", tom) == ([], ["portraits"])


@pytest.mark.parametrize("sentence", BUSINESS)
def test_the_examples_of_business_in_help_work(talk: Talk, sentence: str) -> None:
    with talk.memory.read(HERE) as ledger:
        read = understand(Heard(sentence, Surface.DM, talk.clock.now().replace(tzinfo=None)), ledger.people.directory())
    assert read.surety is Surety.ACT
    assert read.frame.intent in (Intent.LOG_REFERRAL, Intent.RECORD_PARTNERSHIP, Intent.SHOW)


def _person(talk: Talk, account: str) -> Person:
    with talk.memory.read(HERE) as ledger:
        found = ledger.people.by_account(account)  # type: ignore[arg-type]
    assert found
    return found
