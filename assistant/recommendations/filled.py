"""The form of a recommendation, filled in. What is wrong is said under its field, and nothing is written."""

from datetime import datetime

from assistant import fields
from assistant.buttons import Field
from assistant.errors import Refused
from assistant.following import take_over
from assistant.ids import RecommendationId
from assistant.ledger import Ledger
from assistant.recommendations import recommending
from assistant.recommendations.corrected import recommend_otherwise, to_edit
from assistant.reply import FormErrors, Matter
from assistant.said import FormSubmission
from assistant.speaker import Speaker


def filled_in(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | FormErrors:
    """Recommend as the form says; the messages about it go on with what it says now."""
    try:
        before = to_edit(RecommendationId(fields.of_record(form, recommending.GONE)), by, ledger)
        person = fields.person_or_new(form, Field.TO, by, ledger)
        if person is None:
            return FormErrors(((Field.TO, "Whom do you recommend? Choose a name."),))
        after = recommend_otherwise(before, person.id, fields.line(form, Field.TOPIC), by, ledger, now)
    except Refused as refusal:
        return FormErrors(((Field.TO, str(refusal)),))
    return take_over(recommending.matter_of(before), after, by.person, ledger)
