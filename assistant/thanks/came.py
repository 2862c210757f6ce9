"""What came of an introduction, and the draft that says so."""

from datetime import date

from assistant.clock import MONTHS
from assistant.facts import Person

BUSINESS = "Business came of it. Thank you for making it happen!"
"""To everybody who made it happen; of whom the business was, and how much, is nobody else's."""


def draft(other: Person | None, made_on: date | None, met_on: date | None, business: bool) -> str:
    """Words to thank a connector with, for the giver to send or change. No sums, no notes: days and names only."""
    if other is None:
        return "Thank you!"
    on = f" on {_day(made_on)}" if made_on else ""
    met = f" We met on {_day(met_on)}" if met_on else ""
    came = " Business came of it." if business else ""
    if met:
        met = f"{met}, and business came of it." if business else f"{met}."
        came = ""
    return f"Thank you for introducing me to {other.name}{on}.{met}{came}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
