"""Moments that stand side by side become one: a day and its time, two ends of a range, "a week before Friday"."""

from assistant.phrases.dates.clocks import like
from assistant.phrases.dates.spoken import Clock, Spoken
from assistant.phrases.dates.tokens import Token

Piece = tuple[Spoken, int, int]  # what is said, and the tokens that say it: from, up to

_DAYS = ("days", "weekday", "date", "nth", "offset", "place")
_LONG = ("month", "year", "period", "quarter", "week")
_BEFORE_A_PART = ("", ",", "i", "iT", ",iT", "@")
_LATE_PARTS = ("afternoon", "evening", "night")
_WEEKS = {-1: "last week", 0: "this week", 1: "next week"}
_ENDS = {"U": "until", "b": "until", "-": "until", "s": "since", "f": "from", "F": "from"}


def joined(pieces: list[Piece], row: list[Token]) -> list[Piece]:
    """The pieces with those that belong together made one, in order."""
    out: list[Piece] = []
    for piece in pieces:
        out.append(piece)
        while len(out) > 1:
            pair = _counted_from(out[-2], out[-1], row) or _ranged(out[-2], out[-1], row) or _beside(out[-2:], row)
            if pair is None:
                break
            out[-2:] = [pair]
    floors = [0, *(ends for _, _, ends in out)]
    return [_anchored(piece, row, floor) for piece, floor in zip(out, floors, strict=False)]


def _between(one: Piece, other: Piece, row: list[Token]) -> str:
    return "".join([token.kind for token in row[one[2] : other[1]]])


def _counted_from(one: Piece, other: Piece, row: list[Token]) -> Piece | None:
    """a week before Friday, two days after the 3rd."""
    (first, begins, last), (second, start, ends) = one, other
    if first.kind != "offset" or first.other or last != start or row[last - 1].kind not in "bFf":
        return None
    return (first.but(other=second), begins, ends) if _depth(second) < 2 else None


def _depth(said: Spoken) -> int:
    """How many moments hang on one another: two are plenty."""
    return max((1 + _depth(one) for one in (said.other, said.to) if one), default=0)


def _beside(pair: list[Piece], row: list[Token]) -> Piece | None:
    """A day and a time or a part of it, in either order; a weekday and its date or week."""
    one, other = pair
    glue = _between(one, other, row)
    far = one[0].to
    if far and far.kind in _DAYS and not far.clock and one[0].clock and other[0].kind == "clock" and glue in ("", "@"):
        return one[0].but(to=far.but(clock=other[0].clock)), one[1], other[2]  # 2pm till tomorrow 4:30pm
    if len(glue) > 3 or glue.strip(",@iTOf-FBbUq"):
        return None
    (first, begins, _), (second, start, ends) = one, other
    made = (
        _in_part(first, second, glue, row[start].kind)
        or _timed(first, second, glue)
        or (_timed(second, first, "") if glue in ("", ",", "O", "OT", ",O", "q") else None)
        or _dated(first, second, glue)
    )
    return (made, begins, ends) if made else None


def _timed(day: Spoken, time: Spoken, glue: str) -> Spoken | None:
    """tomorrow at 5, 3pm on Friday, tonight from 7 to 8, Thursday before 5pm."""
    if time.kind != "clock" or day.kind not in _DAYS or day.clock is not None or day.only:
        return None
    if ("B" in glue and time.until_clock is None) or (
        day.kind == "offset" and day.unit in ("second", "minute", "hour")
    ):
        return None
    part = day.part or time.part
    only = "until" if glue in ("b", "U") else time.only
    return day.but(clock=_of_part(time.clock, part), until_clock=_of_part(time.until_clock, part), part=part, only=only)


def _in_part(first: Spoken, second: Spoken, glue: str, kind: str) -> Spoken | None:
    """tuesday, in the morning; eight in the evening; in the afternoon, this Friday."""
    if glue not in _BEFORE_A_PART or (second.kind == "clock" and first.kind == "clock"):
        return None
    if second.kind == "days" and second.part and second.n == 0 and kind in "ip":
        if first.kind == "clock":
            return first.but(
                clock=_of_part(first.clock, second.part),
                until_clock=_of_part(first.until_clock, second.part),
                part=second.part,
            )
        if first.kind in _DAYS and not first.part and not first.to:
            clock = _of_part(first.clock, second.part)
            return first.but(part=second.part, clock=clock)
    if first.kind == "days" and first.part and first.n == 0 and second.kind in _DAYS and not second.part:
        return second.but(part=first.part)
    return None


