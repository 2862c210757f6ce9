"""Taking thanks back, and giving them again. Who was told sees it where they were told."""

from datetime import datetime

from assistant.errors import Gone
from assistant.facts import Person
from assistant.following import keep_up, show_home
from assistant.ids import IntroductionId, ThanksId
from assistant.introductions.record import Side, Stage, Verb
from assistant.introductions.steps import step
from assistant.ledger import Ledger
from assistant.network.tending import between
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.thanks.giving import matter_for, pass_on
from assistant.thanks.record import Thanks

GONE = "Those thanks aren't there any more."


def stand(thanks: ThanksId, by: Speaker, ledger: Ledger) -> bool:
    """Whether the speaker gave them, and they are not taken back."""
    found = ledger.thanks.get(thanks)
    return found is not None and found.giver == by.person.id and found.undone_at is None


def take_back(thanks: ThanksId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Undo them; again is the same. Who was told already reads that they are taken back. Raises Gone.

    What is to be told is not called off: it looks when it is due whether they stand, and a message that is on its way
    at this moment is brought up to date as soon as it stands.
    """
    present = own(thanks, by, ledger)
    if present.undone_at is None:
        present = ledger.thanks.save(thanks, by.at)
        between(by.person.id, [one.receiver for one in present.to], ledger)
        for one in present.to:
            if one.introduction:
                _move_back(one.introduction, by.person, ledger, now)
        _show(present, by.person, ledger, now)
    return matter_for(present, by.person.id)


def put_back(thanks: ThanksId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Give them again; again is the same. Raises Gone."""
    present = own(thanks, by, ledger)
    if present.undone_at is not None:
        present = ledger.thanks.save(thanks, None)
        between(by.person.id, [one.receiver for one in present.to], ledger)
        pass_on(present, by.person, ledger, now)
        _show(present, by.person, ledger, now)
    return matter_for(present, by.person.id)


def own(thanks: ThanksId, by: Speaker, ledger: Ledger) -> Thanks:
    """The speaker's own, so that nobody else changes them meanwhile. Raises Gone."""
    found = ledger.thanks.hold(thanks)
    if found is None or found.giver != by.person.id:
        raise Gone(GONE)
    return found


def _move_back(number: IntroductionId, giver: Person, ledger: Ledger, now: datetime) -> None:
    """To where the introduction stood without these thanks; those of the other one keep it where it is."""
    introduction = ledger.introductions.hold(number)
    if introduction is None or introduction.stage is not Stage.THANKED or ledger.thanks.stand_for(number):
        return
    if introduction.side_of(giver.id) in (Side.REQUESTER, Side.TARGET):
        after = step(Verb.TAKE_BACK, introduction, giver, ledger, now)
        if after.met_at:
            step(Verb.REPORT_MET, after, giver, ledger, now)


def _show(thanks: Thanks, giver: Person, ledger: Ledger, now: datetime) -> None:
    for receiver in ledger.people.by_ids(one.receiver for one in thanks.to if one.told).values():
        keep_up(matter_for(thanks, receiver.id), receiver, ledger, now)
    show_home(giver, ledger, now)
