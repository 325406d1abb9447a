"""A process that sends what is due until it is ended: python -m tests.app.mail.sender_process PORT MINUTES_AHEAD."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta

import time_machine

from app.mail.sending import Sender, send_due
from config.mail_server import MailServer
from graph.driver import Database


def main() -> None:
    """Send again and again, with the clock so many minutes ahead that other processes' leases have ended."""
    port, minutes = int(sys.argv[1]), int(sys.argv[2])
    database = Database.connect(*(os.environ[name] for name in ("GRAPH_URI", "GRAPH_USER", "GRAPH_PASSWORD")))
    sender = Sender(
        MailServer("127.0.0.1", port, tls_from_the_start=False, username=None, password=""), "patchwork@example.org"
    )
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=minutes)):
        while True:
            send_due(database, sender)
            time.sleep(0.02)


if __name__ == "__main__":
    main()
