"""`patchwork backup` and `patchwork restore`, as commands."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.embedded.supervisor import ServerAddress, running_server
from tests.graph.embedded.conftest import Area, Command
from tests.graph.embedded.files import contents
from tests.graph.embedded.marks import add_mark, marks_in

pytestmark = pytest.mark.embedded

PATCHWORK = Path(sys.executable).with_name("patchwork")


@pytest.fixture
def area(area: Area) -> Area:
    """A data folder whose jars lie where the command looks for them."""
    area.data_dir.mkdir(mode=0o700)
    (area.data_dir / area.software.name).symlink_to(area.software)
    return area


def patchwork(area: Area, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    variables = {name: value for name, value in os.environ.items() if name != "NEO4J_URI"}
    variables |= {"PATCHWORK_DATA_DIR": str(area.data_dir), **environment}
    return subprocess.run([PATCHWORK, *arguments], env=variables, capture_output=True, text=True, check=False)


def marks(area: Area, *, write: int = 0) -> int:
    """Write some marks and count all."""
    with running_server(area.data_dir, area.source, software=area.software) as server:
        for _ in range(write):
            add_mark(server)
        return marks_in(server)


def test_what_was_backed_up_comes_back_and_nothing_is_replaced_unasked(area: Area, tmp_path: Path) -> None:
    file = tmp_path / "area.backup"
    nothing = patchwork(area, "backup", file)
    assert (nothing.returncode, "nothing to back up" in nothing.stderr) == (1, True)

    assert marks(area, write=2) == 2
    assert patchwork(area, "backup", file).returncode == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = file.read_bytes()
    again = patchwork(area, "backup", file)
    assert (again.returncode, "--force" in again.stderr, file.read_bytes()) == (1, True, kept)

    assert marks(area, write=1) == 3
    stored = contents(area.folders.store)
    half = tmp_path / "half.backup"
    half.write_bytes(kept[: len(kept) // 2])
    for arguments, told in (([file], "--force"), ([half, "--force"], "The database is as it was")):
        refused = patchwork(area, "restore", *arguments)
        assert (refused.returncode, told in refused.stderr) == (1, True)
    assert contents(area.folders.store) == stored

    assert patchwork(area, "restore", file, "--force").returncode == 0
    assert marks(area) == 2


def test_a_backup_waits_for_nobody_and_takes_what_a_killed_server_had_acknowledged(
    area: Area, start: Callable[..., Command], tmp_path: Path
) -> None:
    file, user = tmp_path / "area.backup", start()
    server = ServerAddress(user.uri(), "neo4j", area.folders.password.read_text(encoding="ascii"))
    add_mark(server)
    in_use = patchwork(area, "backup", file)
    assert (in_use.returncode, "Another patchwork command" in in_use.stderr, file.exists()) == (1, True, False)

    process = area.server()
    assert process is not None
    process.process.kill()
    user.leave()
    assert patchwork(area, "backup", file).returncode == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
    assert patchwork(area, "restore", file, "--force").returncode == 0
    assert marks(area) == 1


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_server_of_ones_own_has_its_own_tools(area: Area, tmp_path: Path, command: str) -> None:
    file = tmp_path / "area.backup"
    file.touch()
    refused = patchwork(area, command, file, NEO4J_URI="bolt://127.0.0.1:7687")
    assert (refused.returncode, "neo4j-admin database" in refused.stderr) == (2, True)
