"""Who lives in the pretend workspace: eight colleagues, four channels, and the accounts that make trouble."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One account before it moves in. `kind` is member, guest, external, bot or slackbot."""

    name: str
    handle: str
    title: str = ""
    zone: str = "Europe/London"
    pronouns: str = ""
    kind: str = "member"
    display: str = ""
    deleted: bool = False
    admin: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A channel before anyone moves in. `app` says whether the app was invited."""

    name: str
    topic: str = ""
    private: bool = False
    app: bool = False
    guests: bool = False
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and every channel; the first part with `admin` is the one who installed the app."""

    parts: tuple[Part, ...]
    rooms: tuple[Room, ...]


FRIENDS = (
    Part("Linn O'Carroll", "linn", "Curator at the Young Gallery", "Europe/Dublin", "she/her", admin=True),
    Part("Maya Patel", "maya", "Photographer at Bloom & Co", "Europe/London", "she/her", display="Maya"),
    Part("Sam Okafor", "sam.okafor", "Product lead at Northwind Energy", "Africa/Lagos", "he/him"),
    Part("Sam Tanner", "sam.tanner", "Founder of Tanner Type Foundry", "America/New_York", "they/them"),
    Part("Tom Berger", "tom", "Architect at Berger Bauer", "Europe/Berlin", "he/him", display="Tom"),
    Part("Ana Ruiz", "ana", "Community organiser at Casa Abierta", "Europe/Madrid", "she/her", display="Ana"),
    Part("José Ferreira", "jose", "Data journalist at Diário do Porto", "Europe/Lisbon", "he/him"),
    Part("Priya Nair", "priya", "Investor at Banyan Ventures", "Asia/Kolkata", "she/her"),
)
TROUBLE = (
    Part("Gus Guest", "gus", "Contractor", kind="guest"),
    Part("Eva Extern", "eva", "Partner at Elsewhere Ltd", "America/Los_Angeles", kind="external"),
    Part("Dan Departed", "dan", "Formerly at Bloom & Co", deleted=True),
    Part("Standup Bot", "standup", kind="bot"),
    Part("Slackbot", "slackbot", kind="slackbot"),
)
ROOMS = (
    Room("general", "Everything and everyone", app=True),
    Room("introductions", "Who should meet whom", app=True, guests=True),
    Room("random", "Anything else"),
    Room("board", "Just us", private=True, only=("linn", "maya", "ana")),
)

SMALL = Cast(FRIENDS + TROUBLE, ROOMS)

_GIVEN = ("Ada", "Ben", "Cleo", "Dev", "Edda", "Finn", "Gita", "Hugo", "Ines", "Jun", "Kai", "Lena", "Milo", "Nora")
_FAMILY = ("Abbott", "Brandt", "Castro", "Dunn", "Eriksen", "Fox", "Gupta", "Hale", "Ito", "Jansen", "Klein", "Lopez")
_CRAFTS = ("Engineer", "Designer", "Researcher", "Teacher", "Producer", "Editor", "Analyst")
_HOUSES = ("Acme Works", "Blue Harbour", "Cedar Labs", "Delta Press", "Elm & Sons")
_ZONES = ("Europe/Paris", "America/Chicago", "Asia/Tokyo", "Australia/Sydney", "Europe/Helsinki")


def larger_cast(members: int, seed: int = 1) -> Cast:
    """The small cast and as many invented colleagues as it takes to have `members` of them; the same for a seed."""
    dice = random.Random(seed)
    more = []
    for number in range(max(0, members - len(FRIENDS))):
        given, family = dice.choice(_GIVEN), dice.choice(_FAMILY)
        title = f"{dice.choice(_CRAFTS)} at {dice.choice(_HOUSES)}"
        # The number keeps handles unique; names repeat, as they do in large workspaces.
        more.append(Part(f"{given} {family}", f"{given.lower()}.{number}", title, dice.choice(_ZONES)))
    return Cast(FRIENDS + tuple(more) + TROUBLE, ROOMS)
