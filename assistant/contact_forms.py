"""The forms about contacts: which one, and what is noted of them. What is wrong is said under its field."""

import re

from assistant import contacts
from assistant.buttons import Form
from assistant.errors import Refused
from assistant.facts import ContactFacts, ContactSlot
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.reply import ContactForm, FormErrors, Matter
from assistant.said import FormSubmission
from assistant.speaker import Speaker

LONGEST = 100  # characters of a name, as much as is shown of one
LONGEST_FACT = 200
_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")  # only what cannot be one is sent back
_CHOSEN = re.compile(r"p:(\d{1,18})", re.ASCII)


def write_down(form: FormSubmission, by: Speaker, ledger: Ledger) -> Matter | ContactForm | FormErrors:
    """Open the form of the contact that was chosen, or write down what it holds; or say what is wrong."""
    try:
        if form.form == Form.CONTACTS:
            return _chosen_contact(form, by, ledger)
        return _edited(form, by, ledger)
    except contacts.NotThem as refusal:
        return _wrong(ContactSlot.SAME_AS, str(refusal))
    except Refused as refusal:
        return _wrong(ContactSlot.CONTACT if form.form == Form.CONTACTS else ContactSlot.NAME, str(refusal))


def _chosen_contact(form: FormSubmission, by: Speaker, ledger: Ledger) -> ContactForm | FormErrors:
    chosen = _chosen(form, ContactSlot.CONTACT)
    if chosen is None:
        return _wrong(ContactSlot.CONTACT, "Choose one of your contacts.")
    return ContactForm(contacts.to_edit(chosen, by, ledger).person)


def _edited(form: FormSubmission, by: Speaker, ledger: Ledger) -> Matter | FormErrors:
    if not (form.of.isascii() and form.of.isdecimal() and len(form.of) <= 18):
        return _wrong(ContactSlot.NAME, contacts.GONE)
    contact = PersonId(int(form.of))
    facts = ContactFacts(
        _line(form, ContactSlot.NAME, LONGEST),
        _line(form, ContactSlot.ORGANISATION, LONGEST_FACT),
        _line(form, ContactSlot.TITLE, LONGEST_FACT),
        _line(form, ContactSlot.EMAIL, LONGEST_FACT),
    )
    if not facts.name:
        return _wrong(ContactSlot.NAME, "A contact needs a name.")
    if facts.email and not _ADDRESS.fullmatch(facts.email):
        return _wrong(ContactSlot.EMAIL, "That doesn't look like an e-mail address.")
    into = _chosen(form, ContactSlot.SAME_AS)
    if into is not None:
        contacts.refuse_merge(contact, into, by, ledger)
    matter = contacts.edit(contact, facts, by, ledger)
    return matter if into is None else contacts.merge(contact, into, by, ledger)


def _line(form: FormSubmission, slot: ContactSlot, most: int) -> str:
    value = form.fields.get(slot, "")
    return " ".join(value.split())[:most].strip() if isinstance(value, str) else ""


def _chosen(form: FormSubmission, slot: ContactSlot) -> PersonId | None:
    value = form.fields.get(slot, "")
    found = _CHOSEN.fullmatch(value) if isinstance(value, str) else None
    return PersonId(int(found.group(1))) if found else None


def _wrong(slot: ContactSlot, sentence: str) -> FormErrors:
    return FormErrors(((slot, sentence),))
