"""An agency that serves an area, without a family there."""

from __future__ import annotations

from pathlib import Path

from graph.driver import Database
from graph.query_loader import Header, Nothing, Query

_FILE = Path(__file__).with_name("serve.cypher")


def serve(database: Database, *, agency: str, area: str) -> None:
    """Let an agency serve an area."""
    parameters = {"agency": "string", "area": "string"}
    header = Header("serve", "write", "none: tests", parameters, {}, "", one_row=True, order=())
    query = Query("serve", header, _FILE.read_text(encoding="utf-8"), Nothing)
    database.write(lambda tx: tx.run(query, agency=agency, area=area))
