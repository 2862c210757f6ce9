"""Money in a text: "£2.5k", "2.400 €", "two grand", "AUD 7.5k", "worth maybe 2500"; not people, days or times.

A number alone is money only beside a word of money ("worth", "commission"), since most numbers are not.
"""

import re
from collections.abc import Iterable

from assistant.phrases.en.numbers import NUMBERS
from assistant.phrases.en.rules import LONGEST, Found
from assistant.phrases.frame import Amount

# Signs and words for currencies; codes are ISO 4217. Of several countries' kronor, Sweden's have the most speakers.
_SIGNS = {
    "NZ$": "NZD", "AU$": "AUD", "A$": "AUD", "CA$": "CAD", "C$": "CAD", "US$": "USD", "HK$": "HKD", "S$": "SGD",
    "SG$": "SGD", "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR",
    "₦": "NGN", "₩": "KRW", "₺": "TRY", "₪": "ILS", "฿": "THB", "₱": "PHP", "₫": "VND", "₴": "UAH", "₽": "RUB",
    "GH₵": "GHS", "₵": "GHS",
}  # fmt: skip
_CODES = (
    "GBP|EUR|USD|AUD|NZD|CAD|CHF|INR|JPY|CNY|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BRL|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|GHS|UGX|"
    "TZS|EGP|MAD|TND|XOF|XAF|AED|SAR|QAR|KWD|BHD|OMR|ILS|TRY|SGD|HKD|TWD|KRW|THB|MYR|IDR|PHP|VND|PKR|LKR|BDT|NPR|UAH|RUB"
)
_WORDS = {
    r"quid|pounds?(?:\s+sterling)?|sterling|squid": "GBP",
    r"euros?": "EUR",
    r"(?:nz|new\s+zealand|kiwi)\s+dollars?": "NZD",
    r"(?:aussie|australian|au)\s+dollars?": "AUD",
    r"(?:canadian|can)\s+dollars?": "CAD",
    r"(?:singapore|sing)\s+dollars?": "SGD",
    r"(?:hong\s+kong|hk)\s+dollars?": "HKD",
    r"(?:(?:us|american)\s+)?(?:dollars?|bucks)": "USD",
    r"(?:swiss\s+)?francs?|sfr": "CHF",
    r"rupees?|rs": "INR",
    r"yen": "JPY",
    r"yuan|rmb|renminbi": "CNY",
    r"kronor|kr": "SEK",
    r"kroner": "NOK",
    r"z[łl]oty(?:ch|s)?|z[łl]": "PLN",
    r"rands?": "ZAR",
    r"nairas?": "NGN",
    r"(?:kenyan\s+)?shillings?|kshs?": "KES",
    r"cedis?": "GHS",
    r"dirhams?|dhs?": "AED",
    r"riyals?": "SAR",
    r"reais|real": "BRL",
    r"pesos?": "MXN",
    r"ringgits?|rm": "MYR",
    r"baht": "THB",
}
_BEFORE_NUMBER = {
    r"rs\.?": "INR",
    r"kshs?\.?": "KES",
    r"r(?=\s?\d)": "ZAR",
    r"dhs?\.?": "AED",
    r"kr\.?": "SEK",
    r"fr\.?": "CHF",
    r"rm": "MYR",
}
_SCALES = {
    "k": 1e3, "thousand": 1e3, "grand": 1e3, "g": 1e3, "m": 1e6, "mn": 1e6, "mil": 1e6, "mill": 1e6, "million": 1e6,
    "millions": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9, "hundred": 1e2, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5,
    "lacs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7,
}  # fmt: skip
_SPELT: dict[str, float] = {
    **NUMBERS, "a": 1, "half a": 0.5, "a couple of": 2, "a couple": 2, "couple of": 2, "one and a half": 1.5,
    "two and a half": 2.5,
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_FIGURE = r"\d{1,2}(?:,\d\d){1,3},\d{3}|\d{1,3}(?:[ ,.'\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,3})?"
_UP_TO = rf"(?:\s?(?:[-–]|to)\s?(?:{_FIGURE}))?"  # the upper end of "£3-4k"; the lower one counts
_SIGN = rf"(?P<sign>{_any(_SIGNS)})\s?"
_CODE = rf"(?P<code>{_CODES})\s?"
_NAMED = "|".join(_WORDS)
_SCALE = rf"(?:\s?(?P<scale>{_any(_SCALES)})\b)"
_AFTER = rf"\s?(?:(?P<sign_after>{_any(_SIGNS)})|(?P<code_after>{_CODES})\b|(?P<word>{_NAMED})\b)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SPELT_NUMBER = (
    rf"(?P<spelt>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-](?:{_ONES}))|{_any(_SPELT)})"
)
# What may stand before a sum, and belongs to it: "worth maybe", "somewhere around", "for about".
_HEDGE = (
    r"(?:(?:worth|value[d]?(?:\s+at)?|valued?|about|around|approx(?:imately)?\.?|roughly|maybe|circa|c\.|"
    r"ca\.|nearly|almost|somewhere|some|say|just|over|under|north\s+of|up\s+to|at\s+least|"
    r"the\s+best\s+part\s+of|should\s+be|probably|total(?:ling)?|budget(?:\s+of)?|deposit(?:\s+of)?|"
    r"fee(?:\s+of)?|commission(?:\s+(?:of|was))?|premium(?:\s+of)?|for|at|of|~|≈)\s*){0,4}"
)
_CUE = (
    r"(?P<cue>(?:worth|valued?(?:\s+at)?|deposit(?:\s+of)?|fees?(?:\s+of)?|budget(?:\s+(?:of|is))?|"
    r"premium(?:\s+of)?|invoiced?|total(?:ling)?|commission(?:\s+(?:of|was))?|paid|paying|billed|spent|"
    r"price[d]?(?:\s+at)?|amount|signed\s+for|closed\s+(?:at|for)|went\s+for|booked\s+(?:at|for)|"
    r"sold\s+for)\s*:?\s*(?:(?:about|around|roughly|maybe|approx\.?|some|just|over|under|nearly|almost|"
    r"up\s+to|of)\s+){0,2})"
)
_TAIL = r"(?:commission|deposit|fee|budget|premium|invoice|retainer|deal|job|contract|sale|order|booking|in\s+fees)"
_NOT_MONEY = (
    r"(?!\s?(?:%|percent\b|people\b|guests\b|users\b|followers\b|members\b|covers\b|pax\b|run\b|race\b|"
    r"runs\b|walk\b|steps\b|km\b|miles\b|words\b|views\b|subs\b|subscribers\b|readers\b|units\b|kg\b|sq\b|"
    r"sqm\b|times\b|x\b))"
)

