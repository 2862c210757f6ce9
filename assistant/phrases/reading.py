"""From words to a frame by the learnt models and the rules of slots, step by step; names stay words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.facts import PersonSaid, When
from assistant.ids import AccountId, PersonId
from assistant.people.index import Directory
from assistant.people.resolve import Unknown, resolve
from assistant.phrases import chain, dates, intent, sentences, spans, tagger, texts
from assistant.phrases.en import gate, roles, slots
from assistant.phrases.en.introducing import between
from assistant.phrases.frame import Frame, Intent, Role
from assistant.phrases.moments import meant, valued
from assistant.phrases.moments import spans as dated
from assistant.phrases.tokens import LONGEST, Tokens, cut
from assistant.phrases.told import ASIDE
from assistant.phrases.understood import Heard
from assistant.phrases.weights import Weights
from assistant.phrases.words import MENTION
from assistant.said import Surface

_TIMED = frozenset(
    (
        Intent.RECORD_MEETING, Intent.LOG_INTRO, Intent.LOG_REFERRAL, Intent.RECALL, Intent.SET_NEED, Intent.SHOW,
        Intent.RECORD_PARTNERSHIP, Intent.SET_REMINDER, Intent.SETTINGS, Intent.CORRECT,
    )
)  # fmt: skip
_WORTH_TRYING = 0.15  # the likelihood below which no other intent is tried when the first lacks something
MOST_READINGS = 3  # intents that a sentence is read as
_HINTS = ("from", "at", "of", "@")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence read as one intent."""

    frame: Frame
    likely: float  # of the intent, from 0 to 1
    clear: float  # by how much the least clear word of any person leads; above 1 is clear
    unexplained: tuple[str, ...]  # names the directory knows that have no role
    missing: str  # what the gate says is missing; "" when the frame holds all that it needs


@dataclass(frozen=True, slots=True)
class Picture:
    """What all readings of a sentence share."""

    heard: Heard
    command: str
    text: str
    surface: str  # for the models: dm, mention, thread, or the command
    moments: tuple[dates.Said, ...]
    tokens: Tokens
    likely: tuple[tuple[Intent, float], ...]  # the likeliest first
    names: Directory


def picture(heard: Heard, command: str, text: str, names: Directory, weights: Weights) -> Picture:
    """The sentence with its dates found, its words cut and classed, and its intents weighed."""
    said = dates.said_in(text[:LONGEST], heard.day_first)
    tokens = cut(text, names, heard.speaker, dated(said, text), weights.ordinary)
    moments = tuple(each for each in said if not _in_name(tokens, each))
    surface = command or str(heard.surface)
    tags = weights.intent.tags
    weighed = intent.scores(intent.features(tokens, surface, heard.about), weights.intent.state, len(tags))
    likely = sorted(zip(map(Intent, tags), weighed, strict=True), key=lambda each: -each[1])
    if command == "/intro" and likely[0][0] in (Intent.REQUEST_INTRO, Intent.MAKE_INTRO):
        runs = [(tokens.start[first], tokens.end[last]) for first, last in spans.runs(tokens)]
        asked = between(text, runs)
        likely.sort(key=lambda each: each[0] is not asked)
    return Picture(heard, command, text, surface, moments, tokens, tuple(likely), names)


def _in_name(tokens: Tokens, moment: dates.Said) -> bool:
    """The moment is a word of somebody's whole name, as in "April Jones"."""
    return any(
        full and start < moment.end and moment.start < end
        for full, start, end in zip(tokens.full, tokens.start, tokens.end, strict=True)
    )


def readings(picture: Picture, weights: Weights) -> list[Reading]:
    """The sentence as its likeliest intent, and as the next where that is worth trying; the complete ones first."""
    speaker = picture.heard.speaker if picture.heard.speaker is not None else PersonId(0)

    @cache  # the readings name the same people
    def known(one: PersonSaid) -> bool:
        return not isinstance(resolve(one, picture.names, speaker), Unknown)

    found: list[Reading] = []
    for wanted, likely in picture.likely[:MOST_READINGS]:
        if found and likely < _WORTH_TRYING:
            break
        found.append(_as_intent(picture, wanted, likely, weights, known))
    return sorted(found, key=lambda each: bool(each.missing))


