"""The doors: minds (a thread), hear (a sentence or command), press (a button), submit (a form), react (an emoji), look
(Home), anew (a window), find (a name being typed), learn (members), due (a job's time has come) and done (it was
carried out).

One call in, one value out, one transaction.
"""

from collections.abc import Iterable, Sequence

from assistant import attempts, choosing, due, forgetting, forms, hearing, joining
from assistant.clock import Clock
from assistant.done import carried_out
from assistant.facts import Profile, Slot, Standing
from assistant.following import keep_up, lane_of, say, show_home
from assistant.ids import AccountId, WorkspaceId
from assistant.introductions import threads
from assistant.jobs import (
    Job,
    LookUp,
    Point,
    Say,
    ShowHome,
)
from assistant.ledger import Ledger, Memory
from assistant.outgoing import Delivered, Outgoing
from assistant.reply import (
    ContactMerged,
    FormErrors,
    LookingUp,
    Matter,
    Message,
    OpenForm,
    PersonChoice,
    Refusal,
    Subject,
    Window,
)
from assistant.said import ButtonPress, FormSubmission, Reaction, Surface, Utterance, Where
from assistant.speaker import Speaker
from assistant.tell import anew, tell
from assistant.thanks import filled as thanks

MEMBERS_ONLY = "I keep notes for members of this workspace only."


