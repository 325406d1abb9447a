"""Who can see an involvement and why, for auditors and for administrators of the agency that holds it.

Every level, reason and blocker comes from the visibility fragment; the facts beside them only put it into words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.access import Level, viewers
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query
from graph.team import kin_link
from graph.team_rows import KinLink, TeamPerson

Map = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One person of a family as the query gives it."""

    person: Map
    links: list[Map]
    families: list[str]
    involvements: list[Map]


@dataclass(frozen=True, slots=True)
class ListedInvolvement:
    """An involvement to pick; where masked, nothing but its person and whether it is current."""

    id: str | None
    masked: bool
    current: bool
    from_: date | None
    to: date | None
    type: str | None
    practitioner: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """A person with every involvement, current ones first."""

    person: TeamPerson
    involvements: tuple[ListedInvolvement, ...]


@dataclass(frozen=True, slots=True)
class AuditedFamily:
    """Everybody who shares a family with `subject` today, the subject first; families are the subject's, by name."""

    subject: str
    families: tuple[str, ...]
    members: tuple[FamilyMember, ...]
    links: tuple[KinLink, ...]

    @property
    def masked(self) -> bool:
        """Some involvement is masked."""
        return any(one.masked for member in self.members for one in member.involvements)


@dataclass(frozen=True, slots=True)
class InvolvementRow:
    """The involvement that is asked about; names are initials for an administrator; masked facts are None."""

    id: str
    person: str
    given_name: str
    family_name: str
    initials_only: bool
    masked: bool
    current: bool
    type: str | None
    role: str | None
    practitioner: str | None
    agency: str | None
    from_: date | None
    to: date | None


@dataclass(frozen=True, slots=True)
class AccountsRow:
    """Ids of a page of accounts, and how many there are in all."""

    total: int
    accounts: list[str]


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency to filter by."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """A decision with its facts; account, username, practitioner, agency and people are empty where masked."""

    place: int
    account: str | None
    username: str | None
    practitioner: str | None
    role: str
    agency: str | None
    agency_name: str | None
    level: Level
    reasons: list[str]
    blockers: list[str]
    facts: Map
    works_with: list[Map]


@dataclass(frozen=True, slots=True)
class WhoCanSee:
    """Every account that sees something of an involvement, and a page of the others; by agency, then username."""

    seeing: tuple[ExplainedRow, ...]
    others: tuple[ExplainedRow, ...]
    others_total: int


_FAMILY = read_query("audit_views/family", FamilyRow)
_INVOLVEMENT = read_query("audit_views/involvement", InvolvementRow)
_OTHERS = read_query("audit_views/other_accounts", AccountsRow)
_AGENCIES = read_query("audit_views/agencies_with_accounts", AgencyChoice)
_EXPLAIN = read_query("audit_views/explain", ExplainedRow)


def read_family(
    tx: Transaction, *, account: str, person: str, unmasked: Sequence[str], moment: Moment
) -> AuditedFamily | None:
    """A person's family for an auditor; sensitive services are masked except of the people named in `unmasked`.

    None where there is no such person, or the account is not an auditor's.
    """
    rows = tx.run(_FAMILY, account=account, person=person, unmasked=[*unmasked], now=moment.now, today=moment.today)
    if not rows:
        return None
    members = sorted((_member(row) for row in rows), key=lambda one: (one.person.id != person, one.person.id))
    subject = next(row for row in rows if row.person["id"] == person)
    links = (kin_link(link) for row in rows for link in row.links)
    return AuditedFamily(
        subject=person,
        families=tuple(sorted(subject.families)),
        members=tuple(members),
        links=tuple(sorted(links, key=lambda link: link.id)),
    )


def read_involvement(
    tx: Transaction, *, account: str, involvement: str, unmasked: Sequence[str], moment: Moment
) -> InvolvementRow | None:
    """The involvement for an auditor, or an administrator of its agency; None for anybody else, and for no such one."""
    rows = tx.run(
        _INVOLVEMENT,
        account=account,
        involvement=involvement,
        unmasked=[*unmasked],
        now=moment.now,
        today=moment.today,
    )
    return rows[0] if rows else None


def who_can_see(
    tx: Transaction,
    *,
    account: str,
    involvement: str,
    unmasked: Sequence[str],
    agency: str | None,
    skip: int,
    limit: int,
    moment: Moment,
) -> WhoCanSee:
    """Who sees an involvement and why, and of those who do not, `limit` from `skip` on; of one agency, or of all.

    Empty unless the account is an auditor's or an administrator's of the agency that holds the involvement.
    """
    seeing = [one.account for one in viewers(tx, involvement=involvement, moment=moment)]
    others = tx.run(_OTHERS, without=seeing, agency=agency, skip=skip, limit=limit)[0]
    rows = tx.run(
        _EXPLAIN,
        account=account,
        involvement=involvement,
        accounts=seeing + others.accounts,
        unmasked=[*unmasked],
        now=moment.now,
        today=moment.today,
    )
    # A masked account is of no agency here: to find it by its agency would unmask it.
    asked_for = [row for row in rows if agency in (None, row.agency)]
    shown = [row for row in asked_for if row.level != "none"]
    hidden = [row for row in asked_for if row.level == "none"]
    left_out = sum(row.level == "none" for row in rows) - len(hidden)
    return WhoCanSee(_sorted(shown), _sorted(hidden), others.total - left_out if rows else 0)


def agencies_with_accounts(tx: Transaction) -> list[AgencyChoice]:
    """The agencies that have an account, by name."""
    return tx.run(_AGENCIES)


def _sorted(rows: list[ExplainedRow]) -> tuple[ExplainedRow, ...]:
    """By agency, then username; the masked last."""
    return tuple(sorted(rows, key=lambda row: (row.agency is None, row.agency_name, row.username, row.place)))


def _member(row: FamilyRow) -> FamilyMember:
    involvements = [_listed(one) for one in row.involvements]
    involvements.sort(key=lambda one: (one.masked, not one.current, one.id or ""))
    person = TeamPerson(**row.person, identity="full", client=any(one.current for one in involvements))
    return FamilyMember(person, tuple(involvements))


def _listed(one: Map) -> ListedInvolvement:
    return ListedInvolvement(
        id=one["id"],
        masked=one["masked"],
        current=one["current"],
        from_=one["from"],
        to=one["to"],
        type=one["type"],
        practitioner=one["practitioner"],
        agency=one["agency"],
    )
