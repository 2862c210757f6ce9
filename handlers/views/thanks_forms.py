"""The forms of thanks: for an introduction, for anything, and as they were given."""

from assistant.buttons import Field, Form
from assistant.reply import Matter, ThanksForm
from assistant.said import Where
from assistant.thanks.filled import OF_NUDGE
from assistant.thanks.record import WORDS
from handlers.ids import Back
from handlers.views.blocks import Block, small
from handlers.views.fields import choice_of_one, field, modal, text
from handlers.views.moments import full_day
from handlers.views.people import name
from handlers.views.thanks import joined


def form(wanted: ThanksForm, where: Where) -> Block:
    """Whom, for which introduction, in which words."""
    if wanted.before:
        return _as_given(wanted, wanted.before, where)
    owed = wanted.owed
    words = text(
        Field.WORDS, "Your words", wanted.draft, WORDS, many=True, optional=owed is None, focus=owed is not None
    )
    if wanted.nudge and (len(wanted.to) > 1 or owed is None):
        reads = "reads these words" if len(wanted.to) == 1 else "read these words, each in private"
        doors = " Who introduced you also reads to whom, and on which day you met." if owed else ""
        note = small(f"{joined([name(one) for one in wanted.to])} {reads}.{doors} Nobody else does.")
        return modal(
            "Say thank you", Form.THANKS, Back(f"{OF_NUDGE}{wanted.nudge}", where=where), [words, note], "Send"
        )
    if owed:
        met = f", and that you met on {full_day(owed.met_on)}" if owed.met_on else ""
        note = small(
            f"{name(owed.connector)} reads your words, which introduction they are for{met}. Nobody else does."
        )
        return modal(
            f"Thank {name(owed.connector)}",
            Form.THANKS,
            Back(f"{OF_NUDGE}{wanted.nudge}" if wanted.nudge else str(owed.introduction), where=where),
            [words, note],
            "Send",
        )
    return modal(
        "Thank somebody",
        Form.THANKS,
        Back(where=where),
        [
            field(Field.TO, "Whom would you like to thank?", choice_of_one("A name", 1), optional=False),
            field(Field.INTRODUCED, "For an introduction to", choice_of_one("A name, or leave it empty", 1)),
            words,
            small("Whoever you thank is told, with your words; nobody else is."),
        ],
        "Send",
    )


def _as_given(wanted: ThanksForm, before: Matter, where: Where) -> Block:
    """Thanks that were given, to be set right; those to several together keep whom they are to."""
    words = text(Field.WORDS, "Your words", wanted.draft, WORDS, many=True, focus=True)
    several = len(wanted.to) > 1
    to = field(Field.TO, "Whom do you thank?", choice_of_one("A name", 1, wanted.to[0]), optional=False)
    note = small("Who was told already reads the new words where they were told, and nothing a second time.")
    title = "Edit your thanks"
    return modal(title, Form.THANKS, Back(before.key, wanted.version, where), [*([] if several else [to]), words, note])
