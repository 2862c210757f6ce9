"""What is meant: from the words of a sentence to a frame, step by step; names stay words."""

import re

from assistant.people.index import Directory
from assistant.phrases import commands
from assistant.phrases.en import gate
from assistant.phrases.frame import Correction, Frame, Intent
from assistant.phrases.reading import Picture, Reading, picture, readings
from assistant.phrases.told import meeting_told
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.weights import Weights, learnt
from assistant.phrases.words import readable
from assistant.said import Surface

# Calibrated on sets left out of the training; docs/decisions/phrases.md has the figures.
_SURE = 0.985  # likelihood of the intent from which it acts
_CLEAR = 2.0  # lead of the least clear word of a name from which it acts
_SURE_OF_OFFERS, _CLEAR_OF_OFFERS = 0.995, 4.0  # in threads people chat, and who is named is often not who offers
_WELL_READ, _WELL_CLEAR = 0.95, 0.5  # from which no grammar is asked
_LIKELY = 0.4  # likelihood below which nothing is proposed
_CONCEIVABLE = 0.1  # likelihood of a meeting from which its grammar is asked
_TOLD_TO_US = (Surface.DM, Surface.COMMAND, Surface.MENTION)

_HELP = re.compile(
    r"(?:/?help(?:\s+me)?|hi|hello|hey|(?:hi|hello)\s+there|good\s+(?:morning|afternoon|evening)|start|usage|commands?|\?+|"
    r"who\s+are\s+you|what'?s\s+this|"
    r"(?:so\s+)?(?:what|how)\s+(?:can|do|does|should|could|are|is|sort|kinds?|things)\b.{0,40}\b(?:you|this|it)\b.{0,40})"
    r"[\s!?.]*",
    re.IGNORECASE,
)
_UNDO = re.compile(
    r"(?:please\s+)?(?:undo|delete|remove|scrap|scratch|cancel|forget|take\s+back)"
    r"(?:\s+(?:that|it|this|my|the|last|latest|one|entry|meeting|note|please|back))*[\s!.]*",
    re.IGNORECASE,
)


def understand(heard: Heard, names: Directory, weights: Weights | None = None) -> Understood:
    """What the sentence asks for; `weights` are those that come with Wellmet, unless a test brings its own.

    The steps, in order: make the words readable; whole sentences that mean one thing; find dates, then known names, and
    weigh the intents; read the sentence as the likeliest ones, each with its people, texts and slots; keep what passes
    the gate; say how sure that is.
    """
    command, text = commands.within(heard.command, readable(heard.words))
    if not re.search(r"[\w?]", text) and heard.surface is Surface.THREAD:
        return Understood(Frame(Intent.NONE), Surety.SILENT)
    if not text or (_HELP.fullmatch(text) and heard.surface in _TOLD_TO_US):
        return Understood(Frame(Intent.HELP), Surety.ACT)
    if _UNDO.fullmatch(text) and heard.surface in _TOLD_TO_US:
        return Understood(Frame(Intent.CORRECT, kind=Correction.UNDO), Surety.ACT)
    weights = weights or learnt()
    seen = picture(heard, command, text, names, weights)
    found = readings(seen, weights)
    understood = _decided(found, heard)
    return (_in_doubt(found[0]) and _meeting_by_grammar(understood, seen)) or understood


def _decided(found: list[Reading], heard: Heard) -> Understood:
    """The best reading, and whether to act on it, ask about it, or stay silent."""
    best = found[0]
    second = next((each.frame for each in found[1:] if not each.missing and each.frame.intent is not Intent.NONE), None)
    reasons = _reasons(best)
    silence = Surety.SILENT if heard.surface is Surface.THREAD else Surety.HELP
    if best.missing or best.frame.intent is Intent.NONE or best.likely < _LIKELY:
        return Understood(Frame(Intent.NONE), silence, second, reasons, _lacking(best, heard))
    offer = best.frame.intent is Intent.VOLUNTEER_INTRO
    likely, clear = (_SURE_OF_OFFERS, _CLEAR_OF_OFFERS) if offer else (_SURE, _CLEAR)
    sure = best.likely >= likely and best.clear >= clear and not best.unexplained
    return Understood(best.frame, Surety.ACT if sure else Surety.CONFIRM, second, reasons)


def _lacking(best: Reading, heard: Heard) -> Frame | None:
    """The reading that lacks nothing but somebody whom its names mean."""
    if best.likely < _LIKELY or not best.missing or gate.why_not(best.frame, heard.words, gate.may_be_a_name):
        return None
    return best.frame


def _in_doubt(best: Reading) -> bool:
    """Even a reading that is only sure enough to ask about is better than the grammar's."""
    return best.likely < _WELL_READ or best.clear < _WELL_CLEAR or bool(best.unexplained or best.missing)


def _meeting_by_grammar(read: Understood, seen: Picture) -> Understood | None:
    """A meeting told to Wellmet itself in a known form, where the models are not sure: it may be with somebody new."""
    heard, likely = seen.heard, dict(seen.likely)[Intent.RECORD_MEETING]
    if heard.surface not in _TOLD_TO_US or read.surety is Surety.ACT or likely < _CONCEIVABLE:
        return None
    told = meeting_told(seen.text, seen.command, heard, seen.names)
    if told.frame.intent is not Intent.RECORD_MEETING or told.surety is not Surety.ACT:
        return None
    return Understood(told.frame, told.surety, read.second, (*read.reasons, "a meeting by its form"))


def _reasons(best: Reading) -> tuple[str, ...]:
    told = [f"{best.frame.intent} {best.likely:.2f}", f"names clear by {best.clear:.1f}"]
    told += [f"missing: {best.missing}"] if best.missing else []
    told += [f"no role for {name}" for name in best.unexplained]
    return tuple(told)
