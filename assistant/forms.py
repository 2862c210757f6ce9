"""The forms: whose each is; a meeting, new or edited, and more notes for one. What is wrong is said under its field."""

from datetime import date, datetime, time

from assistant import contact_forms, meetings
from assistant.business import forms as business
from assistant.buttons import Field, Form
from assistant.entered import LONGEST, people_in, text_in
from assistant.errors import Refused, StillAhead
from assistant.facts import Meeting, MeetingDraft, Slot
from assistant.ids import MeetingId, PersonId
from assistant.introductions import filled as introductions
from assistant.ledger import Ledger
from assistant.listings import filled as listings
from assistant.recall.pressed import looked_up
from assistant.recommendations import filled as recommendations
from assistant.reminders import filled as reminders
from assistant.reply import ContactForm, FormErrors, Matter, OpenForm, Subject, Window
from assistant.said import FormSubmission
from assistant.settings import filled as settings
from assistant.speaker import Speaker
from assistant.thanks import filled as thanks

MOST_PEOPLE = 20


def sent(form: FormSubmission, by: Speaker, ledger: Ledger, now: datetime) -> Matter | OpenForm | FormErrors | None:
    """Do what a form of any kind asks for; None when only Home shows it."""
    if form.form in settings.FORMS:
        return settings.filled_in(form, by, ledger, now)
    if form.form in introductions.FORMS:
        return introductions.filled_in(form, by, ledger, now)
    if form.form in listings.FORMS:
        return listings.filled_in(form, by, ledger, now)
    if form.form == Form.RECOMMENDATION:
        return recommendations.filled_in(form, by, ledger, now)
    if form.form == Form.THANKS:
        return thanks.filled_in(form, by, ledger, now)
    if form.form in business.FORMS:
        return business.filled_in(form, by, ledger, now)
    if form.form in reminders.FORMS:
        return reminders.filled_in(form, by, ledger, now)
    return write_down(form, by, ledger)


def write_down(form: FormSubmission, by: Speaker, ledger: Ledger) -> Matter | ContactForm | Window | FormErrors:
    """Write the form down, or give the one that takes its place; or say what is wrong, and nothing is written."""
    if form.form in (Form.CONTACTS, Form.CONTACT):
        return contact_forms.write_down(form, by, ledger)
    if form.form in (Form.WHO, Form.SEARCH):
        return looked_up(form, by, ledger)
    of = MeetingId(int(form.of)) if form.of.isdecimal() else None
    try:
        if form.form == Form.NOTE:
            note = text_in(form, "notes")
            if not note or of is None:
                return _wrong(Field.NOTES, "Write a word or two, or close the form.")
            meeting = meetings.to_edit(of, by, ledger)
            if len(meeting.notes) + len(note) > LONGEST:
                return _wrong(
                    Field.NOTES, f"The notes of a meeting hold {LONGEST:,} characters, and these would be more."
                )
            return Matter(Subject.MEETING, meetings.add_note(of, note, by, ledger).id)
        before = meetings.to_edit(of, by, ledger) if of else None
        people = people_in(form, by, ledger)
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
    return MeetingDraft(people, when, text_in(form, "place"), text_in(form, "topic"), text_in(form, "notes"), assumed)


def _day(form: FormSubmission) -> date | None:
    try:
        return date.fromisoformat(text_in(form, "day"))
    except ValueError:
        return None


def _time(form: FormSubmission) -> time | None:
    try:
        return time.fromisoformat(text_in(form, "time"))
    except ValueError:
        return None


def _wrong(field: Field, sentence: str) -> FormErrors:
    return FormErrors(((field, sentence),))
