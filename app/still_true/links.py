"""The links in reminders: signed, for one account and one involvement, until a day, and for one asking alone.

A link holds ids and days and no name. It works without signing in, because whoever has it can do no more with it than
say whether one involvement of its account still holds; what it shows is initials, the kind of work and a month.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from itsdangerous import BadData, URLSafeSerializer

_SALT = "still-true"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link is about: asked on a day, to be answered before another one."""

    account: str
    involvement: str
    asked_on: date
    until: date


def signed(secret: str, asked: Asked) -> str:
    """The part of a link that says what it is about."""
    parts = [asked.account, asked.involvement, asked.asked_on.isoformat(), asked.until.isoformat()]
    return str(URLSafeSerializer(secret, _SALT).dumps(parts))


def read_link(secret: str, token: str, today: date) -> Asked | None:
    """What a link is about; None where it is forged or its day has come."""
    try:
        account, involvement, asked_on, until = URLSafeSerializer(secret, _SALT).loads(token)
    except (BadData, ValueError):
        return None
    asked = Asked(account, involvement, date.fromisoformat(asked_on), date.fromisoformat(until))
    return asked if today < asked.until else None
