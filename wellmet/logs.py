"""Logs: for people in a terminal, as JSON lines elsewhere. Never a word of what members wrote, never a token."""

import logging
import re
import sys
from typing import Literal

import structlog

# SQLAlchemy ends its errors with the values of the statement, PostgreSQL with the row: what members wrote.
_VALUES = re.compile(r"^(?:\[parameters: |DETAIL: ).*$", re.MULTILINE)
_EVERY_START = re.compile(r"\btoken\b.*\b(?:unused|ignored)\b")  # Bolt, of a token that we give it in another way


def configure(level: str = "info", form: Literal["auto", "console", "json"] = "auto") -> None:
    """Send the logs of the whole process, libraries included, to standard error."""
    console = form == "console" or (form == "auto" and sys.stderr.isatty())
    before: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,  # as text: the richer kinds show local variables
        _without_values,
    ]
    shown: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if console
        else structlog.processors.JSONRenderer()
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, shown]
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    handler.addFilter(_worth_saying)
    # The debug and info lines of the first two carry payloads: what members wrote. Alembic's are of no use.
    for name in ("slack_sdk", "slack_bolt", "alembic", "sqlalchemy"):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _worth_saying(record: logging.LogRecord) -> bool:
    return not (record.name.startswith("slack_bolt") and _EVERY_START.search(str(record.msg)))


def _without_values(
    logger: structlog.typing.WrappedLogger, method: str, entry: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    for name in ("event", "exception"):
        if isinstance(entry.get(name), str):
            entry[name] = _VALUES.sub("[values left out]", entry[name])
    return entry
