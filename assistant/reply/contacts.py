"""Replies about contacts, and their forms."""

from dataclasses import dataclass

from assistant.facts import Person
from assistant.ids import MatchId


@dataclass(frozen=True, slots=True)
class ContactNoted:
    """What is noted of a contact."""

    contact: Person


@dataclass(frozen=True, slots=True)
class ContactMerged:
    """The contact turned out to be somebody; it can be taken back."""

    contact: Person
    meant: Person


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Somebody joined who may be the contact. Nothing is done before the answer."""

    match: MatchId
    contact: Person
    member: Person


@dataclass(frozen=True, slots=True)
class KeptApart:
    """The owner said that the two are not one."""

    match: MatchId
    contact: Person
    member: Person


@dataclass(frozen=True, slots=True)
class ContactsForm:
    """A form to choose one of one's own contacts."""


@dataclass(frozen=True, slots=True)
class ContactForm:
    """What is noted of a contact."""

    contact: Person
