"""Contacts: people without an account, known to one member. What is noted of them, and that they are somebody else.

A merge moves nothing: records keep pointing at the contact, and reading follows it to whom it turned out to be. So it
can be undone whenever its owner likes, and what was noted of the contact is the contact's again.
"""

from assistant.errors import Gone, Refused
from assistant.facts import Contact, ContactFacts, Match, Person, Standing
from assistant.following import keep_up
from assistant.ids import MatchId, PersonId
from assistant.ledger import Ledger
from assistant.network.tending import weigh
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

SHOWN_ANEW = 20  # meetings whose messages follow a change at once; older ones show it when they are next changed
GONE = "That contact isn't there any more."


class NameTaken(Refused):
    """The owner keeps another contact of that very name."""


class NotThem(Refused):
    """The contact cannot be that person."""


def to_edit(contact: PersonId, by: Speaker, ledger: Ledger) -> Contact:
    """The contact, for a form. Raises Gone, or Refused for one that turned out to be somebody."""
    found = _own(contact, by, ledger)
    if found.meant:
        raise Refused(f"{found.person.name} turned out to be {found.meant.name}. Undo that first to edit the contact.")
    return found


def edit(contact: PersonId, facts: ContactFacts, by: Speaker, ledger: Ledger) -> Matter:
    """Replace what is noted of the contact. Raises Gone, Refused, NameTaken."""
    to_edit(contact, by, ledger)
    if any(other.name == facts.name and other.id != contact for other in ledger.contacts.all_of(by.person.id)):
        raise NameTaken("You have another contact of that name. Choose them below if the two are one.")
    ledger.contacts.edit(by.person.id, contact, facts)
    return _changed(contact, by, ledger)


def merge(contact: PersonId, into: PersonId, by: Speaker, ledger: Ledger) -> Matter:
    """The contact is that person: a member, or another contact of the same owner. Again is the same.

    Raises Gone, NotThem, or Refused when it is merged into somebody else already.
    """
    person = refuse_merge(contact, into, by, ledger)
    if person is not None:
        _follow(contact, by, ledger)
        ledger.contacts.merge(by.person.id, contact, person)
        weigh(by.person.id, (contact, person), ledger)
    return Matter(Subject.CONTACT, contact)


def refuse_merge(contact: PersonId, into: PersonId, by: Speaker, ledger: Ledger) -> PersonId | None:
    """Whom the contact would be merged into; None if it is already. Raises as `merge` does."""
    found = _own(contact, by, ledger)
    person = ledger.people.by_ids([into]).get(into)
    if person is None or person.owner not in (None, by.person.id):
        raise NotThem("I can't find that person any more. Type the name again.")
    if found.meant and found.meant.id == person.id:
        return None
    to_edit(contact, by, ledger)
    if person.id == by.person.id:
        raise NotThem("That is you.")
    if person.id == contact:
        raise NotThem("That is the contact itself. Choose somebody else, or leave it empty.")
    if person.standing in (Standing.BOT, Standing.UNKNOWN):
        raise NotThem(f"{person.name} is an app. I only keep notes about people.")
    return person.id


def take_apart(contact: PersonId, by: Speaker, ledger: Ledger) -> Matter:
    """The contact is somebody of their own again; again is the same. Raises Gone."""
    meant = _own(contact, by, ledger).meant
    if meant is None:
        return Matter(Subject.CONTACT, contact)
    ledger.contacts.merge(by.person.id, contact, None)
    weigh(by.person.id, (contact, meant.id), ledger)
    return _changed(contact, by, ledger)


def same(match: MatchId, by: Speaker, ledger: Ledger) -> Matter:
    """The member who joined is the contact. Raises Gone, Refused."""
    found = _match(match, by, ledger)
    matter = merge(found.contact, found.member, by, ledger)
    ledger.posts.hand_over(Matter(Subject.MATCH, match), matter)
    return matter


def apart(match: MatchId, by: Speaker, ledger: Ledger) -> Matter:
    """The member who joined is not the contact, and is not asked about again. Raises Gone, Refused."""
    found = _match(match, by, ledger)
    to_edit(found.contact, by, ledger)
    ledger.contacts.keep_apart(match)
    return Matter(Subject.MATCH, match)


def proposed(match: Match, owner: PersonId, ledger: Ledger) -> tuple[Contact, Person] | None:
    """The two who may be one; None when either is not there any more."""
    contact = ledger.contacts.get(owner, match.contact)
    member = ledger.people.by_ids([match.member]).get(match.member)
    return (contact, member) if contact and member else None


def _changed(contact: PersonId, by: Speaker, ledger: Ledger) -> Matter:
    _follow(contact, by, ledger)
    return Matter(Subject.CONTACT, contact)


def _follow(contact: PersonId, by: Speaker, ledger: Ledger) -> None:
    """Messages about meetings with the contact show the change soon. To be called while it is not merged."""
    for meeting in ledger.meetings.show_anew(by.person.id, contact, SHOWN_ANEW):
        keep_up(Matter(Subject.MEETING, meeting), by.person, ledger, by.at)


def _own(contact: PersonId, by: Speaker, ledger: Ledger) -> Contact:
    found = ledger.contacts.get(by.person.id, contact)
    if found is None:
        raise Gone(GONE)
    return found


def _match(match: MatchId, by: Speaker, ledger: Ledger) -> Match:
    found = ledger.contacts.match(by.person.id, match)
    if found is None:
        raise Gone(GONE)
    return found
