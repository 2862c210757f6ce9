"""Directories kept as CSV files."""

from pathlib import Path

import pytest

from assistant.facts import Kind
from wellmet.people_file import BadFile, read_people

HEAD = "id,real_name,display_name,handle,email,organisation,title,kind\n"


def test_people_keep_their_order_and_are_known_by_the_ids_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(
        HEAD + 'U7,José Ferreira,Zé,jferr,,"Ferreira, Lind",,member\nC1,Rosa,,,,,,contact\n', encoding="utf-8"
    )
    people, ids = read_people(file)
    assert [(ids.id_of(person.id), person.name, person.kind) for person in people] == [
        ("U7", "José Ferreira", Kind.MEMBER),
        ("C1", "Rosa", Kind.CONTACT),
    ]
    assert people[0].organisation == "Ferreira, Lind"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id,real_name\nU1,Linn\n", "no column display_name"),
        (HEAD + "U1,Linn,,,,,,member\n,Sam,,,,,,member\n", "line 3"),
        (HEAD + "U1,Linn,,,,,,robot\n", "robot"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "people.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadFile, match=said):
        read_people(file)
