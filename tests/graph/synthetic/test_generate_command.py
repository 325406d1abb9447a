"""`patchwork generate`: what it writes, says and refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.command_line.generate import generate


def test_it_writes_the_area_of_the_fixed_instant(tmp_path: Path) -> None:
    out = tmp_path / "area.json"
    result = CliRunner().invoke(generate, ["--people", "40", "--seed", "2", "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert "40 people" in result.stdout
    assert result.stderr == ""
    world = json.loads(out.read_text("utf-8"))
    assert world["as_of"] == "2026-11-23T09:00:00Z"
    assert len(world["people"]) == 40


def test_another_instant_can_be_named(tmp_path: Path) -> None:
    out = tmp_path / "area.jsonl"
    arguments = ["--people", "5", "--as-of", "2024-06-01T10:00:00+01:00", "--out", str(out)]
    assert CliRunner().invoke(generate, arguments).exit_code == 0
    assert json.loads(out.read_text("utf-8").splitlines()[0])["as_of"] == "2024-06-01T09:00:00Z"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--people", "0"],
        ["--people", "many"],
        ["--people", "5", "--seed", "-1"],
        ["--people", "5", "--as-of", "2024-06-01T10:00:00"],
        ["--people", "5", "--as-of", "tomorrow"],
        ["--people", "5", "--as-of", "0001-01-01T00:00:00Z"],
    ],
)
def test_wrong_usage_is_refused_and_nothing_written(tmp_path: Path, arguments: list[str]) -> None:
    out = tmp_path / "area.json"
    result = CliRunner().invoke(generate, [*arguments, "--out", str(out)])
    assert result.exit_code == 2
    assert not out.exists()


def test_a_folder_that_is_not_there_gives_advice(tmp_path: Path) -> None:
    result = CliRunner().invoke(generate, ["--people", "5", "--out", str(tmp_path / "none" / "area.json")])
    assert result.exit_code == 1
    assert "Choose another --out" in result.stderr
    assert "Traceback" not in result.output
