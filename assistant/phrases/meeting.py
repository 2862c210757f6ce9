"""A meeting in a sentence: who, where, about what, once its dates have been set aside.

A sentence is a cue ("met", "had coffee with"), then the people, then tails in any order: at a place, about a topic. A
command needs no cue and may be a list: people first, then, between commas or dashes, the rest.
"""

import re
from dataclasses import dataclass

from assistant.facts import PersonSaid
from assistant.ids import AccountId
from assistant.phrases.words import MENTION

_DRINK = (
    r"(?:a\s+|an\s+|some\s+|another\s+|our\s+)?(?:\w+\s+){0,2}?(?:coffees?|teas?|lunch|brunch|breakfast|dinner|supper|drinks?|"
    r"beers?|pints?|calls?|chats?|meetings?|meals?|catch-?\s?ups?|sync|1:1|one[\s-]to[\s-]one|one[\s-]on[\s-]one|zoom|chai|"
    r"video\s+call|phone\s+call|walk|talk|conversation|word|session|visit|kopi)"
)
_VERB = (
    r"met(?:\s+up)?(?:\s+with)?|meeting(?:\s+up)?\s+with|caught\s+up\s+with|ran\s+in\s*(?:to|2)|bumped\s+into|sat\s+down\s+with|"
    r"spoke(?:n)?\s+(?:to|with)|talked\s+(?:to|with)|chatted\s+(?:to|with)|saw|visited|phoned(?:\s+with)?|called(?!\s+out)|"
    r"zoomed\s+with|skyped\s+with|facetimed(?:\s+with)?|got\s+together\s+with|hung\s+out\s+with|had\s+" + _DRINK +
    r"\s+(?:with|w/|w)|(?:went\s+for|grabbed|shared|enjoyed|did|joined)\s+" + _DRINK + r"\s+(?:with|w/|w)|"
    r"(?:quick\s+|long\s+|nice\s+|great\s+|good\s+)?" + _DRINK + r"\s+(?:with|w/)"
)  # fmt: skip
_LEAD = (
    r"(?:(?:hi|hey|hello|ok|okay|so|well|also|and|please|fyi|update|log|note|record|add|remember|logging|new\s+meeting|"
    r"add\s+a\s+meeting|note\s+a\s+meeting)(?:\s+that)?\b[\s,:!.–-]*)*(?:(?:i|i've|ive|i\s+have|we|we've|we\s+have|me|just|"
    r"finally|also|only|randomly|briefly|actually|quickly|again|had|have|did)\s+)*"
)
CUE = re.compile(rf"^{_LEAD}(?:{_VERB})\s*[:,]?\s+", re.IGNORECASE)
_TOGETHER = re.compile(
    rf"^(?P<who>.+?)\s+and\s+(?:i|me)\s+(?:(?:just|finally|both)\s+)?(?:met(?:\s+up)?|caught\s+up|talked|spoke|had\s+{_DRINK}|"
    rf"got\s+together|sat\s+down)\b",
    re.IGNORECASE,
)
_WE_TOGETHER = re.compile(
    rf"^{_LEAD}(?:me|i)\s+and\s+(?P<who>.+?)\s+(?:met(?:\s+up)?|caught\s+up|talked|spoke|had\s+{_DRINK})\b",
    re.IGNORECASE,
)

_TOPIC = re.compile(
    r"(?:^|(?<=[\s,;(–-]))(?:to\s+(?:discuss|talk\s+(?:about|through)|go\s+(?:over|through)|plan|catch\s+up\s+on|chat\s+about)|"
    r"(?:we\s+|and\s+|,\s*)?(?:talked|chatted|spoke)\s+(?:about|through)|talking\s+about|discussing|(?:we\s+)?discussed|"
    r"(?:all|mostly|mainly)?\s*(?:about|abt)|regarding|concerning|re:?|on\s+the\s+(?:topic|subject)\s+of|topic:)\s+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:^|\s)(?:(?:over|back|down|up)\s+)?(?:at|in|@)\s+(?=\S)", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"^(?:person|the\s+end|passing|touch|general|private|short|total|length|detail|need|charge|my\s+\w+ing)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"(?:^|\s)(?:(?:on|over|via|by|through)\s+(?:a\s+|the\s+)?(?:zoom|teams|skype|slack|google\s+meet|meet|facetime|whatsapp|phone|"
    r"video(?:\s+call)?|e-?mail|call|coffee|lunch|brunch|breakfast|dinner|drinks?|tea|beers?|a\s+beer)|for\s+(?:a\s+|an\s+|some\s+)?"
    r"(?:\w+\s)?(?:coffee|lunch|brunch|breakfast|dinner|drinks?|tea|beers?|chat|catch-?\s?up|walk)|in\s+person|irl|done|briefly)"
    r"(?=$|[\s,.;!])",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:and|&)\s+|,|;|\s&\s|\+|\sand\s+(?:also\s+)?(?:with\s+)?|\s+n\s+|\s+plus\s+|/)\s*", re.IGNORECASE
)
_FROM = re.compile(
    r"^(?P<name>.+?)(?:,?\s+(?:from|of|over\s+at|@)\s+(?P<where>.+)|\s*\((?P<aside>[^)]*)\))$", re.IGNORECASE
)
_CALLED = re.compile(r"^(?:(?:an?|some)\s+.{0,40}?|some(?:one|body)\s+)\b(?:called|named)\s+", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"^(?:the|a|an|my|our|his|her|its|their|your|some|many|several|no|nobody|noone|someone|somebody|everyone|everybody|people|"
    r"it|this|that|these|those|all|him|her|them|us|you|with|lots|lot|new|up|\d.*)\b",
    re.IGNORECASE,
)
_TRIM = ' \t\n,.;:!?–—-"()'


