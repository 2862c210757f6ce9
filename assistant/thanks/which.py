"""Which introduction somebody is thanked for, when they are thanked by name."""

import re
from collections.abc import Collection, Sequence

from assistant.ids import IntroductionId, PersonId
from assistant.thanks.made import Made

_OF_AN_INTRODUCTION = re.compile(r"\b(?:intro|connect)", re.IGNORECASE)


def meant(
    receiver: PersonId,
    introduced: PersonId | None,
    topic: str,
    made: Sequence[Made],
    thanked: Collection[IntroductionId],
) -> Sequence[Made]:
    """Those that may be meant: one when it is clear, none when it is for something else, several to be asked about.

    `made` is newest first; `thanked` are those that the giver has thanked for already.
    """
    theirs = [one for one in made if one.connector.id == receiver]
    if introduced is not None:
        return [one for one in theirs if one.other.id == introduced][:1]
    if topic and not _OF_AN_INTRODUCTION.search(topic):
        return []  # "for the help with the fair"
    new = [one for one in theirs if one.introduction.id not in thanked]
    return new or theirs[:1]
