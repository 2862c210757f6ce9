"""The forms: whose each is; a meeting, new or edited, and more notes for one. What is wrong is said under its field."""

from datetime import date, datetime, time

from assistant import contact_forms, meetings
from assistant.business import forms as business
from assistant.buttons import Field, Form
from assistant.errors import Refused, StillAhead
from assistant.facts import Meeting, MeetingDraft, Slot
from assistant.ids import MeetingId, PersonId
from assistant.introductions import filled as introductions
from assistant.ledger import Ledger
from assistant.listings import filled as listings
from assistant.recall.pressed import chosen
from assistant.reply import ContactForm, FormErrors, Matter, OpenForm, Subject, Window
from assistant.said import FormSubmission
from assistant.speaker import Speaker
from assistant.thanks import filled as thanks

LONGEST = 2_900  # characters of a note; a Slack section holds 3,000 and the read-back adds its own words
MOST_PEOPLE = 20


def sent(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm | FormErrors | None:
    """Do what a form of any kind asks for; None when only Home shows it."""
    if form.form in introductions.FORMS:
        return introductions.filled_in(form, by, ledger, now)
    if form.form in listings.FORMS:
        return listings.filled_in(form, by, ledger, now)
    if form.form == Form.THANKS:
        return thanks.filled_in(form, by, ledger, now)
    if form.form in business.FORMS:
        return business.filled_in(form, by, ledger, now)
    return write_down(form, by, ledger)


def write_down(form: FormSubmission, by: Speaker, ledger: Ledger) -> Matter | ContactForm | Window | FormErrors:
    """Write the form down, or give the one that takes its place; or say what is wrong, and nothing is written."""
    if form.form in (Form.CONTACTS, Form.CONTACT):
        return contact_forms.write_down(form, by, ledger)
    if form.form == Form.WHO:
        return chosen(form, by, ledger)
    of = MeetingId(int(form.of)) if form.of.isdecimal() else None
    try:
        if form.form == Form.NOTE:
            note = _text(form, "notes")
            if not note or of is None:
                return _wrong(Field.NOTES, "Write a word or two, or close the form.")
            meeting = meetings.to_edit(of, by, ledger)
            if len(meeting.notes) + len(note) > LONGEST:
                return _wrong(
                    Field.NOTES, f"The notes of a meeting hold {LONGEST:,} characters, and these would be more."
                )
            return Matter(Subject.MEETING, meetings.add_note(of, note, by, ledger).id)
        before = meetings.to_edit(of, by, ledger) if of else None
        people = _people(form, by, ledger)
        if not people:
            return _wrong(Field.PEOPLE, "Choose at least one person; type a name to find or add somebody.")
        if len(people) > MOST_PEOPLE:
            return _wrong(Field.PEOPLE, f"At most {MOST_PEOPLE} people fit into one meeting.")
        draft = _draft(form, people, before)
        return Matter(Subject.MEETING, meetings.amend(of, form.version, draft, by, ledger).id)
    except StillAhead as refusal:
        return _wrong(Field.DAY, str(refusal))
    except Refused as refusal:
        return refused(str(refusal), Field.NOTES if form.form == Form.NOTE else Field.PEOPLE)


def refused(why: str, under: Field = Field.NOTES) -> FormErrors:
    """The whole form is refused; forms say so under a field."""
    return _wrong(under, why)


def _draft(form: FormSubmission, people: tuple[PersonId, ...], before: Meeting | None) -> MeetingDraft:
    when = meetings.when_of(_day(form), _time(form), before.when if before else None)
    said = {Slot.PEOPLE, Slot.WHEN} if before and when != before.when else {Slot.PEOPLE}  # people were looked at
    assumed = before.assumed - said if before else frozenset()
    return MeetingDraft(people, when, _text(form, "place"), _text(form, "topic"), _text(form, "notes"), assumed)


def _people(form: FormSubmission, by: Speaker, ledger: Ledger) -> tuple[PersonId, ...]:
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


def _text(form: FormSubmission, name: str) -> str:
    value = form.fields.get(name, "")
    return value.strip()[:LONGEST] if isinstance(value, str) else ""


def _day(form: FormSubmission) -> date | None:
    try:
        return date.fromisoformat(_text(form, "day"))
    except ValueError:
        return None


def _time(form: FormSubmission) -> time | None:
    try:
        return time.fromisoformat(_text(form, "time"))
    except ValueError:
        return None


def _wrong(field: Field, sentence: str) -> FormErrors:
    return FormErrors(((field, sentence),))
