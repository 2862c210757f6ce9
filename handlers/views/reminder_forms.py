"""The form of a reminder: whom it is about, what, when, and whether it comes again."""

from assistant.buttons import Field, Form
from assistant.reminders.filled import ONCE, RHYTHMS
from assistant.reply import ReminderForm
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, option, plain, small
from handlers.views.fields import field, modal, text
from handlers.views.meeting import ONLY_YOU
from handlers.views.moments import every
from handlers.views.people import name

PEOPLE = 5  # whom one reminder can be about, in the form
TOPIC = 300


def reminder(form: ReminderForm, where: Where) -> Block:
    """An empty one, or one as it stands."""
    present = form.reminder
    people: Block = {
        "type": "multi_external_select", "min_query_length": 1, "max_selected_items": PEOPLE,
        "placeholder": plain("Type a name", 150),
    }  # fmt: skip
    if present and present.people:
        people["initial_options"] = [option(name(one), f"p:{one.id}") for one in present.people[:PEOPLE]]
    day: Block = {"type": "datepicker", "placeholder": plain("Choose a day", 150)}
    if present and present.day >= form.today:
        day["initial_date"] = present.day.isoformat()
    at: Block = {"type": "timepicker", "placeholder": plain("A decent hour", 150)}
    if present and present.at:
        at["initial_time"] = f"{present.at:%H:%M}"
    back = Back(str(present.id), present.version, where) if present else Back(where=where)
    return modal(
        "Change the reminder" if present else "New reminder",
        Form.REMINDER,
        back,
        [
            field(Field.PEOPLE, "About whom", people),
            text(
                Field.TOPIC, "What", present.topic if present else "", TOPIC, placeholder="Of what shall I remind you?"
            ),
            field(Field.DAY, "Day", day, optional=False),
            field(Field.TIME, "Time", at, "Empty: in the morning of that day."),
            field(Field.EVERY, "Again", _rhythm(form), "Counted from the day you last met.", optional=False),
            small(ONLY_YOU),
        ],
    )


def _rhythm(form: ReminderForm) -> Block:
    present = form.reminder.every if form.reminder else None
    options = [option("Once", ONCE), *(option(label, value) for value, label in RHYTHMS.items())]
    chosen = options[0]
    if present:
        value = f"{present.n} {present.unit}"
        found = next((one for one in options if one["value"] == value), None)
        if found is None:
            said = every(present)
            found = option(f"{said[0].upper()}{said[1:]}", value)
            options.append(found)
        chosen = found
    return {"type": "static_select", "options": options, "initial_option": chosen}
