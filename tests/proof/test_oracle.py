"""The oracle itself reproduces the published cases, without a database."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.proof.oracle import Oracle
from tests.proof.worlds import with_defaults

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize("name", sorted(path.name.removesuffix(".world.json") for path in CASES.glob("*.world.json")))
def test_the_oracle_reproduces_a_case(name: str) -> None:
    world = with_defaults(json.loads((CASES / f"{name}.world.json").read_text("utf-8")))
    oracle = Oracle(world, datetime.fromisoformat(world["as_of"]))
    for row in _rows(f"{name}.matrix.jsonl"):
        told = oracle.verdict(row["account"], row["involvement"])
        assert [told.level, [*told.reasons], [*told.blockers]] == [row["level"], row["reasons"], row["blockers"]], row
    for row in _rows(f"{name}.identities.jsonl"):
        assert oracle.identity(row["account"], row["person"]) == row["identity"], row


def _rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]
