"""Whether something waits for a second administrator."""

from __future__ import annotations

from app.administration.pages import look
from app.current import moment
from graph.administration.role_changes import find_role_changes


def waits_for_second(account: str) -> str | None:
    """The code that the next page says it with; None where nothing about this account waits."""
    changes = look(lambda tx, by: find_role_changes(tx, by, moment()))
    return "waits" if any(change.account == account for change in changes) else None
