"""A process that records events: `python -m tests.graph.audit_trail.writer WRITER EACH`, on the server TEST_… names."""

from __future__ import annotations

import os
import sys

from graph.audit_lanes import close_lanes
from graph.driver import Database
from tests.graph.audit_trail.test_verify import event, write


def main(writer: int, each: int) -> None:
    """Record so many events and say where their chain ends."""
    database = Database.connect(*(os.environ[f"WRITER_{name}"] for name in ("URI", "USERNAME", "PASSWORD")))
    for number in range(each):
        write(database, event(f"e{writer * 100 + number}"))
    close_lanes(database)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
