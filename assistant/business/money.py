"""Sums of money: exact, each in a currency of ISO 4217 or in none that was said; never added across currencies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.phrases.en import amounts
from assistant.phrases.frame import Amount

MOST = Decimal("1e12")  # what is more is a slip of the keyboard
# Digits behind the point where they are not two: ISO 4217, List One.
_DIGITS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV"), 0),
    **dict.fromkeys(("XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
_CODE = re.compile(r"[A-Za-z]{3}")
_NUMBER = re.compile(r"([0-9]{1,3}(?:[ ,.'\u202f][0-9]{3})+|[0-9]{1,13})(?:[.,]([0-9]{1,2}))?")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum. The currency is "" when nobody said one: such a sum is shown, and counted nowhere."""

    value: Decimal
    currency: str = ""

    def __str__(self) -> str:
        """ "2,500 GBP", "2,500.50 GBP"; whole sums without a point."""
        digits = 0 if self.value == self.value.to_integral_value() else _DIGITS.get(self.currency, 2)
        return f"{self.value:,.{digits}f} {self.currency}".rstrip()


def of_amount(said: Amount, default: str) -> tuple[Money, bool]:
    """The sum as said, and whether its currency was assumed: the workspace's own, where there is one."""
    assumed = not said.currency and bool(default)
    return _exact(Decimal(str(said.value)), said.currency or default), assumed


def typed(value: str, currency: str) -> Money | None:
    """What two fields of a form hold: "2,500.50", "2.500", "1'200", "£3k"; None if that is no sum.

    A currency typed beside the number counts where the other field is empty.
    """
    value = " ".join(value.split())
    code = currency.strip().upper()
    number = _number(value)
    if number is None:
        found = amounts.find(value)
        if len(found) != 1 or value[: found[0].start].strip() or value[found[0].end :].strip():
            return None
        number, code = Decimal(str(found[0].value.value)), code or found[0].value.currency
    return _exact(number, code) if Decimal(0) <= number <= MOST else None


def is_currency(code: str) -> bool:
    """Whether that may be a currency: three letters, as all of ISO 4217 are."""
    return _CODE.fullmatch(code) is not None


def totals(sums: Iterable[Money]) -> tuple[Money, ...]:
    """The sums added up within each currency, by its code; those without one are left out."""
    added: dict[str, Decimal] = {}
    for one in sums:
        if one.currency:
            added[one.currency] = added.get(one.currency, Decimal(0)) + one.value
    return tuple(Money(value, code) for code, value in sorted(added.items()))


def _exact(value: Decimal, currency: str) -> Money:
    return Money(value.quantize(Decimal(1).scaleb(-_DIGITS.get(currency, 2))), currency)


def _number(text: str) -> Decimal | None:
    """A number as people write it: a sign before three digits groups them, one before fewer is the decimal point."""
    found = _NUMBER.fullmatch(text)
    return Decimal(f"{re.sub(r'[^0-9]', '', found.group(1))}.{found.group(2) or 0}") if found else None
