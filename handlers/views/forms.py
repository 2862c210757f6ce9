"""The forms: a meeting, new or as it stands, and a note to add. And a small window that only says something."""

from datetime import date

from assistant.buttons import Form
from assistant.facts import Grain, Meeting, Person
from assistant.reply import (
    AskForm,
    ContactForm,
    ContactsForm,
    ExchangeWindow,
    FillIn,
    FormErrors,
    ListingForm,
    LoggedForm,
    MeetingForm,
    NoteForm,
    PartnershipForm,
    PersonChoice,
    RecommendationForm,
    ReferralForm,
    ReminderForm,
    RequestForm,
    SearchForm,
    SettingsForm,
    ThanksForm,
    TotalsWindow,
    WhoForm,
    WhomForm,
    WhyForm,
    WithWhomForm,
    WorkspaceForm,
)
from assistant.said import Where
from handlers.ids import Back
from handlers.mrkdwn import clean, clip
from handlers.views import (
    business_forms,
    cards,
    contact_forms,
    exchange,
    listing_forms,
    recommendations,
    records,
    reminder_forms,
    request_forms,
    settings,
    thanks_forms,
)
from handlers.views.blocks import OPTION, TITLE, Block, Rendered, line, option, plain, rendered, small
from handlers.views.fields import field, modal, of_person, text
from handlers.views.meeting import ONLY_YOU
from handlers.views.moments import moment

MOST_PEOPLE = 20  # in one meeting; what the desk takes
LONGEST_NOTES = 2_900  # what the desk keeps of a note
LONGEST_LINE = 300  # a place or topic
_ERROR = 300


def open_form(form: FillIn, where: Where | None = None) -> Block:
    """The form as Slack opens it; `where` is the place of the button that asks for it, which comes back with it."""
    where = where or Where("")
    match form:
        case MeetingForm():
            return _meeting(form, where)
        case NoteForm(meeting):
            note = text("notes", "Note", "", LONGEST_NOTES, many=True, optional=False, focus=True)
            back = Back(str(meeting.id), meeting.version, where)
            return modal("Add a note", Form.NOTE, back, [note, small(ONLY_YOU)])
        case ReminderForm():
            return reminder_forms.reminder(form, where)
        case ContactsForm():
            return contact_forms.choose(where)
        case ContactForm():
            return contact_forms.edit(form, where)
        case WhoForm():
            return cards.which(where)
        case SearchForm():
            return records.words(where)
        case RequestForm():
            return request_forms.request(form, where)
        case LoggedForm():
            return request_forms.logged(form, where)
        case RecommendationForm():
            return recommendations.form(form, where)
        case WhyForm():
            return request_forms.why(form, where)
        case WhomForm():
            return request_forms.whom(form, where)
        case AskForm():
            return request_forms.ask(form, where)
        case ThanksForm():
            return thanks_forms.form(form, where)
        case SettingsForm():
            return settings.own(form, where)
        case WorkspaceForm():
            return settings.workspace(form, where)
        case ListingForm():
            return listing_forms.listing(form, where)
        case ReferralForm():
            return business_forms.referral(form, where)
        case PartnershipForm():
            return business_forms.partnership(form, where)
        case WithWhomForm():
            return business_forms.with_whom(where)
        case ExchangeWindow():
            return notice(exchange.exchange(form.exchange), where)
        case TotalsWindow():
            return notice(exchange.window(form.totals), where)


def _meeting(form: MeetingForm, where: Where) -> Block:
    meeting = form.meeting
    back = Back(str(meeting.id), meeting.version, where) if meeting else Back(where=where)
    blocks = [
        _people(meeting, form.person),
        _day(form.today, meeting),
        _time(meeting),
        text("place", "Where", meeting.place if meeting else "", LONGEST_LINE),
        text("topic", "Topic", meeting.topic if meeting else "", LONGEST_LINE, placeholder="What was it about?"),
        text("notes", "Notes", meeting.notes if meeting else "", LONGEST_NOTES, many=True),
        small(ONLY_YOU),
    ]
    return modal("Edit the meeting" if meeting else "Note a meeting", Form.MEETING, back, blocks)


def errors(found: FormErrors, fields: tuple[str, ...]) -> dict[str, str]:
    """What is wrong, under the fields that the form has; what has no field there is said under the first one."""
    said: dict[str, str] = {}
    for block, sentence in found.errors:
        under = block if block in fields else next(iter(fields), block)
        said[under] = clip(" ".join(filter(None, (said.get(under), sentence))), _ERROR)
    return said


def offered(choice: PersonChoice) -> Block:
    """One line below the field in which a name is being typed."""
    if choice.person is None:
        return _new(choice.text, choice.note)
    return option(choice.text, f"p:{choice.person}", choice.note)


def notice(said: Rendered, where: Where | None = None, of: str = "", title: str = "Wellmet") -> Block:
    """A window that says something where no message can; `of` is what it shows, `where` has the windows below it.

    When it is closed, we hear of it, since the one below may show what was changed in it.
    """
    where = where or Where("")
    return {
        "type": "modal",
        "private_metadata": Back(of, where=where).written(),
        "title": plain(title, TITLE),
        "close": plain("Back" if where.windows else "Close", TITLE),
        "notify_on_close": bool(where.windows),
        "blocks": said.blocks,
    }


def earlier_form() -> Rendered:
    """A form that was opened before Wellmet changed."""
    return rendered(
        line("That form is from an earlier version of Wellmet, and nothing was saved. Please open it anew.")
    )


def _people(meeting: Meeting | None, likely: Person | None) -> Block:
    element: Block = {
        "type": "multi_external_select",
        "min_query_length": 1,
        "max_selected_items": MOST_PEOPLE,
        "placeholder": plain("Type a name", 150),
    }
    people = meeting.people if meeting else (likely,) if likely else ()
    if people:
        element["initial_options"] = [of_person(one) for one in people[:MOST_PEOPLE]]
    else:
        element["focus_on_load"] = True
    hint = "Somebody without an account here becomes your contact; only you will know of them."
    return field("people", "Who", element, hint, optional=False)


def _new(words: str, note: str) -> Block:
    """The words as a new contact. What would be saved is what is shown: a name that is cut is cut in both."""
    shown = clean(words)[:OPTION].strip()
    return option(shown, f"new:{shown}", note)


def _day(today: date, meeting: Meeting | None) -> Block:
    day = meeting.when.start if meeting else today
    element: Block = {"type": "datepicker", "placeholder": plain("Choose a day", 150)}
    if day:
        element["initial_date"] = day.isoformat()
    hint = ""
    if meeting and meeting.when.grain not in (Grain.DAY, Grain.HOUR, Grain.MINUTE) and day:
        # The picker can only show its first day; the desk keeps the span while that day is not touched.
        hint = f"You said: {moment(meeting.when)}. It stays so unless you choose another day or a time."
    return field("day", "Day", element, hint)


def _time(meeting: Meeting | None) -> Block:
    element: Block = {"type": "timepicker", "placeholder": plain("Any time", 150)}
    if meeting and meeting.when.at:
        element["initial_time"] = f"{meeting.when.at:%H:%M}"
    return field("time", "Time", element)
