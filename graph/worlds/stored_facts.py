"""What is stored around a world's records and bears on its checks: who is referred to, leads, usernames, numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.driver import Transaction
from graph.query_loader import Query, Row, read_query
from graph.worlds.canonical import plain
from graph.worlds.lists import LOAD_ORDER, Record
from graph.worlds.spool import CHUNK, Spool
from graph.worlds.stored import stored_records


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account's username key, practitioner and agency."""

    id: str
    username_key: str
    practitioner: str | None
    agency: str


@dataclass(frozen=True, slots=True)
class StoredInvolvement:
    """Whom an involvement joins, when, and whether as lead."""

    id: str
    practitioner: str
    agency: str
    person: str
    from_: date
    to: date | None
    lead: bool
    broker: str | None


@dataclass(frozen=True, slots=True)
class StoredNumber:
    """A person's NHS number."""

    id: str
    nhs_number: str


@dataclass(frozen=True, slots=True)
class StoredParentage:
    """A link from a parent to a child."""

    id: str
    parent: str
    child: str


_BY_USERNAME = read_query("worlds/facts/accounts_by_username", StoredAccount)
_BY_PRACTITIONER = read_query("worlds/facts/accounts_of_practitioners", StoredAccount)
_HELD = read_query("worlds/facts/involvements_of_practitioners", StoredInvolvement)
_LEADS = read_query("worlds/facts/leads_of_people", StoredInvolvement)
_BY_NUMBER = read_query("worlds/facts/people_by_nhs_number", StoredNumber)
_CHILDREN = read_query("worlds/facts/children_of", StoredParentage)

# Each answers one page of ids after :after; a page at a time, memory does not grow with the file.
_UNRESOLVED = """
  SELECT DISTINCT id FROM reference
  WHERE target = :target AND id > :after
    AND NOT EXISTS (SELECT 1 FROM record WHERE list = :target AND record.id = reference.id)
  ORDER BY id LIMIT :chunk
"""
_USERNAMES = """
  SELECT DISTINCT username FROM account WHERE place IS NOT NULL AND username > :after ORDER BY username LIMIT :chunk
"""
_ACCOUNT_HOLDERS = """
  SELECT id FROM record WHERE list = :practitioners AND id > :after
  UNION SELECT practitioner FROM account WHERE place IS NOT NULL AND practitioner > :after
  ORDER BY 1 LIMIT :chunk
"""
_PRACTITIONERS = "SELECT id FROM record WHERE list = :practitioners AND id > :after ORDER BY id LIMIT :chunk"
_PEOPLE_WITH_LEAD = """
  SELECT DISTINCT person FROM involvement
  WHERE place IS NOT NULL AND lead AND person > :after ORDER BY person LIMIT :chunk
"""
_NUMBERS = """
  SELECT DISTINCT number FROM nhs_number WHERE place IS NOT NULL AND number > :after ORDER BY number LIMIT :chunk
"""
_CHILDREN_IN_FILE = """
  SELECT DISTINCT child FROM parentage WHERE place IS NOT NULL AND child > :after ORDER BY child LIMIT :chunk
"""
_STORED_CHILDREN = """
  SELECT child FROM parentage WHERE place IS NULL EXCEPT SELECT person FROM asked LIMIT :chunk
"""


def gather(tx: Transaction, spool: Spool) -> None:
    """Add to the spool what is stored and bears on the checks of the whole file; see whole_file_rules."""
    for target, name in enumerate(LOAD_ORDER):
        for ids in _chunks(spool, _UNRESOLVED, target=target):
            for wanted, record in stored_records(tx, name, ids).items():
                spool.add_stored(name, wanted, record)
    _add(tx, spool, "accounts", _BY_USERNAME, _USERNAMES, _account)
    _add(tx, spool, "accounts", _BY_PRACTITIONER, _ACCOUNT_HOLDERS, _account)
    _add(tx, spool, "involvements", _HELD, _PRACTITIONERS, _involvement)
    _add(tx, spool, "involvements", _LEADS, _PEOPLE_WITH_LEAD, _involvement)
    _add(tx, spool, "people", _BY_NUMBER, _NUMBERS, _number)
    _add(tx, spool, "kinship", _CHILDREN, _CHILDREN_IN_FILE, _parentage)
    _follow_stored_children(tx, spool)


def _follow_stored_children(tx: Transaction, spool: Spool) -> None:
    """The stored descendants of the stored children that were found, a generation at a time."""
    spool.run("DELETE FROM asked")
    while children := [row[0] for row in spool.rows(_STORED_CHILDREN, chunk=CHUNK)]:
        spool.run("INSERT INTO asked SELECT value FROM json_each(:children)", children=json.dumps(children))
        _add_rows(spool, "kinship", tx.run(_CHILDREN, ids=children), _parentage)


def _add(
    tx: Transaction, spool: Spool, name: str, query: Query[Row], statement: str, as_record: Callable[[Row], Record]
) -> None:
    for ids in _chunks(spool, statement):
        _add_rows(spool, name, tx.run(query, ids=ids), as_record)


def _add_rows(spool: Spool, name: str, rows: list[Row], as_record: Callable[[Row], Record]) -> None:
    records = {record["id"]: record for record in map(as_record, rows)}
    for wanted in records.keys() - spool.in_file(name, list(records)):
        spool.add_stored_facts(name, records[wanted])


def _chunks(spool: Spool, statement: str, **parameters: int) -> Iterator[list[str]]:
    after = ""
    while found := [row[0] for row in spool.rows(statement, after=after, chunk=CHUNK, **parameters)]:
        after = found[-1]
        yield found


def _account(row: StoredAccount) -> Record:
    return {"id": row.id, "username": row.username_key, "practitioner": row.practitioner, "agency": row.agency}


def _involvement(row: StoredInvolvement) -> Record:
    return {
        "id": row.id,
        "practitioner": row.practitioner,
        "agency": row.agency,
        "person": row.person,
        "from": plain(row.from_),
        "to": plain(row.to),
        "lead": row.lead,
        "broker": row.broker,
    }


def _number(row: StoredNumber) -> Record:
    return {"id": row.id, "nhs_number": row.nhs_number}


def _parentage(row: StoredParentage) -> Record:
    return {"id": row.id, "kind": "parent_of", "from_person": row.parent, "to_person": row.child}