class Desk:
    """Hears members of any workspace; keeps nothing between calls but the way to the memory and to the time."""

    def __init__(self, memory: Memory, clock: Clock) -> None:
        self._memory = memory
        self._clock = clock

    def minds(self, workspace: WorkspaceId, where: Where) -> bool:
        """Whether a thread hangs on one of Wellmet's own cards; what is said in any other is none of its business."""
        with self._memory.read(workspace) as ledger:
            return threads.card_at(where, ledger) is not None

    def hear(self, said: Utterance) -> Message | OpenForm | None:
        """A sentence or command. Returns what answers a command at once; other answers go through the outbox (None)."""
        with self._memory.write(said.workspace) as ledger:
            if not ledger.seen.first(said.delivery):
                return None
            return self._hear(said, ledger, looked_up=False)

    def _hear(self, said: Utterance, ledger: Ledger, looked_up: bool) -> Message | OpenForm | None:
        """`looked_up`: Slack has been asked about the accounts already; who is still not known stays so."""
        person = ledger.people.hold(said.speaker)
        strangers = hearing.strangers(said, person, ledger)
        if strangers and not looked_up:
            lookup = LookUp(strangers, said)
            ledger.outbox.put(lookup, f"lookup:{said.delivery}", lane_of(said.speaker), self._clock.now())
            return LookingUp() if said.surface is Surface.COMMAND else None
        if person is None or person.standing in (Standing.BOT, Standing.DEACTIVATED, Standing.UNKNOWN):
            return None
        if said.surface is Surface.THREAD and not person.may_keep_notes:
            return None  # they spoke to the others there, not to us
        if not person.may_keep_notes:
            matter = Matter(Subject.REFUSED, words=MEMBERS_ONLY)
        else:
            by = Speaker(person, said.said_at, said.where.conversation)
            form = None if looked_up else hearing.form_asked_for(said, by)
            if form:
                return form
            answered = hearing.answer(said, by, ledger, self._clock.now())
            if answered is None:
                return None
            matter = answered
        if said.surface is Surface.COMMAND and not looked_up:
            return tell(matter, person, ledger).message
        self._reply(said, matter, ledger)
        return None

    def _reply(self, said: Utterance, matter: Matter, ledger: Ledger) -> None:
        """In the private conversation, whichever surface was used; where others read, the speaker alone is told so."""
        now = self._clock.now()
        private = said.surface is Surface.DM
        to = (said.where.conversation, said.where.thread) if private else ("", "")
        say(Say(said.speaker, matter, *to), f"reply:{said.delivery}", ledger, now)
        if said.surface in (Surface.MENTION, Surface.THREAD):
            pointer = Point(said.speaker, said.where.conversation, said.where.thread)
            ledger.outbox.put(pointer, f"point:{said.delivery}", f"channel:{said.where.conversation}", now)

    def press(self, press: ButtonPress) -> Message | OpenForm | None:
        """A button. Returns a form to open, a Refusal, or what takes the place of a window or of a fleeting message.

        Messages that stay in a conversation are kept up to date through the outbox.
        """
        with self._memory.write(press.workspace) as ledger:
            person = ledger.people.hold(press.speaker)
            if person is None or not person.may_keep_notes:
                return Refusal(MEMBERS_ONLY)
            by = Speaker(person, press.pressed_at, press.where.conversation)
            outcome = attempts.pressed(press, by, ledger, self._clock.now())
            if isinstance(outcome, OpenForm | Refusal):
                return outcome
            if outcome is None:
                show_home(person, ledger, self._clock.now())
            else:
                keep_up(outcome, person, ledger, self._clock.now())
            if press.where.windows:
                shown = press.where.windows[-1]
                ended = outcome is not None and outcome.subject in forgetting.ENDED
                return anew(outcome.key if outcome and ended else shown, person, ledger)
            return tell(outcome, person, ledger).message if outcome and press.where.fleeting else None

    def submit(self, form: FormSubmission) -> FormErrors | OpenForm | Message | None:
        """A form. Returns what is wrong with it, the form that takes its place, or what takes the place of the window
        or fleeting message it was opened from.
        """
        with self._memory.write(form.workspace) as ledger:
            person = ledger.people.hold(form.speaker)
            if person is None or not person.may_keep_notes:
                return forms.refused(MEMBERS_ONLY)
            by = Speaker(person, form.sent_at, form.where.conversation)
            if not ledger.seen.first(form.delivery):
                return None  # sent off twice, or delivered twice
            now = self._clock.now()
            matter = attempts.sent(form, by, ledger, now)
            if not isinstance(matter, Matter):
                ledger.seen.forget(form.delivery)  # the same form comes again, filled in better
                if matter is None:
                    show_home(person, ledger, now)
                return matter
            keep_up(matter, person, ledger, now)
            told = tell(matter, person, ledger).message
            about_contact = matter.subject is Subject.CONTACT
            new = isinstance(told, ContactMerged) or not form.of or matter.again or matter.subject is Subject.NOTICE
            of_their_own = about_contact or matter.subject is Subject.THANKS  # forms about other records make these
            if new or (of_their_own and not ledger.posts.about(matter)):
                say(Say(form.speaker, matter), f"reply:{form.delivery}", ledger, now)
            if form.where.windows:
                shown = form.where.windows[-1]
                return anew(matter.key if shown == form.of else shown, person, ledger)
            return told if form.where.fleeting and not about_contact else None

    def react(self, reaction: Reaction) -> None:
        """An emoji was added to a message; what follows is told through the outbox."""
        with self._memory.write(reaction.workspace) as ledger:
            person = ledger.people.hold(reaction.speaker)
            if person and person.may_keep_notes and ledger.seen.first(reaction.delivery):
                thanks.reacted(reaction, Speaker(person, reaction.at), ledger, self._clock.now())

    def look(self, workspace: WorkspaceId, account: AccountId, page: int = 1) -> None:
        """Home was opened, or a page of it asked for: it is published through the outbox."""
        with self._memory.write(workspace) as ledger:
            person = ledger.people.by_account(account)
            if person:
                ledger.people.turn_home(person.id, page)
            lane = f"home:{account}"
            ledger.outbox.put(ShowHome(account, page), lane, lane, self._clock.now(), replace=True)

    def anew(self, workspace: WorkspaceId, account: AccountId, shown: str) -> Window | None:
        """What a window shows, a Matter.key, as it stands now; None for one that only said something."""
        with self._memory.read(workspace) as ledger:
            person = ledger.people.by_account(account)
            return anew(shown, person, ledger) if person and person.may_keep_notes else None

    def find(
        self, workspace: WorkspaceId, account: AccountId, typed: str, field: str = Slot.PEOPLE, of: str = ""
    ) -> Sequence[PersonChoice]:
        """People for what was typed so far into a field of a form, best first, at most 20.

        Those met may be new: the words as a new contact come last. `of` is the record that the form is about.
        """
        with self._memory.read(workspace) as ledger:
            person = ledger.people.by_account(account)
            return choosing.choices(field, typed, of, person, ledger) if person else ()

    def learn(self, workspace: WorkspaceId, profiles: Iterable[Profile]) -> None:
        """Members joined, changed or left."""
        with self._memory.write(workspace) as ledger:
            joining.learn(profiles, ledger, self._clock.now())

    def due(self, workspace: WorkspaceId, job: Job) -> Outgoing | None:
        """The time of a job has come: what it comes to now; None when there is nothing to send or ask for."""
        with self._memory.read(workspace) as ledger:
            return due.outgoing(job, ledger, self._clock.now())

    def done(self, ledger: Ledger, job: Job, outgoing: Outgoing | None, delivered: Delivered) -> None:
        """The job was carried out. Runs in the transaction that finishes it."""
        carried_out(job, outgoing, delivered, ledger, self._clock.now())
        if isinstance(job, LookUp):
            self._hear(job.utterance, ledger, looked_up=True)
