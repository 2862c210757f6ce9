"""Everything that is kept of a member, as files that other programs read."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.buttons import Button
from assistant.export.copy import Copy, Format
from assistant.export.files import NotACopy, as_json, file, from_json
from assistant.export.vcards import vcards
from assistant.ids import AccountId, DeliveryId
from assistant.said import Surface, Utterance, Where
from tests.assistant.conftest import HERE, Talk

AT = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)


def copy_of(talk: Talk, account: str) -> Copy:
    with talk.memory.read(HERE) as ledger:
        return ledger.kept.copy(ledger.people.by_accounts([account])[account].id)  # type: ignore[list-item,index]


def test_a_copy_has_ones_own_meetings_and_nobody_elses(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn at the Young Gallery yesterday about the spring show")
    talk.says("UTOM", "met Maya today about secrets")
    read = json.loads(as_json(copy_of(talk, "UMAYA"), AT))
    assert (read["format"], read["version"]) == ("wellmet", 1)
    names = {person["id"]: person["name"] for person in read["people"]}
    assert names == {1: "Maya Patel", 2: "Linn O'Carroll"}
    (meeting,) = read["meetings"]
    assert meeting["people"] == [2]
    assert (meeting["place"], meeting["topic"], meeting["day"]) == (
        "the Young Gallery",
        "the spring show",
        "2026-11-23",
    )
    assert "secrets" not in json.dumps(read)


def test_whose_no_it_was_cannot_be_read_off_a_copy(talk: Talk) -> None:
    """Before the no is told it reads as a request that waits, afterwards as any that came to an end."""
    talk.says("UTOM", "met Linn yesterday")
    where = Where("DUMAYA")
    words = "please ask Tom to introduce me to Linn about the spring show"
    talk.desk.hear(Utterance(HERE, AccountId("UMAYA"), words, Surface.DM, where, talk.clock.now(), DeliveryId("asked")))
    talk.work()
    before = copy_of(talk, "UMAYA").lists["introductions"]
    assert [row["stage"] for row in before] == ["requested"]
    talk.presses("UTOM", Button.DECLINE, 1)
    assert copy_of(talk, "UMAYA").lists["introductions"] == before
    talk.clock.forward(days=30)
    talk.work()
    (after,) = copy_of(talk, "UMAYA").lists["introductions"]
    assert after["stage"] == "closed"
    assert "closing" not in after
    assert not copy_of(talk, "UTOM").lists["introductions"]


def test_tables_name_people_and_run_no_formulas(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn and Tom yesterday about =cmd()")
    packed = file(copy_of(talk, "UMAYA"), Format.CSV, AT)
    assert packed.name == "wellmet-2026-11-24.zip"
    with zipfile.ZipFile(io.BytesIO(packed.content)) as folder:
        assert {"people.csv", "meetings.csv"} <= set(folder.namelist())
        (row,) = csv.DictReader(io.StringIO(folder.read("meetings.csv").decode("utf-8-sig")))
    assert row["people"] == "Linn O'Carroll; Tom Berger"
    assert not row.get("topic", "").startswith("=")


@given(st.text(), st.text(max_size=200), st.text(max_size=200))
def test_a_card_says_what_it_was_given_whatever_that_is(name: str, organisation: str, place: str) -> None:
    people = [{"id": 1, "kind": "member", "name": "Maya"}]
    people += [{"id": 2, "kind": "contact", "name": name, "organisation": organisation}]
    meetings = [{"id": 1, "people": [2], "day": "2026-11-23", "place": place}]
    written = vcards(Copy({"people": people, "meetings": meetings}))
    assert all(len(line.encode("utf-8", "replace")) <= 75 for line in written.split("\r\n"))
    lines = written.replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith(("BEGIN:", "END:"))] == ["BEGIN:VCARD", "END:VCARD"]
    assert len([line for line in lines if line.startswith("FN:")]) == 1
    assert "\n" not in "".join(lines)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{}", b'{"format": "wellmet", "version": 2}',
                                     b'{"format": "wellmet", "version": 1, "people": []}',
                                     b'{"format": "wellmet", "version": 1, "people": [3]}'])  # fmt: skip
def test_what_is_no_copy_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(NotACopy):
        from_json(content)
