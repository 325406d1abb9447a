"""The secret, the codes and the QR code of an account's second factor, with this application's key."""

from __future__ import annotations

import io

import segno
from flask import current_app
from markupsafe import Markup

from app.current import moment, settings
from graph.one_time_codes import DRIFT, code_of_step, set_up_address, shared_secret, step_at


def secret_of(account: str, salt: str) -> str:
    """The secret that an account shares with its authenticator app."""
    return shared_secret(str(current_app.secret_key), account, salt)


def in_groups(secret: str) -> str:
    """A secret in groups of four letters, as people type it."""
    return " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))


def qr_code(secret: str, username: str) -> Markup:
    """The QR code that authenticator apps scan, as SVG without styles."""
    drawn = io.BytesIO()
    code = segno.make(set_up_address(secret, username), error="m", micro=False)
    code.save(drawn, kind="svg", xmldecl=False, svgns=False, nl=False, omitsize=True, light="#fff", svgclass="qr")
    return Markup(drawn.getvalue().decode())  # noqa: S704 - drawn by us, and holds paths alone


def demonstration_code(account: str, salt: str, last_step: int | None) -> str | None:
    """In a demonstration, a code that is accepted now, so that it can be tried without a telephone; None elsewhere.

    Empty where both codes that could be accepted have been used.
    """
    if not settings().demo:
        return None
    now = step_at(moment())
    step = max(now, (last_step or 0) + 1)
    return code_of_step(secret_of(account, salt), step) if step <= now + DRIFT else ""
