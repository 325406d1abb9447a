"""Writing, at an interval, how far this web process has come in the chains of the audit trail."""

from __future__ import annotations

import logging
from threading import Thread
from time import sleep

from graph.audit_lanes import write_heads
from graph.driver import Database

SECONDS_BETWEEN_HEADS = 15
"""How much of the newest trail could be cut off unseen. Nothing is written where nothing was recorded."""


def keep_heads(database: Database) -> None:
    """Write the heads from now on, in the background."""
    Thread(target=_keep, args=(database,), name="heads", daemon=True).start()


def _keep(database: Database) -> None:
    while True:
        sleep(SECONDS_BETWEEN_HEADS)
        try:
            write_heads(database)
        except OSError as fault:
            logging.getLogger(__name__).error("The heads of the audit trail cannot be written: %s", fault.strerror)
