"""Bars: a conflict of interest keeps a human, with all of their accounts, from a person and from others chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from graph.accounts import username_key
from graph.audit import AuditEvent, record
from graph.driver import Transaction
from graph.moment import Moment
from graph.privacy_queue import QueueItem, queue_item
from graph.proposals import keep, own_id, was_made
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import Relation, hold_people
from graph.shields import Shielding, shieldable


@dataclass(frozen=True, slots=True)
class Human:
    """Whoever a username belongs to; accounts are maps of id, username, role and the agency's name."""

    practitioner: str | None
    name: str
    accounts: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class BarredHuman:
    """Somebody who is barred from a person, with the accounts that the bars name and the reasons."""

    practitioner: str | None
    name: str
    accounts: list[str]
    usernames: list[str]
    reasons: list[str]


_HUMAN = read_query("bars/human", Human)
_OF_PERSON = read_query("bars/of_person", BarredHuman)
_BAR = write_query("bars/bar", Nothing)
_LIFT = write_query("bars/lift", Nothing)


def find_human(tx: Transaction, *, username: str) -> Human | None:
    """Whoever a username belongs to; None where nobody has it."""
    rows = tx.run(_HUMAN, username_key=username_key(username))
    return rows[0] if rows else None


def bars_of(tx: Transaction, *, person: str) -> list[BarredHuman]:
    """Everybody who is barred from a person, by name."""
    return tx.run(_OF_PERSON, person=person)


def is_self(asker: Relation, account: str, human: Human | BarredHuman) -> bool:
    """Whether a human is the very privacy officer who asks: nobody changes their own bars."""
    ids = [one if isinstance(one, str) else one["id"] for one in human.accounts]
    return account in ids or (human.practitioner is not None and human.practitioner == asker.practitioner)


def barrable(tx: Transaction, *, account: str, person: str, moment: Moment) -> Shielding | None:
    """The person and everybody else about whom a privacy officer is asked; None for anybody else."""
    asked = shieldable(tx, account=account, person=person, moment=moment)
    return asked if asked is not None and asked.person.officer else None


def bar(
    tx: Transaction, *, event: AuditEvent, id_: str, username: str, others: Iterable[str], reason: str, moment: Moment
) -> Human | None:
    """Bar whoever has the username from `event.subject` and those of `others`, at once (visibility.md).

    None, and nothing is changed, unless a privacy officer asks, about somebody else, and the others are of today's
    families.
    """
    if event.account is None or event.subject is None:
        raise ValueError("A bar needs an account and a person.")
    asked = barrable(tx, account=event.account, person=event.subject, moment=moment)
    human = find_human(tx, username=username)
    if asked is None or human is None or is_self(asked.person, event.account, human):
        return None
    people = sorted({event.subject, *others})
    if not set(people) <= {event.subject, *(one.person for one in asked.others)}:
        return None
    hold_people(tx, people)
    if was_made(tx, id_):
        return human
    keep(tx, id_=id_, kind="bar", maker=event.account, moment=moment, state="accepted", subject=event.subject)
    rows = [
        {"id": own_id(id_, one["id"], person), "account": one["id"], "person": person, "reason": reason}
        for one in human.accounts
        for person in people
    ]
    tx.run(_BAR, bars=rows)
    queue_item(tx, QueueItem(id_, "bar", event.account, event.subject, reason, people=people), moment)
    accounts = " ".join(f"account:{one['id']}" for one in human.accounts)
    record(tx, replace(event, people=people, purpose=f"{event.purpose} / bar {accounts}"))
    return human


def lift(tx: Transaction, *, person: str, accounts: list[str]) -> None:
    """Lift the bars; only graph.second_officer calls this, once a second privacy officer has accepted."""
    tx.run(_LIFT, person=person, accounts=accounts)