def _as_intent(
    picture: Picture, wanted: Intent, likely: float, weights: Weights, known: Callable[[PersonSaid], bool]
) -> Reading:
    """The sentence read as that intent: people, then texts, the moment, and what rules read; then the gate."""
    heard, tokens = picture.heard, picture.tokens
    people_tags, lead = chain.best(
        weights.people, tagger.people_features(tokens, wanted, picture.surface), tagger.ROLES.get(wanted, ())
    )
    people = roles.put_right(wanted, tokens, spans.people(tokens, wanted, chain.spans(people_tags, lead)))
    if wanted is Intent.CORRECT:
        people = [each for each in people if "not" not in tokens.low[max(0, each.first - 2) : each.first]]
    text_tags, text_lead = chain.best(
        weights.texts, tagger.text_features(tokens, wanted, picture.surface, people_tags), tagger.TEXTS.get(wanted, ())
    )
    told = texts.texts(tokens, wanted, chain.spans(text_tags, text_lead), people)
    having: dict[Role, tuple[PersonSaid, ...]] = {}
    for span in sorted(people, key=lambda each: each.first):
        said = _person(tokens, span)
        if said not in having.get(Role(span.means), ()):
            having[Role(span.means)] = (*having.get(Role(span.means), ()), said)
    spelt = {means: tokens.span(each.first, each.last) for means, each in told.items()}
    frame = Frame(
        wanted,
        having,
        _when(picture, wanted, told),
        place=spelt.get("place", ""),
        topic=spelt.get("topic", ""),
        organisation=spelt.get("organisation", ""),
        seeking=spelt.get("seeking", ""),
        client=spelt.get("client", ""),
    )
    frame = slots.settled(
        frame,
        picture.text,
        heard.surface,
        picture.command,
        heard.thread.target if heard.thread else "",
        [(tokens.span(first, last), tokens.start[first]) for first, last in spans.runs(tokens)],
        [(each.start, each.end) for each in picture.moments],
    )
    frame = replace(
        frame, people=_once(frame), notes=_notes(picture, having) if wanted is Intent.RECORD_MEETING else ""
    )
    covered = {at for each in (*people, *told.values()) for at in range(each.first, each.last + 1)}
    unexplained = tuple(
        tokens.span(first, last)
        for first, last in spans.runs(tokens)
        if not covered & set(range(first, last + 1)) and (tokens.full[first] or tokens.kind[first] == "@")
    )
    missing = gate.why_not(frame, heard.words, known, commanded=heard.surface is Surface.COMMAND)
    clear = min((each.margin for each in people), default=9.0)
    return Reading(frame, likely, clear, unexplained, missing)


def _notes(picture: Picture, roles: Mapping[Role, Sequence[PersonSaid]]) -> str:
    """What was said in other sentences than those that name the people met."""
    named = [one.text for said in roles.values() for one in said]
    told = sentences.split(picture.text)
    meeting = [at for at, sentence in enumerate(told) if any(name in sentence for name in named)]
    if not meeting or picture.command == "/met":
        return ""
    others = [one for at, one in enumerate(told) if at not in meeting and (at > meeting[0] or len(one.split()) > ASIDE)]
    return "\n".join(others)


def _once(frame: Frame) -> dict[Role, tuple[PersonSaid, ...]]:
    """Nobody twice in a role; "Sam from Acme and Sam from Globex" are two."""
    return {
        role: tuple({(one.text.casefold(), one.organisation.casefold()): one for one in said}.values())
        for role, said in frame.people.items()
        if said
    }


def _person(tokens: Tokens, span: chain.Span) -> PersonSaid:
    """The reference as said, with the organisation behind or before it that tells people of one name apart."""
    said = tokens.span(span.first, span.last)
    mention = MENTION.fullmatch(said)
    if mention:
        return PersonSaid(said, AccountId(mention.group(1)))
    kind, after = tokens.kind, span.last + 1
    first = after
    if after < len(kind) and tokens.low[after] in _HINTS:
        first = after + 1
    last = first
    while first > after and last < len(kind) and kind[last] == "o":
        last += 1
    if last > first > after:
        return PersonSaid(said, organisation=tokens.span(first, last - 1))
    if span.first >= 2 and tokens.low[span.first - 1] == "'s" and kind[span.first - 2] == "o":
        return PersonSaid(said, organisation=tokens.words[span.first - 2])
    return PersonSaid(said)


def _when(picture: Picture, wanted: Intent, told: dict[str, chain.Span]) -> When | None:
    """The moment of the frame: the first outside of topic and place that has a day, else the first."""
    if wanted not in _TIMED:
        return None
    tokens = picture.tokens
    inside = [(tokens.start[each.first], tokens.end[each.last]) for each in told.values()]
    free = [each for each in picture.moments if not any(one <= each.start < other for one, other in inside)]
    now = dates.Now(picture.heard.now, picture.heard.day_first)
    return meant(valued(free, wanted, picture.text, now), wanted)
