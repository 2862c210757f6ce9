"""One tree of what can go wrong in the thinking. Not understanding is a reply, not an error."""


class WellmetError(Exception):
    """Anything that Wellmet itself says went wrong."""


class Refused(WellmetError):
    """The member may not do this now; the text is shown to them as it stands. Nothing of it is written."""


class AnswerRefused(Refused):
    """It leads nowhere, and what was written before stays: the question is closed, what was called off is forgotten."""


class Gone(Refused):
    """What a button or form speaks of is not there: never was, was erased, or is somebody else's.

    The three read the same, so that nobody learns of records that are not theirs.
    """


class StillAhead(Refused):
    """A meeting that lies in the future: only what has happened is noted."""
