"""The names of Wellmet's buttons and forms, as the thinking knows them. What they say is the views' business."""

from enum import StrEnum


class Button(StrEnum):
    """What a press asks for. `of` says about which record, or what was chosen."""

    UNDO = "undo"  # of a meeting
    RESTORE = "restore"  # of a meeting that was undone
    EDIT = "edit"  # of a meeting: opens its form
    ADD_NOTE = "add_note"  # of a meeting: opens a small form
    CHOOSE = "choose"  # "{question}:{person}": this one is meant
    ADD_CONTACT = "add_contact"  # of a question: nobody known is meant, keep them as a contact
    MEANT = "meant"  # "{question}:1", "{question}:2": the first or second reading is right
    NEVER_MIND = "never_mind"  # of a question
    CONTACTS = "contacts"  # opens a form to choose one of one's own contacts
    EDIT_CONTACT = "edit_contact"  # of a contact: opens its form
    TAKE_APART = "take_apart"  # of a contact that was merged
    SAME = "same"  # of a match: the member who joined is the contact
    APART = "apart"  # of a match: they are two
    NEW_MEETING = "new_meeting"  # opens an empty form
    HELP = "help"  # what can you do?
    PAGE = "page"  # of Home: the page to show, a number


class Form(StrEnum):
    """The forms a member can send off."""

    MEETING = "meeting"  # a new one, or the whole of an old one
    NOTE = "note"  # more notes for a meeting
    CONTACTS = "contacts"  # one of one's own contacts, to edit
    CONTACT = "contact"  # what is noted of a contact
