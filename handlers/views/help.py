"""What Wellmet can do, and what to say when it could not do it."""

import re
from typing import Any

from assistant.buttons import Button
from assistant.reply import Help, NobodyNamed, Notice, NotUnderstood, Refusal
from handlers.mrkdwn import clean, clip, readable
from handlers.views.blocks import Bold, Rendered, button, buttons, line, listed, quote, rendered, small
from handlers.views.meeting import ONLY_YOU

KEPT = 1_000  # characters of a sentence that are quoted back

# Sentences that work: a test says each of them to `understand`. The manifest shows PROMPTS in the Messages tab.
EXAMPLES = (
    "met Linn at the Young Gallery yesterday about the spring show",
    "had coffee with Tom and Maya this morning",
    "ran into @linn on Friday, she moves to Graz in May",
)
REMINDERS = (
    "remind me to chase Tom in two weeks",
    "catch up with Maya every 6 weeks",
    "stop nudging me until Monday",
    "quiet hours from 6pm to 9am",
)
BUSINESS = (
    "Sam sent me a client, Bloom & Co, worth £2,500",
    "Maya and I are teaming up on the bridal fair until June",
    "who am I partnered with?",
)
OFFERS = (
    "I do wedding photography",
    "I'm looking for a cake supplier",
    "can't recommend Linn enough for portraits",
)
PROMPTS = (
    ("What can you do?", "What can you do?"),
    ("I met somebody", "I met somebody today"),
    ("Take back the last one", "undo that"),
)
NAMES = ("Linn", "Maya", "Priya", "Sam", "Tom")  # whom the examples name
ANOTHER = "Ana"  # instead of the reader's own name
_FORM = button("Note a meeting", Button.NEW_MEETING, style="primary")


def usage(reply: Help) -> Rendered:
    """What can you do?"""
    shown = rendered(
        line("I remember whom you met, so that you don't have to. ", Bold("Tell me in a sentence:")),
        listed(*EXAMPLES),
        line("In any conversation, ", Bold("/met Linn yesterday about the fair"), " does the same, and ",
             Bold("/met"), " alone opens a form. ", Bold("undo"), " takes back what was noted last, ",
             Bold("no, it was Tuesday"), " sets it right, and ", Bold("cancel my reminder about Tom"),
             " finds what you name. ", Bold("show everything I noted"), " lists it all, and so does Home, above."),
        line("Ask me later: ", Bold("when did I last see Linn?"), ", ", Bold("who did I meet last week?"), ", ",
             Bold("who introduced me to Priya?"), " ", Bold("/who Linn"),
             " shows all you noted of somebody; ", Bold("search gallery spring"), " finds records by words in them."),
        line("Be reminded: ", Bold(REMINDERS[0]), ", ", Bold(REMINDERS[1]), ". And ", Bold(REMINDERS[2]),
             " or ", Bold(REMINDERS[3]), " whenever it is too much."),
        line("Thank whoever introduced you: ", Bold("/thanks @sam for the intro to Linn"),
             ". They are told, with what came of it."),
        line("What you do for others, what you need, and whom you believe in:"),
        listed(*OFFERS),
        line("Ask ", Bold("who is good at portraits?"), " or ", Bold("who shares my audience?")),
        line("Referrals and partnerships, which only you and the other one see:"),
        listed(*BUSINESS),
        line(Bold("put it back"), " after an undo, ", Bold("send me all my data"), ", or ", Bold("forget Tom"),
             ", which erases what you noted of him for good, once you have seen how much it is."),
        small(f"If a name could be several people, I ask. Whom you met is told nothing. {ONLY_YOU}"),
        buttons(_FORM),
    )  # fmt: skip
    return Rendered(for_reader(shown.text, reply.reader), [_spared(block, reply.reader) for block in shown.blocks])


def for_reader(example: str, reader: str) -> str:
    """An example without the reader's own name: nobody meets or thanks themselves."""
    own = "|".join(re.escape(word) for word in reader.split() if word in NAMES)
    return re.sub(rf"\b(?:{own})\b", ANOTHER, example) if own else example


def _spared(block: Any, reader: str) -> Any:
    """The same with every text for that reader."""
    if isinstance(block, dict):
        return {key: _spared(part, reader) for key, part in block.items()}
    if isinstance(block, list):
        return [_spared(part, reader) for part in block]
    return for_reader(block, reader) if isinstance(block, str) else block


def not_understood(reply: NotUnderstood) -> Rendered:
    """The words kept, and the nearest things that would work."""
    said = kept(reply.words)
    return rendered(
        line("I didn't understand that, and nothing was noted.", " You said:" if said else ""),
        quote(said) if said else None,
        line("I note whom you met. Sentences like these work:"),
        listed(*(for_reader(one, reply.reader) for one in EXAMPLES[:2])),
        buttons(_FORM),
    )


def nobody_named(reply: NobodyNamed) -> Rendered:
    """A meeting, but with whom?"""
    said = kept(reply.words)
    return rendered(
        line(
            "That sounds like a meeting, but I found no name in it, and nothing was noted.",
            " You said:" if said else "",
        ),
        quote(said) if said else None,
        line("Whom did you meet? Say it with a name: “", for_reader(EXAMPLES[0], reply.reader), "”."),
        buttons(_FORM),
    )


def refusal(reply: Refusal) -> Rendered:
    """It may not be done now; the reason says what can be done."""
    return rendered(line(clean(reply.why).strip() or "That can't be done now."))


def notice(reply: Notice) -> Rendered:
    """Something was done that has no message of its own."""
    return rendered(line(clean(reply.words).strip() or "Done."))


def looking_up() -> Rendered:
    """Somebody mentioned is not known here yet."""
    return rendered(line("One moment: I'm looking up who that is. The answer follows in our private conversation."))


def answered_privately() -> Rendered:
    """Said where others read."""
    return rendered(line("I've answered in our private conversation, where only you can read it."))


def trouble(reference: str, kept_words: str = "") -> Rendered:
    """Something of ours went wrong; the reference finds it in the log."""
    said = kept(kept_words)
    return rendered(
        line(f"That didn't work on our side, and nothing was saved. Please try again soon. (Reference {reference})"),
        quote(said) if said else None,
    )


def no_form(command: str = "") -> Rendered:
    """A form could not be opened; Slack gives us three seconds for it."""
    again = f"Type {command} again" if command else "Please try again"
    return rendered(line(f"The form didn't open in time. {again}, or say it in words: “{EXAMPLES[0]}”."))


def no_window() -> Rendered:
    """A window that shows something could not be opened."""
    return rendered(line("That didn't open in time. Please press the button again."))


def kept(words: str) -> str:
    """What was said, the way its writer reads it."""
    return clip(clean(readable(words)).strip(), KEPT)
