"""A text cut into sentences, so that one can tell of a meeting and the rest be kept as notes."""

import re

LONGEST = 600  # characters of one sentence that are read; what follows them is a sentence of its own
MOST = 5  # sentences that are read; a meeting is told near the beginning
# A full stop ends a sentence before a capital, but not after a number ("on 12.3. In") or a title.
_END = re.compile(
    r"(?<=[^\s.\d])(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\bProf)(?<!\s[A-Z])[.!?]+\s+(?=[A-Z<\"'(])|\n"
)


def split(text: str) -> list[str]:
    """The first few sentences, and last whatever remains, as it was typed."""
    sentences: list[str] = []
    while text and len(sentences) < MOST:
        end = _END.search(text, 0, LONGEST)
        if end is None and len(text) <= LONGEST:
            break
        cut = end.end() if end else (text.rfind(" ", 0, LONGEST) + 1 or LONGEST)
        sentences.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*filter(None, sentences), *([text] if text else [])]
