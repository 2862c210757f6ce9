"""A frame whose intent, people and text spans were found, with every slot that rules read, in the form of records."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.phrases.en import (
    amounts,
    asks,
    corrections,
    formality,
    pronouns,
    reminders,
    rhythms,
    settings,
    speaker,
    subjects,
    topics,
)
from assistant.phrases.frame import Frame, Intent
from assistant.said import Surface


def settled(
    frame: Frame,
    text: str,
    surface: Surface,
    command: str = "",
    thread_target: str = "",
    names: Sequence[tuple[str, int]] = (),
    moments: Sequence[tuple[int, int]] = (),
) -> Frame:
    """The frame with its people completed and its slots filled.

    `text` is readable; `names` are all names in it with where each begins, whether or not they have a role; `moments`
    are the spans of its dates; `thread_target` is whom the thread is about, as the request says it.
    """
    people = pronouns.filled(frame.intent, text, frame.people, names, thread_target)
    sought, organisation = ("", frame.organisation) if frame.seeking else topics.apart(frame.organisation)
    frame = replace(
        frame,
        people=speaker.with_speaker(frame.intent, text, people),
        topic=topics.topic(frame.topic),
        place=topics.place(frame.place),
        organisation=topics.organisation(organisation),
        seeking=topics.seeking(frame.seeking or sought),
        client=topics.client(frame.client),
    )
    timed = frame.when is not None
    somebody = bool(frame.people)
    match frame.intent:
        case Intent.RECALL:
            return replace(frame, ask=asks.ask(text))
        case Intent.SHOW:
            return replace(frame, subject=subjects.shown(text))
        case Intent.FORGET:
            return replace(frame, subject=subjects.forgotten(text, somebody))
        case Intent.SETTINGS:
            return replace(frame, setting=settings.setting(text, timed, of_intros=command == "/intro"))
        case Intent.CORRECT:
            kind = corrections.correction(text, timed or somebody, surface is Surface.THREAD)
            return replace(frame, kind=kind)
        case Intent.RECORD_PARTNERSHIP:
            return replace(frame, formality=formality.formality(text))
        case Intent.LOG_REFERRAL:
            return replace(frame, amount=amounts.amount(text))
        case Intent.SET_OFFER | Intent.SET_NEED:
            return replace(frame, topic=topics.offer(frame.topic))
        case Intent.KEEP_IN_TOUCH:
            rhythm = rhythms.find(text)
            return replace(frame, every=rhythm.value if rhythm else None)
        case Intent.SET_REMINDER:
            said = [one.text for each in frame.people.values() for one in each]
            return replace(frame, topic=reminders.topic(text, said, moments))
        case _:
            return frame
