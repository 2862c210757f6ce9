"""What is said later: an outgoing value in, what stands in Slack out. Every call is made once; the outbox repeats."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from ssl import SSLContext, create_default_context
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from assistant.facts import Profile
from assistant.ids import AccountId, WorkspaceId
from assistant.ledger import Post
from assistant.outgoing import (
    AskAccounts,
    AskMembers,
    Delivered,
    Erase,
    Outgoing,
    Publish,
    Redraw,
    Send,
    Together,
    Upload,
    Whisper,
)
from handlers.errors import Impossible, slack_errors
from handlers.profiles import profile, unknown
from handlers.views import COMES, Rendered, erased, home, no_file, render

SLACK = "https://slack.com/api/"
PATIENCE = 10  # seconds for a call
PAGE = 200  # members or messages a call; Slack advises no more
PAGES_OF_A_THREAD = 10  # looked through for a message that may have been sent already

# What Slack says of a message that is not there to be changed: deleted, too old, or its conversation is gone.
GONE = frozenset(
    (
        "message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found", "is_archived",
        "is_inactive", "not_in_channel", "thread_locked", "user_not_found",
    )
)  # fmt: skip
NO_THREAD = frozenset(("thread_not_found", "cannot_reply_to_message", "message_not_found", "thread_locked"))
NO_GROUP = frozenset(
    ("missing_scope", "not_allowed_token_type", "method_not_supported_for_channel_type", "too_many_users")
)
NO_DND = frozenset(("missing_scope", "not_allowed_token_type", "user_not_found", "unknown_method"))
NO_FILES = frozenset(("missing_scope", "not_allowed_token_type", "file_uploads_disabled"))
GROUP = 8  # people whom a group message can hold, Wellmet included
UNSEEN = frozenset(("user_not_found", "user_not_visible", "users_not_found", "user_disabled"))


def make_client(token: str, base_url: str = SLACK, proxy: str | None = None) -> WebClient:
    """A client that makes every call once: repeating one whose answer was lost could say a thing twice."""
    return WebClient(
        token=token, base_url=base_url, timeout=PATIENCE, retry_handlers=[], proxy=proxy, ssl=_trusted()
    )  # fmt: skip


@cache
def _trusted() -> SSLContext:
    """Whom the machine trusts, read once: left to itself, every call reads all of its certificates again."""
    return create_default_context()


class Outbound:
    """Delivers, and tells an attempt that went through unheard of by the key that every message carries."""

    def __init__(self, client: WebClient, workspace: WorkspaceId) -> None:
        self._client, self._workspace = client, workspace
        self._private: dict[AccountId, str] = {}  # conversations with members; they never change

    def deliver(self, outgoing: Outgoing, key: str, again: bool) -> Delivered:
        """Send it, marked with `key`. `again`: an earlier attempt may have gone through.

        Raises Busy, Uncertain, Impossible or TokenRevoked.
        """
        match outgoing:
            case Send():
                return self._send(outgoing, key, again)
            case Together():
                return self._together(outgoing, key, again)
            case Redraw():
                return self._redraw(outgoing)
            case Upload():
                self._upload(outgoing, key)
                return Delivered()
            case Erase(conversation, message):
                self._update(conversation, message, erased())
                return Delivered()
            case Publish(to, page):
                _call(self._client.views_publish, user_id=to, view=home(page))
                return Delivered()
            case Whisper():
                return self._whisper(outgoing, again)
            case AskAccounts(accounts):
                return Delivered(profiles=tuple(self._account(account) for account in accounts))
            case AskMembers():
                return Delivered(profiles=tuple(self._members()))

    def _send(self, send: Send, key: str, again: bool) -> Delivered:
        conversation = send.conversation or self._private_with(send.to)
        said = render(send.message)
        key = send.mark or key
        # Another job with the same mark may have been tried, and its answer lost: of that this one's tries say nothing.
        message = self._sent_before(conversation, send.thread, key) if again or send.mark else ""
        quiet_until = self._quiet_until(send.to, send.unless_quiet_at) if send.unless_quiet_at and not message else None
        if quiet_until:
            return Delivered(quiet_until=quiet_until)
        if message:
            # What the earlier attempt showed may be out of date by now.
            self._update(conversation, message, said)
        else:
            message = self._post(conversation, send.thread, said, key)
        return Delivered((Post(send.matter.key, conversation, message, send.version),))

    def _quiet_until(self, account: AccountId, now: datetime) -> datetime | None:
        """When their do-not-disturb ends, if it is on; without permission to ask, as if it were off."""
        try:
            answer = _call(self._client.dnd_info, user=account)
        except Impossible as problem:
            if problem.code not in NO_DND:
                raise
            return None
        spans: list[tuple[Any, Any]] = [(0, answer.get("snooze_endtime"))] if answer.get("snooze_enabled") else []
        spans += [(answer.get("next_dnd_start_ts"), answer.get("next_dnd_end_ts"))] if answer.get("dnd_enabled") else []
        at = now.timestamp()
        ends = [end for start, end in spans if isinstance(start, int) and isinstance(end, int) and start <= at < end]
        return datetime.fromtimestamp(max(ends), UTC) if ends else None

    def _upload(self, upload: Upload, key: str) -> None:
        """Where it is not permitted, say so instead."""
        conversation = self._private_with(upload.to)
        how = {"filename": upload.file.name, "title": upload.file.name, "initial_comment": COMES}
        try:
            _call(self._client.files_upload_v2, channel=conversation, content=upload.file.content, **how)
        except Impossible as problem:
            if problem.code not in NO_FILES:
                raise
            self._post(conversation, "", no_file(), key)

    def _private_with(self, account: AccountId) -> str:
        if account not in self._private:
            answer = _call(self._client.conversations_open, users=[account])
            self._private[account] = str(answer["channel"]["id"])
        return self._private[account]

    def _together(self, together: Together, key: str, again: bool) -> Delivered:
        """In a group message; without permission for one as a thread in the channel, else to each in private."""
        posts: list[Post] = []
        for conversation in self._places(together):
            message = self._sent_before(conversation, "", key) if again else ""
            message = message or self._post(conversation, "", render(together.message), key)
            posts.append(Post(together.matter.key, conversation, message, together.version))
        return Delivered(tuple(posts))

    def _places(self, together: Together) -> list[str]:
        try:
            if len(together.accounts) < GROUP:
                answer = _call(self._client.conversations_open, users=list(together.accounts))
                return [str(answer["channel"]["id"])]
        except Impossible as problem:
            if problem.code not in NO_GROUP:
                raise
        if together.channel:
            return [together.channel]
        return [self._private_with(account) for account in together.accounts]

    def _sent_before(self, conversation: str, thread: str, key: str) -> str:
        """The message with that key, if an earlier attempt went through; else "".

        Newest first, one page: the attempt was a moment ago. A thread is listed oldest first, so all of it is read.
        """
        where: dict[str, Any] = {"channel": conversation, "limit": PAGE, "include_all_metadata": True}
        look = self._client.conversations_replies if thread else self._client.conversations_history
        where |= {"ts": thread} if thread else {}
        for _ in range(PAGES_OF_A_THREAD):
            try:
                answer = _call(look, **where)
            except Impossible:
                return ""  # it cannot be looked up; an answer said twice is better than none
            for message in answer.get("messages") or ():
                payload = (message.get("metadata") or {}).get("event_payload") or {}
                if payload.get("key") == key:
                    return str(message["ts"])
            where["cursor"] = (answer.get("response_metadata") or {}).get("next_cursor")
            if not thread or not where["cursor"]:
                break
        return ""

    def _post(self, conversation: str, thread: str, said: Rendered, key: str) -> str:
        """Post it and give its ts; beside a thread that is gone, and without pictures that Slack cannot fetch."""
        how: dict[str, Any] = {"channel": conversation, "unfurl_links": False, "unfurl_media": False, "mrkdwn": False}
        how |= {"metadata": {"event_type": "wellmet", "event_payload": {"key": key}}}
        how |= {"thread_ts": thread} if thread else {}
        try:
            answer = _call(self._client.chat_postMessage, **how, **_shown(said))
        except Impossible as problem:
            if thread and problem.code in NO_THREAD:
                return self._post(conversation, "", said, key)
            if problem.code != "invalid_blocks" or not said.has_pictures:
                raise
            return self._post(conversation, thread, said.without_pictures(), key)
        return str(answer["ts"])

    def _update(self, conversation: str, message: str, said: Rendered) -> None:
        try:
            _call(self._client.chat_update, channel=conversation, ts=message, **_shown(said))
        except Impossible as problem:
            if problem.code == "invalid_blocks" and said.has_pictures:
                self._update(conversation, message, said.without_pictures())
            elif problem.code not in GONE:
                raise

    def _redraw(self, redraw: Redraw) -> Delivered:
        """Those that are gone count as shown: there is nothing left of them to bring up to date."""
        said = render(redraw.message)
        for post in redraw.posts:
            self._update(post.conversation, post.message, said)
        key, version = redraw.matter.key, redraw.version
        return Delivered(tuple(Post(key, post.conversation, post.message, version) for post in redraw.posts))

    def _whisper(self, whisper: Whisper, again: bool) -> Delivered:
        if not again:
            thread = {"thread_ts": whisper.thread} if whisper.thread else {}
            said = _shown(render(whisper.message))
            _call(self._client.chat_postEphemeral, channel=whisper.conversation, user=whisper.to, **said, **thread)
        return Delivered()

    def _account(self, account: AccountId) -> Profile:
        try:
            answer = _call(self._client.users_info, user=account)
        except Impossible as problem:
            if problem.code not in UNSEEN:
                raise
            return unknown(account)
        return profile(answer.get("user"), self._workspace)

    def _members(self) -> Iterator[Profile]:
        cursor = ""
        while True:
            answer = _call(self._client.users_list, limit=PAGE, **({"cursor": cursor} if cursor else {}))
            yield from (profile(member, self._workspace) for member in answer.get("members") or ())
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return


def _call(method: Callable[..., SlackResponse], **arguments: Any) -> SlackResponse:
    with slack_errors():
        return method(**arguments)


def _shown(said: Rendered) -> dict[str, Any]:
    return {"text": said.text, "blocks": said.blocks}
