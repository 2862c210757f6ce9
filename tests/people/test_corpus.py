"""Every name in names.txt is decided as it says there, for somebody who is none of the people."""

from pathlib import Path

import pytest

from assistant.ids import PersonId
from assistant.people.circle import Circle
from assistant.people.decide import decide
from assistant.people.names import Names
from wellmet.people_file import PeopleFile

HERE = Path(__file__).parent
CASES = [
    tuple(part.strip() for part in line.split("=>"))
    for line in (HERE / "names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def known() -> tuple[Circle, PeopleFile]:
    names, file = Names(), PeopleFile()
    for person in file.read(HERE / "people.csv"):
        names.learn(person)
    return Circle(names, PersonId(0)), file


@pytest.mark.parametrize(("typed", "expected"), CASES, ids=[typed for typed, _ in CASES])
def test_a_typed_name_is_decided_as_the_corpus_says(
    known: tuple[Circle, PeopleFile], typed: str, expected: str
) -> None:
    circle, file = known
    decided = decide(circle, typed)
    decision, *people = expected.split()
    found = [file.id_of(circle.names.person(one.row)) for one in decided.found]
    assert decided.decision == decision, found
    if decision == "sure":
        assert found[:1] == people
    else:
        assert set(people) <= set(found)
