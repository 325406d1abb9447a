"""The address that links in mails begin with."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import request

from app.current import settings
from config.mail_server import is_loopback


class NoPublicAddress(Exception):
    """No link can be sent, because nobody has said where the pages are found; the message says what to do."""


def public_address() -> str:
    """PATCHWORK_PUBLIC_URL, else this request's own address where that is this machine; NoPublicAddress otherwise.

    What a request says of its host is anybody's word: in a mail it would lead people wherever a stranger likes.
    """
    if settings().public_url:
        return str(settings().public_url)
    try:
        host = urlsplit(f"//{request.host}")
        if is_loopback(host.hostname or "") and host.netloc == f"{host.hostname}:{host.port}":
            return f"http://{host.hostname}:{host.port}"
    except ValueError:
        pass
    raise NoPublicAddress("No link can be sent: ask whoever runs Patchwork to set PATCHWORK_PUBLIC_URL.")
