"""What takes two privacy officers: taking a shield away, and lifting a bar. One proposes, another human accepts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from graph.audit import AuditEvent, record
from graph.bars import bars_of, is_self, lift
from graph.driver import Transaction
from graph.moment import Moment
from graph.privacy_queue import QueueItem, queue_item
from graph.proposals import GOOD_FOR, keep, was_made
from graph.query_loader import read_query
from graph.relations import hold_people, relation
from graph.shields import unshield

Undoing = Literal["unshield", "lift_bar"]


@dataclass(frozen=True, slots=True)
class Waits:
    """A proposal that waits for a second privacy officer; asked and barred_accounts name whose bar is to be lifted."""

    id: str
    maker: str
    asked: str | None
    barred_accounts: list[str]


_WAITING = read_query("shields/waiting", Waits)


def waiting_about(tx: Transaction, *, person: str, kind: Undoing, moment: Moment) -> list[Waits]:
    """The proposals about a person that wait for a second privacy officer."""
    return tx.run(_WAITING, person=person, kind=kind, now=moment.now)


def propose_unshielding(tx: Transaction, *, event: AuditEvent, id_: str, reason: str, moment: Moment) -> bool:
    """Propose to take the shield from `event.subject`; False unless a privacy officer asks about somebody shielded.

    One proposal at a time waits; another changes nothing.
    """
    account, person = _of(event)
    found = relation(tx, account=account, person=person, moment=moment)
    if found is None or not found.officer or not found.shielded:
        return False
    hold_people(tx, [person])
    if not was_made(tx, id_) and not waiting_about(tx, person=person, kind="unshield", moment=moment):
        _propose(tx, event, id_, "unshield", reason, moment)
    return True


def propose_lifting(tx: Transaction, *, event: AuditEvent, id_: str, account: str, reason: str, moment: Moment) -> bool:
    """Propose to lift the bar that names `account` from `event.subject`; False unless an officer asks about another."""
    asker, person = _of(event)
    found = relation(tx, account=asker, person=person, moment=moment)
    barred = next((one for one in bars_of(tx, person=person) if account in one.accounts), None)
    if found is None or not found.officer or barred is None or is_self(found, asker, barred):
        return False
    hold_people(tx, [person])
    waiting = waiting_about(tx, person=person, kind="lift_bar", moment=moment)
    if not was_made(tx, id_) and not any(account in one.barred_accounts for one in waiting):
        details = {"asked": barred.practitioner, "barred_accounts": barred.accounts}
        _propose(tx, event, id_, "lift_bar", reason, moment, **details)
    return True


def carry_out_undoing(tx: Transaction, *, details: dict[str, Any], maker: str, moment: Moment) -> bool:
    """Do what a second privacy officer has accepted; False where the first is one no more."""
    person = str(details["subject"])
    first = relation(tx, account=maker, person=person, moment=moment)
    if first is None or not first.officer:
        return False
    if details["kind"] == "unshield":
        unshield(tx, person=person)
    else:
        lift(tx, person=person, accounts=details["barred_accounts"])
    return True


def _propose(
    tx: Transaction, event: AuditEvent, id_: str, kind: Undoing, reason: str, moment: Moment, **details: Any
) -> None:
    account, person = _of(event)
    keep(
        tx,
        id_=id_,
        kind=kind,
        maker=account,
        moment=moment,
        subject=person,
        reason=reason,
        expires_at=moment.now + GOOD_FOR,
        **details,
    )
    queued = "unshield" if kind == "unshield" else "bar"
    queue_item(tx, QueueItem(id_, queued, account, person, note=reason, about=id_), moment)
    record(tx, replace(event, kind=f"propose_{kind}", people=[person]))


def _of(event: AuditEvent) -> tuple[str, str]:
    if event.account is None or event.subject is None:
        raise ValueError("A proposal needs an account and a person.")
    return event.account, event.subject
