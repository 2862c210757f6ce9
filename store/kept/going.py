"""Of each table: which rows go, what remains of those that are others' too, and what of a row somebody may see."""

from collections.abc import Callable, Mapping, Set
from typing import Any

from sqlalchemy import Table, Update, and_, false, or_, select, update

from assistant.business.record import Word
from assistant.export.copy import Entry
from assistant.ids import PersonId
from assistant.introductions.moves import OPEN
from assistant.introductions.record import Closing, Origin, Stage
from store import known
from store.kept.rules import Condition, Going
from store.tables import (
    blocks,
    fits,
    introduction_asks,
    introduction_moves,
    introductions,
    listings,
    meeting_people,
    meetings,
    outbox,
    people,
    questions,
    recommendations,
    reminder_people,
    reminders,
    seen,
    thanks,
    thanks_to,
)

_NEVER_MADE = introductions.c.made_at.is_(None)
ITS_PEOPLE = (introductions.c.requester, introductions.c.target, introductions.c.connector)


def meetings_go(going: Going) -> Condition:
    """A meeting with others as well stays, without the one forgotten."""
    mine = and_(meetings.c.workspace == going.workspace, meetings.c.owner == going.owner)
    if going.about is None:
        return mine
    with_them = select(meeting_people.c.meeting).where(meeting_people.c.person.in_(going.about))
    with_others = select(meeting_people.c.meeting).where(meeting_people.c.person.not_in(going.about))
    return and_(mine, meetings.c.id.in_(with_them), meetings.c.id.not_in(with_others))


def meeting_people_go(going: Going) -> Condition:
    if going.about is None:
        return false()  # they go with their meetings
    mine = select(meetings.c.id).where(meetings.c.workspace == going.workspace, meetings.c.owner == going.owner)
    goes = select(meetings.c.id).where(meetings_go(going))
    within = meeting_people.c.meeting.in_(mine) & meeting_people.c.meeting.not_in(goes)
    return and_(meeting_people.c.person.in_(going.about), within)


def introductions_go(going: Going) -> Condition:
    """What the owner noted or asked for goes, unless it was made: then it is the others' as well. See `wordless`."""
    own = and_(
        introductions.c.workspace == going.workspace,
        introductions.c.author == going.owner,
        or_(_NEVER_MADE, introductions.c.origin == Origin.LOGGED),
    )
    gone = [column.in_(going.contacts) for column in ITS_PEOPLE if going.contacts]
    if going.about is None:
        return or_(own, *gone)
    # Only by those whom the owner may know of: else it could be counted out who was asked, and said no.
    seen_of = (introductions.c.requester, known.TARGET, known.CONNECTOR)
    return or_(and_(own, or_(*(column.in_(going.about) for column in seen_of))), *gone)


def wordless(going: Going) -> Update:
    """An introduction that was made stays for the others, without the words of whoever is erased."""
    mine = and_(introductions.c.workspace == going.workspace, introductions.c.author == going.owner)
    none = {"why": "", "organisation": "", "seeking": ""}
    return update(introductions).where(mine if going.about is None else false()).values(none)


def business_goes(table: Table) -> Callable[[Going], Condition]:
    """What the owner wrote down goes, unless the other side confirmed it: then it is theirs as well."""
    c = table.c

    def goes(going: Going) -> Condition:
        own = and_(c.workspace == going.workspace, c.author == going.owner, c.word != Word.CONFIRMED)
        gone = [c.other.in_(going.contacts)] if going.contacts else []
        return or_(own if going.about is None else and_(own, c.other.in_(going.about)), *gone)

    return goes


def business_stays(table: Table) -> Callable[[Going], Condition]:
    """What both confirmed: it is theirs whichever of them wrote it down."""
    c = table.c

    def stays(going: Going) -> Condition:
        both = and_(c.workspace == going.workspace, c.word == Word.CONFIRMED, c.undone_at.is_(None))
        sides = ((c.author, c.other), (c.other, c.author))
        theirs = [
            one == going.owner if going.about is None else and_(one == going.owner, other.in_(going.about))
            for one, other in sides
        ]
        return and_(both, or_(*theirs))

    return stays


def of_both(row: Mapping[str, Any], member: PersonId) -> Mapping[str, Any] | None:
    """One's own, and of the other one's what was told to both and was not taken back."""
    told = row["word"] != Word.OWN and row["undone_at"] is None
    kept = {name: value for name, value in row.items() if name not in ("version", "turn")}
    return kept if row["author"] == member or told else None


def own_word(entry: Entry) -> Entry | None:
    """One's own comes back as one's own word: what the other side said of it is theirs to say again."""
    return {**entry, "word": Word.OWN, "writer": entry["author"]} if entry.get("author") == 1 else None


def answers_go(going: Going) -> Condition:
    gone = [introduction_asks.c.person.in_(going.contacts)] if going.contacts else []
    return or_(introduction_asks.c.person == going.owner if going.about is None else false(), *gone)


def nameless_moves(going: Going) -> Update:
    by = introduction_moves.c.by
    whose = by == going.owner if going.about is None else by.in_(going.contacts)
    return update(introduction_moves).where(whose).values(by=None)


def blocks_go(going: Going) -> Condition:
    """Who forgets somebody does not want to be introduced to them all the more; the wish goes with everything else."""
    gone = [blocks.c.other.in_(going.contacts)] if going.contacts else []
    return or_(blocks.c.person == going.owner if going.about is None else false(), *gone)


