"""A family with every involvement, and one involvement, as auditors and administrators of its agency may read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.access import Identifier
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
    """Everybody who shares a family with `subject` today, the subject first; families are the subject's, by name.

    masked_beside: somebody has a masked service who shares another family with one of them.
    """

    subject: str
    families: tuple[str, ...]
    members: tuple[FamilyMember, ...]
    links: tuple[KinLink, ...]
    masked_beside: bool

    @property
    def masked(self) -> bool:
        """Some involvement is masked on which it may rest what is seen of the family."""
        return self.masked_beside or any(one.masked for member in self.members for one in member.involvements)


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


_FAMILY = read_query("audit_views/family", FamilyRow)
_MASKED_BESIDE = read_query("audit_views/masked_beside", Identifier)
_INVOLVEMENT = read_query("audit_views/involvement", InvolvementRow)


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
    people = [one.person.id for one in members]
    beside = masked_beside(tx, account=account, people=people, unmasked=unmasked, moment=moment)
    return AuditedFamily(
        subject=person,
        families=tuple(sorted(subject.families)),
        members=tuple(members),
        links=tuple(sorted(links, key=lambda link: link.id)),
        masked_beside=bool(beside),
    )


def masked_beside(
    tx: Transaction, *, account: str, people: Sequence[str], unmasked: Sequence[str], moment: Moment
) -> list[str]:
    """Who of those that share a family with any of these people has a masked service."""
    given = {"account": account, "people": [*people], "unmasked": [*unmasked]}
    return [row.id for row in tx.run(_MASKED_BESIDE, **given, now=moment.now, today=moment.today)]


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
