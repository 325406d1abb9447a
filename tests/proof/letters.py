"""What the outbox hands to a mail server: every byte, as a real one on loopback takes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from aiosmtpd.smtp import SMTP, Envelope, Session

from app.mail.sending import Sender, send_due
from graph.driver import Database
from tests.app.mail.mail_server import Post, serving

FROM = "patchwork@example.org"


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail: whom the envelope names, and everything that follows DATA."""

    recipients: tuple[str, ...]
    content: bytes


@dataclass
class _Box(Post):
    letters: list[Letter] = field(default_factory=list[Letter])

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.letters.append(Letter(tuple(envelope.rcpt_tos), envelope.content))
        return "250 OK"


def sent(database: Database) -> list[Letter]:
    """Send everything that waits in the outbox, and answer it in the order in which it went."""
    with serving(_Box()) as box:
        done = send_due(database, Sender(box.server(), FROM))
    assert isinstance(box, _Box)
    assert (done.sent, done.failed) == (len(box.letters), 0)
    return box.letters