def thanks_go(going: Going) -> Condition:
    """Thanks go with their giver, also where they were told; and with whom they were for, or spoke of."""
    spoken_of = _speaking_of(going.contacts)
    mine = and_(thanks.c.workspace == going.workspace, thanks.c.giver == going.owner)
    if going.about is None:
        return or_(mine, *spoken_of)
    return or_(and_(mine, or_(*_speaking_of(going.about))), *spoken_of)


def _speaking_of(people: Set[PersonId]) -> list[Condition]:
    """Thanks to one of the people, or for an introduction that has one of them in it."""
    if not people:
        return []
    with_them = select(introductions.c.id).where(or_(*(column.in_(people) for column in ITS_PEOPLE)))
    to_them = or_(thanks_to.c.receiver.in_(people), thanks_to.c.introduction.in_(with_them))
    return [thanks.c.id.in_(select(thanks_to.c.thanks).where(to_them))]


def reminders_go(going: Going) -> Condition:
    """With whomever it is about it has lost its reason; and their name may stand in its words."""
    named = select(reminder_people.c.reminder).where(reminder_people.c.person.in_(going.about or ()))
    mine = and_(reminders.c.workspace == going.workspace, reminders.c.owner == going.owner)
    return mine if going.about is None else and_(mine, reminders.c.id.in_(named))


def contacts_go(going: Going) -> Condition:
    """Contacts go altogether; of a member the account stays, as Slack shows it anyway."""
    return people.c.id.in_(going.contacts)


def account_emptied(going: Going) -> Update:
    """What remains of a member who had everything forgotten; Slack tells the rest anew where it shows it."""
    blank = {"email": "", "organisation": "", "title": "", "home_page": 0}
    mine = people.c.id == going.owner if going.about is None else false()
    return update(people).where(mine).values(blank)


def fits_go(going: Going) -> Condition:
    """Who was suggested goes with everything of theirs, and from the needs of whoever forgets them."""
    here = fits.c.workspace == going.workspace
    if going.about is None:
        return and_(here, fits.c.person == going.owner)
    needs = select(listings.c.id).where(listings.c.workspace == going.workspace, listings.c.owner == going.owner)
    return and_(here, fits.c.person.in_(going.about), fits.c.need.in_(needs))


def recommendations_go(going: Going) -> Condition:
    """One's own, or of these those of whoever is forgotten. Others' about oneself are theirs: see `unagreed`."""
    here = recommendations.c.workspace == going.workspace
    mine = recommendations.c.author == going.owner
    gone = [recommendations.c.person.in_(going.contacts)] if going.contacts else []
    if going.about is None:
        return and_(here, or_(mine, *gone))
    return and_(here, or_(and_(mine, recommendations.c.person.in_(going.about)), *gone))


def unagreed(going: Going) -> Update:
    """What was answered to being shown goes with everything else: what others say stays theirs, and theirs alone."""
    of_them = and_(recommendations.c.workspace == going.workspace, recommendations.c.person == going.owner)
    which = of_them if going.about is None else false()
    return update(recommendations).where(which).values(consent=None)


def questions_go(going: Going) -> Condition:
    """All of them: a name may stand in the words of any."""
    return and_(questions.c.workspace == going.workspace, questions.c.asker == going.owner)


def heard_go(going: Going) -> Condition:
    return and_(seen.c.workspace == going.workspace, seen.c.key.startswith(f"words:{going.owner}:", autoescape=True))


def later_go(going: Going) -> Condition:
    """Everything of a member's own lanes; what else speaks of them is found by its payload, in store/kept/jobs.py."""
    if going.about is not None or going.account is None:
        return false()
    own = (f"dm:{going.account}", f"home:{going.account}")
    return and_(outbox.c.workspace == going.workspace, outbox.c.lane.in_(own))


def introduction_shown(row: Mapping[str, Any], member: PersonId) -> Mapping[str, Any] | None:
    """Of one's own what one may know; of others' what was said to all when it was made. Never whose no it was."""
    made, own = row["made_at"] is not None, row["author"] == member
    if not own:
        shared = ("id", "origin", "requester", "target", "connector", "why", "made_at")
        return {name: row[name] for name in shared} if made and row["origin"] != Origin.LOGGED else None
    told = {name: row[name] for name in ("id", "origin", "organisation", "seeking", "why", "asked_at", "made_at")}
    closed = row["stage"] == Stage.CLOSED and row["disclosed"]
    waits = Stage.REQUESTED if row["stage"] in (*OPEN, Stage.CLOSED) else row["stage"]
    return told | {
        "stage": Stage.CLOSED if closed else waits,
        "closing": row["closing"] if row["closing"] in (Closing.WITHDRAWN, Closing.DROPPED) and closed else None,
        "requester": row["requester"],
        "connector": row["known_connector"],
        "target": row["known_target"],
    }


def as_past(entry: Entry) -> Entry | None:
    """Nobody is asked anew: what was waited for is closed. Of others' introductions the others have the record."""
    if "stage" not in entry:
        return None
    return (
        {**entry, "stage": Stage.CLOSED, "closing": Closing.WITHDRAWN} if entry["stage"] == Stage.REQUESTED else entry
    )


def recommendation_shown(row: Mapping[str, Any], reader: PersonId) -> Mapping[str, Any] | None:
    """Their author does not read what was answered; whoever is recommended reads those they have answered."""
    told = {name: row[name] for name in ("id", "author", "person", "topic", "written_at", "ended_at")}
    if row["author"] == reader:
        return told
    return told | {"consent": row["consent"]} if row["consent"] else None
