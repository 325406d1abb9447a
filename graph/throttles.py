"""Counts of attempts and searches, kept in the graph so that every process shares them.

Up to `limit` in a window are free; each further one is let through after a wait that doubles from a second up to five
minutes. What comes during a wait is refused and not counted, so nobody can keep somebody else waiting for good.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, write_query

LONGEST_WAIT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Whether one more is allowed; how many were counted in this window, it included; seconds to wait where refused."""

    allowed: bool
    used: int
    wait_seconds: int


_count = write_query("sign_in/count", Allowance)
_give_back = write_query("sign_in/give_back", Nothing)
_clear = write_query("sign_in/clear_throttle", Nothing)
_forget = write_query("sign_in/forget_throttles", Nothing)


def throttle_key(secret: str, kind: str, value: str) -> str:
    """The key of what is counted, for example ("username", name): a keyed hash, so that the graph stores no name."""
    return hmac.new(secret.encode(), f"{kind}\0{value}".encode(), sha256).hexdigest()


def count(tx: Transaction, key: str, limit: int, window: timedelta, moment: Moment) -> Allowance:
    """Count one more under a key, or refuse it.

    The node is locked until the transaction ends: work slow or long belongs in another one. The count that first
    passes the limit is the one allowed with `used == limit + 1`.
    """
    return tx.run(
        _count,
        key=key,
        limit=limit,
        now=moment.now,
        window_start=moment.now - window,
        expires_at=moment.now + window,
        longest_wait=int(LONGEST_WAIT.total_seconds()),
    )[0]


def give_back(tx: Transaction, key: str) -> None:
    """Take one count back, for example after a sign-in that succeeded."""
    tx.run(_give_back, key=key)


def clear(tx: Transaction, key: str) -> None:
    """Forget what was counted under a key."""
    tx.run(_clear, key=key)


def forget_expired(tx: Transaction, *, moment: Moment) -> None:
    """Remove the counts of windows that are over."""
    tx.run(_forget, now=moment.now)
