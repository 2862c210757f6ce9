"""Corrections in the forms that people use, read before the models are asked: "cancel my reminder about Tom", "make it
£300". What takes the place of the old is read by what the record is.
"""

import re
from dataclasses import replace

from assistant import picking, records
from assistant.facts import PersonSaid, When
from assistant.ids import AccountId
from assistant.ledger import Ledger
from assistant.people.resolve import Unknown, resolve
from assistant.phrases import dates
from assistant.phrases.dates import Direction, Now
from assistant.phrases.en.calling_off import called_off
from assistant.phrases.en.setting_right import Clear, SetRight, amount, outcome, set_right, told_of, told_outcome
from assistant.phrases.frame import Correction, Frame, Intent, Outcome, Record, Role, Which
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import MENTION, readable
from assistant.reply import Matter
from assistant.said import Surface, Utterance
from assistant.settings.saying import says_how
from assistant.speaker import Speaker

_TO_COME = (Record.REMINDER, Record.OFFER, Record.NEED, Record.SETTINGS)
_BETWEEN = re.compile(
    r"(?:^|\s+)(?:about|for|with|to|of|from|on|by|at|called|named|regarding|between|and|that|saying)(?=\s|$)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"['’]s?$")
_ABOUT, _FOR, _AT = (
    re.compile(rf"(?:{words})\s+(?P<what>\S.*)", re.IGNORECASE) for words in ("about|on|regarding", "for", "at|in")
)
_WON_OR_LOST = re.compile(r"\b(?:won|lost)\b", re.IGNORECASE)
_LEADS = re.compile(r"(?:about|on|regarding|for|at|in)\s", re.IGNORECASE)
_AROUND_A_DAY = re.compile(r"\s*(?:for|on|at|by|the|until|till|from)?\s*", re.IGNORECASE)


def asked(said: Utterance, by: Speaker, ledger: Ledger) -> Understood | None:
    """The correction that the sentence asks for, if it has one of these forms."""
    if said.surface is Surface.THREAD or said.command not in ("", "/wellmet"):
        return None
    text = " ".join(readable(said.words).split()).strip(" .!")
    off = called_off(text)
    if off:
        which = replace(named(off.record, off.before, off.rest, by), last=off.last)
        frame = Frame(Intent.CORRECT, kind=off.kind, which=which)
        return None if off.only_if and not picking.meant(frame, which, by, ledger) else _understood(frame)
    told = told_of(text)
    if told:
        which = named(Record.REFERRAL, told.before, told.rest, by)
        won = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which, outcome=outcome(told.value))
        return _understood(won) if picking.meant(won, which, by, ledger) else None
    became, new = told_outcome(text), set_right(text)
    if became is None and new is None:
        return None
    return _of_record(became, new, text, spoken_of(said, by, ledger), by, ledger)


def about(words: str, record: Matter, by: Speaker, ledger: Ledger) -> Frame | None:
    """What the words set right of a record that is known without them; None for words that set nothing right."""
    text = " ".join(readable(words).split()).strip(" .!")
    which = Which(among=(Matter(record.subject, record.id).key,))
    became, new = told_outcome(text), set_right(text)
    read = _of_record(became, new, text, which, by, ledger) if became or new else None
    if read is None:
        heard = Heard(words, Surface.DM, by.clock, by.day_first, speaker=by.person.id)
        read = understand(heard, ledger.people.directory())
    frame = read.frame
    if read.surety is Surety.HELP or frame.intent is not Intent.CORRECT or frame.kind is not Correction.AMEND:
        return None
    return replace(frame, notes=text, which=which)


def spoken_of(said: Utterance, by: Speaker, ledger: Ledger) -> Which | None:
    """The record in whose thread it was said; None for what was written down last."""
    matter = ledger.posts.at(said.where.conversation, said.where.thread) if said.where.thread else None
    if matter is None or matter.subject not in records.KINDS:
        return None
    return Which(among=(Matter(matter.subject, matter.id).key,))


def named(record: Record, before: str, rest: str, by: Speaker) -> Which:
    """The record as the words before and behind its kind tell of it."""
    about: list[str] = []
    when = None
    for text in (_WHOSE.sub("", before), rest):
        found = dates.find(text, Now(by.clock, by.day_first), _direction(record))
        if found:
            when = found[-1].when
            text = f"{text[: found[-1].start]} {text[found[-1].end :]}"
        about += [piece.strip(" ,'’") for piece in _BETWEEN.split(text)]
    return Which(record, tuple(filter(None, about)), when)


def _of_record(
    became: Outcome | None, new: SetRight | None, text: str, which: Which | None, by: Speaker, ledger: Ledger
) -> Understood | None:
    """What is said of the record that was named, or of the one spoken of."""
    if new and new.record:
        which = named(new.record, new.before, new.rest, by)
    record = which.record if which and which.record else _kind_of(which, by, ledger)
    frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which, notes=text)
    became = became or (outcome(new.value) if new else None)
    if became and record is Record.REFERRAL:
        return _understood(replace(frame, outcome=became))
    if became in (Outcome.WON, Outcome.LOST) and _WON_OR_LOST.search(text):
        return _of_some_referral(replace(frame, outcome=became), by, ledger)
    filled = _filled(frame, new, record, by, ledger) if new and record else None
    return _understood(filled, _is_clear(new, filled)) if new and filled else None


