"""Every table and how it is treated: the one visible list. A test walks the tables and fails for one that is not in it.

A new table is one entry here: whose its rows are (`owner`), of whom (`about`), under which words members read of them,
and as which `subject` messages name them; or `part_of`, or `why` nothing in it is anybody's. And under which name its
rows are handed out (`copied`), or `why` not.
"""

from collections.abc import Callable, Mapping, Set
from typing import Any

from sqlalchemy import Table, Update, and_, false, or_, select, update

from assistant.business.record import Word
from assistant.export.copy import Entry
from assistant.ids import PersonId
from assistant.introductions.moves import OPEN
from assistant.introductions.record import Closing, Origin, Stage
from assistant.reply import Subject
from store.kept import known
from store.kept.rules import Condition, Going, Kept
from store.tables import (
    blocks,
    fits,
    imports,
    introduction_asks,
    introduction_moves,
    introductions,
    journal,
    lanes,
    listings,
    matches,
    meeting_people,
    meetings,
    metadata,
    name_meanings,
    nudges,
    outbox,
    partnerships,
    people,
    posts,
    preferences,
    questions,
    recommendations,
    referrals,
    reminder_people,
    reminders,
    search_entries,
    search_words,
    seen,
    settings_changes,
    thanks,
    thanks_to,
    ties,
    workspaces,
)

_NEVER_MADE = introductions.c.made_at.is_(None)
_ITS_PEOPLE = (introductions.c.requester, introductions.c.target, introductions.c.connector)


def _meetings(going: Going) -> Condition:
    """A meeting with others as well stays, without the one forgotten."""
    mine = and_(meetings.c.workspace == going.workspace, meetings.c.owner == going.owner)
    if going.about is None:
        return mine
    with_them = select(meeting_people.c.meeting).where(meeting_people.c.person.in_(going.about))
    with_others = select(meeting_people.c.meeting).where(meeting_people.c.person.not_in(going.about))
    return and_(mine, meetings.c.id.in_(with_them), meetings.c.id.not_in(with_others))


def _people_of_meetings(going: Going) -> Condition:
    if going.about is None:
        return false()  # they go with their meetings
    mine = select(meetings.c.id).where(meetings.c.workspace == going.workspace, meetings.c.owner == going.owner)
    goes = select(meetings.c.id).where(_meetings(going))
    within = meeting_people.c.meeting.in_(mine) & meeting_people.c.meeting.not_in(goes)
    return and_(meeting_people.c.person.in_(going.about), within)


def _introductions(going: Going) -> Condition:
    """What the owner noted or asked for goes, unless it was made: then it is the others' as well. See `_wordless`."""
    own = and_(
        introductions.c.workspace == going.workspace,
        introductions.c.author == going.owner,
        or_(_NEVER_MADE, introductions.c.origin == Origin.LOGGED),
    )
    gone = [column.in_(going.contacts) for column in _ITS_PEOPLE if going.contacts]
    if going.about is None:
        return or_(own, *gone)
    # Only by those whom the owner may know of: else it could be counted out who was asked, and said no.
    seen_of = (introductions.c.requester, known.TARGET, known.CONNECTOR)
    return or_(and_(own, or_(*(column.in_(going.about) for column in seen_of))), *gone)


def _wordless(going: Going) -> Update:
    """An introduction that was made stays for the others, without the words of whoever is erased."""
    mine = and_(introductions.c.workspace == going.workspace, introductions.c.author == going.owner)
    none = {"why": "", "organisation": "", "seeking": ""}
    return update(introductions).where(mine if going.about is None else false()).values(none)


def _business(table: Table) -> Callable[[Going], Condition]:
    """What the owner wrote down goes, unless the other side confirmed it: then it is theirs as well."""
    c = table.c

    def goes(going: Going) -> Condition:
        own = and_(c.workspace == going.workspace, c.author == going.owner, c.word != Word.CONFIRMED)
        gone = [c.other.in_(going.contacts)] if going.contacts else []
        return or_(own if going.about is None else and_(own, c.other.in_(going.about)), *gone)

    return goes


