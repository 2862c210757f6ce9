"""Recommendations in words: to their author, and to whoever is recommended."""

from assistant.buttons import Button, Field, Form
from assistant.recommendations.record import TOPIC, Consent
from assistant.reply import RecommendationAsked, RecommendationForm, RecommendationNoted
from assistant.said import Where
from handlers.ids import Back
from handlers.views.blocks import Block, Bold, Rendered, Words, button, buttons, line, rendered, small
from handlers.views.fields import choice_of_one, field, modal, text
from handlers.views.meeting import DETAIL, ONLY_YOU, typed
from handlers.views.people import name, names


def noted(reply: RecommendationNoted) -> Rendered:
    """ "Noted: you recommend Linn O'Carroll for portraits."."""
    key = f"recommendation:{reply.number}"
    whom = (*names((reply.person,)), *_for(reply.topic))
    if not reply.stands:
        return rendered(
            line("Taken back: you recommend ", *whom, "."),
            small("Nobody sees it any more."),
            buttons(button("Put it back", Button.RESTORE, key)),
        )
    opening = "You told me already: you recommend " if reply.again else "Noted: you recommend "
    if reply.is_shown:
        told = f"{name(reply.person)} agreed: members of this workspace see it on their card, with your name."
    elif reply.asked:
        agrees = f"It is shown, with your name, only if {name(reply.person)} agrees; I ask once, privately."
        told = f"{agrees} Until then only you see it."
    else:
        told = f"I can't ask them whether it may be shown, so it stays yours. {ONLY_YOU}"
    return rendered(
        line(opening, *whom, "."),
        small(told),
        buttons(button("Undo", Button.UNDO, key), button("Edit", Button.EDIT, key)),
    )


def form(wanted: RecommendationForm, where: Where) -> Block:
    """Whom, and for what, as it stands."""
    return modal(
        "Edit recommendation",
        Form.RECOMMENDATION,
        Back(wanted.before.key, where=where),
        [
            field(Field.TO, "Whom do you recommend?", choice_of_one("A name", 1, wanted.person), optional=False),
            text(Field.TOPIC, "For what?", wanted.topic, TOPIC, placeholder="Portraits, press work"),
            small("Whoever is recommended agrees to your words: if they change, I ask once more."),
        ],
    )


def asked(item: RecommendationAsked) -> tuple[Block, ...]:
    """ "Maya Patel recommends you for portraits. May others see it on your card?"."""
    one = item.recommendation
    lead: tuple[Words, ...] = (Bold(name(item.author)), " recommends you", *_for(one.topic), ".")
    if one.consent is Consent.SHOW:
        return (
            line(*lead, " Members of this workspace see it on your card."),
            buttons(button("Don't show it any more", Button.RECOMMEND_NO, one.id)),
        )
    if one.consent is Consent.NO:
        return (
            line(*lead, f" It is not shown, and {name(item.author)} is not told."),
            buttons(button("Show it after all", Button.RECOMMEND_YES, one.id)),
        )
    return (
        line(*lead, " May others see it on your card?"),
        small(f"Members of this workspace would see it, with {name(item.author)}'s name. A no is told to nobody."),
        buttons(
            button("Yes, show it", Button.RECOMMEND_YES, one.id, style="primary"),
            button("No", Button.RECOMMEND_NO, one.id),
            button("Never ask again", Button.RECOMMEND_NEVER, one.id),
        ),
    )


def _for(topic: str) -> tuple[Words, ...]:
    shown = typed(topic, DETAIL)
    return (" for ", Bold(shown)) if shown else ()
