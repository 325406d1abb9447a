"""Why somebody looks at the audit pages: stated once a session, kept with its record, and gone with it.

The words are kept in the graph and never in an address; every look copies them into its audit event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.driver import Transaction
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class StatedPurpose:
    """The purpose of a session's looks; the second one unmasks the sensitive services of the named people alone."""

    purpose: str
    sensitive_purpose: str | None
    sensitive_people: list[str]

    def for_event(self, unmasked: bool) -> str:
        """The words for an audit event; with the second purpose where the look showed sensitive services."""
        return f"{self.purpose} / sensitive services: {self.sensitive_purpose}" if unmasked else self.purpose


_STATE = write_query("audit_views/state_purpose", Nothing)
_STATED = read_query("audit_views/stated_purpose", StatedPurpose)


def state_purpose(tx: Transaction, *, session: str, purpose: str) -> None:
    """Keep a purpose for what this session looks at from now on; a second purpose stated before ends with it."""
    tx.run(_STATE, session=session, purpose=purpose, people=[])


def state_sensitive_purpose(tx: Transaction, *, session: str, purpose: str, people: Sequence[str]) -> None:
    """Keep the second purpose, for the sensitive services of these people; it replaces one for other people."""
    if not people:
        raise ValueError("A second purpose needs the people that it is for.")
    tx.run(_STATE, session=session, purpose=purpose, people=[*people])


def stated_purpose(tx: Transaction, *, session: str) -> StatedPurpose | None:
    """What this session has stated; None before the first purpose."""
    rows = tx.run(_STATED, session=session)
    return rows[0] if rows else None
