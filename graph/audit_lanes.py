"""Lanes of the audit trail: chains that are used by one transaction at a time, so that no writer waits for another.

Each process keeps a pool of lanes for each database it speaks to. A lane advances when the transaction has committed;
a rollback returns it as it was, and one whose outcome is unknown is not used again.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from config.settings import read_settings
from graph.audit_hashes import GENESIS, Head, chain_hash, payload_digest, written_instant
from graph.audit_heads import HeadsFile, head_line, restore_line
from graph.driver import Database, Ending, Transaction


@dataclass(slots=True)
class Lane:
    """A chain; `head` is its last committed event, `told` the head that the heads file has."""

    id: str
    head: Head = GENESIS
    told: Head = GENESIS


class LanePool:
    """The lanes of this process for one database."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self._lock = Lock()
        self._idle: list[Lane] = []
        self._all: dict[str, Lane] = {}
        self._file = HeadsFile(read_settings().audit_heads())

    def take(self) -> Lane:
        """A lane for one transaction. A new one stands in the heads file before its first event can be committed."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
            lane = Lane(secrets.token_hex(16))
            self._file.append([head_line(lane.id, lane.head)])
            self._all[lane.id] = lane
            return lane

    def give_back(self, lane: Lane) -> None:
        """The lane may be used by another transaction."""
        with self._lock:
            self._idle.append(lane)

    def retire(self, lane: Lane) -> None:
        """The lane ends here, because its next event could not be stored. Whoever waits has that fault to learn of."""
        with self._lock, suppress(OSError):
            del self._all[lane.id]
            self._file.append([head_line(lane.id, lane.head, closed=True)])

    def write_heads(self) -> None:
        """Tell the heads file how far the lanes have come since they were last told."""
        with self._lock:
            news = [(lane, lane.head) for lane in self._all.values() if lane.head != lane.told]
            self._file.append(head_line(lane.id, head) for lane, head in news)
            for lane, head in news:
                lane.told = head

    def tell_of_restore(self, made_at: datetime) -> None:
        """Write that a backup made at this instant has been restored."""
        with self._lock:
            self._file.append([restore_line(made_at)])

    def close(self) -> None:
        """Tell the heads file that the idle lanes end here, and forget them."""
        self.write_heads()
        with self._lock:
            self._file.append(head_line(lane.id, lane.head, closed=True) for lane in self._idle)
            for lane in self._idle:
                del self._all[lane.id]
            self._idle.clear()


@dataclass(slots=True)
class _Ride:
    """A transaction's use of a lane: where it has come to, and whether its last event is known to be written."""

    lane: Lane
    head: Head
    settled: bool = True


class Link:
    """An event's link in its chain; `properties` is what is to be stored."""

    def __init__(self, ride: _Ride, facts: Mapping[str, Any]) -> None:
        salted = {**facts, "salt": secrets.token_hex(16)}
        place, previous, digest = ride.head.place + 1, ride.head.hash, payload_digest(salted)
        own = chain_hash(previous, ride.lane.id, place, written_instant(facts["at"]), digest)
        self._ride = ride
        self._next = Head(place, own)
        self.properties = {
            **salted,
            "lane": ride.lane.id,
            "place": place,
            "previous": previous,
            "digest": digest,
            "hash": own,
        }
        ride.settled = False

    def stored(self, *, new: bool) -> None:
        """Say that the event is stored; where it had been there already, nothing advances."""
        self._ride.settled = True
        if new:
            self._ride.head = self._next


_pools: WeakKeyDictionary[Database, LanePool] = WeakKeyDictionary()
_rides: WeakKeyDictionary[Transaction, _Ride] = WeakKeyDictionary()
_lock = Lock()


def next_link(tx: Transaction, facts: Mapping[str, Any]) -> Link:
    """The link of an event that this transaction is to store; `stored` must be called once it has."""
    with _lock:
        ride = _rides.get(tx)
    if ride is None:
        ride = _begin(tx)
    return Link(ride, facts)


def write_heads(database: Database) -> None:
    """Write how far this process's lanes have come; OSError where the heads file cannot be written."""
    _pool_of(database).write_heads()


def tell_of_restore(database: Database, made_at: datetime) -> None:
    """Tell the heads file that a backup made at this instant was restored: what was recorded since is gone."""
    _pool_of(database).tell_of_restore(made_at)


def close_lanes(database: Database) -> None:
    """Write how far this process's lanes have come, and use other ones from now on."""
    _pool_of(database).close()


def _begin(tx: Transaction) -> _Ride:
    pool = _pool_of(tx.database)
    lane = pool.take()
    ride = _Ride(lane, lane.head)
    with _lock:
        _rides[tx] = ride
    tx.when_ended(partial(_end, pool, ride))
    return ride


def _end(pool: LanePool, ride: _Ride, ending: Ending) -> None:
    if ending is Ending.COMMITTED:
        ride.lane.head = ride.head
    if ending is Ending.UNKNOWN:
        return
    if ride.settled:
        pool.give_back(ride.lane)
    else:
        pool.retire(ride.lane)


def _pool_of(database: Database) -> LanePool:
    """The pool of this process: a child that was forked must not go on with its parent's lanes."""
    with _lock:
        pool = _pools.get(database)
        if pool is None or pool.process != os.getpid():
            pool = _pools[database] = LanePool()
        return pool
