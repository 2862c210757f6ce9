"""All that a member noted, in the order of writing, as both databases read it: what stands, and is theirs to read."""

from dataclasses import replace
from datetime import timedelta

from assistant.business.record import Partnership, PartnershipFacts, Word
from assistant.facts import Grain, MeetingDraft, When
from assistant.ids import PartnershipId, PersonId, WorkspaceId
from assistant.listings.record import ListingDraft, ListingKind
from assistant.reply import Matter, Subject
from assistant.thanks.record import Thanked, ThanksDraft
from store.ledger import SqlMemory
from tests.conftest import TUESDAY
from tests.store.conftest import HERE

MINUTE = timedelta(minutes=1)


def test_all_that_was_noted_comes_in_the_order_of_writing_a_page_at_a_time(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        meeting = ledger.meetings.add(maya, MeetingDraft((tom,), When(Grain.DAY, TUESDAY.date())), TUESDAY)
        thanks = ledger.thanks.add(ThanksDraft(maya, (Thanked(tom),), "for the stall"), TUESDAY + MINUTE)
        offer = ledger.listings.add(maya, ListingDraft(ListingKind.OFFER, "cakes"), TUESDAY + 2 * MINUTE)
        for nudges in (1, 3):
            before = ledger.preferences.of(maya)
            after = replace(before, nudges_a_week=nudges)
            changed = ledger.preferences.change(maya, before, after, TUESDAY + (2 + nudges) * MINUTE)
        in_order = [
            Matter(Subject.SETTINGS, changed.id),
            Matter(Subject.LISTING, offer.id),
            Matter(Subject.THANKS, thanks.id),
            Matter(Subject.MEETING, meeting.id),
        ]
        assert ledger.journal.standing(maya, set(Subject), 10) == in_order
        assert ledger.journal.standing(maya, set(Subject), 2, 1) == in_order[1:3]
        assert ledger.journal.standing(maya, {Subject.MEETING}, 10) == in_order[3:]
        assert ledger.journal.standing(tom, set(Subject), 10) == []
    with memory.write(WorkspaceId("T2")) as ledger:
        assert ledger.journal.standing(maya, set(Subject), 10) == []


def test_what_others_noted_is_among_it_once_it_is_agreed_to(memory: SqlMemory, maya: PersonId, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        facts = PartnershipFacts(aim="vineyards")
        said = ledger.partnerships.add(
            Partnership(
                id=PartnershipId(0), author=maya, other=tom, word=Word.ASKED, writer=maya, written_at=TUESDAY,
                facts=facts,
            )
        )  # fmt: skip
        assert ledger.journal.standing(tom, set(Subject), 10) == []
        ledger.partnerships.save(replace(said, word=Word.CONFIRMED))
        assert ledger.journal.standing(tom, set(Subject), 10) == [Matter(Subject.PARTNERSHIP, said.id)]
        ledger.partnerships.save(replace(said, word=Word.CONFIRMED, undone_at=TUESDAY))
        assert ledger.journal.standing(tom, set(Subject), 10) == ledger.journal.standing(maya, set(Subject), 10) == []


def test_what_came_later_with_a_file_stands_where_it_was_written(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        draft = MeetingDraft((tom,), When(Grain.DAY, TUESDAY.date()))
        ages = [3, 1, 7, 5]
        numbers = [ledger.meetings.add(maya, draft, TUESDAY - age * MINUTE).id for age in ages]
        in_order = [Matter(Subject.MEETING, number) for _, number in sorted(zip(ages, numbers, strict=True))]
        assert ledger.journal.standing(maya, {Subject.MEETING}, 2) == in_order[:2]
        assert ledger.journal.standing(maya, {Subject.MEETING}, 2, 2) == in_order[2:]


def test_so_many_records_are_told_however_many_people_stand_in_them(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa").id
        for words in ("older", "newer"):
            ledger.thanks.add(ThanksDraft(maya, (Thanked(tom), Thanked(rosa)), words), TUESDAY)
        (told,) = ledger.noted.of(maya, Subject.THANKS, 1)
        assert (told.topic, set(told.people)) == ("newer", {tom, rosa})
        assert ledger.noted.of(maya, Subject.MEETING, 1) == []


def test_when_a_record_was_written_is_known_by_its_author_whichever_message_it_was(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        ledger.journal.wrote(maya, Matter(Subject.THANKS, 1, side="7"), TUESDAY)
        ledger.journal.wrote(maya, Matter(Subject.THANKS, 12), TUESDAY + MINUTE)
        assert ledger.journal.written(maya, Matter(Subject.THANKS, 1)) == TUESDAY
        assert ledger.journal.written(maya, Matter(Subject.THANKS, 12)) == TUESDAY + MINUTE
        assert ledger.journal.written(maya, Matter(Subject.MEETING, 1)) is None
        assert ledger.journal.written(tom, Matter(Subject.THANKS, 1)) is None
