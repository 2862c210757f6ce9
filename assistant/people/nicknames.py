"""Usual short and familiar forms of first names, both ways."""

from collections import defaultdict
from functools import cache
from importlib.resources import files


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Every form with the forms it may stand for; a short form may belong to several names."""
    stands_for: dict[str, set[str]] = defaultdict(set)
    table = files("assistant.people").joinpath("nicknames.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        formal, _, short = line.partition(":")
        for form in (part.strip() for part in short.split(",")):
            stands_for[form].add(formal.strip())
            stands_for[formal.strip()].add(form)
    return {form: frozenset(names) for form, names in stands_for.items()}


def other_forms(word: str) -> frozenset[str]:
    """What else somebody called `word` may be called: "tom" gives "thomas", "thomas" gives "tom" and "tommy"."""
    return _groups().get(word, frozenset())
