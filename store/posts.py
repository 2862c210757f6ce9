"""Where messages about records stand."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Insert, bindparam, select, update

from assistant.ids import WorkspaceId
from assistant.ledger import Post
from assistant.reply import Matter
from store.dialect import upsert
from store.tables import posts

_ABOUT = select(posts.c.matter, posts.c.conversation, posts.c.message, posts.c.shown).where(
    posts.c.workspace == bindparam("here"), posts.c.matter == bindparam("about")
)
_AT = select(posts.c.matter).where(
    posts.c.workspace == bindparam("here"),
    posts.c.conversation == bindparam("there"),
    posts.c.message == bindparam("as_message"),
)
_HAND_OVER = (
    update(posts)
    .where(posts.c.workspace == bindparam("here"), posts.c.matter == bindparam("old"))
    .values(matter=bindparam("new"), shown=0)
)


@cache
def _shown(dialect: str) -> Insert:
    new = upsert(dialect, posts)
    return new.on_conflict_do_update(
        index_elements=[posts.c.workspace, posts.c.conversation, posts.c.message],
        set_={"matter": new.excluded.matter, "shown": new.excluded.shown},
    )


class SqlPosts:
    """`assistant.ledger.Posts` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def about(self, matter: Matter) -> Sequence[Post]:
        rows = self._connection.execute(_ABOUT, {"here": self._workspace, "about": matter.key})
        return [Post(*row) for row in rows]

    def at(self, conversation: str, message: str) -> Matter | None:
        where = {"here": self._workspace, "there": conversation, "as_message": message}
        key = self._connection.execute(_AT, where).scalar()
        return Matter.of_key(key) if key else None

    def record(self, post: Post) -> None:
        row = {
            "workspace": self._workspace, "conversation": post.conversation, "message": post.message,
            "matter": post.matter, "shown": post.shown,
        }  # fmt: skip
        self._connection.execute(_shown(self._connection.dialect.name), row)

    def hand_over(self, old: Matter, new: Matter) -> None:
        self._connection.execute(_HAND_OVER, {"here": self._workspace, "old": old.key, "new": new.key})
