"""Whether all is well, for whatever watches the process."""

from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from store.engine import Database, FileGone
from wellmet.worker import Worker


class Health:
    """Looks when it is called; costs one small query."""

    def __init__(self, database: Database, worker: Worker, workspace: str, version: str) -> None:
        self._database, self._worker = database, worker
        self._facts = {"workspace": workspace, "version": version}

    def __call__(self) -> tuple[bool, dict[str, Any]]:
        database, worker = self._reachable(), self._worker.alive
        token = "refused" if self._worker.revoked_at else "ok"
        facts = {"database": database, "worker": worker, "token": token, **self._facts}
        return database and worker and token == "ok", {"ok": database and worker and token == "ok", **facts}

    def _reachable(self) -> bool:
        try:
            with self._database.read() as connection:
                connection.execute(text("select 1"))
        except (SQLAlchemyError, FileGone):
            return False
        return True
