"""Time that has passed since somebody looked."""

from __future__ import annotations

from pathlib import Path

from graph.driver import Database
from graph.query_loader import Header, Nothing, Query

HERE = Path(__file__).parent


def put_looks_back(database: Database, account: str, *, days: int) -> None:
    """Have an account's looks at teams lie so many days back, and everything recorded twice as many."""
    text = (HERE / "put_looks_back.cypher").read_text().replace("$", "$given.")
    header = Header("looks", "write", "none: tests", {"account": "string", "days": "integer"}, {}, "", True, ())
    query = Query("looks", header, text, Nothing)
    database.write(lambda tx: tx.run(query, account=account, days=days))
