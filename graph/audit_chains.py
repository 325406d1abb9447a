"""Checking the chains of the audit trail, event by event: what each says, what it follows, and what the heads say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.audit_hashes import CHAIN, GENESIS, Head, chain_hash, payload_digest
from graph.audit_heads import Heads

NEAR = 2_000
"""How many places away an event that was moved is looked for."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the trail, and where: the event's id (None where it is gone), its lane and place."""

    event: str | None
    lane: str | None
    place: int | None
    wrong: str

    def __str__(self) -> str:
        event = f"event {self.event}" if self.event else "an event"
        where = f" (lane {self.lane}, place {self.place})" if self.lane else ""
        return f"{event}{where}: {self.wrong}"


@dataclass(frozen=True, slots=True)
class _Link:
    """An event that was checked, as the next one must follow it."""

    event: str | None
    place: int
    previous: str
    hash: str


class LaneCheck:
    """One lane, whose events come in the order of their places; it is checked as far as its first fault."""

    def __init__(self, lane: Any, heads: Heads, forgotten_before: datetime | None) -> None:
        self.lane = str(lane)
        self.fault: Fault | None = None
        self.forgotten = 0
        self._last = _Link(None, GENESIS.place, "", GENESIS.hash)
        self._before = self._last
        self._known = heads.lanes.get(self.lane, [])
        self._kept = {one.head.place: one.head.hash for one in self._known}
        self._end = next((one.head.place for one in self._known if one.closed), None)
        self._reached = heads.reached(self.lane)
        self._forgotten_before = forgotten_before

    @property
    def is_foreign(self) -> bool:
        """No heads file knows the lane."""
        return not self._known

    def take(self, facts: dict[str, Any], at: str | None) -> None:
        """Check the next event of the lane."""
        if self.fault is None:
            self.fault = next(self._faults(facts, at), None)
            link = _Link(facts.get("id"), facts["place"], str(facts.get("previous")), str(facts.get("hash")))
            self._before, self._last = self._last, link

    def finish(self) -> Fault | None:
        """The first fault of the lane, once no event of it follows."""
        if self.fault is None and self._last.place < self._reached.place:
            self.fault = self._gone(self._last.place + 1, f"truncated: the heads know {self._reached.place + 1} events")
        return self.fault

    def _faults(self, facts: dict[str, Any], at: str | None) -> Iterator[Fault]:
        place, last = facts["place"], self._last
        if type(place) is not int:
            yield self._bad(facts, "changed: its place is no number")
            return
        if place <= last.place:
            yield self._bad(facts, "inserted: another event has this place")
            return
        if _own_hash(facts, at, place) != facts.get("hash"):
            yield self._out_of_place(facts, at)
        if place != last.place + 1:
            yield self._gone(last.place + 1, "removed")
        if facts.get("previous") != last.hash:
            yield self._bad(facts, "changed or inserted: it does not follow the event before it")
        if self._end is not None and place > self._end:
            yield self._bad(facts, "inserted: the lane had been closed before it")
        if self._kept.get(place, facts.get("hash")) != facts.get("hash"):
            yield self._bad(facts, "changed: its hash is not the one that was kept outside the database")
        yield from self._payload_faults(facts, at)

    def _payload_faults(self, facts: dict[str, Any], at: str | None) -> Iterator[Fault]:
        if any(key not in CHAIN and facts[key] is not None for key in facts):
            if payload_digest(facts) != facts.get("digest"):
                yield self._bad(facts, "changed: what it says does not fit its digest")
        elif self._may_be_forgotten(at):
            self.forgotten += 1
        else:
            yield self._bad(facts, "removed: what it said is gone, and no retention covers its time")

    def _out_of_place(self, facts: dict[str, Any], at: str | None) -> Fault:
        """What is wrong with an event whose hash does not fit: it may have been moved, or another put before it."""
        place = facts["place"]
        was = [near for near in range(max(0, place - NEAR), place + NEAR) if _fits(facts, at, near)]
        if was == [place - 1] == [self._last.place] and facts.get("previous") == self._before.hash:
            return Fault(self._last.event, self.lane, self._last.place, "inserted: the next event follows another one")
        if was:
            return self._bad(facts, f"re-ordered: it was recorded at place {was[0]}")
        return self._bad(facts, "changed: its lane, place, time or digest does not fit its hash")

    def _may_be_forgotten(self, at: str | None) -> bool:
        try:
            return self._forgotten_before is not None and datetime.fromisoformat(str(at)) < self._forgotten_before
        except ValueError:
            return False

    def _bad(self, facts: dict[str, Any], wrong: str) -> Fault:
        return Fault(facts.get("id"), self.lane, facts["place"], wrong)

    def _gone(self, place: int, wrong: str) -> Fault:
        return Fault(None, self.lane, place, wrong)


def missing_lanes(heads: Heads, seen: set[str]) -> Iterator[Fault]:
    """Lanes of which the heads know events, and the database none."""
    for lane in sorted(heads.lanes.keys() - seen):
        reached: Head = heads.reached(lane)
        if reached.place >= 0:
            yield Fault(None, lane, 0, f"truncated: the heads know {reached.place + 1} events, all of them are gone")


def _own_hash(facts: dict[str, Any], at: str | None, place: int) -> str:
    return chain_hash(str(facts.get("previous")), facts["lane"], place, str(at), str(facts.get("digest")))


def _fits(facts: dict[str, Any], at: str | None, place: int) -> bool:
    return _own_hash(facts, at, place) == facts.get("hash")
