"""The rules of dates, over the letters of token classes (words.py, tokens.py).

A rule is tried at each place in the order of the list; the first that fits there counts, so what says more comes first.
"""

import re
from collections.abc import Iterator

from assistant.phrases.dates import saying
from assistant.phrases.dates.saying import Made

_COUNT = "(?:[nw]|w?cq?)"
_YEAR = "(?:,?y|[qi]T?y)?"
_HOUR = "(?:A|[nw]L|[nw](?=M))L?M?"
_EDGE = "(?:[eghk]-?[qi]?@?T?|[KE])"
_PART = "(?:-?k?g?-?p|M|k?iT?[gk]?-?p)"
_THIS = "[ltx]"
_DAY = "(?:T?[no]|w)"
_GRAMMAR: tuple[tuple[Made, str], ...] = (
    (saying.vague, "(?<![nwcqH])ua|w?Vu[abEK]|w?Va|w?z?za|Tj[up]|v"),
    (saying.around, "(?<![nwco])T?u[bF]R"),
    (saying.fraction, "iDw?u|iwuqwu"),
    (saying.literal, f"(?:{_THIS}?d,?)?T?D(?:,?y)?|(?<=O)N(?!M)|dN(?![M-])"),
    (saying.week_of, f"T?uS?q?(?:d,?)?T?[no]q?m{_YEAR}|T?u[Sqf]T?(?:d,?)?(?:m[no]|[no]q?m){_YEAR}|T?u[Sq]T?o"),
    (saying.nth_of, f"T?(?:ol?|l)(?:d|u|W)[qi]T?{_THIS}?(?:m{_YEAR}|u|y)"),
    (saying.week, "T?un(?:[qi]?T?y)?(?![uM])"),
    (saying.short_year, "[no]q?mq?n(?![LMuA])(?!-?[no])|m[no]n(?![LMuA])"),
    (saying.month_day, f"T?{_THIS}?(?:d,?)?T?[no](?:[-&U]T?[no])?-?q?T?(?:m[.](?=[,y])|m){_YEAR}"),
    (saying.month_day, f"{_THIS}?(?:d,?)?m(?:[.](?=[no]))?-?{_DAY}(?:[-&U]T?[no](?!m|L|M|u))?(?![LMu])(?:,?y)?"),
    (saying.offset, f"[ixF]?{_COUNT}u(?:&wH)?(?:[aEK]|fr|fR|Fr|[bFf](?=T?{_THIS}?(?:[RdmoDX]|n[mo]))|b(?=$|[.,]))"),
    (saying.offset, f"[iF]@?{_COUNT}u(?:&wH)?|i?Hw?u(?:[abEK]|fr)|iHw?u"),
    (saying.quarter, "T?Q(?:,?[qi]?y)?|y-?T?(?:Q|ou)|T?ou(?:[qi]?y)?"),
    (
        saying.nth,
        "(?:Td?o|d,?T?o|(?<=[OUf])T?o|(?<=O)T?n(?!-n)|dTn|(?<=,)o(?=,|$)|o(?=[-U]T?o))(?:[-U]T?o)?(?![uLMmH])",
    ),
    (saying.nth, "dn(?=$|[.])"),
    (saying.weekday, f"(?:oY)?(?:T?{_THIS}?dq{_THIS}u|T?{_THIS}?d{_THIS}u|du(?!n)|T?{_THIS}{{0,2}}d{_PART}?)"),
    (saying.relative, f"(?:oY)?(?:{_EDGE}-?)?R(?:{_PART}|iT?M)?"),
    (saying.this_part, f"[gkEK]?{_THIS}k?(?:p|M)"),
    (saying.period, f"T?ubl|T?Wbl|T?uFx|T?{_THIS}{_COUNT}u|T?{_COUNT}{_THIS}u"),
    (saying.period, f"T?{_EDGE}?[qi]?T?{_THIS}{{1,2}}(?:u|W)"),
    (saying.period, "[KE]iTu|T?[egh]q?T?u|T(?:W|u)(?!y|[qi]T?y|o)"),
    (saying.edge, "T?Z"),
    (saying.holiday, f"{_THIS}?X{_YEAR}"),
    (saying.month_only, f"T?(?:{_EDGE}|{_THIS}){{0,3}}m(?:[.](?=y))?(?:-?,?[qi]?y)?|ym"),
    (saying.year, f"T?{_EDGE}?(?:uq?)?y"),
    (saying.clock, f"{_HOUR}(?:[-U&]{_HOUR}|[-U](?:n|w)(?!u))?|(?:n|w|N)[-&U]{_HOUR}"),
    (saying.clock, "(?<=[fB])[nw][-&U](?:[nwN]|A)(?![umo/])|(?<=[dRpM])n-n(?![umo/])|n-n(?=x?[dR])"),
    (
        saying.in_words,
        "(?:n|w|H|wu|u|nu|wwu)[lb-](?:n|w|A)L?M?|@?w-w(?!u)|@w-?w(?!u)|w-?wM|@[nwN](?!u|m|q)|nC|C|@?H[nw](?!u)",
    ),
    (
        saying.in_words,
        "(?<=[RdpM,])N(?![M-])|(?<=U)[nw](?!u|m|q|-?[nwo])|[nw](?=iT?[kg]?p)|[nw](?=@p)|[nw](?=x?R)|(?<=p@)n",
    ),
    (saying.part_only, "iT?[kg]?-?p"),
    (saying.now, "zr|r"),
)
_RULES = re.compile("|".join(f"(?P<r{at}>{pattern})" for at, (_, pattern) in enumerate(_GRAMMAR)))
_MAKERS = {f"r{at}": made for at, (made, _) in enumerate(_GRAMMAR)}


def matches(kinds: str) -> Iterator[tuple[Made, int, int]]:
    """Every place where a rule fits, from and up to a token, with what says it; they do not overlap."""
    for found in _RULES.finditer(kinds):
        begins, ends = found.span()
        if ends > begins:
            yield _MAKERS[str(found.lastgroup)], begins, ends
