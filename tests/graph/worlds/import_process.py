"""An import in a process of its own that kills itself (SIGKILL) when its progress comes to a given point.

Arguments: the file, the most records of one transaction, and the point as `Writing:400`; `-` for never. The server is
named by NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing
from pathlib import Path

from graph.driver import Database
from graph.moment import Moment
from graph.worlds import importing, spool
from graph.worlds.filling import fill


def main(file: str, one_transaction: str, point: str) -> None:
    """Import the file, in chunks of 100 so that a small one has many."""
    importing.ONE_TRANSACTION = int(one_transaction)
    spool.CHUNK = 100
    database = Database.connect(*(os.environ[f"NEO4J_{name}"] for name in ("URI", "USERNAME", "PASSWORD")))

    def progress(what: str, done: int, _total: int) -> None:
        if point != "-" and what == point.split(":")[0] and done >= int(point.split(":")[1]):
            os.kill(os.getpid(), signal.SIGKILL)

    with closing(spool.Spool()) as records, Path(file).open("rb") as stream, closing(database):
        assert fill(records, stream, file, lambda _bytes: None) is None
        outcome = importing.import_world(database, records, Moment.current(), progress, allow_lowering=False)
        print(outcome.to_write, outcome.resumed_at)


main(*sys.argv[1:])
