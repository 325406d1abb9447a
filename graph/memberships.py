"""Memberships of families as they are stored; the callers decide, with the fragment, who may see or change one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query
from graph.relations import Relation, relations


@dataclass(frozen=True, slots=True)
class MemberOf:
    """A member of the family that was asked for, or of the one that stands in for it where there is none."""

    id: str
    family: str


_MEMBERS = read_query("family_links/members", MemberOf)
_ADD_MEMBER = write_query("family_links/add_member", Nothing)
_END_MEMBER = write_query("family_links/end_member", Nothing)


def members_of(tx: Transaction, account: str, family: str, moment: Moment) -> dict[str, Relation]:
    """What the account is to everybody of a family; nobody where there is no such family."""
    rows = tx.run(_MEMBERS, family=family, today=moment.today)
    everybody = relations(tx, account=account, people=[row.id for row in rows], moment=moment)
    return {row.id: everybody[row.id] for row in rows if row.family == family}


def join_family(tx: Transaction, *, person: str, family: str, moment: Moment) -> None:
    """Store a membership from today; the caller has decided that it counts at once."""
    tx.run(_ADD_MEMBER, person=person, family=family, today=moment.today)


def leave_family(tx: Transaction, *, person: str, family: str, on: date, moment: Moment) -> None:
    """End a membership; the caller has decided that it may be."""
    tx.run(_END_MEMBER, person=person, family=family, on=on, today=moment.today)
