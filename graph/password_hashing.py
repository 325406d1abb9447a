"""Passwords as Argon2id hashes."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerifyMismatchError

# OWASP Password Storage Cheat Sheet, the first of its equal choices for Argon2id: 46 MiB, one pass, one lane.
_HASHER = PasswordHasher(time_cost=1, memory_cost=47104, parallelism=1, type=Type.ID)


def hash_password(password: str) -> str:
    """The hash to store, with its own random salt."""
    return _HASHER.hash(_composed(password))


def password_matches(password: str, password_hash: str | None) -> bool:
    """Whether a password is the one behind a hash; no hash takes as long as a wrong password, and is never right."""
    try:
        _HASHER.verify(password_hash or nobodys_hash(), _composed(password))
    except (VerifyMismatchError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def nobodys_hash() -> str:
    """A hash of a password that nobody knows, to spend the time of a check on; made once a process."""
    return hash_password(secrets.token_urlsafe(32))


def _composed(password: str) -> str:
    """One spelling for letters that keyboards send in two."""
    return unicodedata.normalize("NFC", password)
