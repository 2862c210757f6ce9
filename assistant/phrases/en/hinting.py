"""What the rules of slots read in a sentence whose intent is not known yet."""

from assistant.phrases.en import asks, corrections, formality, settings, subjects
from assistant.phrases.en.rules import plain
from assistant.phrases.en.triggers import ordered

_TABLES = (
    ("shown", subjects.SHOWN),
    ("setting", settings.RULES),
    ("correction", corrections.RULES),
    ("forgotten", subjects.FORGOTTEN),
    ("ask", asks.RULES),
    ("formality", formality.RULES),
)


def hints(text: str) -> list[str]:
    """One hint for each table of rules, with the first meaning that fits, and the intents that a word orders."""
    words = plain(text)
    found = [
        f"R{name} {next((each.means for each in table if each.pattern.search(words)), '')}" for name, table in _TABLES
    ]
    return found + [f"Rorder {each}" for each in ordered(words)]
