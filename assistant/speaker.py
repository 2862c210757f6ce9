"""The member who speaks, with their own calendar."""

from dataclasses import dataclass
from datetime import date, datetime

from assistant.clock import local
from assistant.facts import Person
from assistant.ids import AccountId

# Where 3/4 is the fourth of March: the United States' own zones (CLDR, region US); everywhere else it is 3 April.
_MONTH_FIRST = frozenset(
    (
        "America/Adak", "America/Anchorage", "America/Boise", "America/Chicago", "America/Denver", "America/Detroit",
        "America/Juneau", "America/Los_Angeles", "America/Menominee", "America/Metlakatla", "America/New_York",
        "America/Nome", "America/Phoenix", "America/Sitka", "America/Yakutat", "Pacific/Honolulu",
    )
)  # fmt: skip
_MONTH_FIRST_AREAS = ("America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "US/")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, when, and what they told us to call their conversation."""

    person: Person
    at: datetime  # UTC
    conversation: str = ""  # where they spoke; a typed answer to a question is looked for there

    @property
    def account(self) -> AccountId:
        """Their account; only members speak."""
        if self.person.account is None:
            raise ValueError("a contact does not speak")
        return self.person.account

    @property
    def clock(self) -> datetime:
        """Their wall clock, without a zone."""
        return local(self.at, self.person.zone).replace(tzinfo=None)

    @property
    def today(self) -> date:
        """Their calendar day."""
        return self.clock.date()

    @property
    def day_first(self) -> bool:
        """Whether they read 3/4 as the third of April."""
        return self.person.zone not in _MONTH_FIRST and not self.person.zone.startswith(_MONTH_FIRST_AREAS)
