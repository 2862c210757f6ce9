"""The form of an offer or a need."""

from assistant.buttons import Field, Form
from assistant.listings.record import WORDS, ListingKind
from assistant.reply import ListingForm
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, plain, small
from handlers.views.fields import field, modal, text
from handlers.views.listings import SEEN_BY_ALL


def listing(form: ListingForm, where: Where) -> Block:
    """What, and for whom or by when."""
    held = form.listing
    back = Back(str(held.id), held.version, where) if held else Back(where=where)
    words, audience = (held.words, held.audience) if held else ("", "")
    if form.kind is ListingKind.OFFER:
        title, name = "Edit your offer" if held else "What do you offer?", Form.OFFER
        what = text(Field.WORDS, "What", words, WORDS, optional=False, focus=True, placeholder="Wedding photography")
        more = text(
            Field.AUDIENCE, "For whom", audience, WORDS, placeholder="Couples, small hotels",
            hint="Who your clients are: I use it to find members who share them.",
        )  # fmt: skip
    else:
        title, name = "Edit your need" if held else "What do you need?", Form.NEED
        what = text(Field.WORDS, "What", words, WORDS, optional=False, focus=True, placeholder="A cake supplier")
        day: Block = {"type": "datepicker", "placeholder": plain("Any time", 150)}
        if held and held.until:
            day["initial_date"] = held.until.isoformat()
        more = field(Field.DAY, "By when", day)
    return modal(title, name, back, [what, more, small(SEEN_BY_ALL)])
