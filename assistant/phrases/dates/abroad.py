"""Days with the months of other languages: "am 3. März 2026", "le 3 mai", "15 de marzo".

Members write English, and dates as they learnt them. A pattern finds the place; dateparser, which knows the languages,
says which day it is, and is imported when first needed. The first such date costs 0.1 s, the first in another language
0.02 s, later ones less than a millisecond.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from assistant.phrases.dates.spoken import Spoken

# The names that are no English ones, and the language that dateparser is told; the first that has a name counts.
_MONTHS = {
    "de": "januar jänner februar märz maerz mai juni juli oktober dezember",
    "fr": "janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro",
    "it": "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre",
    "nl": "januari februari maart mei augustus",
}
_LANGUAGES = {name: language for language in reversed(_MONTHS) for name in _MONTHS[language].split()}
_MOST = 5  # of them that are read in one text: they are slow
_DAY = re.compile(
    r"(?:\b(?:le|am|el|il|op|dia|día|den|vom)\s+)?(?<![\d.,:/])(\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+|di\s+)?"
    rf"({'|'.join(sorted(_LANGUAGES, key=len, reverse=True))})\b(?:\s+(?:de\s+|del\s+)?((?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)


def said_abroad(text: str) -> Iterator[tuple[int, int, Spoken]]:
    """Where such a day stands, from and up to a character, and what it says."""
    for found in islice(_DAY.finditer(text), _MOST):
        said = _read(found[1], found[2].casefold(), found[3] or "")
        if said:
            yield found.start(), found.end(), said


@lru_cache(maxsize=1024)
def _read(day: str, month: str, year: str) -> Spoken | None:
    """The day as dateparser reads it; None for the 31st of a month that has none. A leap year stands for no year."""
    import dateparser

    read = dateparser.parse(
        f"{day} {month} {year or 2024}", languages=[_LANGUAGES[month]], settings={"DATE_ORDER": "DMY"}
    )
    if read is None or read.day != int(day):
        return None
    return Spoken("date", n=read.day, month=read.month, year=read.year if year else 0)
