"""The rounds in which what is due is written: reminders and digests. Any number of processes may make them at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Event, Thread

import structlog

from app.still_true.links import Asked, signed
from config.settings import Settings
from graph.digests import tell_due
from graph.driver import Database, GraphFault
from graph.moment import LONDON, Moment
from graph.reminders import remind_due

SECONDS_BETWEEN = 60
DAY_BEGINS = 7
"""The hour in London from which mails are written."""
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Written:
    """How many reminders and digests were queued."""

    reminders: int
    digests: int


def write_due(database: Database, settings: Settings, moment: Moment) -> Written:
    """Queue what is due now. Nothing where nobody has said under which address Patchwork is found: a mail needs links.

    GraphFault where the graph is away.
    """
    if settings.public_url is None:
        return Written(0, 0)
    secret, base = settings.secret_key(), settings.public_url

    def link(account: str, involvement: str, asked_on: date, until: date) -> str:
        return f"{base}/still-true/{signed(secret, Asked(account, involvement, asked_on, until))}"

    return Written(remind_due(database, link, moment), tell_due(database, base, moment))


def keep_writing(database: Database, settings: Settings, stop: Event | None = None) -> Thread:
    """Write what is due again and again by day, until `stop` is set or the process ends."""
    thread = Thread(target=_again_and_again, args=(database, settings, stop or Event()), name="rounds", daemon=True)
    thread.start()
    return thread


def _again_and_again(database: Database, settings: Settings, stop: Event) -> None:
    while not stop.wait(SECONDS_BETWEEN):
        moment = Moment.current()
        if moment.now.astimezone(LONDON).hour < DAY_BEGINS:
            continue
        try:
            written = write_due(database, settings, moment)
        except GraphFault as fault:
            _log.warning("rounds wait", advice=str(fault))
            continue
        except Exception as fault:  # one fault must not end all rounds
            _log.error("rounds fault", kind=type(fault).__name__)
            continue
        if written.reminders or written.digests:
            _log.info("rounds", reminders=written.reminders, digests=written.digests)
