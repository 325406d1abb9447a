"""What an answer costs the database: its statements, each with the hits that it took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from graph.driver import Transaction
from graph.query_loader import Query

Cost = list[tuple[str, int]]


@contextmanager
def counted() -> Iterator[Cost]:
    """Each statement that runs meanwhile, by name, with its database hits."""
    run: Cost = []

    def told(tx: Transaction, query: Query[Any], **parameters: Any) -> Iterator[Any]:
        rows, hits = tx.profile(query, **parameters)
        run.append((query.name, hits))
        return iter(rows)

    with patch.object(Transaction, "stream", told):
        yield run