def _of_both(row: Mapping[str, Any], member: PersonId) -> Mapping[str, Any] | None:
    """One's own, and of the other one's what was told to both and was not taken back."""
    told = row["word"] != Word.OWN and row["undone_at"] is None
    kept = {name: value for name, value in row.items() if name not in ("version", "turn")}
    return kept if row["author"] == member or told else None


def _own_word(entry: Entry) -> Entry | None:
    """One's own comes back as one's own word: what the other side said of it is theirs to say again."""
    return {**entry, "word": Word.OWN, "writer": entry["author"]} if entry.get("author") == 1 else None


def _answers(going: Going) -> Condition:
    gone = [introduction_asks.c.person.in_(going.contacts)] if going.contacts else []
    return or_(introduction_asks.c.person == going.owner if going.about is None else false(), *gone)


def _nameless_moves(going: Going) -> Update:
    by = introduction_moves.c.by
    whose = by == going.owner if going.about is None else by.in_(going.contacts)
    return update(introduction_moves).where(whose).values(by=None)


def _apart(going: Going) -> Condition:
    """Who forgets somebody does not want to be introduced to them all the more; the wish goes with everything else."""
    gone = [blocks.c.other.in_(going.contacts)] if going.contacts else []
    return or_(blocks.c.person == going.owner if going.about is None else false(), *gone)


def _thanks(going: Going) -> Condition:
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
    with_them = select(introductions.c.id).where(or_(*(column.in_(people) for column in _ITS_PEOPLE)))
    to_them = or_(thanks_to.c.receiver.in_(people), thanks_to.c.introduction.in_(with_them))
    return [thanks.c.id.in_(select(thanks_to.c.thanks).where(to_them))]


def _reminders(going: Going) -> Condition:
    """With whomever it is about it has lost its reason; and their name may stand in its words."""
    named = select(reminder_people.c.reminder).where(reminder_people.c.person.in_(going.about or ()))
    mine = and_(reminders.c.workspace == going.workspace, reminders.c.owner == going.owner)
    return mine if going.about is None else and_(mine, reminders.c.id.in_(named))


def _contacts(going: Going) -> Condition:
    """Contacts go altogether; of a member the account stays, as Slack shows it anyway."""
    return people.c.id.in_(going.contacts)


def _account(going: Going) -> Update:
    """What remains of a member who had everything forgotten; Slack tells the rest anew where it shows it."""
    blank = {"email": "", "organisation": "", "title": "", "home_page": 0}
    mine = people.c.id == going.owner if going.about is None else false()
    return update(people).where(mine).values(blank)


def _fits(going: Going) -> Condition:
    """Who was suggested goes with everything of theirs, and from the needs of whoever forgets them."""
    here = fits.c.workspace == going.workspace
    if going.about is None:
        return and_(here, fits.c.person == going.owner)
    needs = select(listings.c.id).where(listings.c.workspace == going.workspace, listings.c.owner == going.owner)
    return and_(here, fits.c.person.in_(going.about), fits.c.need.in_(needs))


def _recommendations(going: Going) -> Condition:
    """One's own, those of whoever is forgotten, and others' about whoever had everything forgotten."""
    here = recommendations.c.workspace == going.workspace
    mine = recommendations.c.author == going.owner
    gone = [recommendations.c.person.in_(going.contacts)] if going.contacts else []
    if going.about is None:
        return and_(here, or_(mine, recommendations.c.person == going.owner, *gone))
    return and_(here, or_(and_(mine, recommendations.c.person.in_(going.about)), *gone))


def _questions(going: Going) -> Condition:
    """All of them: a name may stand in the words of any."""
    return and_(questions.c.workspace == going.workspace, questions.c.asker == going.owner)


def _heard(going: Going) -> Condition:
    return and_(seen.c.workspace == going.workspace, seen.c.key.startswith(f"words:{going.owner}:", autoescape=True))


