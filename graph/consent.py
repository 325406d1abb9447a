"""What a person, or somebody for them, decided about showing who works with them (visibility.md, "Words").

Only accounts that work with the person directly read it or change it. Which decision counts for which involvement is
the visibility fragment's matter alone; here stands what was decided, as far as the account may be told.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, cast

from graph.administration.changes import version_of
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query

Word = Literal["given", "refused", "withdrawn"]
Giver = Literal["self", "parental_responsibility", "representative"]
How = Literal["spoken", "signed"]


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What the query answers: maps inside."""

    given_name: str
    family_name: str
    own_agency: str
    of_sensitive_service: bool
    agencies: list[dict[str, Any]]
    decisions: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency that a decision may name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as one account may be told of it; no agency: it is about every agency's involvements.

    recorded_at and expires_at are UTC; giver and recorded_at are None where an import did not tell. how is None where
    nobody said. recorder is the name of whoever recorded it, given_by that of a parent or another who decided; both are
    None where they may not be told, or are not known.
    """

    id: str
    word: Word
    agency: str | None
    agency_name: str | None
    includes_sensitive: bool
    recorded_at: datetime | None
    expires_at: datetime | None
    giver: Giver | None
    given_by: str | None
    how: How | None
    recorder: str | None
    by_me: bool


@dataclass(frozen=True, slots=True)
class Consents:
    """What is decided about one person, newest first, for an account that works with them.

    of_sensitive_service: the account's practitioner works with the person for a sensitive service. agencies are the
    account's own and those whose work with the person it is shown, by name.
    """

    person: str
    given_name: str
    family_name: str
    own_agency: str
    of_sensitive_service: bool
    agencies: tuple[AgencyChoice, ...]
    decisions: tuple[Decision, ...]

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given_name} {self.family_name}"

    @property
    def version(self) -> str:
        """A digest of what the account is told, by which a form tells which state it was filled in from."""
        return version_of({one.id: asdict(one) for one in self.decisions})

    def decision(self, id_: str) -> Decision | None:
        """The decision of this id, where the account is told of it."""
        return next((one for one in self.decisions if one.id == id_), None)


_DECISIONS = read_query("consent/decisions", ConsentRow)
_ALL_AGENCIES = read_query("consent/all_agencies", AgencyChoice)


def read_consents(tx: Transaction, *, account: str, person: str, moment: Moment) -> Consents | None:
    """What is decided about the person; None where the account does not work with them, or there is no such person."""
    rows = tx.run(_DECISIONS, account=account, person=person, now=moment.now, today=moment.today)
    if not rows:
        return None
    row = rows[0]
    return Consents(
        person=person,
        given_name=row.given_name,
        family_name=row.family_name,
        own_agency=row.own_agency,
        of_sensitive_service=row.of_sensitive_service,
        agencies=tuple(AgencyChoice(one["id"], one["name"]) for one in row.agencies),
        decisions=tuple(_decision(one) for one in row.decisions),
    )


def all_agencies(tx: Transaction) -> list[AgencyChoice]:
    """Every agency that a decision may name, by name: a person may refuse one that nobody knows to be involved."""
    return tx.run(_ALL_AGENCIES)


def _decision(one: dict[str, Any]) -> Decision:
    return Decision(
        id=one["id"],
        word=cast(Word, one["decision"]),
        agency=one["agency"],
        agency_name=one["agency_name"],
        includes_sensitive=one["includes_sensitive"],
        recorded_at=one["recorded_at"],
        expires_at=one["expires_at"],
        giver=cast(Giver | None, one["giver"]),
        given_by=one["given_by"],
        how=cast(How | None, one["how"]),
        recorder=one["recorder"],
        by_me=one["by_me"],
    )
