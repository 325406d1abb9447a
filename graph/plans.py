"""Plans made ahead: the server takes up to 2 s to plan a query it has not seen, and nobody should wait for that."""

from __future__ import annotations

from datetime import UTC, date, datetime
from threading import Thread
from typing import Any

from graph.driver import Database, GraphFault
from graph.query_loader import Query, load_by_name, query_names

# Ids that nothing has: a warmed query finds nothing and changes nothing.
_SAMPLES: dict[str, Any] = {
    "string": "",
    "integer": 0,
    "float": 0.0,
    "boolean": False,
    "date": date(1900, 1, 1),
    "datetime": datetime(1900, 1, 1, tzinfo=UTC),
    "map": {"id": ""},
    "list": [],
}


def sample_parameters(query: Query[Any]) -> dict[str, Any]:
    """A value of the declared type for each parameter, which matches nothing that is stored."""
    return {name: _SAMPLES[kind.rstrip("?").split("<")[0]] for name, kind in query.header.parameters.items()}


def warm_in_background(database: Database, *folders: str) -> Thread:
    """Let the server plan the queries of these folders of cypher/, in this order, while requests are served already."""
    thread = Thread(target=_warm, args=(database, folders), name="plans", daemon=True)
    thread.start()
    return thread


def _warm(database: Database, folders: tuple[str, ...]) -> None:
    for name in (name for folder in folders for name in query_names() if name.startswith(folder)):
        query = load_by_name(name)
        try:
            database.plan(query, sample_parameters(query))
        except GraphFault:
            # A server that is away now is told of by the first request that needs it.
            return
