"""`patchwork import` and `patchwork export`: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.graph.worlds.small_world import small_world

pytestmark = pytest.mark.database

Patchwork = Callable[..., Result]


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A small world in a file."""
    file = tmp_path / "world.json"
    file.write_text(json.dumps(small_world()), encoding="utf-8")
    return file


def test_an_import_counts_and_a_second_finds_nothing_to_do(patchwork: Patchwork, world: Path) -> None:
    would = patchwork("import", str(world), "--dry-run")
    assert would.exit_code == 0
    assert would.stdout.endswith("24 records, 24 would be written; nothing was changed.\n")
    first = patchwork("import", str(world))
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.endswith("24 records, 24 written.\n")
    assert patchwork("import", str(world)).stdout.endswith("24 records, 0 written.\n")


def test_changed_records_are_named_by_id(patchwork: Patchwork, world: Path) -> None:
    patchwork("import", str(world))
    changed = small_world()
    changed["people"][2]["postcode"] = "NN1 1AA"
    world.write_text(json.dumps(changed), encoding="utf-8")
    assert "changed people: joe\n" in patchwork("import", str(world), "--dry-run").stdout


def test_faults_go_to_the_error_output_with_exit_code_2(patchwork: Patchwork, world: Path) -> None:
    broken = small_world()
    broken["involvements"][0]["from"] = "2021-02-30"
    broken["grants"][0]["person"] = "gone"
    world.write_text(json.dumps(broken), encoding="utf-8")
    answer = patchwork("import", str(world))
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.splitlines() == [
        "$.involvements[0].from: must be a day that exists, such as 2026-07-14.",
        '$.grants[0].person: refers to "gone", which is neither in the file nor stored.',
        f"{world}: 2 faults; nothing was changed.",
    ]


def test_a_file_that_is_not_there_is_told(patchwork: Patchwork, tmp_path: Path) -> None:
    answer = patchwork("import", str(tmp_path / "none.json"))
    assert answer.exit_code == 2
    assert "No such file or directory" in answer.stderr


def test_an_export_is_for_its_owner_and_audited(patchwork: Patchwork, world: Path, tmp_path: Path) -> None:
    patchwork("import", str(world))
    out = tmp_path / "out.jsonl"
    answer = patchwork("export", str(out))
    assert answer.exit_code == 0, answer.stderr
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert len(out.read_text(encoding="utf-8").splitlines()) == 25
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "world.json"]
    assert patchwork("import", str(out)).stdout.endswith("24 records, 0 written.\n")
    trail = patchwork("audit", "tail").stdout
    assert "import" in trail
    assert "export" in trail


def test_an_export_to_the_standard_output_is_a_world(patchwork: Patchwork, world: Path) -> None:
    patchwork("import", str(world))
    assert json.loads(patchwork("export", "-").stdout)["format"] == "patchwork-world/1"
