"""Which version of the visibility rules is in force."""

from __future__ import annotations

import hashlib
from functools import cache

from graph.query_loader import CYPHER


@cache
def policy_version() -> str:
    """Twelve hexadecimal digits that change whenever a word of the visibility fragment changes."""
    digest = hashlib.sha256()
    for path in sorted(CYPHER.glob("visibility/*.cypher")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
