"""What a transaction can come to, other than done."""

from assistant.errors import WellmetError


class TryAgain(WellmetError):
    """Another transaction was in the way; the same call will very likely pass."""


class LostLease(WellmetError):
    """The job was given to another worker, or replaced, while this one had it in hand; nothing was written."""
