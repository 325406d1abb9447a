"""What an account is to some people, for changes: they ask for more than whether somebody may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query


@dataclass(frozen=True, slots=True)
class Relation:
    """One account and one person, as the visibility fragment decides; names and dates not to be shown are empty.

    practitioner and agency are the account's. lasting: shown in full otherwise than by breaking the glass alone.
    holds: the account's practitioner has a current involvement for the account's agency, confirmed or not.
    """

    person: str
    given_name: str | None
    family_name: str | None
    date_of_birth: date | None
    expected_date_of_birth: date | None
    role: str
    practitioner: str | None
    agency: str
    active: bool
    standing: bool
    identity: Literal["full", "restricted", "none"]
    direct: bool
    lasting: bool
    holds: bool
    barred: bool
    shielded: bool

    @property
    def officer(self) -> bool:
        """An active privacy officer's account without a conflict of interest with this person."""
        return self.active and self.role == "auditor" and not self.barred

    @property
    def works_with(self) -> bool:
        """`direct` in visibility.md's sense, of an account that stands and is not barred."""
        return self.standing and self.direct and not self.barred

    @property
    def may_link(self) -> bool:
        """Somebody whose family and links the account may propose to change."""
        return self.standing and self.lasting and not self.barred

    @property
    def name(self) -> str:
        """Given and family name; empty where the account may not see it."""
        return f"{self.given_name} {self.family_name}" if self.identity != "none" else ""


_RELATIONS = read_query("proposals/relations", Relation)
_HOLD_PEOPLE = write_query("proposals/hold_people", Nothing)


def relations(tx: Transaction, *, account: str, people: Iterable[str], moment: Moment) -> dict[str, Relation]:
    """By id, each of these people who exists: a caller treats one it may not see like one who does not."""
    wanted = sorted(set(people))
    rows = tx.run(_RELATIONS, account=account, people=wanted, now=moment.now, today=moment.today)
    return {row.person: row for row in rows if row.person in wanted}


def relation(tx: Transaction, *, account: str, person: str, moment: Moment) -> Relation | None:
    """The same for one person."""
    return relations(tx, account=account, people=[person], moment=moment).get(person)


def hold_people(tx: Transaction, people: Iterable[str]) -> None:
    """Let no other change about these people be decided until this transaction ends."""
    tx.run(_HOLD_PEOPLE, people=sorted(set(people)))
