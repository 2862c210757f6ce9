"""What members entered into the fields of a form."""

from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.said import FormSubmission
from assistant.speaker import Speaker

LONGEST = 2_900  # characters of a note; a Slack section holds 3,000 and the read-back adds its own words


def people_in(form: FormSubmission, by: Speaker, ledger: Ledger) -> tuple[PersonId, ...]:
    """The chosen people, each once; a new name becomes a contact. Ids that are not the speaker's to use fall away."""
    chosen = form.fields.get("people", ())
    values = (chosen,) if isinstance(chosen, str) else chosen
    ids = [PersonId(int(value[2:])) for value in values if value.startswith("p:") and value[2:].isdecimal()]
    known = ledger.people.by_ids(ids)
    met: dict[PersonId, None] = {}
    for value in values:
        if value.startswith("new:") and value[4:].strip():
            met[ledger.people.add_contact(by.person.id, value[4:].strip()).id] = None
        elif value.startswith("p:") and value[2:].isdecimal():
            person = known.get(PersonId(int(value[2:])))
            if person and person.id != by.person.id and person.owner in (None, by.person.id):
                met[person.id] = None
    return tuple(met)


def text_in(form: FormSubmission, name: str) -> str:
    """What was typed into a field, cut to what is kept; "" for one that nobody touched."""
    value = form.fields.get(name, "")
    return value.strip()[:LONGEST] if isinstance(value, str) else ""
