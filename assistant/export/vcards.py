"""The people of a copy as vCard 4.0 (RFC 6350): contacts, and members whom the member met.

Written here rather than with a library: what Wellmet keeps are six properties, and the best known one, vobject, writes
version 3.0. Escapes are those of section 3.4, folded lines those of 3.2.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.export.copy import PEOPLE, Copy, Entry, Value

_OCTETS = 75  # of a line, without its end; longer ones are folded
_PROPERTIES = (("organisation", "ORG"), ("title", "TITLE"), ("email", "EMAIL"))


def vcards(copy: Copy) -> str:
    """One card for each, the member's own left out, by name."""
    met = _met(copy)
    people = [one for one in copy.lists[PEOPLE][1:] if one["kind"] == "contact" or one["id"] in met]
    unmerged = (one for one in people if not one.get("merged_into"))
    return "".join(_card(one, met.get(one["id"], ())) for one in sorted(unmerged, key=lambda one: str(one["name"])))


def _met(copy: Copy) -> Mapping[Value, list[str]]:
    """For each of the people a line about every meeting with them that stands."""
    lines: dict[Value, list[str]] = {}
    for meeting in copy.lists.get("meetings", ()):
        people = meeting["people"]
        if isinstance(people, Sequence) and not meeting.get("undone_at"):
            said = ", ".join(str(meeting[one]) for one in ("day", "place", "topic") if meeting.get(one))
            for person in people:
                lines.setdefault(person, []).append(said)
    return lines


def _card(person: Entry, met: Sequence[str]) -> str:
    return "".join(f"{part}\r\n" for line in _lines(person, met) for part in _folded(line))


def _lines(person: Entry, met: Sequence[str]) -> Iterator[str]:
    name = _text(person["name"]) or "somebody"
    yield from ("BEGIN:VCARD", "VERSION:4.0", "KIND:individual", f"FN:{name}", f"N:{_parts(str(person['name']))}")
    for field, label in _PROPERTIES:
        if person.get(field):
            yield f"{label}:{_text(person[field])}"
    if any(met):
        yield "NOTE:" + _text("\n".join(f"Met {one}" for one in met if one))
    yield "END:VCARD"


def _parts(name: str) -> str:
    """Family name; given names. The last word is taken for the family's; FN has the name as it is."""
    given, _, family = name.strip().rpartition(" ")
    return f"{_text(family)};{_text(given)};;;"


def _text(value: object) -> str:
    """Backslashes, commas, semicolons and line ends escaped; what no line may hold falls away."""
    words = re.sub(r"\r\n?", "\n", str(value))
    escaped = re.sub(r"([\\,;])", r"\\\1", words).replace("\n", "\\n")
    return "".join(sign for sign in escaped if sign == "\t" or (ord(sign) >= 32 and ord(sign) != 127))


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets; those that continue begin with a space."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part
