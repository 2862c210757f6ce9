"""A sentence made ready to be looked at: in one line, bare, or as the reference to a person that it is."""

from assistant.facts import PersonSaid
from assistant.ids import AccountId
from assistant.phrases.words import MENTION, readable


def in_line(text: str) -> str:
    """The words alone, in one line."""
    return " ".join(readable(text).split())


def bare(text: str) -> str:
    """The same, without what ends a sentence."""
    return in_line(text).strip(" .!")


def person_said(text: str) -> PersonSaid:
    """The reference that these words alone are: a mention, or a name."""
    mention = MENTION.fullmatch(text)
    return PersonSaid(text, AccountId(mention.group(1)) if mention else None)
