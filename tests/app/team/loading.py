"""A world made in a test, brought into the graph as the import command would."""

from __future__ import annotations

import json
from contextlib import closing
from io import BytesIO
from typing import Any

from graph.driver import Database
from graph.moment import Moment
from graph.worlds.filling import fill
from graph.worlds.importing import import_world
from graph.worlds.spool import Spool


def load(database: Database, world: dict[str, Any], moment: Moment) -> None:
    """Import a world; fails on any fault."""
    with closing(Spool()) as spool:
        fill(spool, BytesIO(json.dumps(world).encode()), "world.json", lambda done: None)
        assert not spool.fault_count(), list(spool.faults())
        import_world(database, spool, moment, lambda what, done, of: None, allow_lowering=False)
