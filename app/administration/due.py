"""Groups that go live on a date: looked for when a worker begins to serve, and again and again while it does."""

from __future__ import annotations

from threading import Event, Thread

import structlog

from graph.administration.go_lives import bring_live_due
from graph.driver import Database, GraphFault
from graph.moment import Moment

SECONDS_BETWEEN = 20
"""How late on its day a group may be, at most."""
_log = structlog.get_logger(__name__)


def keep_bringing_live(database: Database, stop: Event | None = None) -> Thread:
    """Bring live what is due, now and every few seconds, until `stop` is set or the process ends."""
    thread = Thread(target=_again_and_again, args=(database, stop or Event()), name="go-lives", daemon=True)
    thread.start()
    return thread


def _again_and_again(database: Database, stop: Event) -> None:
    while True:
        try:
            bring_live_due(database, Moment.current())
        except GraphFault as fault:
            # Nobody sees more than before: the next round tries again.
            _log.warning("go-lives wait", advice=str(fault))
        if stop.wait(SECONDS_BETWEEN):
            return
