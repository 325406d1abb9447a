"""The audit trail: every look and every change is recorded by the transaction that makes it (visibility.md, "Audit").

An event names people, accounts and involvements by id and never by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from uuid import uuid4

from graph.driver import Transaction
from graph.policy import policy_version
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Who did what, when and why, and whom it showed.

    kind: for example `sign_in`, `search`, `open`, `team`, `view_access`, `import`; account, role and agency are empty
    for an operator's command. subject is the person the page is about; people are all that were shown; entries tell
    for each involvement rendered its level and reasons, as `entry_of` words them.
    """

    kind: str
    at: datetime
    account: str | None = None
    role: str | None = None
    agency: str | None = None
    route: str | None = None
    purpose: str | None = None
    subject: str | None = None
    people: list[str] = field(default_factory=list[str])
    entries: list[str] = field(default_factory=list[str])
    policy: str = field(default_factory=policy_version)
    request_id: str | None = None
    id: str = field(default_factory=lambda: uuid4().hex)


_TAIL = read_query("audit/tail", AuditEvent)
_RECORD = write_query("audit/record", Nothing)


def record(tx: Transaction, event: AuditEvent) -> None:
    """Write the event in this transaction: no event, no view."""
    tx.run(_RECORD, event=asdict(event))


def tail(tx: Transaction, limit: int) -> list[AuditEvent]:
    """The newest `limit` events, newest first."""
    return tx.run(_TAIL, limit=limit)


def entry_of(involvement: str, level: str, reasons: Iterable[str]) -> str:
    """One rendered involvement in an event: its id, level and reasons."""
    return f"{involvement} {level} {'+'.join(reasons)}"
