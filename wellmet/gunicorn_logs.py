"""gunicorn's own words, through our logs."""

from typing import Any

from gunicorn.glogging import Logger


class Quiet(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Hands everything to the root logger, which knows the format."""

    def setup(self, cfg: Any) -> None:
        self.loglevel = self.LOG_LEVELS["warning"]
        self.error_log.setLevel(self.loglevel)
        self.error_log.propagate = True
        self.error_log.handlers = []
        self.access_log.propagate = False
