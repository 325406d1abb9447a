"""What a password must be, on pages and on the command line."""

from __future__ import annotations

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200


def fault_of_password(password: str, username: str) -> str | None:
    """What is wrong with a new password, in a sentence; None where it can be taken."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        return f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters"
    if username.strip().casefold() in password.casefold():
        return "A password does not hold the username"
    if len(set(password)) < 4:
        return "A password has at least four different characters"
    return None
