"""Members who join, change or leave: what Slack tells is learnt, and what follows from it is done once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from assistant.facts import Person, Profile, Standing
from assistant.following import say
from assistant.introductions.leaving import leave
from assistant.jobs import Say
from assistant.ledger import Ledger
from assistant.reminders.keeping import in_new_zone
from assistant.reply import Matter, Subject

_GONE = (Standing.DEACTIVATED, Standing.BOT)


def learn(profiles: Iterable[Profile], ledger: Ledger, now: datetime) -> None:
    """Learn them. The full name or the address of somebody's contact, in somebody new, is asked about.

    What was waiting for somebody who has gone waits no longer.
    """
    # As it was before: nobody else is to mean people by it whom this transaction has not brought in yet.
    directory = ledger.people.directory()
    for profile, before in ledger.people.learn_all(profiles):
        if before and profile.standing in _GONE:
            leave(before.id, ledger, now)
        elif before and before.zone != profile.zone:
            in_new_zone(replace(before, zone=profile.zone), ledger, now)
        if before and (before.name, before.email) == (profile.name, profile.email):
            continue
        contacts = directory.contacts_like(profile.name, profile.email)
        member = ledger.people.by_account(profile.account) if contacts else None
        if member and member.can_be_met:
            for contact in contacts:
                _ask(contact, member, ledger, now)


def _ask(contact: Person, member: Person, ledger: Ledger, now: datetime) -> None:
    """Ask the contact's owner, in private; nobody else learns of the contact, and the member of nothing."""
    if contact.owner is None or contact.owner == member.id:
        return
    owner = ledger.people.by_ids([contact.owner]).get(contact.owner)
    if owner is None or owner.account is None or not owner.may_keep_notes:
        return
    match = ledger.contacts.propose(contact.id, member.id)
    if match:
        say(Say(owner.account, Matter(Subject.MATCH, match)), f"join:{contact.id}:{member.id}", ledger, now)
