"""How the audit trail is chained: what is hashed, and how it is written for that.

An event's payload is everything it says but its time, with a random salt, so that a digest that outlives its payload
cannot be guessed back. Its hash covers the hash before it in its lane, its lane, place and time, and that digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

CHAIN = frozenset({"at", "lane", "place", "previous", "digest", "hash"})
"""The properties of an event that are no part of its payload, and stay when the payload is deleted."""


@dataclass(frozen=True, slots=True)
class Head:
    """How far a lane has come: the place of its last event and the hash there."""

    place: int
    hash: str


GENESIS = Head(-1, "0" * 64)
"""A lane without an event."""


def payload_digest(facts: Mapping[str, Any]) -> str:
    """SHA-256 of everything an event says but its place in the chain; what is None is not stored and does not count."""
    said = {key: value for key, value in facts.items() if key not in CHAIN and value is not None}
    return _digest(said)


def chain_hash(previous: str, lane: Any, place: Any, at: str, digest: str) -> str:
    """What an event's hash must be."""
    return _digest([previous, lane, place, at, digest])


def written_instant(at: datetime) -> str:
    """An instant as Neo4j's toString writes one in UTC: no trailing zeros."""
    text = at.astimezone(UTC).isoformat().removesuffix("+00:00")
    return f"{text.rstrip('0') if '.' in text else text}Z"


def _digest(value: Any) -> str:
    """SHA-256 of canonical JSON; a value that JSON does not know, as a forger may store, is written with its type."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
