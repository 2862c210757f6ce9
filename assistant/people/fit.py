"""How well a person's name fits the words of a typed one."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from assistant.people.evidence import EXTRA, LONGER, ORDER, PART


def fit(first: str, last: str, real: Sequence[str], shown: Sequence[str]) -> float:
    """How far two words that stand together in somebody's name are from it."""
    longer = LONGER * (len(real) - 2)
    if last == real[-1] or (len(real) > 2 and last == "".join(real[1:])):
        middle = first in real[1:-1] and first != real[0] and not (shown and first == shown[0])
        return PART if middle else longer
    if first == real[-1] or (len(real) > 2 and first == "".join(real[1:])):
        return ORDER + longer if last == real[0] or (shown and last == shown[0]) else PART
    if shown and last == shown[-1] and first == shown[0]:
        return longer
    return PART + (ORDER if last in real and first in real and real.index(last) < real.index(first) else 0.0)


def fit_all(typed: Sequence[str], real: Sequence[str], shown: Sequence[str]) -> float:
    """How far a name of any number of words is: 0 if it is the same, else the letters to change in its nearest form."""
    together = "".join(typed)
    forms = [*spelt_out(real, shown), *turned_round(real)]
    if together in forms[:1] or (shown and together == "".join(shown)):
        return 0.0
    own = {*real, *shown}
    if typed[0] not in own and typed[-1] not in own and together not in forms:
        return distance(together, forms)
    if own.issuperset(typed):
        outer = typed[0] in (real[0], *shown[:1]) and typed[-1] == real[-1]
        return LONGER * (len(real) - len(typed)) if outer else PART if len(own) > len(typed) else ORDER
    if len(typed) > 2 and typed[0] in (real[0], *shown[:1]) and typed[-1] == real[-1]:
        inner = [word for word in typed[1:-1] if not any(w == word or w[0] == word or w == word[0] for w in real[1:-1])]
        if not inner:
            return LONGER
        return min(EXTRA, distance(together, forms))
    return distance(together, forms)


def spelt_out(real: Sequence[str], shown: Sequence[str]) -> list[str]:
    """The ways in which the name may be written as one word; the real name as it is comes first."""
    forms = ["".join(real)]
    if len(real) > 2:
        forms.append(real[0] + real[-1])
        if len(real) > 3 or len(real[1]) == 1:
            forms.append(real[0] + "".join(real[2:]))
    if shown:
        forms.append("".join(shown))
        if len(real) > 1 and shown[0] != real[0]:
            forms += (shown[0] + real[-1], shown[0] + "".join(real[1:]))
    return forms


def turned_round(real: Sequence[str]) -> list[str]:
    """The same with the surname first."""
    return ["".join(real[1:]) + real[0], real[-1] + real[0]] if len(real) > 1 else []


def distance(together: str, forms: Sequence[str], most: int = 6) -> float:
    """The fewest letters to change (swapped neighbours are one) to any of the forms."""
    return float(min(OSA.distance(together, form, score_cutoff=most) for form in forms))
