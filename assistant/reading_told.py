"""A sentence that may set a record right, taken apart."""

from dataclasses import dataclass, replace

from assistant.phrases.en.denying import Denied, contrast, denied
from assistant.phrases.en.outcomes import Became, outcome, says_won_or_lost, told_outcome
from assistant.phrases.en.setting_right import Clear, SetRight, set_right
from assistant.phrases.frame import Outcome
from assistant.plainly import bare


@dataclass(frozen=True, slots=True)
class Told:
    """What it may set right, and what it says that it was not."""

    text: str
    became: Became | None  # "she won it"
    rights: tuple[SetRight, ...]
    denied: Denied | None  # "it wasn't Tom"

    @classmethod
    def of(cls, words: str) -> "Told":
        text = bare(words)
        two = contrast(text)
        if two is None:
            return cls(text, told_outcome(text), set_right(text), denied(text))
        text, firm = f"no, it was {two.new}", Clear.LED if two.past else Clear.NOT
        rights = tuple(replace(new, clear=Clear.NOT, against=two.old, firm=firm) for new in set_right(text))
        return cls(text, None, rights, None)

    @property
    def of_last(self) -> SetRight | None:
        """What it sets right of the record that was spoken of last."""
        return next((new for new in self.rights if new.named is None), None)

    @property
    def settled(self) -> Outcome | None:
        """Won or lost, where it says so in these words."""
        became = self.became.outcome if self.became else outcome(self.of_last.value) if self.of_last else None
        return became if became in (Outcome.WON, Outcome.LOST) and says_won_or_lost(self.text) else None
