"""How a sentence was read, step by step, for people and for failing tests."""

from collections.abc import Iterator

from assistant.people.index import Directory
from assistant.phrases import commands, dates, intent
from assistant.phrases.lanes import summed
from assistant.phrases.moments import valued
from assistant.phrases.reading import Picture, picture, readings
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard
from assistant.phrases.weights import Weights, learnt
from assistant.phrases.words import readable

_STRONGEST = 6  # reasons that are told


def explained(heard: Heard, names: Directory) -> Iterator[str]:
    """A line for each step: the words, the dates, the intents with the strongest reasons, the readings, the outcome."""
    weights = learnt()
    command, text = commands.within(heard.command, readable(heard.words))
    yield f"read as: {text!r}" + (f" after {command}" if command else "")
    if text:
        seen = picture(heard, command, text, names, weights)
        yield "words: " + " ".join(
            word if shown == word.casefold() else f"{word}{shown}"
            for word, shown in zip(seen.tokens.words, seen.tokens.shown, strict=True)
        )
        now = dates.Now(heard.now, heard.day_first)
        for each in valued(seen.moments, seen.likely[0][0], text, now):
            yield f"date: {text[each.start : each.end]!r} is {each.when}"
        for wanted, likely in seen.likely[:3]:
            yield f"intent: {wanted} {likely:.3f} for {', '.join(_reasons(seen, wanted, weights))}"
        for one in readings(seen, weights):
            roles = {str(role): [person.text for person in said] for role, said in one.frame.people.items()}
            yield f"as {one.frame.intent}: {roles}, names clear by {one.clear:.1f}" + (
                f"; refused, {one.missing}" if one.missing else ""
            )
    outcome = understand(heard, names)
    yield f"outcome: {outcome.surety}, {outcome.frame}"
    yield f"because: {'; '.join(outcome.reasons) or 'the whole sentence is known'}"


def _reasons(seen: Picture, wanted: str, weights: Weights) -> list[str]:
    """The features that speak most for an intent, and what they weigh."""
    number = weights.intent.tags.index(wanted)
    found = intent.features(seen.tokens, seen.surface, seen.heard.about)
    intents = weights.intent
    weighed = [(summed(intents.state, [each], len(intents.tags))[number] / 100, each) for each in found]
    return [f"{feature!r} {weight:+.2f}" for weight, feature in sorted(weighed, reverse=True)[:_STRONGEST]]
