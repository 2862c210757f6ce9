"""Forms and windows as Slack sends them back: what was entered, what was closed, and which windows stand below."""

from collections.abc import Mapping
from datetime import datetime

from assistant.ids import AccountId, DeliveryId, WorkspaceId
from assistant.said import FormSubmission, Where
from handlers.errors import Malformed
from handlers.ids import FIELDS, Back, form_of
from handlers.payloads import Payload, account, as_typed, identifier, maybe, part

MOST_CHOSEN = 100  # entries taken from a field with several


def is_form(body: Payload) -> bool:
    """A form that this version has."""
    return form_of(maybe(part(body, "view"), "callback_id")) is not None


def submission(body: Payload, workspace: WorkspaceId, now: datetime) -> FormSubmission:
    """A form that was sent off."""
    view = part(body, "view")
    form = form_of(maybe(view, "callback_id"))
    if form is None:
        raise Malformed("a form that is not there any more")
    back = Back.read(maybe(view, "private_metadata"))
    return FormSubmission(
        workspace=workspace,
        speaker=account(part(body, "user").get("id")),
        form=form,
        of=back.of,
        version=back.version,
        fields=_fields(view),
        where=back.where,
        sent_at=now,
        delivery=DeliveryId(f"view:{identifier(view, 'id')}"),
    )


def fields_shown(body: Payload) -> tuple[str, ...]:
    """The fields of the form that was sent, by block id, in order."""
    view = body.get("view")
    blocks = view.get("blocks") if isinstance(view, Mapping) else None
    inputs = (one for one in blocks or () if isinstance(one, Mapping) and one.get("type") == "input")
    return tuple(maybe(one, "block_id") for one in inputs)


def typing(body: Payload) -> tuple[AccountId, str, str, str]:
    """Who is typing a name into a form, what so far, into which field, and the record that the form is about."""
    view = body.get("view")
    back = Back.read(maybe(view, "private_metadata") if isinstance(view, Mapping) else "")
    return account(part(body, "user").get("id")), as_typed(body.get("value"))[:200], maybe(body, "block_id"), back.of


def standing(body: Payload) -> tuple[str, ...]:
    """The windows that stand where something was pressed, the lowest first, by what each shows; often none."""
    view = body.get("view")
    if not isinstance(view, Mapping) or view.get("type") != "modal":
        return ()
    back = Back.read(maybe(view, "private_metadata"))
    return (*back.where.windows, "" if is_form(body) else back.of)


def pressed_in(body: Payload) -> str:
    """The window in which something was pressed; "" for none."""
    view = body.get("view")
    return maybe(view, "id") if isinstance(view, Mapping) else ""


def beneath(body: Payload) -> str:
    """The window under a form that was sent, or under a window that was closed; "" for none."""
    return maybe(part(body, "view"), "previous_view_id")


def closed(body: Payload) -> tuple[AccountId, Where]:
    """Who closed a window, and what is open still."""
    back = Back.read(maybe(part(body, "view"), "private_metadata"))
    still = Where("") if body.get("is_cleared") else back.where
    return account(part(body, "user").get("id")), still


def _fields(view: Payload) -> dict[str, str | tuple[str, ...]]:
    """What was entered, by field; a field nobody touched is empty."""
    state = view.get("state")
    values = state.get("values") if isinstance(state, Mapping) else None
    fields: dict[str, str | tuple[str, ...]] = {}
    for name, entries in values.items() if isinstance(values, Mapping) else ():
        held = next(iter(entries.values()), None) if isinstance(entries, Mapping) else None
        if name not in FIELDS or not isinstance(held, Mapping):
            continue
        fields[name] = _entered(held)
    return fields


def _entered(held: Payload) -> str | tuple[str, ...]:
    """What one field holds: the values that were chosen, where it takes several."""
    several, one = held.get("selected_options"), held.get("selected_option")
    if isinstance(several, list):
        values = (chosen.get("value") for chosen in several[:MOST_CHOSEN] if isinstance(chosen, Mapping))
        return tuple(filter(None, map(as_typed, values)))
    holder = one if isinstance(one, Mapping) else held
    given = (holder.get(key) for key in ("value", "selected_date", "selected_time", "selected_channel"))
    return next(filter(None, map(as_typed, given)), "")
