"""The countdown that stands on every page while emergency access lasts; it comes with the session's own statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.current import moment, viewer_if_known
from app.wording import clock_time


@dataclass(frozen=True, slots=True)
class Countdown:
    """One emergency access: the grant, whose record, when it ends in words and as an instant, and how long that is."""

    grant: str
    person: str
    ends: str
    ends_at: str
    left: str


def emergency_access() -> tuple[Countdown, ...]:
    """What lasts for whoever is signed in, the first to end first; nothing where this request knows nobody."""
    account = viewer_if_known()
    if account is None:
        return ()
    now = moment().now
    return tuple(
        Countdown(one.grant, one.person, clock_time(one.until), one.until.isoformat(), time_left(one.until, now))
        for one in account.broken
    )


def time_left(until: datetime, now: datetime) -> str:
    """ "3 h 12 min"; whole minutes, the begun one counted."""
    minutes = max(1, -int((now - until).total_seconds() // 60))
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
