"""Forgetting for good, at a member's wish: one person, or everything of theirs. Asked first, and never undone.

What others noted stays theirs: their meetings with the member, and introductions that were made, without the words of
whoever is erased. The account stays, as Slack shows it anyway; who speaks again begins anew.
"""

from dataclasses import replace
from datetime import datetime

from assistant.erasing import Erasing
from assistant.errors import Gone, Refused
from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import PersonId, QuestionId
from assistant.introductions.leaving import leave
from assistant.introductions.moves import move
from assistant.introductions.record import Verb
from assistant.introductions.sides import seen_by
from assistant.introductions.steps import step
from assistant.jobs import Blank, ShowHome
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Role
from assistant.phrases.frame import Subject as FrameSubject
from assistant.recommendations.recommending import matter_of
from assistant.reply import ForgetAsked, Forgotten, Matter, Spared, Subject
from assistant.speaker import Speaker
from assistant.thanks import nudging as thanks
from assistant.who import settle

GONE = "I don't know that person any more: they are forgotten already."
ENDED = (Subject.FORGOTTEN, Subject.SPARED)
_MOST = 100_000  # meetings with others whose messages are brought up to date


def ask(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    """What would be forgotten, in numbers; nothing goes before the button. Raises Refused for nobody, or several."""
    if frame.subject is FrameSubject.EVERYTHING:
        return card(by.person.id, by)
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    about = people.get(Role.ABOUT)
    if len(about) != 1:
        raise Refused("Tell me one person to forget: “forget Tom”. For all that is yours, say “forget everything”.")
    return card(about[0], by)


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[ForgetAsked | Forgotten | Spared, Matter, int]:
    """What would go now, or how it ended, with a version for each. Of somebody of whom there is nothing it is as if it
    were gone; of oneself there are answers and messages, which nothing counts.
    """
    person = PersonId(matter.id)
    everything = person == member.id
    found = _seen(person, member, ledger)
    if matter.subject is Subject.SPARED:
        return Spared(found, everything), matter, 3
    counts = ledger.kept.count(_erasing(person, member)) if found else {}
    stays = ledger.kept.stays(_erasing(person, member)) if found else {}
    if matter.subject is Subject.FORGOTTEN or found is None or not (counts or everything):
        return Forgotten(found, everything, stays), matter, 2
    return ForgetAsked(found, everything, counts, stays), matter, 1


def forget(person: PersonId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Erase it. Raises Gone for a contact that is gone already, or is somebody else's."""
    found = _seen(person, by.person, ledger)
    if found is None:
        raise Gone(GONE)
    done = _ended(Subject.FORGOTTEN, person, by, ledger)
    erase(by.person, found, ledger, now)
    return done


def spare(person: PersonId, by: Speaker, ledger: Ledger) -> Matter:
    """Erase nothing. Raises Gone for a contact that is gone already, or is somebody else's."""
    if _seen(person, by.person, ledger) is None:
        raise Gone(GONE)
    return _ended(Subject.SPARED, person, by, ledger)


def card(person: PersonId, by: Speaker) -> Matter:
    """The message about it is one member's own: others may be asked about the same person at the same time."""
    return Matter(Subject.FORGETTING, person, side=str(by.person.id))


def _ended(how: Subject, person: PersonId, by: Speaker, ledger: Ledger) -> Matter:
    """The messages that asked say how it ended from now on, whatever is noted afterwards."""
    asked = card(person, by)
    ended = replace(asked, subject=how)
    ledger.posts.hand_over(asked, ended)
    if how is Subject.FORGOTTEN:  # a press that was on its way when another one kept it
        ledger.posts.hand_over(replace(asked, subject=Subject.SPARED), ended)
    return ended


def erase(member: Person, about: Person, ledger: Ledger, now: datetime) -> None:
    """Erase what the member noted of somebody; of themselves: everything of theirs.

    What was under way ends kindly first, and the words are taken out of the messages that speak of it.
    """
    end_introductions(member, about, ledger, now)
    if about.id != member.id:
        for meeting in ledger.meetings.show_anew(member.id, about.id, _MOST):
            keep_up(Matter(Subject.MEETING, meeting), member, ledger, now)
    else:
        _hide_recommendations(member, ledger, now)
    page = ledger.people.home_page(member.id)
    erased = ledger.kept.erase(_erasing(about.id, member))
    thanks.ask_no_more(member, about, ledger, now)
    for post in erased.posts:
        key = f"blank:{post.conversation}:{post.message}"
        ledger.outbox.put(Blank(post.conversation, post.message), key, f"blank:{post.conversation}", now)
    people = ledger.people.by_ids(person for person, _ in erased.batches)
    for person, batch in erased.batches:
        keep_up(Matter(Subject.NUDGES, batch), people[person], ledger, now)
    if page and member.account:  # the page itself is not known any more
        home = f"home:{member.account}"
        ledger.outbox.put(ShowHome(member.account, page if about.id != member.id else 1), home, home, now, replace=True)


def end_introductions(member: Person, about: Person, ledger: Ledger, now: datetime) -> None:
    """Nobody waits for who goes altogether; of a member who stays, what was asked or offered is taken back."""
    if about.id == member.id:
        leave(member.id, ledger, now)
        for contact in ledger.contacts.all_of(member.id):
            leave(contact.id, ledger, now)
    elif about.owner == member.id:
        leave(about.id, ledger, now)
    else:
        for one in ledger.introductions.of(member.id):
            held = ledger.introductions.hold(one.id)
            shown = seen_by(held, member, ledger) if held and held.author == member.id else None
            named = {who.id for who in (shown.requester, shown.target, shown.connector) if who} if shown else set()
            if held and about.id in named and move(held.stage, Verb.WITHDRAW, held.side_of(member.id)):
                step(Verb.WITHDRAW, held, member, ledger, now)


def _hide_recommendations(member: Person, ledger: Ledger, now: datetime) -> None:
    """With all that they told goes that others may read it: to their authors it is as if nothing had been answered."""
    shown = ledger.recommendations.of(member.id, _MOST)
    authors = ledger.people.by_ids({one.author for one in shown})
    for one in shown:
        keep_up(matter_of(one), authors[one.author], ledger, now)


def _seen(person: PersonId, member: Person, ledger: Ledger) -> Person | None:
    """The person, if the member may know of them."""
    found = ledger.people.by_ids([person]).get(person)
    return found if found and found.owner in (None, member.id) else None


def _erasing(person: PersonId, member: Person) -> Erasing:
    return Erasing(member.id, None if person == member.id else person)
