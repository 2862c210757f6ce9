"""From a question about what was noted to what is looked up: whom it is about is settled first, or asked."""

from collections.abc import Mapping
from functools import partial

from assistant import spoken
from assistant.errors import Refused
from assistant.facts import PersonSaid, Span
from assistant.ids import AccountId, PersonId, QuestionId
from assistant.ledger import Ledger
from assistant.people.acquaintance import warmth
from assistant.people.resolve import Unknown, resolve
from assistant.phrases.en.pronouns import is_pronoun
from assistant.phrases.frame import Ask, Frame, Intent, Role
from assistant.phrases.frame import Subject as FrameSubject
from assistant.phrases.words import MENTION, readable
from assistant.recall.look import Look, What
from assistant.recall.searching import finds_all, finds_any, look_for
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.who import refuse_oneself, settle

_ASKED = {
    Ask.LAST_MEETING: What.LAST,
    Ask.MEETINGS: What.MEETINGS,
    Ask.HISTORY: What.CARD,
    Ask.INTRODUCED_BY: What.INTRODUCED,
    Ask.MET_THROUGH: What.HOW,
    Ask.NOTES: What.NOTES,
}
_SHOWN = {FrameSubject.MEETINGS: What.MEETINGS, FrameSubject.NETWORK: What.NETWORK, FrameSubject.STATS: What.NUMBERS}
_BETWEEN_TWO: Mapping[FrameSubject | None, What] = {
    FrameSubject.STATS: What.BETWEEN,
    FrameSubject.EXCHANGE: What.EXCHANGE,
}

SHOWN = frozenset(_SHOWN)
"""The lists that are answered here."""


def recall(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    """What is looked up about a person or an organisation; or the question whom it is about. Raises Refused."""
    frame = spoken.meant(frame, by, ledger)
    sought = _sought(frame, by, ledger)
    if sought:
        return sought
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    what = _BETWEEN_TWO.get(frame.subject, _ASKED[frame.ask or Ask.HISTORY])
    about = next((one for one in people.get(Role.ABOUT, ()) if one != by.person.id), None)
    span = Span(None, by.today) if what is What.EXCHANGE else Span.of(frame.when)
    if about is not None:
        return Look(What.MEETINGS if what is What.CARD and span else what, about, span).matter()
    if frame.organisation:
        there = what if what in (What.LAST, What.NOTES) else What.MEETINGS
        return Look(there, None, span, words=frame.organisation).matter()
    if what in (What.LAST, What.MEETINGS, What.NOTES):
        return Look(what, None, span).matter()
    raise Refused("Whom do you mean? Say it with a name, like “how do I know Linn”.")


def _sought(frame: Frame, by: Speaker, ledger: Ledger) -> Matter | None:
    """A search for a name that nobody here has: nor nearly so, or the speaker's records have those very words."""
    for reference in frame.people.get(Role.ABOUT, ()):
        if reference.speaker or reference.known or reference.account or is_pronoun(reference.text):
            continue
        found = resolve(reference, ledger.people.directory(), by.person.id, partial(warmth, by=by, ledger=ledger))
        if isinstance(found, Unknown):
            look = look_for(reference.text, by)
            if finds_all(look, 1, by, ledger, as_spelt=bool(found.nearest)):
                return look.matter()
            refuse_oneself(reference, by, ledger)
            if not found.nearest:
                return _nobody(reference.text, look, by, ledger)
    return None


def _nobody(name: str, look: Look, by: Speaker, ledger: Ledger) -> Matter:
    """What has some of the words. Raises Refused where nothing has."""
    if finds_any(look, by, ledger):
        return look.matter()
    raise Refused(f"I know nobody called {name}, and nothing you noted has that name. Is it spelt in another way?")


def show(frame: Frame, by: Speaker) -> Matter:
    """One of the speaker's own lists: meetings, network, numbers."""
    what = _SHOWN[frame.subject] if frame.subject else What.MEETINGS
    if what is What.NETWORK:
        return Look(what, None, Span(None, by.today)).matter()
    return Look(what, None, Span.of(frame.when)).matter()


def who_is(words: str) -> Frame:
    """The frame of `/who Linn`: all that is known of them."""
    mention = MENTION.fullmatch(words.strip())
    said = PersonSaid(readable(words).strip(), AccountId(mention.group(1)) if mention else None)
    return Frame(Intent.RECALL, {Role.ABOUT: (said,)}, ask=Ask.HISTORY)


def card_of(person: PersonId) -> Matter:
    """The card of somebody who is known already."""
    return Look(What.CARD, person).matter()
