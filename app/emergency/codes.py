"""The code that somebody reads out to be confirmed: made from the request's id, and kept as a keyed hash alone."""

from __future__ import annotations

import hmac
import re
from hashlib import sha256

from flask import current_app

from graph.throttles import throttle_key

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Nothing that sounds or looks like something else: no 0, 1, I, L or O."""
_LENGTH = 8


def code_of(request: str) -> str:
    """The code of a request, as it is read out: "7KQM-2WXP"."""
    digest = hmac.new(_secret().encode(), f"emergency code\0{request}".encode(), sha256).digest()
    code = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_LENGTH])
    return f"{code[:4]}-{code[4:]}"


def code_key(typed: str) -> str:
    """What a request is found by; '' for something that no code looks like."""
    code = re.sub(r"[\s-]+", "", typed).upper()
    right = len(code) == _LENGTH and set(code) <= set(_LETTERS)
    return throttle_key(_secret(), "emergency code", code) if right else ""


def _secret() -> str:
    return str(current_app.secret_key)