# In the order in which they are tried.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # £2.5k, EUR 22k, NZ$4,200, Rs 5 lakh
        rf"(?<![\w$£€]){_HEDGE}(?:{_SIGN}|{_CODE}|"
        rf"(?P<lead>{'|'.join(_BEFORE_NUMBER)})\s?)(?P<figure>{_FIGURE}){_UP_TO}{_SCALE}?(?!\d)",
        # 2.400 €, 80k EUR, 300 quid, 5k euro
        rf"(?<![\w.,/:-]){_HEDGE}(?P<figure>{_FIGURE}){_UP_TO}{_SCALE}?{_AFTER}",
        # two grand, one point five million euros, three hundred and fifty pounds, fifty quid
        rf"(?<![\w-])(?<!point )(?<!and ){_HEDGE}{_SPELT_NUMBER}(?:\spoint\s(?P<tenths>{_ONES}))?\s(?:"
        rf"(?P<scale>hundred|thousand|grand|million|lakhs?|crores?)(?:\s(?:and\s)?(?P<rest>{_any(NUMBERS)}))?(?:{_AFTER})?|"
        rf"(?P<named>{_NAMED}))\b{_NOT_MONEY}",
        # 12k, 18 grand, 6 lakh
        rf"(?<![\w.,/:-]){_HEDGE}(?P<figure>{_FIGURE}){_UP_TO}\s?(?P<scale>k|grand|thousand|mill?|million|"
        rf"lakhs?|lacs?|crores?|cr|bn)\b{_NOT_MONEY}",
        # worth maybe 2500, deposit 500 paid
        rf"(?<!\w){_CUE}(?P<figure>{_FIGURE})(?!\w|"
        rf"[.,/:]\d)(?=\s*(?:$|[,.;:!?)(\n–-]|(?:paid|an?|per|in|each|apiece|plus|so|and|now|already|"
        rf"{_TAIL})\b))",
        # 8800 commission
        rf"(?<![\w.,/:-])(?P<figure>{_FIGURE})(?=\s{_TAIL}\b)",
    )
)


