"""Leads that pass on after two working days: looked for when a worker begins to serve, and again while it does."""

from __future__ import annotations

from threading import Event, Thread

import structlog

from graph.driver import Database, GraphFault
from graph.leads import pass_leads_on
from graph.moment import Moment

SECONDS_BETWEEN = 20
"""How late a lead may pass on, at most."""
_log = structlog.get_logger(__name__)


def keep_passing_leads(database: Database, stop: Event | None = None) -> Thread:
    """Let due requests take effect, now and every few seconds, until `stop` is set or the process ends."""
    thread = Thread(target=_again_and_again, args=(database, stop or Event()), name="leads", daemon=True)
    thread.start()
    return thread


def _again_and_again(database: Database, stop: Event) -> None:
    while True:
        try:
            pass_leads_on(database, Moment.current())
        except GraphFault as fault:
            # Whoever leads does so a little longer: the next round tries again.
            _log.warning("leads wait", advice=str(fault))
        if stop.wait(SECONDS_BETWEEN):
            return
