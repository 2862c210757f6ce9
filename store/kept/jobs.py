"""Which jobs of the outbox speak of somebody or of a record: found by the types of what they hold, whatever the job."""

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

from assistant import ids
from assistant.reply import Matter, Subject

_SUBJECTS = {
    ids.MeetingId: Subject.MEETING,
    ids.QuestionId: Subject.QUESTION,
    ids.MatchId: Subject.MATCH,
    ids.IntroductionId: Subject.INTRODUCTION,
    ids.ReminderId: Subject.REMINDER,
    ids.ChangeId: Subject.SETTINGS,
    ids.NudgeId: Subject.NUDGES,
    ids.RecommendationId: Subject.RECOMMENDATION,
    ids.ListingId: Subject.LISTING,
    ids.ThanksId: Subject.THANKS,
    ids.ReferralId: Subject.REFERRAL,
    ids.PartnershipId: Subject.PARTNERSHIP,
    ids.PersonId: Subject.CONTACT,
    ids.AccountId: ids.AccountId,
}
"""A new kind of record with jobs of its own is a line here."""

Named = tuple[object, int | str]
"""A kind of record and its id, or `AccountId` and an account."""


def names(job: object) -> Iterator[Named]:
    """All records, people and accounts that the job holds, also within a matter or what somebody said."""
    for field, kind in _hints(cast("Hashable", type(job))).items():
        yield from _named(kind, getattr(job, field))


def _named(kind: Any, value: Any) -> Iterator[Named]:
    if isinstance(value, Matter):
        yield value.subject, value.id
        for part in value.side.split(":"):  # a reader, or the writer of words passed on
            if part.isdecimal():
                yield Subject.CONTACT, int(part)
    elif dataclasses.is_dataclass(value):
        yield from names(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _named(get_args(kind)[0] if get_origin(kind) is tuple else kind, one)
    elif value is not None:
        for one in get_args(kind) or (kind,):  # also "PersonId | None"
            if one in _SUBJECTS:
                yield _SUBJECTS[one], value


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)
