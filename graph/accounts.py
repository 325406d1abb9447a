"""Accounts: what signs in."""

from __future__ import annotations


def username_key(username: str) -> str:
    """What makes two usernames the same one: case and surrounding space do not count."""
    return username.strip().casefold()
