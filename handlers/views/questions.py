"""Who is meant: a question with a button for every answer, each of which may also be typed."""

from assistant.asked import Ending
from assistant.buttons import Button
from assistant.phrases.en.pronouns import is_pronoun
from assistant.phrases.frame import Frame, Intent
from assistant.reply import Candidate, QuestionClosed, WhichPerson, WhoIsThis
from handlers.mrkdwn import clip, one_line, without_mentions
from handlers.views.blocks import BUTTON, Block, Bold, Rendered, button, buttons, line, pictured, rendered, small
from handlers.views.meeting import place, topic
from handlers.views.moments import moment
from handlers.views.people import described, name, work

_PRESS = "Nothing is noted yet. Press a button, or type the name."
OFFERED = 5  # candidates shown; the desk sends no more


def which(reply: WhichPerson) -> Rendered:
    """A name fits several people, or one who may not be the one meant."""
    asked = called(reply.name)
    several = len(reply.candidates) > 1
    met, about = reply.said.intent is Intent.RECORD_MEETING, _about(reply.said)
    question = (" did you meet" if met else " do you mean") if several else (" you met" if met else " you mean")
    nothing, forgets = _nothing_yet(reply.said), reply.said.intent is Intent.FORGET
    return rendered(
        line("Which " if several else "Is this the ", Bold(asked), question, about, "?"),
        *_lines(reply.candidates),
        small(f"{nothing} Press a button, or type the answer: “the second”, or what tells them apart.")
        if several
        else small(f"{nothing} Press a button, or type the answer."),
        buttons(
            *_choices(reply.question, reply.candidates),
            *([] if forgets else [button("Somebody else: add as a contact", Button.ADD_CONTACT, reply.question)]),
            button("Never mind", Button.NEVER_MIND, reply.question),
        ),
    )


def who(reply: WhoIsThis) -> Rendered:
    """A name fits nobody here."""
    if is_pronoun(reply.name):
        return _whom(reply)
    asked = called(reply.name)
    if reply.said.intent is Intent.RECALL:
        return _asked_about(asked, reply)
    may_be_new = reply.said.intent is not Intent.FORGET
    verb = "met" if reply.said.intent is Intent.RECORD_MEETING else "mention"
    why = f", whom you {verb}{_about(reply.said)}." if may_be_new else ", so there is nothing to forget."
    new = "A contact is somebody without an account here; only you would know of them."
    return rendered(
        line("I know nobody called ", Bold(asked), why),
        line("Did you mean one of these?") if reply.nearest else None,
        *_lines(reply.nearest),
        small(" ".join((_nothing_yet(reply.said), *([new] if may_be_new else [])))),
        buttons(
            *_choices(reply.question, reply.nearest),
            *([button(_adding(asked), Button.ADD_CONTACT, reply.question)] if may_be_new else []),
            button("Never mind", Button.NEVER_MIND, reply.question),
        ),
    )


def _whom(reply: WhoIsThis) -> Rendered:
    """ "her" stands for nobody, or for several."""
    return rendered(
        line("Whom do you mean by ", Bold(f"“{called(reply.name)}”"), "?"),
        *_lines(reply.nearest),
        small("Nothing is noted yet. Type the name." if not reply.nearest else _PRESS),
        buttons(*_choices(reply.question, reply.nearest), button("Never mind", Button.NEVER_MIND, reply.question)),
    )


def _asked_about(asked: str, reply: WhoIsThis) -> Rendered:
    """Nobody of that name is known, and somebody nearly so: nothing is to be noted of them."""
    several = len(reply.nearest) > 1
    return rendered(
        line("I know nobody called ", Bold(asked), "."),
        line("Did you mean one of these?" if several else "Did you mean this one?") if reply.nearest else None,
        *_lines(reply.nearest),
        small(_PRESS),
        buttons(*_choices(reply.question, reply.nearest), button("Never mind", Button.NEVER_MIND, reply.question)),
    )


def closed(reply: QuestionClosed) -> Rendered:
    """The question stands no longer."""
    asked = called(reply.name)
    match reply.ending:
        case Ending.ANSWERED if reply.meant and reply.name:
            return rendered(line("Answered: by ", Bold(asked), " you meant ", Bold(name(reply.meant)), "."))
        case Ending.ANSWERED if not reply.name:
            return rendered(line("Answered."))
        case Ending.DROPPED if not reply.name:
            return rendered(line("Dropped. Nothing was done."), small("Say it in other words, or type “help”."))
        case Ending.REFUSED:
            return rendered(line("That can't be done. Nothing was noted."))
        case Ending.EXPIRED if not reply.name:
            return rendered(
                line("I asked what you meant, and a day has passed. Nothing was done."),
                small("Tell me again whenever you like."),
            )
        case Ending.ANSWERED:
            return rendered(line("Answered: who is meant by ", Bold(asked), "."))
        case Ending.DROPPED:
            return rendered(line("Dropped. Nothing was noted about ", Bold(asked), "."))
        case Ending.EXPIRED:
            return rendered(
                line("I asked who ", Bold(asked), " is, and a day has passed. Nothing was noted."),
                small("Tell me again whenever you like, and I'll ask anew."),
            )


def called(said: str) -> str:
    """The words asked about, as a person would read them."""
    return clip(one_line(without_mentions(said)), 100) or "somebody"


def _about(said: Frame) -> str:
    """What else was understood, so that the question can be answered a day later."""
    when = f" {moment(said.when)}" if said.when else ""
    return f"{place(said.place)}{when}{topic(said.topic)}"


def _nothing_yet(said: Frame) -> str:
    """That nothing is done before an answer."""
    return "Nothing is erased yet." if said.intent is Intent.FORGET else "Nothing is noted yet."


def _lines(candidates: tuple[Candidate, ...]) -> list[Block]:
    """A line for each, numbered as a typed answer counts them."""
    return [
        pictured(f"{nth}. {described(one)}", one.person.picture, f"Picture of {name(one.person)}")
        for nth, one in enumerate(candidates[:OFFERED], 1)
    ]


def _choices(question: int, candidates: tuple[Candidate, ...]) -> list[Block]:
    """A button with each name; people of one name are told apart by their work, or by their number above."""
    shown = candidates[:OFFERED]
    labels = [name(one.person) for one in shown]
    if len(set(labels)) < len(labels):
        labels = [f"{nth}. {label}" if labels.count(label) > 1 else label for nth, label in enumerate(labels, 1)]
        labels = [
            f"{label} ({work(one.person)})" if label[:1].isdigit() and work(one.person) else label
            for label, one in zip(labels, shown, strict=True)
        ]
    return [
        button(label, Button.CHOOSE, f"{question}:{one.person.id}", nth)
        for nth, (label, one) in enumerate(zip(labels, shown, strict=True), 1)
    ]


def _adding(asked: str) -> str:
    """ "Add Rosa Lind as a contact", the name cut so that the words around it stay."""
    return f"Add {clip(asked, BUTTON - len('Add  as a contact'))} as a contact"
