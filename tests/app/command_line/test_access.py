"""`patchwork access` reproduces the cases byte for byte, and says what is wrong with a wrong id."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

CASES = Path(__file__).parents[2] / "cases"
Patchwork = Callable[..., Result]


@pytest.fixture(params=sorted(path.name.removesuffix(".world.json") for path in CASES.glob("*.world.json")))
def case(request: pytest.FixtureRequest, patchwork: Patchwork) -> str:
    """The name of a case whose world has been imported."""
    result = patchwork("import", str(CASES / f"{request.param}.world.json"))
    assert result.exit_code == 0, result.output
    return request.param


def test_case_is_reproduced(case: str, patchwork: Patchwork) -> None:
    """Matrix, identities and, turned around, viewers, at the case's own instant."""
    as_of = json.loads((CASES / f"{case}.world.json").read_text())["as_of"]
    matrix = (CASES / f"{case}.matrix.jsonl").read_text()
    assert patchwork("access", "matrix", "--as-of", as_of).stdout == matrix
    identities = (CASES / f"{case}.identities.jsonl").read_text()
    assert patchwork("access", "identities", "--as-of", as_of).stdout == identities
    rows = [json.loads(line) for line in matrix.splitlines()]
    for involvement in sorted({row["involvement"] for row in rows})[::8]:
        seen = [json.dumps(row) for row in rows if row["involvement"] == involvement and row["level"] != "none"]
        told = patchwork("access", "viewers", "--involvement", involvement, "--as-of", as_of).stdout
        assert told.splitlines() == seen


def test_matrix_can_be_narrowed(case: str, patchwork: Patchwork) -> None:
    as_of = json.loads((CASES / f"{case}.world.json").read_text())["as_of"]
    rows = [json.loads(line) for line in (CASES / f"{case}.matrix.jsonl").read_text().splitlines()]
    row = next(row for row in rows if row["reasons"])
    ids = ["--account", row["account"], "--involvement", row["involvement"]]
    assert json.loads(patchwork("access", "matrix", *ids, "--as-of", as_of).stdout) == row
    assert json.loads(patchwork("access", "explain", *ids, "--as-of", as_of).stdout) == row


@pytest.mark.parametrize(
    "arguments",
    [
        ("matrix", "--account", "nobody"),
        ("matrix", "--person", "nobody"),
        ("identities", "--person", "nobody"),
        ("viewers", "--involvement", "nothing"),
        ("explain", "--account", "nobody", "--involvement", "nothing"),
    ],
)
def test_unknown_id_is_named(arguments: tuple[str, ...], patchwork: Patchwork) -> None:
    result = patchwork("access", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "no" in result.stderr
    assert arguments[-1] in result.stderr or arguments[2] in result.stderr


@pytest.mark.parametrize(
    "text",
    ["2026-07-14T22:30:00", "20260714T223000Z", "2026-W29-2T22:30:00Z", "2026-07-14T22:30Z", "2026-02-29T22:30:00Z"],
)
def test_an_instant_is_of_rfc_3339_with_an_offset(text: str, patchwork: Patchwork) -> None:
    result = patchwork("access", "matrix", "--as-of", text)
    assert result.exit_code == 2
    assert "offset" in result.stderr


def test_each_use_is_recorded_with_what_was_asked(patchwork: Patchwork) -> None:
    assert patchwork("import", str(CASES / "random-1.world.json")).exit_code == 0
    patchwork("access", "explain", "--account", "ac1", "--involvement", "in5")
    newest = json.loads(patchwork("audit", "tail", "-n", "1", "--json").stdout)
    assert newest["kind"] == "access_explain"
    assert "ac1" in newest["purpose"]
    assert newest["entries"] == ["in5 asked"]
