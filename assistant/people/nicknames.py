"""Usual short and familiar forms of first names, and spellings of one name; where the tables come from is in them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from assistant.people.spelling import plain


def _lines(table: str) -> Iterator[list[str]]:
    text = files("assistant.people").joinpath(table).read_text(encoding="utf-8")
    for line in text.splitlines():
        kept = line.partition("#")[0].strip()
        if kept:
            yield [plain(form.strip()) for form in kept.replace(":", ",").split(",") if form.strip()]


@cache
def _short() -> dict[str, frozenset[str]]:
    """For each familiar form, the formal names it stands for."""
    stands_for: dict[str, set[str]] = defaultdict(set)
    for formal, *short in _lines("nicknames.txt"):
        for form in short:
            stands_for[form].add(formal)
    return {form: frozenset(names) for form, names in stands_for.items()}


@cache
def _familiar() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for short, names in _short().items():
        for formal in names:
            forms[short].add(formal)
            forms[formal].add(short)
    return {form: frozenset(others) for form, others in forms.items()}


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Every form with the forms it may stand for; a short form may belong to several names."""
    forms: dict[str, set[str]] = defaultdict(set, {form: set(others) for form, others in _familiar().items()})
    for group in _lines("variants.txt"):
        for form in group:
            forms[form].update(other for other in group if other != form)
    return {form: frozenset(others) for form, others in forms.items()}


@cache
def _rare() -> dict[str, frozenset[str]]:
    """Forms of the wide table that the usual one has not."""
    forms: dict[str, set[str]] = defaultdict(set)
    for formal, *short in _lines("rare.txt"):
        for form in short:
            forms[form].add(formal)
            forms[formal].add(form)
    return {form: frozenset(others - other_forms(form)) for form, others in forms.items()}


def other_forms(word: str) -> frozenset[str]:
    """What else somebody called `word` may be called: "tom" gives "thomas", "thomas" gives "tom" and "tommy"."""
    return _forms().get(word, frozenset())


def familiar_forms(word: str) -> frozenset[str]:
    """The same without mere spellings of the name."""
    return _familiar().get(word, frozenset())


def formal_names(word: str) -> frozenset[str]:
    """The formal names that a familiar form stands for: "tom" gives "thomas", "thomas" gives nothing."""
    return _short().get(word, frozenset())


def cut_forms(word: str) -> frozenset[str]:
    """Of the rare forms, those that are the name cut short, or that it is cut from."""
    return frozenset(form for form in rare_forms(word) if form[:2] == word[:2] and abs(len(form) - len(word)) > 1)


def rare_forms(word: str) -> frozenset[str]:
    """Forms seldom used, or used by few: good enough to ask about somebody, not to take them for meant."""
    return _rare().get(word, frozenset())
