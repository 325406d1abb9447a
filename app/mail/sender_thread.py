"""The thread of each web worker that sends what is due; the outbox sees to it that no two send the same mail."""

from __future__ import annotations

from threading import Event, Thread

import structlog

from app.mail.sending import Sender, send_due
from config.settings import Settings
from graph.driver import Database, GraphFault

LOOKS_EVERY = 5.0
"""Seconds between two looks into the outbox."""
_log = structlog.get_logger(__name__)


def sender_of(settings: Settings) -> Sender | None:
    """Who sends mails by these settings; None where they stay queued."""
    server = settings.mail_server
    return Sender(server, settings.mail_from, settings.mail_is_shown) if server and settings.mail_from else None


class SenderThread(Thread):
    """Sends until `stop` is called. It ends with its process; a mail it had claimed is sent after the lease."""

    def __init__(self, database: Database, sender: Sender, looks_every: float = LOOKS_EVERY) -> None:
        super().__init__(name="mail", daemon=True)
        self._database = database
        self._sender = sender
        self._looks_every = looks_every
        self._stopped = Event()

    def run(self) -> None:
        """Look into the outbox again and again."""
        while not self._stopped.wait(self._looks_every):
            try:
                done = send_due(self._database, self._sender)
            except GraphFault:
                continue  # away now: what was claimed is due again after its lease
            except Exception as fault:  # a mail must not end all mails
                _log.error("mail fault", kind=type(fault).__name__)
                continue
            if done.sent or done.failed:
                _log.info("mail", sent=done.sent, failed=done.failed)

    def stop(self) -> None:
        """End after the round that is under way."""
        self._stopped.set()


def start_sender(database: Database, settings: Settings) -> SenderThread | None:
    """Begin to send, where the settings name a server."""
    sender = sender_of(settings)
    if sender is None:
        return None
    thread = SenderThread(database, sender)
    thread.start()
    return thread
