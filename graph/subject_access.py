"""Subject access: what is held about one person, who saw it, and the reports that privacy officers make of it.

Every function is for accounts of the role auditor: to any other the statements answer nothing. What is masked until a
second purpose is stated does not leave the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.audit_trail import LookAtPerson, looks_at_person
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import read_query, write_query

Map = dict[str, Any]
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class HeldRow:
    """Everything held about a person, as maps; one with `masked` true has nothing else in it.

    A practitioner or account is a map of practitioner (id), account (id, where one acted), name, job, agency, kind (of
    the agency) and masked.
    """

    person: Map
    merged: list[Map]
    memberships: list[Map]
    links: list[Map]
    involvements: list[Map]
    consents: list[Map]
    grants: list[Map]
    requests: list[Map]
    bars: list[Map]
    queue: list[Map]
    proposals: list[Map]


@dataclass(frozen=True, slots=True)
class Looker:
    """An account that looked: the practitioner it acts as, and the kind of its agency."""

    account: str
    practitioner: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report; `content` is what was released, `digest` its SHA-256; decisions are maps by `item`.

    requested_on: the day the request came; sensitive: the released words tell of sensitive services.
    """

    id: str
    person: str
    reference: str
    requested_on: date | None
    state: str
    made_at: datetime
    made_by: str
    follows: str | None
    released_at: datetime | None
    released_by: str | None
    content: str | None
    digest: str | None
    sensitive: bool
    decisions: list[Map]


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report in the list of a person's reports; made_by is the officer's name."""

    id: str
    reference: str
    state: str
    made_at: datetime
    made_by: str
    released_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonName:
    """Whom a report or a list of looks is about."""

    id: str
    given_name: str
    family_name: str

    @property
    def whole(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True, slots=True)
class Written:
    """The id of what a statement has written."""

    id: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What an officer decided about rows: told on a ground, or withheld under an exemption; said or not."""

    told: bool
    code: str
    said: bool
    note: str

    def stored(self) -> Map:
        """As properties of a node."""
        return {"told": self.told, "code": self.code, "said": self.said, "note": self.note}


_PERSON = read_query("subject_access/person", PersonName)
_HELD = read_query("subject_access/held", HeldRow)
_LOOKERS = read_query("subject_access/lookers", Looker)
_BEGIN = write_query("subject_access/begin", Written)
_REPORT = read_query("subject_access/report", ReportRow)
_REPORTS_OF = read_query("subject_access/reports_of", ListedReport)
_DECIDE = write_query("subject_access/decide", Written)
_RELEASE = write_query("subject_access/release", Written)


def person_named(tx: Transaction, *, account: str, person: str) -> PersonName | None:
    """The person for an auditor; None for anybody else, and where there is no such person."""
    rows = tx.run(_PERSON, account=account, person=person)
    return rows[0] if rows else None


def held_about(
    tx: Transaction, *, account: str, person: str, unmasked: Sequence[str], moment: Moment
) -> HeldRow | None:
    """What is held about a person, for an auditor; None for anybody else, and where there is no such person."""
    rows = tx.run(_HELD, account=account, person=person, unmasked=[*unmasked], now=moment.now, today=moment.today)
    return rows[0] if rows else None


def all_looks(
    tx: Transaction, *, person: str, unmasked: Sequence[str], between: tuple[datetime, datetime]
) -> list[LookAtPerson]:
    """Every event that showed a person, newest first; `between` is half-open. The caller is an auditor."""
    found: list[LookAtPerson] = []
    while len(found) % _AT_ONCE == 0:
        some = looks_at_person(tx, person=person, unmasked=unmasked, between=between, skip=len(found), limit=_AT_ONCE)
        found += some
        if not some:
            break
    return found


def lookers(tx: Transaction, accounts: Iterable[str]) -> dict[str, Looker]:
    """By account."""
    return {row.account: row for row in tx.run(_LOOKERS, accounts=sorted(set(accounts)))}


def begin_report(
    tx: Transaction,
    *,
    account: str,
    report: str,
    person: str,
    reference: str,
    requested_on: date | None,
    follows: str | None,
    moment: Moment,
) -> bool:
    """Begin a draft under an id made by the caller, once however often it is sent; False where there is no person.

    With `follows`, an earlier report about the same person, its decisions are taken over.
    """
    given = {"id": report, "person": person, "reference": reference, "requested_on": requested_on}
    return bool(tx.run(_BEGIN, account=account, report=given, follows=follows, now=moment.now))


def read_report(tx: Transaction, *, account: str, report: str) -> ReportRow | None:
    """A report for an auditor; None for anybody else, and where there is none."""
    rows = tx.run(_REPORT, account=account, report=report)
    return rows[0] if rows else None


def reports_of(tx: Transaction, *, account: str, person: str) -> list[ListedReport]:
    """The reports about a person, newest first."""
    return tx.run(_REPORTS_OF, account=account, person=person)


def decide(
    tx: Transaction, *, account: str, report: str, items: Sequence[str], decided: Decided, moment: Moment
) -> bool:
    """Keep a decision for some rows of a draft; False where it is none any more."""
    rows = tx.run(_DECIDE, account=account, report=report, items=[*items], decision=decided.stored(), now=moment.now)
    return bool(rows)


def release(
    tx: Transaction, *, account: str, report: str, content: str, digest: str, sensitive: bool, moment: Moment
) -> bool:
    """Keep the words of a draft for good; False where the report is released already."""
    rows = tx.run(
        _RELEASE,
        account=account,
        report=report,
        content=content,
        digest=digest,
        sensitive=sensitive,
        now=moment.now,
    )
    return bool(rows)
