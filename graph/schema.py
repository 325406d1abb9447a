"""Constraints and indexes, applied as versioned migrations: idempotent, and safe with several processes at once.

A migration is a file of cypher/schema/, named by its version; its commands all say IF NOT EXISTS, so that two
processes that start together both succeed. A migration that was applied is never edited: a new file follows it.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from graph.driver import Database, GraphFault, GraphUnavailable
from graph.moment import Moment
from graph.query_loader import CYPHER, Header, Nothing, Query, read_query, write_query

TRIES = 5
_COMMAND = Header(
    answers="A schema command",
    mode="write",
    sight="none: the schema holds nobody's data",
    parameters=MappingProxyType({}),
    columns=MappingProxyType({}),
    row="",
    one_row=True,
    order=(),
)


@dataclass(frozen=True, slots=True)
class AppliedMigration:
    """A migration that this database has."""

    version: str
    checksum: str
    applied_at: datetime


@dataclass(frozen=True, slots=True)
class Migration:
    """A migration of this program: its version, its commands, the SHA-256 of its text."""

    version: str
    checksum: str
    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MigrationStatus:
    """One line of `patchwork schema status`; applied_at is empty where it waits, altered where its text has changed."""

    version: str
    applied_at: datetime | None
    altered: bool


class SchemaTooNew(GraphFault):
    """The database has migrations that this program does not know."""


_APPLIED = read_query("migrations/applied", AppliedMigration)
_RECORD = write_query("migrations/record", Nothing)
_AWAIT = read_query("migrations/await_indexes", Nothing)


def migrate(database: Database) -> None:
    """Bring the schema up to date; SchemaTooNew where a newer program has been at work on this database."""
    applied = {migration.version for migration in database.read(lambda tx: tx.run(_APPLIED))}
    known = migrations()
    unknown = sorted(applied - {migration.version for migration in known})
    if unknown:
        raise SchemaTooNew(f"This database has been used by a newer Patchwork ({unknown[-1]}). Install that version.")
    waiting = [migration for migration in known if migration.version not in applied]
    for migration in waiting:
        apply_migration(database, migration)
    if waiting:
        database.read(lambda tx: tx.run(_AWAIT))


def status(database: Database) -> list[MigrationStatus]:
    """Every migration of this program, in order, and when this database got it."""
    applied = {migration.version: migration for migration in database.read(lambda tx: tx.run(_APPLIED))}
    return [
        MigrationStatus(
            version=migration.version,
            applied_at=applied[migration.version].applied_at if migration.version in applied else None,
            altered=migration.version in applied and applied[migration.version].checksum != migration.checksum,
        )
        for migration in migrations()
    ]


def migrations() -> tuple[Migration, ...]:
    """The migrations of cypher/schema/ in the order of their versions."""
    return tuple(_read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(CYPHER.glob("schema/*.cypher")))


def _read(version: str, text: str) -> Migration:
    body = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    commands = tuple(command.strip() for command in body.split(";") if command.strip())
    return Migration(version, hashlib.sha256(text.encode()).hexdigest(), commands)


def apply_migration(database: Database, migration: Migration) -> None:
    """Run a migration's commands and note that it is in place; once more changes nothing."""
    for command in migration.commands:
        _run_command(database, Query(migration.version, _COMMAND, command, Nothing))
    now = Moment.current().now
    database.write(lambda tx: tx.run(_RECORD, version=migration.version, checksum=migration.checksum, now=now))


def _run_command(database: Database, command: Query[Nothing]) -> None:
    """Another process may hold the schema's lock or make the same index at this moment: wait and try again."""
    for attempt in range(TRIES):
        try:
            database.apply(command)
            return
        except GraphUnavailable:
            raise
        except GraphFault:
            if attempt == TRIES - 1:
                raise
            time.sleep(0.2 * (attempt + 1))