def _is_clear(new: SetRight, filled: Frame) -> bool:
    """Whether to act on it; words in the place of others are asked about unless it was said that they are."""
    told = filled.amount or filled.outcome or filled.when or filled.people or _LEADS.match(new.value)
    return new.clear is Clear.QUITE or (new.clear is Clear.BY_VALUE and bool(told))


def _of_some_referral(frame: Frame, by: Speaker, ledger: Ledger) -> Understood | None:
    """Something else was spoken of last: only a referral is won or lost, if there is any."""
    which = Which(Record.REFERRAL)
    frame = replace(frame, which=which)
    return _understood(frame, sure=False) if picking.meant(frame, which, by, ledger) else None


def _understood(frame: Frame, sure: bool = True) -> Understood:
    return Understood(frame, Surety.ACT if sure else Surety.CONFIRM)


def _kind_of(which: Which | None, by: Speaker, ledger: Ledger) -> Record | None:
    matter = Matter.of_key(which.among[0]) if which and which.among else records.last_standing(by, ledger)
    return next((one for one in Record if matter and picking.is_a(one, matter, ledger)), None)


def _filled(frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Frame | None:
    """The frame with the new value where it belongs in a record of that kind; None where it belongs nowhere."""
    match new.slot:
        case "amount":
            return replace(frame, amount=amount(new.value)) if amount(new.value) else None
        case "client":
            return replace(frame, client=new.value)
        case "topic":
            return replace(frame, topic=new.value)
        case "place":
            return replace(frame, place=new.value)
        case "audience":
            return replace(frame, audience=new.value)
    when = _moment(new.value, record, by)
    if when or (record is Record.SETTINGS and says_how(frame)):
        return replace(frame, when=when)
    if record is Record.REFERRAL and (amount(new.value) or outcome(new.value)):
        return replace(frame, amount=amount(new.value), outcome=outcome(new.value))
    return _with_person(frame, new, record, by, ledger) or _with_words(frame, new.value, record)


def _moment(value: str, record: Record, by: Speaker) -> When | None:
    """The moment that the words are, and nothing beside it."""
    found = dates.find(value, Now(by.clock, by.day_first), _direction(record))
    if len(found) != 1:
        return None
    around = (value[: found[0].start], value[found[0].end :])
    return found[0].when if all(_AROUND_A_DAY.fullmatch(text) for text in around) else None


def _with_person(frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Frame | None:
    """Somebody else is meant. Who was met is left to the models, who may be several."""
    if record in (Record.MEETING, Record.OFFER, Record.NEED, Record.SETTINGS):
        return None
    name = re.sub(r"^(?:with|to)\s+", "", new.value)
    mention = MENTION.fullmatch(name)
    reference = PersonSaid(name, AccountId(mention.group(1)) if mention else None)
    if isinstance(resolve(reference, ledger.people.directory(), by.person.id), Unknown):
        return None
    return replace(frame, people={Role.WITH: (reference,)})


def _with_words(frame: Frame, value: str, record: Record) -> Frame | None:
    about, for_what, at = (pattern.fullmatch(value) for pattern in (_ABOUT, _FOR, _AT))
    match record:
        case Record.OFFER if for_what:
            return replace(frame, audience=for_what["what"])
        case Record.OFFER | Record.NEED:
            return replace(frame, topic=value)
        case Record.RECOMMENDATION:
            return replace(frame, topic=for_what["what"] if for_what else value)
        case Record.THANKS if for_what:
            return replace(frame, topic=for_what["what"])
        case Record.MEETING if at:
            return replace(frame, place=at["what"])
        case Record.REFERRAL if for_what:
            return replace(frame, client=for_what["what"])
        case Record.MEETING | Record.INTRODUCTION | Record.REMINDER | Record.REFERRAL | Record.PARTNERSHIP if about:
            return replace(frame, topic=about["what"])
        case Record.REFERRAL if not about:
            return replace(frame, client=value)
        case _:
            return None


def _direction(record: Record) -> Direction:
    if record is Record.PARTNERSHIP:
        return Direction.ANY
    return Direction.FUTURE if record in _TO_COME else Direction.PAST
