"""The buttons of whoever is asked whether a recommendation of them may be shown."""

from datetime import datetime

from assistant.buttons import Button
from assistant.ids import RecommendationId
from assistant.ledger import Ledger
from assistant.recommendations.recommending import GONE as GONE
from assistant.recommendations.recommending import answer
from assistant.recommendations.record import Consent
from assistant.reply import Matter
from assistant.speaker import Speaker

BUTTONS = frozenset((Button.RECOMMEND_YES, Button.RECOMMEND_NO, Button.RECOMMEND_NEVER))


def pressed(button: Button, of: RecommendationId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Write the answer down. Raises Gone."""
    consent = Consent.SHOW if button is Button.RECOMMEND_YES else Consent.NO
    return answer(consent, button is Button.RECOMMEND_NEVER, of, by, ledger, now)