def _later(going: Going) -> Condition:
    """Everything of a member's own lanes; what else speaks of them is found by its payload, in store/kept/jobs.py."""
    if going.about is not None or going.account is None:
        return false()
    own = (f"dm:{going.account}", f"home:{going.account}")
    return and_(outbox.c.workspace == going.workspace, outbox.c.lane.in_(own))


def _introduction(row: Mapping[str, Any], member: PersonId) -> Mapping[str, Any] | None:
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


def _as_past(entry: Entry) -> Entry | None:
    """Nobody is asked anew: what was waited for is closed. Of others' introductions the others have the record."""
    if "stage" not in entry:
        return None
    return (
        {**entry, "stage": Stage.CLOSED, "closing": Closing.WITHDRAWN} if entry["stage"] == Stage.REQUESTED else entry
    )


def _recommendation(row: Mapping[str, Any], reader: PersonId) -> Mapping[str, Any] | None:
    """Their author does not read what was answered; whoever is recommended reads those they have answered."""
    told = {name: row[name] for name in ("id", "author", "person", "topic", "written_at", "ended_at")}
    if row["author"] == reader:
        return told
    return told | {"consent": row["consent"]} if row["consent"] else None


_DERIVED = "follows from what is handed out"

KEPT = (
    Kept(
        meetings,
        ("meeting", "meetings"),
        Subject.MEETING,
        meetings.c.owner,
        goes=_meetings,
        copied="meetings",
        private=("sort_day", "version"),
        fresh={"version": 1, "sort_day": lambda row: row["day"] or row["until"] or row["written_at"].date()},
    ),
    Kept(
        meeting_people,
        ("mention in a meeting with others", "mentions in meetings with others"),
        part_of=meeting_people.c.meeting,
        goes=_people_of_meetings,
        copied="people",
        single=meeting_people.c.person,
    ),
    Kept(
        introductions,
        ("introduction", "introductions"),
        Subject.INTRODUCTION,
        introductions.c.author,
        goes=_introductions,
        emptied=_wordless,
        copied="introductions",
        shows=_introduction,
        shown_with={"known_connector": known.CONNECTOR, "known_target": known.TARGET},
        seen_by=_ITS_PEOPLE,
        fresh={
            "queue": "",
            "named": lambda row: row["connector"] is not None,
            "disclosed": True,
            "closing": lambda row: row["closing"] or (Closing.EXPIRED if row["stage"] == Stage.CLOSED else None),
            "conversation": "",
            "message": "",
            "version": 1,
        },
        comes_back=_as_past,
    ),
    Kept(
        listings,
        ("offer or need", "offers and needs"),
        Subject.LISTING,
        listings.c.owner,
        copied="offers_and_needs",
        private=("version",),
        fresh={"version": 1},
    ),
    Kept(
        referrals,
        ("referral", "referrals"),
        Subject.REFERRAL,
        referrals.c.author,
        goes=_business(referrals),
        copied="referrals",
        shows=_of_both,
        seen_by=(referrals.c.other,),
        fresh={"version": 1, "turn": 1},
        comes_back=_own_word,
    ),
    Kept(
        partnerships,
        ("partnership", "partnerships"),
        Subject.PARTNERSHIP,
        partnerships.c.author,
        goes=_business(partnerships),
        copied="partnerships",
        shows=_of_both,
        seen_by=(partnerships.c.other,),
        fresh={"version": 1, "turn": 1},
        comes_back=_own_word,
    ),
    Kept(fits, part_of=fits.c.need, goes=_fits, why=_DERIVED),
    Kept(
        recommendations,
        ("recommendation", "recommendations"),
        Subject.RECOMMENDATION,
        recommendations.c.author,
        about=(recommendations.c.person,),
        goes=_recommendations,
        copied="recommendations",
        shows=_recommendation,
        seen_by=(recommendations.c.person,),
        fresh={"consent": None},  # nobody is asked anew by a file: it is the author's own word
    ),
    Kept(
        introduction_asks,
        part_of=introduction_asks.c.introduction,
        goes=_answers,
        why="who was asked, and what they answered, is theirs to tell",
    ),
    Kept(
        introduction_moves,
        part_of=introduction_moves.c.introduction,
        emptied=_nameless_moves,
        why="who was asked, and what they answered, is theirs to tell",
    ),
    Kept(
        thanks,
        ("word of thanks", "words of thanks"),
        Subject.THANKS,
        thanks.c.giver,
        goes=_thanks,
        copied="thanks",
        private=("version", "referral"),
        fresh={"version": 1, "referral": None},
    ),
    Kept(
        thanks_to,
        about=(thanks_to.c.receiver,),
        part_of=thanks_to.c.thanks,
        copied="to",
        private=("place",),
    ),
    Kept(
        people,
        ("contact", "contacts"),
        Subject.CONTACT,
        people.c.owner,
        goes=_contacts,
        emptied=_account,
        why="stands in every copy as its first list, which all others point at",
    ),
    Kept(matches, subject=Subject.MATCH, about=(matches.c.contact, matches.c.member), why="questions to the member"),
    Kept(
        blocks,
        words=("person you are kept apart from", "people you are kept apart from"),
        owner=blocks.c.person,
        goes=_apart,
        copied="kept_apart",
        fresh={},
    ),
    Kept(ties, owner=ties.c.owner, about=(ties.c.other,), why=_DERIVED),
    Kept(
        name_meanings,
        owner=name_meanings.c.owner,
        about=(name_meanings.c.person,),
        copied="meanings",
        private=("among",),
        fresh={"among": ""},
    ),
    Kept(
        settings_changes,
        subject=Subject.SETTINGS,
        owner=settings_changes.c.person,
        why="what the settings were before; the settings themselves are in every copy",
    ),
    Kept(preferences, owner=preferences.c.person, copied="settings", fresh={}),
    Kept(
        questions,
        subject=Subject.QUESTION,
        owner=questions.c.asker,
        goes=_questions,
        copied="questions",
        private=("conversation", "candidates", "settled", "second", "came_to", "in_words", "fits"),
    ),
    Kept(
        reminders,
        ("reminder", "reminders"),
        Subject.REMINDER,
        reminders.c.owner,
        goes=_reminders,
        copied="reminders",
        private=("version", "round"),
        fresh={"version": 1, "round": 1},
    ),
    Kept(reminder_people, about=(reminder_people.c.person,), part_of=reminder_people.c.reminder, copied="people"),
    Kept(
        nudges,
        subject=Subject.NUDGES,
        owner=nudges.c.person,
        named_by=nudges.c.about,
        why="what was, or is to be, said about the rest",
    ),
    Kept(journal, owner=journal.c.author, named_by=journal.c.record, why=_DERIVED),
    Kept(imports, owner=imports.c.owner, why="which numbers came with which file"),
    Kept(search_entries, owner=search_entries.c.owner, named_by=search_entries.c.record, why=_DERIVED),
    Kept(search_words, owner=search_words.c.owner, why=_DERIVED),
    Kept(posts, named_by=posts.c.matter, why="where messages stand in Slack"),
    Kept(seen, named_by=seen.c.note, goes=_heard, why="marks of what came in already, without its words"),
    Kept(outbox, goes=_later, why="what is still to be said, and will be"),
    Kept(lanes, why="names of conversations and accounts, without what was said in them"),
    Kept(workspaces, why="settings of everybody together"),
)

_RULES = {kept.table.name: kept for kept in KEPT}


def rule(table: str) -> Kept:
    """How that table is treated."""
    return _RULES[table]


def in_order() -> tuple[Kept, ...]:
    """The list with whatever points at a table before that table, so that rows can be deleted in this order."""
    return tuple(_RULES[table.name] for table in reversed(metadata.sorted_tables) if table.name in _RULES)
