"""files.*: the two calls around sending a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import shapes
from playground.files import StoredFile
from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.records import Json
    from playground.webapi.call import Call


def upload_url(call: Call) -> Json:
    """files.getUploadURLExternal: where to send a file of that name and length."""
    name, length = call.needed("filename"), call.words("length")
    if not length.isdecimal() or not int(length):
        raise Refusal("invalid_arguments", ["[ERROR] must be a positive number [json-pointer:/length]"])
    workspace = call.workspace
    file = StoredFile(workspace.new_id("F"), name, int(length), workspace.secret())
    with workspace.change():
        workspace.files[file.id] = file
    return {"file_id": file.id, "upload_url": f"{workspace.url}/upload/{file.id}/{file.secret}"}


def complete(call: Call) -> Json:
    """files.completeUploadExternal: the files stand in the conversation, as a message of the app's."""
    workspace, given = call.workspace, call.json("files")
    if not isinstance(given, list) or not given:
        raise Refusal("invalid_arguments", ["[ERROR] missing required field: files [json-pointer:/files]"])
    files = [workspace.files.get(str(one.get("id", ""))) for one in given if isinstance(one, dict)]
    if None in files or any(one.content is None or one.shared for one in files if one):
        raise Refusal("file_not_found")
    shown = [shapes.file(workspace, one) for one in files if one]
    if call.words("channel_id"):
        place = call.inside("channel_id")
        message = workspace.post(
            place, workspace.bot.id, call.words("initial_comment"), [], bot_id=workspace.bot.bot_id,
            extra={"files": shown, "subtype": "file_share"},
        )  # fmt: skip
        for one in files:
            if one:
                one.shared = True
        call.door.announce_message(place, message)
    return {"files": shown}