@dataclass(frozen=True, slots=True)
class MeetingSaid:
    """A meeting as the words tell it, without its date."""

    people: tuple[PersonSaid, ...]
    place: str = ""
    topic: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Tails:
    """What follows the people."""

    people: str
    place: str
    topic: str
    notes: str


def in_sentence(text: str) -> MeetingSaid | None:
    """The meeting that a sentence tells of, without its date; None when it tells of none.

    A sentence that tells of a meeting with nobody named has no people in it.
    """
    cue = CUE.match(text)
    if cue:
        return _said(_tails(text[cue.end() :]))
    pair = _WE_TOGETHER.match(text) or _TOGETHER.match(text)
    return _said(_tails(f"{pair['who']} {text[pair.end() :]}")) if pair else None


def in_command(text: str) -> MeetingSaid:
    """The meeting in the words after a command: a sentence, or a list that begins with the people."""
    return in_sentence(text) or _said(_tails(_list_as_sentence(text)))


def _list_as_sentence(text: str) -> str:
    """ "Linn – Jaipur – the show" as a sentence would say it: people at a place about a topic."""
    if re.search(r"\s(?:at|in|about|re:?|regarding)\s", text, re.IGNORECASE):
        return text
    parts = [part.strip(_TRIM) for part in re.split(r"\s+[–—-]+\s+|\s*,\s*|\s*;\s*", text)]
    parts = [part for part in parts if part]
    people = [parts[0]] if parts else []
    rest = parts[1:]
    while rest and MENTION.fullmatch(rest[0]):
        people.append(rest.pop(0))
    said = ", ".join(people)
    if len(rest) >= 2 or (rest and rest[0][:1].isupper() and len(rest[0].split()) <= 4):
        said += f" at {rest.pop(0)}"
    return said + (f" about {', '.join(rest)}" if rest else "")


def _tails(text: str) -> Tails:
    topic = place = notes = ""
    text = _MEANS.sub(" ", text)
    cut = _TOPIC.search(text)
    if cut and text[: cut.start()].strip(_TRIM):
        text, topic = text[: cut.start()], text[cut.end() :]
        # "about the show at the gallery" keeps the place inside the topic only if none was said before it
        if not _PLACE.search(text):
            topic, place = _place_at_the_end(topic)
    where = next(
        (m for m in _PLACE.finditer(text) if not _NO_PLACE.match(text[m.end() :]) and text[: m.start()].strip()), None
    )
    if where:
        text, place = text[: where.start()], text[where.end() :]
        place, behind = _after_comma(place)
        if _with_people(behind):
            text = f"{text}, {behind}"
        elif behind and not topic:
            topic = behind
        elif behind:
            notes = behind
    return Tails(text, place.strip(_TRIM), topic.strip(_TRIM), notes)


def _place_at_the_end(topic: str) -> tuple[str, str]:
    """A place said last: "about pricing at the Young Gallery"; only one written as a name is taken for one."""
    last = re.search(r"\s(?:at|in)\s+((?:the\s+|le\s+|la\s+|her\s+|his\s+|our\s+)?[A-Z0-9][^,]*)$", topic)
    return (topic[: last.start()], last.group(1)) if last else (topic, "")


def _after_comma(place: str) -> tuple[str, str]:
    before, _, after = place.partition(",")
    head, dash, tail = before.partition(" - ")
    if dash:
        return head, f"{tail}, {after}".strip(", ") if after else tail
    companions = re.search(r"\s+with\s+", before, re.IGNORECASE)
    if companions:
        return before[: companions.start()], f"with {before[companions.end() :]}"
    return before, after.strip()


def _with_people(text: str) -> str:
    return text if re.match(r"(?:and\s+)?with\s", text, re.IGNORECASE) else ""


def _said(tails: Tails) -> MeetingSaid:
    people: list[PersonSaid] = []
    aside: list[str] = []
    for part in _BETWEEN.split(_apart(tails.people)):
        person, note = _person(part)
        if person:
            people.append(person)
        elif people and note:
            aside.append(note)
    topic = tails.topic or (aside.pop(0) if aside else "")
    notes = "\n".join(filter(None, (*aside, tails.notes)))
    return MeetingSaid(tuple(dict.fromkeys(people)), place=tails.place, topic=topic, notes=notes)


def _apart(people: str) -> str:
    """Mentions that stand side by side are two people."""
    return re.sub(r"(<@[^>]+>)\s*(?=<@)", r"\1, ", people)


def _person(text: str) -> tuple[PersonSaid | None, str]:
    """One reference to somebody; or nobody, with the words, when they name no one."""
    text = re.sub(
        r"^(?:(?:and|also|both|with|w/|me|myself|i)\s+)+", "", text.strip(_TRIM + "("), flags=re.IGNORECASE
    ).strip(_TRIM)
    mention = MENTION.search(text)
    if mention:
        return PersonSaid(mention.group(0), AccountId(mention.group(1))), ""
    text = _CALLED.sub("", text)
    said = _FROM.match(text)
    name, where = (said["name"], said["where"] or "") if said else (text, "")
    name = name.strip(_TRIM).removesuffix("'s")
    if not name or name.casefold() in ("me", "i", "us", "myself") or _NOT_A_NAME.match(name) or len(name.split()) > 5:
        return None, text
    return PersonSaid(name, organisation=where.strip(_TRIM)), ""
