"""The audit trail: every look and every change is recorded by the transaction that makes it (visibility.md, "Audit").

An event names people, accounts and involvements by id and never by name. How events are chained, so that one that is
removed or changed is found, is told in docs/decisions/audit-trail.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from graph.audit_lanes import next_link
from graph.driver import Transaction
from graph.policy import policy_version
from graph.query_loader import read_query, write_query


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Who did what, when and why, and whom it showed.

    kind: for example `sign_in`, `search`, `open`, `team`, `view_access`, `import`; account, role and agency are empty
    for an operator's command. subject is the person the page is about; people are all that were shown; entries tell
    for each involvement rendered its level and reasons, as `entry_of` words them. objects are what a change is about
    where that is no person: `account:ID`, `agency:ID`. through is what gave the account sight of the subject of a look
    at a team: `around`, `opened`, `broken`, `coordinates`, as visibility.md says these words.
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
    objects: list[str] = field(default_factory=list[str])
    through: list[str] = field(default_factory=list[str])
    policy: str = field(default_factory=policy_version)
    request_id: str | None = None
    id: str = field(default_factory=lambda: uuid4().hex)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Whether an event was new."""

    is_new: bool


_TAIL = read_query("audit/tail", AuditEvent)
_RECORD = write_query("audit/record", Recorded)


def record(tx: Transaction, event: AuditEvent) -> bool:
    """Write the event in this transaction: no event, no view. Whether it was new: one with its id is written once."""
    link = next_link(tx, facts_of(event))
    is_new = tx.run(_RECORD, event=link.properties)[0].is_new
    link.stored(new=is_new)
    return is_new


def facts_of(event: AuditEvent) -> dict[str, Any]:
    """What is stored of an event besides its place in the chain; each reason once, for auditors to search by."""
    reasons = {reason for entry in event.entries for reason in entry.partition(" ")[2].partition(" ")[2].split("+")}
    said = {one.name: getattr(event, one.name) for one in fields(event)}
    return {**said, "at": event.at.astimezone(UTC), "reasons": sorted(reasons - {""})}


def tail(
    tx: Transaction, limit: int, *, account: str | None = None, person: str | None = None, kind: str | None = None
) -> list[AuditEvent]:
    """The newest `limit` events, newest first: by one account, about or showing one person, of one kind, or all."""
    return tx.run(_TAIL, limit=limit, account=account, person=person, kind=kind)


def entry_of(involvement: str, level: str, reasons: Iterable[str]) -> str:
    """One rendered involvement in an event: its id, level and reasons."""
    return f"{involvement} {level} {'+'.join(reasons)}"
