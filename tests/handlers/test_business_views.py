"""Referrals and partnerships in words: whatever people typed into them, and in no order of how much."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.business.given import Deed, Deeds, Exchange
from assistant.business.money import Money
from assistant.business.record import Partnership, PartnershipFacts, Referral, ReferralFacts, State, Word
from assistant.business.totals import Tally, summed
from assistant.facts import Grain, Kind, Person, Span, When
from assistant.ids import NudgeId, PartnershipId, PersonId, ReferralId
from assistant.nudges.record import Deed as NudgeDeed
from assistant.nudges.record import Nudge
from assistant.nudges.record import State as NudgeState
from assistant.phrases.frame import Formality
from assistant.reply import (
    BusinessAtHome,
    ExchangeWindow,
    Home,
    Message,
    Nudges,
    NudgeShown,
    Numbers,
    OpenForm,
    PartnershipForm,
    Partnerships,
    PartnershipShown,
    ReferralForm,
    ReferralShown,
    TotalsWindow,
    WithWhomForm,
)
from handlers.views import home, open_form, render
from playground.rules import faults_of_view
from tests.handlers.test_views import DAYS, ME, MONDAY, SLOW, SURE, TYPED, WHENS, WRITTEN, harmless, sound

SUMS = st.builds(Money, st.decimals(0, 10**11, places=2), st.sampled_from(("", "EUR", "JPY", "KWD")))
OTHER = PersonId(77)
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
SIDES = {"author": st.sampled_from((ME.id, OTHER)), "writer": st.sampled_from((ME.id, OTHER))}
REFERRALS = st.builds(
    Referral,
    id=st.integers(1, 10**12).map(ReferralId),
    other=st.just(OTHER),
    word=st.sampled_from(Word),
    written_at=st.just(WRITTEN),
    undone_at=st.sampled_from((None, WRITTEN)),
    referrer=st.just(ME.id),
    receiver=st.just(OTHER),
    facts=st.builds(
        ReferralFacts, WHENS, TYPED, TYPED, st.none() | SUMS, st.frozensets(st.sampled_from(("when", "currency")))
    ),
    state=st.sampled_from(State),
    **SIDES,
)
PARTNERSHIPS = st.builds(
    Partnership,
    id=st.integers(1, 10**12).map(PartnershipId),
    other=st.just(OTHER),
    word=st.sampled_from(Word),
    written_at=st.just(WRITTEN),
    undone_at=st.sampled_from((None, WRITTEN)),
    facts=st.builds(
        PartnershipFacts,
        TYPED,
        TYPED,
        TYPED,
        st.none() | st.sampled_from(Formality),
        st.none() | DAYS,
        st.none() | DAYS,
    ),
    ended_on=st.none() | DAYS,
    **SIDES,
)
REFERRALS_SHOWN = st.builds(ReferralShown, REFERRALS, st.just(ME), SURE, st.booleans())
PARTNERSHIPS_SHOWN = st.builds(PartnershipShown, PARTNERSHIPS, st.just(ME), st.none() | SURE, st.booleans())
TOTALS = st.builds(
    lambda some, person: summed(some, ME.id, {OTHER: person}, YEAR),
    st.lists(REFERRALS, max_size=9),
    SURE,
)
_TALLY = Tally(3, 2, (Money(Decimal(100), "EUR"), Money(Decimal(7), "GBP")), 1)
DEEDS = st.lists(st.builds(Deed, DAYS, TYPED), max_size=9).map(tuple)
EXCHANGES = st.builds(
    lambda other, given_, received, met: Exchange(
        other, met, (Deeds("introductions", given_, received),), _TALLY, Tally(), 2
    ),
    SURE,
    DEEDS,
    DEEDS,
    st.integers(0, 3),
)
NUDGES = st.builds(
    lambda item, deed, state: Nudges(
        NudgeId(1), (NudgeShown(Nudge(NudgeId(1), ME.id, deed, "referral:1", WRITTEN, WRITTEN, state=state), item),)
    ),
    REFERRALS_SHOWN | PARTNERSHIPS_SHOWN,
    st.sampled_from((NudgeDeed.CONFIRM, NudgeDeed.PARTNERSHIP_END)),
    st.sampled_from(NudgeState),
)
MESSAGES = st.one_of(
    NUDGES,
    REFERRALS_SHOWN,
    PARTNERSHIPS_SHOWN,
    st.builds(Partnerships, st.lists(PARTNERSHIPS_SHOWN, max_size=20).map(tuple), st.integers(20, 99)),
    st.builds(Numbers, st.just(YEAR), st.just(1), st.just(1), st.just(1), TOTALS.filter(lambda one: one.people)),
)
FORMS = st.one_of(
    st.builds(ReferralForm, st.just(MONDAY), st.sampled_from(("", "GBP")), st.none() | REFERRALS),
    st.builds(PartnershipForm, st.none() | PARTNERSHIPS),
    st.just(WithWhomForm()),
    st.builds(ExchangeWindow, EXCHANGES),
    st.builds(TotalsWindow, TOTALS),
)


def won(other: int, value: int, name: str) -> tuple[Referral, Person]:
    """Somebody sent the reader business worth so much."""
    person = Person(PersonId(other), Kind.MEMBER, name)
    facts = ReferralFacts(When(Grain.DAY, MONDAY), "Acme", "", Money(Decimal(value), "EUR"))
    one = Referral(
        id=ReferralId(other), author=ME.id, other=person.id, word=Word.CONFIRMED, writer=ME.id, written_at=WRITTEN,
        referrer=person.id, receiver=ME.id, facts=facts, state=State.WON,
    )  # fmt: skip
    return one, person


@SLOW
@given(MESSAGES)
def test_whatever_was_typed_a_message_about_business_is_sound(message: Message) -> None:
    sound(render(message))


@SLOW
@given(FORMS)
def test_whatever_was_typed_a_form_about_business_opens(form: OpenForm) -> None:
    view = open_form(form)
    assert faults_of_view(view) == []
    harmless(view["blocks"])


@SLOW
@given(st.lists(REFERRALS_SHOWN, max_size=9), st.lists(PARTNERSHIPS_SHOWN, max_size=9))
def test_whatever_waits_home_is_published(some: list[ReferralShown], others: list[PartnershipShown]) -> None:
    waiting = BusinessAtHome(tuple(some), tuple(others), tuple(others))
    view = home(Home(ME, (), 1, 1, 0, business=waiting))
    assert faults_of_view(view) == []
    harmless(view["blocks"])


@given(st.lists(st.tuples(st.integers(1, 10**9), st.text("abcdé", min_size=1, max_size=6)), min_size=2, max_size=8))
def test_no_list_puts_people_in_an_order_of_how_much(some: list[tuple[int, str]]) -> None:
    sent = [won(100 + nth, value, name) for nth, (value, name) in enumerate(some)]
    people = {person.id: person for _, person in sent}
    totals = summed([one for one, _ in sent], ME.id, people, YEAR)
    turned = [won(100 + nth, 10**9 - value, name)[0] for nth, (value, name) in enumerate(some)]
    again = summed(reversed(turned), ME.id, people, YEAR)
    assert [line.person for line in totals.people] == [line.person for line in again.people]
    names = [line.person.name.casefold() for line in totals.people if line.person]
    assert names == sorted(names)
