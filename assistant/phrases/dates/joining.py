"""Moments that stand side by side become one: a day and its time, two ends of a range, "a week before Friday"."""

from assistant.phrases.dates.clocks import like
from assistant.phrases.dates.spoken import Clock, Spoken
from assistant.phrases.dates.tokens import Token

Piece = tuple[Spoken, int, int]  # what is said, and the tokens that say it: from, up to

_DAYS = ("days", "weekday", "date", "nth", "offset", "place")
_GLUE = ({""}, {","}, {"@"}, {"i", "T"}, {"O"}, {"O", "T"}, {"f"}, {"-"})
_TO = {"-": ("",), "U": ("f",), "&": ("B",)}


def joined(pieces: list[Piece], row: list[Token]) -> list[Piece]:
    """The pieces with those that belong together made one, in order."""
    out: list[Piece] = []
    for piece in pieces:
        out.append(piece)
        while len(out) > 1:
            pair = _ranged(out[-2], out[-1], row) or _side_by_side(out[-2], out[-1], row)
            if pair is None:
                break
            out[-2:] = [pair]
    return [_anchored(piece, row) for piece in out]


def _between(one: Piece, other: Piece, row: list[Token]) -> str:
    return "".join(token.kind for token in row[one[2] : other[1]])


def _side_by_side(one: Piece, other: Piece, row: list[Token]) -> Piece | None:
    """A day and a time, in either order; a weekday and its date."""
    glue = _between(one, other, row)
    if glue.strip(",@iTOf-") or len(glue) > 2:
        return None
    (first, begins, _), (second, _, ends) = one, other
    for day, time in ((first, second), (second, first)):
        if time.kind == "clock" and day.kind in _DAYS and day.clock is None:
            part = day.part or time.part
            return (
                day.but(clock=_of_part(time.clock, part), until_clock=_of_part(time.until_clock, part), part=part),
                begins,
                ends,
            )
    if glue in ("", ",") and first.kind == "weekday" and second.kind in ("date", "nth") and not first.part:
        return second.but(weekday=first.weekday) if second.kind == "nth" else second, begins, ends
    if second.kind == "days" and second.part and second.n == 0 and first.kind == "clock" and glue in ("", ",", "iT"):
        return second.but(clock=_of_part(first.clock, second.part)), begins, ends
    return None


def _of_part(clock: Clock | None, part: str) -> Clock | None:
    """The evening's eight is twenty o'clock."""
    if clock is None or clock.sure or not part:
        return clock
    late = part in ("afternoon", "evening", "night") and clock.hour < 12
    return Clock(clock.hour + 12 if late else clock.hour, clock.minute, clock.grain, sure=True)


def _ranged(one: Piece, other: Piece, row: list[Token]) -> Piece | None:
    """3 to 5pm, Monday to Wednesday, between May and July."""
    glue = _between(one, other, row).replace("T", "").replace("O", "")
    (first, begins, _), (second, _, ends) = one, other
    led = row[begins - 1].kind if begins else ""
    opened = row[begins].kind in "fB" or led in "fB"
    if (
        glue not in ("-", "U", "&")
        or (glue == "U" and not opened)
        or (glue == "&" and "B" not in (row[begins].kind, led))
    ):
        return None
    if first.only or (second.only and glue != "U"):
        return None
    begins -= led in ("f", "B") and row[begins].kind not in "fB"
    if (
        first.kind == "clock"
        and first.clock
        and second.clock
        and second.until_clock is None
        and first.until_clock is None
    ):
        return second.but(clock=like(first.clock, second.clock), until_clock=second.clock, only=""), begins, ends
    if first.clock and second.kind == "clock" and second.clock and first.until_clock is None:
        return first.but(until_clock=like(second.clock, first.clock)), begins, ends
    if (
        first.kind in (*_DAYS, "month", "year", "period", "quarter")
        and second.kind not in ("clock", "vague")
        and not first.other
    ):
        near = first.but(month=second.month) if first.kind == "nth" and second.kind == "date" else first
        if near is not first:
            near = near.but(kind="date", year=second.year)
        elif not first.year and second.year and first.kind in ("date", "month"):
            near = first.but(year=second.year)
        return near.but(kind=near.kind, other=second.but(only="")), begins, ends
    return None


def _anchored(piece: Piece, row: list[Token]) -> Piece:
    """until, by, since, from: only that end was said."""
    said, begins, ends = piece
    if (said.other and said.kind != "week of") or said.until_clock or said.only:
        return piece
    lead = row[begins].kind
    at = begins
    if lead not in "UsfFb" and begins:
        at -= 1 if row[begins - 1].kind in "UsfFb" else 2 if begins > 1 and row[begins - 1].kind == "T" else 0
        lead = row[at].kind
    if lead == "U" or (lead == "b" and said.kind != "offset"):
        return said.but(only="until"), at, ends
    if lead == "s" or (lead in "fF" and said.kind not in ("offset",)):
        return said.but(only="since"), at, ends
    return piece
