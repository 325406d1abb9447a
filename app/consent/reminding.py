"""Reminders of decisions about consent that end: looked for while a worker serves, each left once."""

from __future__ import annotations

from threading import Event, Thread

import structlog

from config.settings import Settings
from graph.consent_reminders import remind_of_ending
from graph.driver import Database, GraphFault
from graph.moment import Moment

SECONDS_BETWEEN = 600
_log = structlog.get_logger(__name__)


def keep_reminding(database: Database, settings: Settings, stop: Event | None = None) -> Thread:
    """Remind of what ends soon, now and every few minutes, until `stop` is set or the process ends."""
    address = (database, settings.public_url, stop or Event())
    thread = Thread(target=_again_and_again, args=address, name="consent-reminders", daemon=True)
    thread.start()
    return thread


def _again_and_again(database: Database, public_url: str | None, stop: Event) -> None:
    link = f"{str(public_url).rstrip('/')}/notices" if public_url else None
    while True:
        try:
            remind_of_ending(database, Moment.current(), link=link)
        except GraphFault as fault:
            _log.warning("reminders wait", advice=str(fault))
        if stop.wait(SECONDS_BETWEEN):
            return
