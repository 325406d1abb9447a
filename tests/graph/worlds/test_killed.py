"""kill -9 in the middle of an import: the old or the new state in one transaction, the new one in the end beyond it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.driver import Database
from graph.worlds import importing
from graph.worlds.faults import NotLoadable
from tests.graph.worlds.in_and_out import bring_in, everything
from tests.graph.worlds.small_world import small_world
from tests.neo4j_server import ServerAddress

pytestmark = pytest.mark.database

SCRIPT = Path(__file__).with_name("import_process.py")
ROOT = Path(__file__).parents[3]
Importing = Callable[[Path, int, str], subprocess.CompletedProcess[str]]


@pytest.fixture
def importing_process(server: ServerAddress) -> Importing:
    """Run an import in a process of its own: the file, the most records of one transaction, where it dies."""
    named = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}

    def run(file: Path, one_transaction: int, point: str) -> subprocess.CompletedProcess[str]:
        arguments = [sys.executable, str(SCRIPT), str(file), str(one_transaction), point]
        return subprocess.run(
            arguments,
            env=os.environ | named | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=250,
        )

    return run


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A world of a thousand records, over the most that the journal's tests allow one transaction."""
    world: dict[str, Any] = small_world()
    like = world["people"][2] | {"nhs_number": None}
    world["people"] += [like | {"id": f"p{number}"} for number in range(500)]
    world["involvements"] += [
        world["involvements"][1] | {"id": f"i-{number}", "person": f"p{number}"} for number in range(500)
    ]
    world["accounts"] += [
        world["accounts"][1] | {"id": f"x{number}", "username": f"user-{number}"} for number in range(30)
    ]
    file = tmp_path / "large.json"
    file.write_text(json.dumps(world), encoding="utf-8")
    return file


@pytest.fixture
def complete(database: Database, empty: Callable[[], None], large: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything in the graph after an undisturbed import of the large world; the database is empty again."""
    bring_in(database, large.read_bytes())
    found = everything(database)
    empty()
    return without_hashes(found)


def without_hashes(found: list[str]) -> list[str]:
    """What differs from import to import by design: salts and the moment of storing."""
    return sorted(json.dumps(blanked(json.loads(node)), sort_keys=True) for node in found)


def blanked(value: Any) -> Any:
    """A value with password hashes and moments of storing blanked."""
    if isinstance(value, dict):
        return {
            name: None if name in ("password_hash", "recorded_at", "led_since") else blanked(part)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [blanked(part) for part in value]
    return blanked(json.loads(value)) if isinstance(value, str) and value.startswith("[") else value


@pytest.mark.parametrize("point", ["Checking:300", "Writing:600", "Writing:1030"])
def test_one_transaction_leaves_the_old_state(
    database: Database, importing_process: Importing, large: Path, point: str
) -> None:
    bring_in(database, {**small_world(), "people": small_world()["people"]})
    before = everything(database)
    killed = importing_process(large, 50_000, point)
    assert killed.returncode == -signal.SIGKILL
    assert everything(database) == before
    assert bring_in(database, large.read_bytes()).written == 1030


@pytest.mark.parametrize("point", ["Writing:570", "Writing:1054"])
def test_a_long_import_goes_on_where_it_was(
    database: Database, importing_process: Importing, large: Path, complete: list[str], point: str
) -> None:
    killed = importing_process(large, 200, point)
    assert killed.returncode == -signal.SIGKILL
    found = everything(database)
    assert found
    assert not any('"status"' in node for node in found if node.startswith('[["Account"]'))

    resumed = importing_process(large, 200, "-")
    assert resumed.returncode == 0, resumed.stderr
    written, resumed_at = (int(part) for part in resumed.stdout.split())
    assert written + resumed_at >= 1054
    assert resumed_at >= 570
    assert without_hashes(everything(database)) == complete
    assert bring_in(database, large.read_bytes()).written == 0


def test_a_long_import_killed_again_and_again_arrives(
    database: Database, importing_process: Importing, large: Path, complete: list[str]
) -> None:
    for done in (300, 900):
        assert importing_process(large, 200, f"Writing:{done}").returncode == -signal.SIGKILL
    assert importing_process(large, 200, "-").returncode == 0
    assert without_hashes(everything(database)) == complete


def test_a_long_import_killed_between_its_last_record_and_its_end_is_finished(
    database: Database, importing_process: Importing, large: Path
) -> None:
    bring_in(database, large.read_bytes())
    world = json.loads(large.read_text(encoding="utf-8"))
    for person in world["people"]:
        person["family_name"] = "Renamed"
    large.write_text(json.dumps(world), encoding="utf-8")
    size = sum(len(records) for records in world.values() if isinstance(records, list))
    assert importing_process(large, 200, f"Writing:{size}").returncode == -signal.SIGKILL
    with pytest.raises(NotLoadable):
        bring_in(database, small_world())
    assert importing_process(large, 200, "-").returncode == 0
    assert bring_in(database, large.read_bytes()).written == 0
    bring_in(database, small_world())


def test_another_file_waits_until_the_long_import_is_done(
    database: Database, importing_process: Importing, large: Path
) -> None:
    importing_process(large, 200, "Writing:300")
    before = everything(database)
    with pytest.raises(NotLoadable, match=r"Run that import again with the same file"):
        bring_in(database, small_world())
    assert everything(database) == before
    assert importing_process(large, 200, "-").returncode == 0
    assert bring_in(database, small_world()).written == 0


def test_accounts_of_a_long_import_see_nothing_before_its_end(
    database: Database, monkeypatch: pytest.MonkeyPatch, large: Path
) -> None:
    bring_in(database, small_world())
    monkeypatch.setattr(importing, "ONE_TRANSACTION", 200)
    bring_in(database, large.read_bytes())
    accounts = [node for node in everything(database) if node.startswith('[["Account"]')]
    assert len(accounts) == 32
    assert all('"status": "active"' in account and "pending" not in account for account in accounts)
