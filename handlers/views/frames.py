"""What was understood, in words: "you met Linn at the fair", "you'd like an introduction to Tom"."""

from collections.abc import Iterable, Sequence

from assistant.buttons import Button
from assistant.facts import PersonSaid
from assistant.phrases.frame import Amount, Correction, Frame, Intent, Role, Subject
from assistant.reply import IsThatIt
from handlers.mrkdwn import clip, one_line, without_mentions
from handlers.views.blocks import Block, Bold, Rendered, Words, button, buttons, line, rendered, small
from handlers.views.meeting import place, topic, typed
from handlers.views.moments import every, moment

_SHOWN = {
    Subject.THANKS_OWED: "whom you still want to thank",
    Subject.REQUESTS: "your requests",
    Subject.MEETINGS: "your meetings",
    Subject.PARTNERS: "your partnerships",
    Subject.NETWORK: "your network",
    Subject.REMINDERS: "your reminders",
    Subject.STATS: "your numbers",
    Subject.OFFERS: "what you offer",
    Subject.NEEDS: "what you need",
    Subject.PERSON: "what I know of them",
    Subject.EVERYTHING: "everything I know of you",
    Subject.EXPORT: "all of it as a file",
}
_SHORT = {
    Intent.RECORD_MEETING: "You met",
    Intent.REQUEST_INTRO: "Ask for an introduction",
    Intent.MAKE_INTRO: "Introduce two people",
    Intent.LOG_INTRO: "Note an introduction",
    Intent.VOLUNTEER_INTRO: "Offer an introduction",
    Intent.GIVE_THANKS: "Thank somebody",
    Intent.LOG_REFERRAL: "Note a referral",
    Intent.FIND_PATH: "Who knows somebody",
    Intent.RECALL: "Look something up",
    Intent.SET_OFFER: "Note what you offer",
    Intent.SET_NEED: "Note what you need",
    Intent.RECORD_PARTNERSHIP: "Note a partnership",
    Intent.RECOMMEND: "Recommend somebody",
    Intent.SET_REMINDER: "Set a reminder",
    Intent.KEEP_IN_TOUCH: "Keep in touch",
    Intent.SHOW: "Show a list",
    Intent.SETTINGS: "Change a setting",
    Intent.FORGET: "Forget something",
    Intent.CORRECT: "Correct the last one",
    Intent.HELP: "Show what I can do",
    Intent.NONE: "Nothing",
}


def is_that_it(reply: IsThatIt, record: Sequence[Block] = ()) -> Rendered:
    """Understood, though not for sure: a tap does it. `record` is what it would change, as it stands."""
    second = reply.second
    return rendered(
        line("I think you said that ", *described(reply.said), ". Is that it?"),
        *([small("So far it says:"), *record] if record else []),
        line("Or did you mean that ", *described(second), "?") if second else None,
        small("Nothing is done yet. Press a button, or type “yes” or “no”."),
        buttons(
            button("Yes, that's it", Button.MEANT, f"{reply.question}:1", nth=1, style="primary"),
            *([button(f"No: {_SHORT[second.intent]}", Button.MEANT, f"{reply.question}:2", nth=2)] if second else []),
            button("Neither" if second else "No", Button.NEVER_MIND, reply.question),
        ),
    )


def described(frame: Frame) -> tuple[Words, ...]:
    """The frame as a clause in the second person, without a full stop."""
    about = topic(frame.topic)
    when = f" {moment(frame.when)}" if frame.when else ""
    match frame.intent:
        case Intent.RECORD_MEETING:
            return ("you met ", *_of(frame, Role.WITH), place(frame.place), when, about)
        case Intent.REQUEST_INTRO:
            through = _of(frame, Role.CONNECTOR)
            return (
                "you'd like an introduction to ", *_wanted(frame), *((" by ", *through) if through else ()), about
            )  # fmt: skip
        case Intent.FIND_PATH:
            return ("you're looking for who knows ", *_wanted(frame))
        case Intent.MAKE_INTRO:
            return ("you'd like to introduce ", *_of(frame, Role.INTRODUCE), about)
        case Intent.LOG_INTRO:
            who = _of(frame, Role.CONNECTOR) or ("somebody",)
            return (*who, " introduced ", *_of(frame, Role.INTRODUCED), when, about)
        case Intent.VOLUNTEER_INTRO:
            return (*(_of(frame, Role.CONNECTOR) or ("you",)), " can make the introduction", about)
        case Intent.GIVE_THANKS:
            met = _of(frame, Role.INTRODUCED)
            return (
                "you'd like to thank ", *_of(frame, Role.TO),
                *((" for the introduction to ", *met) if met else ()), about,
            )  # fmt: skip
        case Intent.LOG_REFERRAL:
            return (
                *(_of(frame, Role.REFERRER) or ("somebody",)), " sent ", *(_of(frame, Role.RECEIVER) or ("somebody",)),
                " business", _after(", ", frame.client), _money(frame.amount), when, about,
            )  # fmt: skip
        case Intent.RECALL:
            return ("you're asking about ", *(_of(frame, Role.ABOUT) or _words(frame.organisation)), when, about)
        case Intent.SET_OFFER:
            return ("you offer ", *_words(frame.topic))
        case Intent.SET_NEED:
            return ("you're looking for ", *_words(frame.topic), when)
        case Intent.RECORD_PARTNERSHIP:
            who = _of(frame, Role.WITH) or _words(frame.organisation)
            return ("you're working together with ", *who, when, about)
        case Intent.RECOMMEND:
            return ("you recommend ", *_of(frame, Role.PERSON), _after(" for ", frame.topic))
        case Intent.SET_REMINDER:
            of = _of(frame, Role.ABOUT)
            return ("you'd like to be reminded", *((" of ", *of) if of else ()), when, about)
        case Intent.KEEP_IN_TOUCH:
            return (
                "you'd like to keep in touch with ",
                *_of(frame, Role.WITH),
                f" {every(frame.every)}" if frame.every else "",
            )
        case Intent.SHOW:
            return ("you'd like to see ", _SHOWN[frame.subject] if frame.subject else "a list", when)
        case Intent.SETTINGS:
            return ("you'd like to change a setting", _after(": ", _plain(frame.setting)), when)
        case Intent.FORGET:
            of = _of(frame, Role.ABOUT)
            return ("I should forget ", *(of or ("something",)))
        case Intent.CORRECT:
            return _correction(frame)
        case Intent.HELP:
            return ("you'd like to know what I can do",)
        case Intent.NONE:
            return ("nothing is asked of me",)