def find(text: str) -> list[Found[Amount]]:
    """The sums in a text, in its order; each with the words that belong to it ("worth about £3k")."""
    text = text[:LONGEST]
    found: list[Found[Amount]] = []
    for pattern in _PATTERNS:
        for said in pattern.finditer(text):
            if _thanks(said.groupdict()) or any(
                said.start() < other.end and other.start < said.end() for other in found
            ):
                continue
            found.append(Found(_amount(said.groupdict()), said.start(), said.end()))
    return sorted(found, key=lambda each: each.start)


def _thanks(said: dict[str, str | None]) -> bool:
    """ "Thanks a million" is no sum."""
    return said.get("spelt") == "a" and said.get("scale") == "million" and not _currency(said)


def amount(text: str) -> Amount | None:
    """The sum that a sentence is about: the first that has a currency, else the first."""
    sums = [each.value for each in find(text)]
    return next((each for each in sums if each.currency), sums[0] if sums else None)


def _amount(said: dict[str, str | None]) -> Amount:
    scale = _SCALES[(said.get("scale") or "").lower()] if said.get("scale") else 1
    figure, spelt = said.get("figure"), said.get("spelt")
    number = _number(figure, scaled=scale > 1) if figure else _spelt(spelt or "")
    if said.get("tenths"):
        number += _spelt(said["tenths"] or "") / 10
    rest = _spelt(said["rest"] or "") if said.get("rest") else 0
    return Amount(round(number * scale + rest, 2), _currency(said))


def _number(figure: str, scaled: bool) -> float:
    """ "2.400" is two thousand four hundred, "2.4" is two and a bit, and "2.400k" is not a thing people write."""
    parts = re.split(r"[ ,.'\u202f]", figure)
    if len(parts) == 1:
        return float(figure)
    grouped = (
        len(parts[-1]) == 3 and all(len(part) in (2, 3) for part in parts[1:]) and not (scaled and len(parts) == 2)
    )
    return float("".join(parts)) if grouped else float("".join(parts[:-1]) + "." + parts[-1])


def _spelt(words: str) -> float:
    words = " ".join(words.lower().split())
    tens, _, ones = words.replace("-", " ").partition(" ")
    return _SPELT.get(words) or _SPELT[tens] + _SPELT[ones]


def _currency(said: dict[str, str | None]) -> str:
    sign = said.get("sign") or said.get("sign_after")
    code = said.get("code") or said.get("code_after")
    if sign:
        return _SIGNS[sign.upper()]
    if code:
        return code.upper()
    for table, words in ((_WORDS, said.get("word") or said.get("named")), (_BEFORE_NUMBER, said.get("lead"))):
        if words:
            return next(iso for pattern, iso in table.items() if _is(pattern, words))
    return ""


def _is(pattern: str, words: str) -> bool:
    return re.fullmatch(pattern.replace(r"(?=\s?\d)", ""), words, re.IGNORECASE) is not None
