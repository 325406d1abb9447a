"""New and changed records written to the graph, a chunk at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.accounts import username_key
from graph.driver import Transaction
from graph.query_loader import Nothing, write_query
from graph.search_keys import search_keys
from graph.worlds.lists import Record
from graph.worlds.spool import CHANGED, NEW, Spooled

# For changed records, first: what is written anew is removed, so that a record has exactly what the file says.
_CHANGED = {
    "practitioners": ("forget_employments",),
    "accounts": ("end_sessions", "release_usernames", "forget_account_edges"),
    "bars": ("forget_bars",),
    "consents": ("forget_consent_subjects",),
    "families": ("forget_members",),
    "kinship": ("forget_kinship",),
    "involvements": ("move_involvements", "change_involvements"),
    "agreements": ("forget_signatures",),
    "grants": ("forget_grant_edges",),
}
# For new and changed records.
_WRITTEN = {
    "areas": ("areas",),
    "involvement_types": ("involvement_types",),
    "agencies": ("agencies",),
    "practitioners": ("practitioners", "employments"),
    "people": ("people",),
    "accounts": ("accounts", "account_practitioners"),
    "bars": ("bars",),
    "consents": ("consents",),
    "families": ("families", "members"),
    "kinship": ("kinship",),
    "agreements": ("agreements", "signatures"),
    "grants": ("grants",),
}
# For new records: creating is quicker than merging.
_NEW = {"involvements": ("involvements",)}
_PUBLISH = write_query("worlds/write/publish_accounts", Nothing)


def write_records(tx: Transaction, name: str, records: list[Spooled], *, recorded_at: str, pending: bool) -> None:
    """Write new and changed records of one list, once; `pending` keeps new accounts without sight for now."""
    rows = [spooled.record | _extras(name, spooled.record, recorded_at, pending) for spooled in records]
    changed = [row for row, spooled in zip(rows, records, strict=True) if spooled.state == CHANGED]
    new = [row for row, spooled in zip(rows, records, strict=True) if spooled.state == NEW]
    for steps, wanted in ((_CHANGED, changed), (_NEW, new), (_WRITTEN, rows)):
        for step in steps.get(name, ()) if wanted else ():
            tx.run(write_query(f"worlds/write/{step}", Nothing), rows=wanted)


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
            return {"username_key": username_key(record["username"]), "pending": pending}
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
