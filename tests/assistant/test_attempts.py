"""What is refused leaves nothing behind: nothing is written, added, to be said, or no longer to be said."""

from datetime import date

from assistant.ids import AccountId, PersonId
from assistant.phrases.frame import Formality
from assistant.reply import IsThatIt, Nudges, PartnershipShown, QuestionClosed, Refusal, WhoIsThis
from tests.assistant.conftest import HERE, Talk


def known(talk: Talk, account: str) -> PersonId:
    with talk.memory.read(HERE) as ledger:
        person = ledger.people.by_account(AccountId(account))
    assert person
    return person.id


def contacts(talk: Talk, account: str) -> list[str]:
    """The contacts of a member, looked for under the names that this story types."""
    of = known(talk, account)
    with talk.memory.read(HERE) as ledger:
        everybody = ledger.people.by_ids([PersonId(number) for number in range(1, 100)])
        directory = ledger.people.directory()
        found = [one for name in ("zelda", "yara") for one in directory.with_beginning(name, of, 5)]
    names = sorted(one.name for one in everybody.values() if one.owner == of)
    assert sorted(one.name for one in found) == names, "the directory and the table say the same"
    return names


def test_a_form_that_something_is_wrong_with_adds_no_contact(talk: Talk) -> None:
    wrong = talk.submits("UMAYA", "thanks", to="new:Zelda Quist", introduced=f"p:{known(talk, 'UMAYA')}", words="hi")
    assert wrong
    assert not contacts(talk, "UMAYA")
    assert talk.submits("UMAYA", "thanks", to="new:Zelda Quist", words="hi") is None
    assert contacts(talk, "UMAYA") == ["Zelda Quist"]


def test_who_may_not_change_a_partnership_drops_nobodys_reminder_of_its_end(talk: Talk) -> None:
    fields = {
        "with": f"p:{known(talk, 'UTOM')}",
        "aim": "the fair",
        "formality": Formality.FORMAL,
        "until": "2027-01-30",
    }
    assert talk.submits("UMAYA", "partnership", **fields) is None
    talk.presses("UTOM", "not_mine", "partnership:1")
    with talk.memory.read(HERE) as ledger:
        version = ledger.partnerships.of(known(talk, "UMAYA"))[0].version
    assert talk.submits("UTOM", "partnership", 1, version, **fields | {"until": "2027-03-30"})
    for _ in range(50):
        talk.clock.forward(days=1)
        talk.work()
    assert talk.clock.now().date() > date(2027, 1, 9)
    nudged = [item.item for one in talk.shown.values() if isinstance(one, Nudges) for item in one.items]
    assert [one.reader.id for one in nudged if isinstance(one, PartnershipShown)] == [known(talk, "UMAYA")]


def test_an_answer_that_leads_nowhere_closes_the_question_and_adds_nobody(talk: Talk) -> None:
    asked = talk.says("UMAYA", "Yara Holm sent Tom a client, Hofmann Bakery, worth €100")
    assert isinstance(asked, IsThatIt)
    talk.presses("UMAYA", "meant", f"{asked.question}:1")
    assert isinstance(list(talk.shown.values())[-1], WhoIsThis)
    assert isinstance(talk.presses("UMAYA", "add_contact", asked.question), Refusal)
    assert not contacts(talk, "UMAYA")
    assert any(isinstance(one, QuestionClosed) for one in talk.shown.values())
