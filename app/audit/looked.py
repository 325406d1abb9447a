"""Who has been shown an involvement, in words."""

from __future__ import annotations

from dataclasses import dataclass

from app.wording import clock_time, day_of, long_day
from graph.audit_trail import LooksAtInvolvement

_LEVELS = {
    "full": "in full",
    "agency": "the agency alone",
    "broker": "the broker alone",
    "audit": "on an audit page",
    "asked": "by an operator’s command",
}


@dataclass(frozen=True, slots=True)
class LookLine:
    """One account's looks; without an account: an operator, or somebody whose name would tell of a masked service."""

    account: str | None
    who: str
    agency: str | None
    how: str
    when: str
    reasons: list[str]


def look_line(look: LooksAtInvolvement) -> LookLine:
    """What the table says of one account's looks."""
    if look.masked:
        return LookLine(None, "Somebody at a sensitive service", None, "not told", _when(look), [])
    who = look.practitioner or look.username or "An operator"
    permits = look.reasons if look.level in ("full", "agency", "broker") else []
    return LookLine(look.account, who, look.agency_name, _LEVELS[look.level], _when(look), permits)


def _when(look: LooksAtInvolvement) -> str:
    last = f"{long_day(day_of(look.last))} at {clock_time(look.last)}"
    return last if look.times == 1 else f"{look.times} times, last on {last}, first on {long_day(day_of(look.first))}"
