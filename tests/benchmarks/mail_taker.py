"""A mail server on loopback in a process of its own, which takes everything: prints its port, then serves."""

from __future__ import annotations

import socket
from threading import Event

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Taker:
    """Takes every mail and keeps none."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a mail."""
        return "250 OK"


def main() -> None:
    """Serve until the process is ended."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    Controller(Taker(), hostname="127.0.0.1", port=port).start()
    print(port, flush=True)
    Event().wait()


if __name__ == "__main__":
    main()
