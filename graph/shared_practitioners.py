"""Practitioners shared between the programme families of a coordinator's areas, as the coordinator may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query
from graph.team_rows import TeamPractitioner


@dataclass(frozen=True, slots=True)
class SharedRow:
    """The answer as the query gives it."""

    areas: list[str]
    families: int
    total: int
    practitioners: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class TouchedFamily:
    """A family that a practitioner works with; `member` is the id of somebody in it whose team may be opened."""

    id: str
    name: str
    member: str


@dataclass(frozen=True, slots=True)
class SeenInvolvement:
    """A current involvement behind a row, seen at level full."""

    id: str
    person: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PractitionerAcrossFamilies:
    """A practitioner with the families they share between them, by name then id; agencies by name."""

    practitioner: TeamPractitioner
    agencies: tuple[str, ...]
    families: tuple[TouchedFamily, ...]
    involvements: tuple[SeenInvolvement, ...]


@dataclass(frozen=True, slots=True)
class SharedPractitioners:
    """One page of those who work with two families or more, most families first, then by name and id.

    `families` and `total` count what the account may see and nothing else; `areas` are names.
    """

    areas: tuple[str, ...]
    families: int
    total: int
    practitioners: tuple[PractitionerAcrossFamilies, ...]


_SHARED = read_query("coordinator/shared_practitioners", SharedRow)


def find_shared_practitioners(
    tx: Transaction, *, account: str, skip: int, limit: int, moment: Moment
) -> SharedPractitioners:
    """Practitioners whose visible current involvements touch two or more enrolled families of the account's areas.

    visibility.md, COORDINATOR; a person counts for a family only where the account sees the person in full, since a
    membership is shown only then ("People and family links").
    """
    row = tx.run(_SHARED, account=account, skip=skip, limit=limit, now=moment.now, today=moment.today)[0]
    return SharedPractitioners(
        areas=tuple(row.areas),
        families=row.families,
        total=row.total,
        practitioners=tuple(_practitioner(one) for one in row.practitioners),
    )


def _practitioner(one: dict[str, Any]) -> PractitionerAcrossFamilies:
    involvements = {
        entry["id"]: SeenInvolvement(entry["id"], entry["person"], tuple(entry["reasons"]))
        for of_family in one["involvements"]
        for entry in of_family
    }
    return PractitionerAcrossFamilies(
        practitioner=TeamPractitioner(**one["practitioner"]),
        agencies=tuple(sorted({name for of_family in one["agencies"] for name in of_family})),
        families=tuple(TouchedFamily(**family) for family in one["families"]),
        involvements=tuple(involvements[key] for key in sorted(involvements)),
    )
