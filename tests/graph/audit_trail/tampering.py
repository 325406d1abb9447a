"""What somebody who can write to the database might do to the trail."""

from __future__ import annotations

from pathlib import Path
from re import findall
from typing import Any

from graph.driver import Database
from graph.query_loader import Header, Query

HERE = Path(__file__).parent


def tamper(database: Database, statement: str, **parameters: Any) -> None:
    """Run one of the statements beside this file, without any of the program's own care."""
    text = (HERE / f"{statement}.cypher").read_text(encoding="utf-8")
    declared = dict.fromkeys(findall(r"\$given\.(\w+)", text), "string")
    query = Query(statement, Header(statement, "write", "none: tests", declared, {}, "", True, ()), text, tuple)
    database.write(lambda tx: tx.run(query, **parameters))
