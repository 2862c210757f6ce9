"""One name, said twice in a sentence of two people: each is asked about for itself."""

from assistant.facts import PersonSaid
from assistant.ids import AccountId, QuestionId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Intent, Role
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import settle
from tests.assistant.conftest import HERE, Talk


def test_two_sams_of_two_houses_are_two_questions(talk: Talk) -> None:
    both = PersonSaid("Sam", organisation="Zeta"), PersonSaid("Sam", organisation="Omega")  # where neither works now
    said = Frame(Intent.RECORD_MEETING, {Role.WITH: both})
    with talk.memory.write(HERE) as ledger:
        maya, okafor, tanner = (ledger.people.by_account(AccountId(one)) for one in ("UMAYA", "USAMO", "USAMT"))
        assert maya and okafor and tanner
        by = Speaker(maya, talk.clock.now(), "DUMAYA")
        first = settle(said, by, ledger)
        assert isinstance(first, Matter)
        number = QuestionId(first.id)
        assert _asked(ledger, number) == "Sam from Zeta"
        ledger.questions.settle(number, _asked(ledger, number), okafor.id)
        assert settle(said, by, ledger, number) == Matter(Subject.QUESTION, number)
        assert _asked(ledger, number) == "Sam from Omega"
        ledger.questions.settle(number, _asked(ledger, number), tanner.id)
        settled = settle(said, by, ledger, number)
        assert not isinstance(settled, Matter)
        assert settled.get(Role.WITH) == (okafor.id, tanner.id)


def _asked(ledger: Ledger, question: QuestionId) -> str:
    found = ledger.questions.find(question)
    assert found
    return found.name