def _correction(frame: Frame) -> tuple[Words, ...]:
    """What should become of which record: "the last one should be set right: Sam"."""
    who = _of(frame, Role.WITH)
    this = "this one" if frame.which and frame.which.among else "the last one"
    which = f"your {frame.which.record}" if frame.which and frame.which.record else this
    match frame.kind:
        case Correction.AMEND:
            anew = _anew(frame, who)
            return (f"{which} should be set right", *((":", *anew) if any(anew) else ()))
        case Correction.CANCEL:
            off = which if frame.which else "your request"
            return (off, *((" for ", *who) if who else ()), " should be called off")
        case _:
            return (f"{which} should be taken back",)


def _anew(frame: Frame, who: tuple[Words, ...]) -> tuple[Words, ...]:
    """What is right instead, each with the space before it: "", or " Sam", " on Friday", " about maps"."""
    when = f" {moment(frame.when)}" if frame.when else ""
    kinds = (frame.outcome, frame.formality)
    told = [*((" ", *who) if who else ()), when, _money(frame.amount), *(f" {one}" for one in kinds if one)]
    leads = {"topic": "about", "client": "for", "audience": "for", "place": "at"}
    texts = [(lead, getattr(frame, slot)) for slot, lead in leads.items() if getattr(frame, slot)]
    if not any(told):
        alone = texts[0][1] if texts else frame.notes
        named = " the client is " if frame.client else " "
        return (named, *_words(alone)) if len(texts) < 2 and alone else _led(texts)
    return (*told, *_led(texts))


def _led(texts: Sequence[tuple[str, str]]) -> tuple[Words, ...]:
    """ " about maps at the harbour"."""
    return tuple(word for lead, text in texts for word in (f" {lead} ", *_words(text)))


def _wanted(frame: Frame) -> tuple[Words, ...]:
    """Whom somebody wants to reach: a person, a kind of person, somebody at an organisation."""
    who = _of(frame, Role.TARGET) or _words(frame.seeking) or ("somebody",)
    return (*who, *((" at ", *_words(frame.organisation)) if frame.organisation else ()))


def _of(frame: Frame, role: Role) -> tuple[Words, ...]:
    """ "Linn, Tom and you"; nothing when nobody has the role."""
    return _several(frame.people.get(role, ()))


def _several(people: Iterable[PersonSaid]) -> tuple[Words, ...]:
    shown = list(people)
    words: list[Words] = []
    for nth, one in enumerate(shown):
        if nth:
            words.append(" and " if nth == len(shown) - 1 else ", ")
        words.append("you" if one.speaker else Bold(_called(one)))
    return tuple(words)


def _called(one: PersonSaid) -> str:
    return clip(one_line(without_mentions(one.means or one.text)), 100) or "somebody"


def _words(said: str) -> tuple[Words, ...]:
    shown = typed(said, 300)
    return (Bold(shown),) if shown else ()


def _after(glue: str, said: str) -> str:
    shown = typed(said, 300)
    return f"{glue}{shown}" if shown else ""


def _plain(name: str | None) -> str:
    return (name or "").replace("_", " ")


def _money(amount: Amount | None) -> str:
    """ ", worth 2,500 GBP"."""
    return f", worth {amount.value:,.10g} {amount.currency}".rstrip() if amount else ""
