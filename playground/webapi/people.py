"""users.*, team.*, bots.*, dnd.*, usergroups.*: who is there, and whether they want to be left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import shapes
from playground.refusal import Refusal
from playground.webapi.call import page

if TYPE_CHECKING:
    from playground.records import Json
    from playground.webapi.call import Call

# Slack recommends 200 a page and gives no more than 1,000; without a limit it tries to give everybody.
USERS_A_PAGE = 200


def users_list(call: Call) -> Json:
    """users.list, in pages: everybody, deactivated and bots included."""
    some, following = page(call, list(call.workspace.members.values()), USERS_A_PAGE, 1000)
    shown = [shapes.member(call.workspace, m, locale=call.flag("include_locale")) for m in some]
    answer: Json = {"members": shown, "cache_ts": call.workspace.now()}
    return answer | {"response_metadata": {"next_cursor": following}}


def users_info(call: Call) -> Json:
    """users.info."""
    return {"user": shapes.member(call.workspace, call.member(), locale=call.flag("include_locale"))}


def users_profile(call: Call) -> Json:
    """users.profile.get; without a name, the app's own."""
    member = call.member() if call.words("user") else call.workspace.bot
    return {"profile": shapes.profile(call.workspace, member)}


def team_info(call: Call) -> Json:
    """team.info."""
    workspace = call.workspace
    icon = {"image_default": True}
    return {"team": {"id": workspace.id, "name": workspace.name, "domain": workspace.domain, "icon": icon}}


def bots_info(call: Call) -> Json:
    """bots.info, by the bot's id."""
    wanted = call.words("bot") or call.workspace.bot.bot_id
    for member in call.workspace.members.values():
        if member.bot_id and member.bot_id == wanted:
            shape = {"id": member.bot_id, "deleted": False, "name": member.real_name, "user_id": member.id}
            return {"bot": shape | {"app_id": call.workspace.app_id, "updated": member.updated, "icons": {}}}
    raise Refusal("bot_not_found")


def dnd_info(call: Call) -> Json:
    """dnd.info: of a member, or of the app."""
    member = call.member() if call.words("user") else call.workspace.bot
    return _quiet(call, member.id, own=member.id == call.workspace.bot.id)


def dnd_team(call: Call) -> Json:
    """dnd.teamInfo: of up to 50 members at once."""
    wanted = call.ids("users")
    if not wanted or len(wanted) > 50:
        raise Refusal("invalid_arguments" if not wanted else "too_many_users")
    known = [id_ for id_ in wanted if id_ in call.workspace.members]
    return {"users": {id_: _quiet(call, id_) for id_ in known}, "cached": True}


def _quiet(call: Call, id_: str, own: bool = False) -> Json:
    shape: Json = {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    return shape | ({"snooze_enabled": False} if own else {}) | call.workspace.quiet.get(id_, {})


def usergroups(call: Call) -> Json:
    """usergroups.list: there are none here."""
    return {"usergroups": []}
