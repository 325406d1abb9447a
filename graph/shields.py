"""Shields: at once by whoever works with the person or a privacy officer, undone by two privacy officers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.notices import tell_holders
from graph.privacy_queue import QueueItem, queue_item
from graph.proposals import Touched, keep, was_made
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import Relation, hold_people, relation, relations


@dataclass(frozen=True, slots=True)
class Shielding:
    """Somebody to be shielded, and those of today's families about whom the account is asked too.

    For a practitioner `others` are those shown in full and nobody else, so that nothing tells of the rest; for a
    privacy officer they are all, without names (graph.audit_views gives these).
    """

    person: Relation
    others: tuple[Relation, ...]


_CO_MEMBERS = read_query("shields/co_members", Touched)
_SHIELD = write_query("shields/shield", Touched)
_UNSHIELD = write_query("shields/unshield", Nothing)


def shieldable(tx: Transaction, *, account: str, person: str, moment: Moment) -> Shielding | None:
    """What the account is asked before it shields somebody; None where it may not, and where there is nobody."""
    found = relation(tx, account=account, person=person, moment=moment)
    if found is None or not (found.works_with or found.officer):
        return None
    others = relations(tx, account=account, people=_co_members(tx, person, moment), moment=moment)
    asked = (one for one in others.values() if found.officer or one.identity == "full")
    return Shielding(found, tuple(sorted(asked, key=lambda one: one.person)))


def shield(tx: Transaction, *, event: AuditEvent, id_: str, others: Iterable[str], moment: Moment) -> Shielding | None:
    """Shield `event.subject` and those of `others` whom the account is asked about, at once (visibility.md).

    The holders of each are told, and a privacy officer is asked about the whole family, those whom the account may not
    see included. Grants stay: what they still show is the fragment's to decide. None, and nothing is changed, where the
    account may not, or one of the others is nobody it is asked about.
    """
    account, person, wanted = _account(event), _subject(event), set(others)
    asked = shieldable(tx, account=account, person=person, moment=moment)
    if asked is None:
        return None
    known = wanted <= {one.person for one in asked.others}
    if known:
        hold_people(tx, [person, *wanted])
    if was_made(tx, id_):
        return asked
    if not known:
        return None
    keep(tx, id_=id_, kind="shield", maker=account, moment=moment, state="accepted", subject=person)
    family = _co_members(tx, person, moment)
    shielded = [row.id for row in tx.run(_SHIELD, people=sorted({person} | wanted))]
    for one in shielded:
        tell_holders(tx, person=one, kind="shield", by_account=account, moment=moment, about=f"{id_}.{one}")
    queue_item(tx, QueueItem(id_, "shield", account, person, people=family), moment)
    record(tx, replace(event, people=sorted({person} | wanted)))
    return asked


def unshield(tx: Transaction, *, person: str) -> None:
    """Take the shield away; only graph.second_officer calls this, once a second privacy officer has accepted."""
    tx.run(_UNSHIELD, person=person)


def _co_members(tx: Transaction, person: str, moment: Moment) -> list[str]:
    return [row.id for row in tx.run(_CO_MEMBERS, person=person, today=moment.today)]


def _account(event: AuditEvent) -> str:
    if event.account is None:
        raise ValueError("A shield needs an account.")
    return event.account


def _subject(event: AuditEvent) -> str:
    if event.subject is None:
        raise ValueError("A shield needs a person.")
    return event.subject