def _dated(first: Spoken, second: Spoken, glue: str) -> Spoken | None:
    """Friday, 3 May; Jul 18, Fri; tomorrow, 13/04/21; Tuesday, next week; this week Friday; Oct 26 11:00 2023."""
    if second.kind == "year" and first.kind == "date" and first.clock and not first.year and glue == "":
        return first.but(year=second.year)
    if glue not in ("", ",", "O", ",O"):
        return None
    if first.kind == "period" and first.unit == "day" and second.kind in _DAYS:
        return second  # the end of day tomorrow
    for named, exact in ((first, second), (second, first)):
        if named.to or exact.to or named.clock:
            continue
        if named.kind == "weekday" and exact.kind in ("date", "nth") and exact.weekday in (None, named.weekday):
            weekday = None if named.which else named.weekday
            return exact.but(weekday=weekday, part=exact.part or named.part)
        if named.kind == "weekday" and exact.kind == "period" and exact.unit == "week" and not named.which:
            return named.but(which=_WEEKS.get(exact.n, ""))
    if first.kind == "days" and not first.part and second.kind == "date" and glue:
        return second
    return None


def _of_part(clock: Clock | None, part: str) -> Clock | None:
    """The evening's eight is twenty o'clock."""
    if clock is None or clock.sure or not part:
        return clock
    late = part in _LATE_PARTS and clock.hour < 12
    return Clock(clock.hour + 12 if late else clock.hour, clock.minute, clock.grain, sure=True)


def _ranged(one: Piece, other: Piece, row: list[Token]) -> Piece | None:
    """3 to 5pm, Monday to Wednesday, between May and July."""
    glue = _between(one, other, row).replace("T", "").replace("O", "")
    if glue not in ("-", "U", "&"):
        return None
    (first, begins, _), (second, _, ends) = one, other
    led = row[begins - 1].kind if begins else ""
    if glue == "&" and "B" not in (row[begins].kind, led):
        return None
    begins -= led in ("f", "B") and row[begins].kind not in "fB"
    made = _hours(first, second) or _from_day_to_day(first, second)
    return (made, begins, ends) if made else None


def _hours(first: Spoken, second: Spoken) -> Spoken | None:
    """3 to 5pm; 2pm to 4 on Friday; tomorrow at 3 until 5."""
    if first.clock is None or first.until_clock or first.to or second.clock is None or second.until_clock:
        return None
    if second.kind == "clock":
        return first.but(clock=like(first.clock, second.clock), until_clock=like(second.clock, first.clock, ends=True))
    if first.kind == "clock" and not second.part and second.kind not in ("days", "weekday"):
        return second.but(clock=like(first.clock, second.clock), until_clock=second.clock)
    return None


def _from_day_to_day(first: Spoken, second: Spoken) -> Spoken | None:
    """Monday to Wednesday, the 3rd to the 5th of May, March to May 2020, 4pm today to 5pm tomorrow."""
    known = (*_DAYS, *_LONG)
    if first.kind not in (*known, "clock") or second.kind not in known or first.to or second.to:
        return None
    near = first
    if first.kind == "offset" and first.unit == "minute" and first.n == 0:
        near = Spoken("days")  # between now and Friday
    if first.kind == second.kind == "weekday" and not first.which and second.which.endswith("week"):
        near = first.but(which=second.which)  # Monday to Wednesday of last week
    elif first.kind == "nth" and second.kind == "date":
        near = first.but(kind="date", month=second.month, year=second.year)
    elif first.kind in ("date", "month") and not first.year and second.year and first.which == "":
        near = first.but(year=second.year - (first.month > second.month > 0))
    return near.but(to=second, only="")


def _anchored(piece: Piece, row: list[Token], floor: int) -> Piece:
    """until, by, since, from: only that end was said. `floor`: the first token that is nobody else's."""
    said, begins, ends = piece
    if said.to or said.until_clock or said.only:
        return piece
    at = begins
    while at > floor and at > begins - 3 and row[at].kind not in "UsfFb-" and row[at - 1].kind in "UsfFbTiOe-":
        at -= 1
    lead = row[at]
    only = _ENDS.get(lead.kind, "")
    if (
        not only
        or (lead.kind in "fFb" and said.kind == "offset")
        or (lead.kind == "-" and lead.text.casefold() not in ("through", "thru"))
    ):
        return piece
    return said.but(only="by" if lead.text.casefold() == "by" else only), at, ends
