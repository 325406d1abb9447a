"""Accounts for tests of pages: made directly, so that a test can have any status it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from re import findall
from typing import Any, TypeVar

from graph.accounts import username_key
from graph.driver import Database
from graph.password_hashing import hash_password
from graph.query_loader import Header, Nothing, Query

HERE = Path(__file__).parent
PASSWORD = "correct horse battery"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class StoredText:
    """One property of a node."""

    label: str
    key: str
    value: str | None


def make_account(
    database: Database,
    username: str,
    *,
    role: str = "practitioner",
    status: str = "active",
    agency: str = "agency-1",
    agency_status: str = "live",
    name: str | None = None,
    works_to: date | None = None,
    areas: tuple[str, ...] = (),
    password: str | None = PASSWORD,
) -> str:
    """An account with its agency and, where it has a name, its practitioner; answers its id."""
    account = f"account-{username_key(username)}"
    _run(
        database,
        _query("make_account", Nothing),
        account=account,
        agency=agency,
        agency_status=agency_status,
        username=username,
        username_key=username_key(username),
        role=role,
        status=status,
        areas=list(areas),
        password_hash=hash_password(password) if password else None,
        practitioner_name=name,
        works_to=works_to,
    )
    return account


def set_status(database: Database, account: str, *, status: str = "active", agency_status: str = "live") -> None:
    """Suspend an account or its agency, or bring them back."""
    _run(database, _query("set_status", Nothing), account=account, status=status, agency_status=agency_status)


def set_role(database: Database, account: str, role: str) -> None:
    """Give an account another role."""
    _run(database, _query("set_role", Nothing), account=account, role=role)


def forget_purposes(database: Database) -> None:
    """Let every session be one in which no purpose of looking has been stated."""
    _run(database, _query("forget_purposes", Nothing))


def stored_texts(database: Database) -> list[StoredText]:
    """Every property of every node."""
    return _run(database, _query("stored_texts", StoredText))


def _run(database: Database, query: Query[Row], **parameters: Any) -> list[Row]:
    return database.write(lambda tx: tx.run(query, **parameters))


def _query(name: str, row: type[Row]) -> Query[Row]:
    text = (HERE / f"{name}.cypher").read_text(encoding="utf-8")
    parameters = dict.fromkeys(findall(r"\$given\.(\w+)", text), "string")
    header = Header(name, "write", "none: tests", parameters, {}, "", one_row=True, order=())
    return Query(name, header, text, row)
