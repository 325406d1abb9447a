"""Migrations: once, twice, from several processes at once, and refused where the database is newer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph import schema
from graph.driver import Database


def apply_all(database: Database) -> None:
    """Apply every migration, whether or not it is in place, as several starts of the program at once would."""
    for migration in schema.migrations():
        schema.apply_migration(database, migration)


def test_every_migration_is_in_place(connected_database: Database) -> None:
    rows = schema.status(connected_database)
    assert [row.version for row in rows] == [migration.version for migration in schema.migrations()]
    assert all(row.applied_at is not None and not row.altered for row in rows)


def test_applying_again_changes_nothing(connected_database: Database) -> None:
    before = schema.status(connected_database)
    schema.migrate(connected_database)
    assert schema.status(connected_database) == before


def test_several_at_once_all_succeed(connected_database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: apply_all(connected_database), range(4)))
    assert all(row.applied_at is not None for row in schema.status(connected_database))


def test_a_newer_database_is_refused(connected_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    known = schema.migrations()
    monkeypatch.setattr(schema, "migrations", lambda: known[:-1])
    with pytest.raises(schema.SchemaTooNew, match=known[-1].version):
        schema.migrate(connected_database)
