"""Logs for machines: one JSON object a line on the error output, and never a name in one.

Only the keys listed here are written. Whatever else a call hands over, and the text of an exception, is left out,
because it may hold what somebody typed.
"""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.typing import EventDict, WrappedLogger

KEYS = frozenset({"event", "level", "timestamp", "request", "route", "kind", "advice", "at"})


def configure_logging() -> None:
    """Make every log of this process keep to the listed keys."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_listed_keys,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # The driver's warnings about retries hold addresses and statements; what they lead to is logged by the pages.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)


def only_listed_keys(_logger: WrappedLogger, _method: str, entry: EventDict) -> EventDict:
    """The entry without the keys that are not listed."""
    return {key: value for key, value in entry.items() if key in KEYS}
