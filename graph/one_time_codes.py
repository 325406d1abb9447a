"""Codes of the second factor: six digits that change every 30 seconds (RFC 6238), and recovery codes.

The secret that an account shares with its authenticator app is stored nowhere: it is derived from the application's
secret key and a random salt, and the graph holds the salt. docs/decisions/second-factor.md says why.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from hashlib import sha256

from argon2 import Type
from argon2.low_level import hash_secret_raw
from pyotp.hotp import HOTP
from pyotp.totp import TOTP

from graph.moment import Moment

STEP_SECONDS = 30
DRIFT = 1
"""How many steps a telephone's clock may be ahead or behind."""
RECOVERY_CODES = 10
ISSUER = "Patchwork"
# Crockford's base 32: no letter can be taken for a digit. Ten of them are 50 bits.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RECOVERY_LENGTH = 10
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def shared_secret(key: str, account: str, salt: str) -> str:
    """The 160 bits that an account shares with its authenticator app, in base 32."""
    own_key = hmac.new(key.encode(), b"second factor", sha256).digest()
    derived = hmac.new(own_key, f"{account}\0{salt}".encode(), sha256).digest()
    return base64.b32encode(derived[:20]).decode()


def step_at(moment: Moment) -> int:
    """The number of the 30 seconds that a moment lies in, since 1970."""
    return int(moment.now.timestamp()) // STEP_SECONDS


def code_of_step(secret: str, step: int) -> str:
    """The six digits of one step."""
    return HOTP(secret).at(step)


def matching_step(secret: str, typed: str, moment: Moment) -> int | None:
    """The step whose code was typed, now or one step earlier or later; None for a wrong code."""
    digits = "".join(typed.split())
    if not (len(digits) == 6 and digits.isascii() and digits.isdigit()):
        return None
    now = step_at(moment)
    steps = range(now - DRIFT, now + DRIFT + 1)
    matching = [step for step in steps if hmac.compare_digest(code_of_step(secret, step), digits)]
    return matching[-1] if matching else None


def set_up_address(secret: str, username: str) -> str:
    """What the QR code says: the otpauth address that authenticator apps read."""
    return TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)


def new_recovery_codes() -> list[str]:
    """Ten recovery codes to be shown once, in two groups of five letters and digits."""
    codes = ("".join(secrets.choice(_LETTERS) for _ in range(_RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES))
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def recovery_hash(typed: str, salt: str) -> str:
    """The Argon2id hash under which the graph knows a recovery code; how it is typed (case, dash) makes no difference.

    All codes of an account share its salt, so that one hash tells whether a typed code is among them.
    """
    code = typed.upper().translate(_MISREAD)[: _RECOVERY_LENGTH * 2]
    return hash_secret_raw(
        code.encode(),
        sha256(f"recovery {salt}".encode()).digest()[:16],
        time_cost=1,
        memory_cost=47104,
        parallelism=1,
        hash_len=32,
        type=Type.ID,
    ).hex()
