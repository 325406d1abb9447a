"""An involvement that a practitioner adds for themselves: it counts for nothing until somebody else confirms it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Literal

from graph.audit import AuditEvent, entry_of, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.notices import tell_holders
from graph.privacy_queue import QueueItem, queue_item
from graph.proposals import Touched, keep, was_made
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import Relation, hold_people, relation

Basis = Literal["public_task", "legal_obligation", "vital_interests", "consent"]
Added = Literal["added", "already", "not_employed"]


@dataclass(frozen=True, slots=True)
class InvolvementType:
    """A kind of work of the code list."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class NewInvolvement:
    """What is to be recorded: a type of the code list, the role in words, since when, on which basis, and why."""

    type: str
    role: str | None
    from_: date
    basis: Basis
    sensitive: bool
    reason: str


_TYPES = read_query("proposals/involvement_types", InvolvementType)
_EMPLOYED = read_query("proposals/employed", Touched)
_ADD = write_query("proposals/add_involvement", Nothing)


def involvement_types(tx: Transaction) -> list[InvolvementType]:
    """The code list, by label."""
    return tx.run(_TYPES)


def may_add_self(found: Relation | None) -> bool:
    """Whether the account may add its own involvement with somebody (visibility.md, "own involvement").

    A practitioner, with somebody found and opened, or in full sight already otherwise than by breaking the glass; never
    with somebody shielded. One who does not exist, one who is hidden and one who is shielded are all alike.
    """
    return (
        found is not None
        and found.role == "practitioner"
        and found.practitioner is not None
        and found.may_link
        and not found.shielded
    )


def addable(tx: Transaction, *, account: str, person: str, moment: Moment) -> Relation | None:
    """The person where the account may add itself; else None."""
    found = relation(tx, account=account, person=person, moment=moment)
    return found if may_add_self(found) else None


def add_self(tx: Transaction, *, event: AuditEvent, id_: str, new: NewInvolvement, moment: Moment) -> Added | None:
    """Record that `event.account` works with `event.subject`, unconfirmed (visibility.md, "Who may change what").

    `not_employed`: the practitioner did not work for the agency on that first day; `already`: they have a current
    involvement with the person. The holders are told who and from which agency. None where the account may not.
    """
    if event.account is None or event.subject is None:
        raise ValueError("An involvement needs an account and a subject.")
    account, person = event.account, event.subject
    if addable(tx, account=account, person=person, moment=moment) is None:
        return None
    hold_people(tx, [person])
    found = addable(tx, account=account, person=person, moment=moment)
    if found is None or found.practitioner is None:
        return None
    if was_made(tx, id_):
        return "added"
    if found.holds:
        return "already"
    if not tx.run(_EMPLOYED, practitioner=found.practitioner, agency=found.agency, day=new.from_):
        return "not_employed"
    keep(
        tx,
        id_=id_,
        kind="own_involvement",
        maker=account,
        moment=moment,
        subject=person,
        agency=found.agency,
        type=new.type,
        involvement=id_,
        reason=new.reason,
    )
    store_involvement(
        tx,
        id_=id_,
        practitioner=found.practitioner,
        agency=found.agency,
        person=person,
        source="self",
        new=new,
        moment=moment,
    )
    tell_holders(tx, person=person, kind="own_involvement", by_account=account, moment=moment, about=id_)
    queue_item(tx, QueueItem(id=id_, kind="own_involvement", maker=account, subject=person, about=id_), moment)
    record(tx, replace(event, people=[person], entries=[entry_of(id_, "full", ["OWN"])]))
    return "added"


def store_involvement(
    tx: Transaction,
    *,
    id_: str,
    practitioner: str,
    agency: str,
    person: str,
    source: Literal["self", "colleague"],
    new: NewInvolvement,
    moment: Moment,
) -> None:
    """Store an involvement that nobody has confirmed."""
    values = {key.rstrip("_"): value for key, value in asdict(new).items() if key != "reason"}
    ids = {"id": id_, "practitioner": practitioner, "agency": agency, "person": person, "source": source}
    tx.run(_ADD, involvement=values | ids, now=moment.now)
