"""The mail server that an address such as smtps://user:password@host names."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

_PORTS = {"smtp": 587, "smtps": 465}
_ADVICE = "takes an address such as smtp://user:password@host:587, or smtps:// for a server that begins with TLS"


@dataclass(frozen=True, slots=True)
class MailServer:
    """How to reach a mail server; `tls_from_the_start` for smtps, else STARTTLS."""

    host: str
    port: int
    tls_from_the_start: bool
    username: str | None
    password: str = field(repr=False)

    @property
    def on_this_machine(self) -> bool:
        """Whether mails need no encryption on their way, because they do not leave this machine."""
        return is_loopback(self.host)


def mail_server(url: str) -> MailServer:
    """The mail server of an smtp:// or smtps:// address; ValueError says what it should look like."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(_ADVICE) from None
    if parts.scheme not in _PORTS or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise ValueError(_ADVICE)
    if (parts.username is None) != (parts.password is None):
        raise ValueError(f"{_ADVICE}; it names a user and a password, or neither")
    return MailServer(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        tls_from_the_start=parts.scheme == "smtps",
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password or ""),
    )


def is_loopback(host: str) -> bool:
    """Whether a host's name or address means this very machine, whatever a name server says."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
