"""New and changed records written to the graph, a chunk at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.driver import Transaction
from graph.query_loader import Nothing, write_query
from graph.search_keys import search_keys
from graph.worlds.lists import Record

# Parts and edges are removed and written anew, so that a record always has exactly what the file says.
_STEPS = {
    "areas": ("areas",),
    "involvement_types": ("involvement_types",),
    "agencies": ("agencies",),
    "practitioners": ("practitioners", "forget_employments", "employments"),
    "people": ("people",),
    "accounts": ("release_usernames", "forget_account_edges", "accounts", "account_practitioners"),
    "bars": ("forget_bars", "bars"),
    "consents": ("forget_consent_subjects", "consents"),
    "families": ("families", "forget_members", "members"),
    "kinship": ("forget_kinship", "kinship"),
    "involvements": ("move_involvements", "involvements"),
    "agreements": ("agreements", "forget_signatures", "signatures"),
    "grants": ("forget_grant_edges", "grants"),
}
_QUERIES = {
    name: tuple(write_query(f"worlds/write/{step}", Nothing) for step in steps) for name, steps in _STEPS.items()
}
_PUBLISH = write_query("worlds/write/publish_accounts", Nothing)


def write_records(tx: Transaction, name: str, records: list[Record], *, recorded_at: str, pending: bool) -> None:
    """Write records of one list; `pending` keeps new accounts without sight until publish_accounts."""
    rows = [record | _extras(name, record, recorded_at, pending) for record in records]
    for query in _QUERIES[name]:
        tx.run(query, rows=rows)


def publish_accounts(tx: Transaction) -> None:
    """Give accounts that were written as pending their status."""
    tx.run(_PUBLISH)


def _extras(name: str, record: Record, recorded_at: str, pending: bool) -> dict[str, Any]:
    """What is stored beside what the file says."""
    match name:
        case "people":
            return {"search": _search_keys(record)}
        case "kinship":
            return {"relationship": record["kind"].upper()}
        case "involvements":
            return {"recorded_at": recorded_at}
        case "accounts":
            return {"username_key": record["username"].casefold(), "pending": pending}
        case _:
            return {}


def _search_keys(person: Record) -> dict[str, Any]:
    return search_keys(
        person["given_name"],
        person["family_name"],
        person["also_known_as"],
        _day(person["date_of_birth"]),
        _day(person["expected_date_of_birth"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
