"""Who was shown a person or an involvement, as the audit trail has it: for auditors and for the person's own report.

The callers decide who may ask. `unmasked` holds the ids of people whose sensitive services the asker may know (and
`account:ID` for an account whose looks may be known whole); where a row would tell of another's sensitive service, who
looked is None and `masked` is true. What was shown is found by an index that the server fills in the background: each
function waits for it first, so that the newest look is not missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from graph.driver import Transaction
from graph.proposals import Touched
from graph.query_loader import Nothing, read_query

ALWAYS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class LooksAtInvolvement:
    """One account's looks at an involvement at one level.

    level: `full`, `agency` (it stands for all work of that agency with the person), `broker` (for every service behind
    that broker), `audit` (an audit page) or `asked` (an operator's command, without an account). reasons: permits that
    fired in any of these looks, without repetition. agency and agency_name: for which the last look was made.
    first and last are UTC.
    """

    account: str | None
    username: str | None
    practitioner: str | None
    role: str | None
    agency: str | None
    agency_name: str | None
    level: str
    reasons: list[str]
    times: int
    first: datetime
    last: datetime
    masked: bool


@dataclass(frozen=True, slots=True)
class LookAtPerson:
    """One event that showed a person.

    direct: it was about this person; else the person was shown beside somebody else. through: what gave the account
    sight of the subject of a look at a team (`around`, `opened`, …). account is None for an operator's command too;
    id is None where masked.
    """

    id: str | None
    at: datetime
    kind: str
    direct: bool
    account: str | None
    username: str | None
    practitioner: str | None
    role: str | None
    agency: str | None
    agency_name: str | None
    purpose: str | None
    through: list[str]
    masked: bool


@dataclass(frozen=True, slots=True)
class ShownAs:
    """The ids by which an involvement stands in events: its own, its agency's entry, its broker's entry."""

    entries: list[str]


_IDS_OF = read_query("merging/ids_of", Touched)
_AWAIT = read_query("audit_trail/await_words", Nothing)
_SHOWN_AS = read_query("audit_trail/shown_as", ShownAs)
_AT_INVOLVEMENT = read_query("audit_trail/looks_at_involvement", LooksAtInvolvement)
_AT_PERSON = read_query("audit_trail/looks_at_person", LookAtPerson)


def looks_at_involvement(
    tx: Transaction, *, involvement: str, unmasked: Sequence[str] = ()
) -> list[LooksAtInvolvement]:
    """Who has been shown an involvement, the last look first; empty where nobody was and where there is none."""
    words = words_of_involvement(tx, involvement)
    if words is None:
        return []
    rows = tx.run(_AT_INVOLVEMENT, involvement=involvement, words=words, unmasked=[*unmasked])
    return [replace(row, reasons=sorted({one for some in row.reasons for one in some.split("+")})) for row in rows]


def looks_at_person(
    tx: Transaction,
    *,
    person: str,
    unmasked: Sequence[str] = (),
    between: tuple[datetime, datetime] = ALWAYS,
    skip: int = 0,
    limit: int = 1_000,
) -> list[LookAtPerson]:
    """The events that showed a person, newest first; `between` is half-open. The person's own report unmasks them."""
    await_words(tx)
    start, end = between
    ids = ids_of_person(tx, person)
    return tx.run(
        _AT_PERSON,
        person=person,
        ids=ids,
        words=words_of_people(ids),
        unmasked=[*unmasked],
        skip=skip,
        limit=limit,
        **{"from": start, "to": end},
    )


def await_words(tx: Transaction) -> None:
    """Wait until every committed event can be found by its words."""
    tx.run(_AWAIT)


def ids_of_person(tx: Transaction, person: str) -> list[str]:
    """The ids under which a person stands in events: their own, and those of records merged into theirs."""
    return [row.id for row in tx.run(_IDS_OF, person=person)] or [person]


def words_of_people(ids: Sequence[str]) -> str:
    """What to ask the index of words for: events about any of these people, or that show one."""
    return " OR ".join(f"subject:{quoted(one)} OR people:{quoted(one)}" for one in ids)


def words_of_involvement(tx: Transaction, involvement: str) -> str | None:
    """What to ask the index of words for: events that show an involvement, once all are there; None: there is none."""
    await_words(tx)
    found = tx.run(_SHOWN_AS, involvement=involvement)
    return " OR ".join(f"entries:{quoted(entry)}" for entry in found[0].entries) if found else None


def quoted(word: str) -> str:
    """A word for the index's query language, in which it stands for itself alone."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
