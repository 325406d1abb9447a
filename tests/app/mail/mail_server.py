"""A real mail server on loopback that takes mails, refuses them, is slow or drops the line, as a test asks."""

from __future__ import annotations

import asyncio
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from pathlib import Path
from ssl import Purpose, SSLContext, create_default_context
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from config.mail_server import MailServer

USER, PASSWORD = "patchwork", "post office"


@dataclass
class Post:
    """What the server took, and how it behaves. `refuse` answers each recipient; `drop` ends the line in mid-mail."""

    refuse: str | None = None
    drop: bool = False
    slow: float = 0.0
    taken: list[Message] = field(default_factory=list[Message])
    recipients: list[list[str]] = field(default_factory=list[list[str]])
    encrypted: list[bool] = field(default_factory=list[bool])
    port: int = 0

    def server(self, host: str = "127.0.0.1", username: str | None = None, password: str = "") -> MailServer:
        """How to reach it."""
        return MailServer(host, self.port, tls_from_the_start=False, username=username, password=password)

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take or refuse a recipient."""
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a mail, slowly or not at all."""
        await asyncio.sleep(self.slow)
        if self.drop:
            assert server.transport is not None
            server.transport.close()
            return "421 gone"
        assert isinstance(envelope.content, bytes)
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        self.recipients.append(list(envelope.rcpt_tos))
        self.encrypted.append(session.ssl is not None)
        return "250 OK"


@contextmanager
def serving(post: Post, **options: Any) -> Iterator[Post]:
    """Serve on a free port; `options` are aiosmtpd's, for TLS and authentication."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        post.port = found.getsockname()[1]
    controller = Controller(post, hostname="127.0.0.1", port=post.port, **options)
    controller.start()
    try:
        yield post
    finally:
        controller.stop()


def authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
    """One user, one password."""
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def certificate(folder: Path) -> tuple[Path, SSLContext]:
    """A certificate for 127.0.0.1 that nobody trusts unless told to, and the server's side of it."""
    key, made = folder / "key.pem", folder / "certificate.pem"
    asked = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2", "-nodes"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-keyout", str(key), "-out", str(made), *asked]
    subprocess.run(command, check=True, capture_output=True)
    context = create_default_context(Purpose.CLIENT_AUTH)
    context.load_cert_chain(made, key)
    return made, context
