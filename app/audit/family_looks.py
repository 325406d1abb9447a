"""Looks at a whole family: who sees what of it, what would change, and how two accounts or two days differ.

Each is recorded with the purpose of the session by the transaction that reads. A supposition is decided in a
transaction of its own that is rolled back, after one that recorded the look was committed: no event, no view.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.audit.looks import purpose_of_session
from app.audit_event import event_of_request
from app.current import database, moment, viewer
from graph.audit import entry_of, record
from graph.audit_sight import AgencyChoice, ExplainedRow, accounts_near, explain
from graph.audit_views import AuditedFamily, read_family
from graph.driver import Transaction
from graph.moment import Moment
from graph.what_if import AgreementChoice, SightChange, Supposition, agencies_to_move_to, agreements_in_force, what_if

LOCKED_AT_MOST = timedelta(seconds=30)
"""How long a supposition may last, and so keep others from changing what it supposes; it commonly takes much less."""


@dataclass(frozen=True, slots=True)
class FamilySight:
    """A family with every decision about it for the accounts near it; what is masked is left out."""

    family: AuditedFamily
    rows: tuple[ExplainedRow, ...]

    @property
    def accounts(self) -> list[ExplainedRow]:
        """A row for each account that openly has something to do with the family, by agency, then name."""
        first = {row.account: row for row in reversed(self.rows) if row.near}
        return sorted(first.values(), key=lambda row: (row.agency_name, row.practitioner or row.username, row.account))


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be supposed besides the family's own people and the accounts near it."""

    agreements: list[AgreementChoice]
    agencies: list[AgencyChoice]


@dataclass(frozen=True, slots=True)
class Compared:
    """The same family as two accounts, or one account at two moments, see it; by involvement."""

    sight: FamilySight
    one: dict[str, ExplainedRow]
    other: dict[str, ExplainedRow]


def look_at_sight(tx: Transaction, person: str) -> FamilySight | None:
    """Who sees what of a person's family; None where there is no such person."""
    sight, unmasked = _sight(tx, person, moment())
    if sight is not None:
        _record(tx, "view_access", person, sight.family, unmasked)
    return sight


def look_before_supposing(tx: Transaction, person: str, supposed: bool) -> tuple[FamilySight, Choices] | None:
    """What there is to choose; with `supposed` the look at the supposition is recorded too."""
    sight, unmasked = _sight(tx, person, moment())
    if sight is None:
        return None
    _record(tx, "what_if" if supposed else "view_access", person, sight.family, unmasked)
    return sight, Choices(agreements_in_force(tx, moment=moment()), agencies_to_move_to(tx))


def suppose(sight: FamilySight, supposed: Supposition) -> list[SightChange]:
    """What the supposition would change; nothing of it stays. Call it once its look has been committed."""
    now, account = moment(), viewer().account

    def compare(tx: Transaction) -> list[SightChange]:
        return what_if(
            tx,
            supposed,
            account=account,
            people=_people(sight.family),
            involvements=_listed(sight.family),
            unmasked=purpose_of_session(tx).sensitive_people,
            moment=now,
        )

    return database().suppose(compare, LOCKED_AT_MOST)


def look_at_difference(
    tx: Transaction, person: str, one: str | None, other: str | None, then: Moment | None
) -> Compared | None:
    """One account beside another, or beside itself at another moment; None where there is no such person.

    An account that has nothing openly to do with the family is compared only where no service is masked: to be told of,
    or not, would tell whether it works there.
    """
    sight, unmasked = _sight(tx, person, moment())
    if sight is None:
        return None
    family, near = sight.family, {row.account for row in sight.accounts}
    asked = [id_ for id_ in (one, other) if id_ and (id_ in near or not family.masked)]

    def told(accounts: Iterable[str | None], at: Moment) -> dict[str, ExplainedRow]:
        ids = [id_ for id_ in accounts if id_ in asked]
        return {row.involvement: row for row in _explained(tx, family, ids, unmasked, at)}

    first = told([one], moment())
    second = told([one], then) if then else told([other], moment())
    _record(tx, "view_access", person, family, unmasked, [f"account:{id_}" for id_ in asked])
    return Compared(sight, first, second)


def _sight(tx: Transaction, person: str, now: Moment) -> tuple[FamilySight | None, list[str]]:
    unmasked = purpose_of_session(tx).sensitive_people
    family = read_family(tx, account=viewer().account, person=person, unmasked=unmasked, moment=now)
    if family is None:
        return None, unmasked
    near = accounts_near(tx, people=_people(family), moment=now)
    return FamilySight(family, tuple(_explained(tx, family, near, unmasked, now))), unmasked


def _explained(
    tx: Transaction, family: AuditedFamily, accounts: Sequence[str], unmasked: Sequence[str], at: Moment
) -> list[ExplainedRow]:
    return explain(
        tx,
        account=viewer().account,
        involvements=_listed(family),
        accounts=accounts,
        unmasked=unmasked,
        moment=at,
    )


def _people(family: AuditedFamily) -> list[str]:
    return [member.person.id for member in family.members]


def _listed(family: AuditedFamily) -> list[str]:
    """The involvements that are not masked."""
    return sorted(one.id for member in family.members for one in member.involvements if one.id)


def _record(
    tx: Transaction, kind: str, person: str, family: AuditedFamily, unmasked: Sequence[str], objects: Sequence[str] = ()
) -> None:
    event = event_of_request(
        kind,
        purpose=purpose_of_session(tx).for_event(unmasked=person in unmasked),
        subject=person,
        people=_people(family),
        entries=[entry_of(one, "audit", ["EXPLAINED"]) for one in _listed(family)],
        objects=objects,
    )
    record(tx, event)
