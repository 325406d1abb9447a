"""A database for pages: an answer comes soon, or the page says that none came.

The driver waits without limit for a server that has taken a statement and fallen silent (a frozen machine, a network
that drops packets). Somebody in front of a page is told instead. What was asked may still be done later: writes are
idempotent, so sending the form again is safe.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from datetime import timedelta
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TypeVar

from graph.driver import Database, GraphUnavailable, Transaction

Result = TypeVar("Result")
Work = Callable[[Transaction], Result]

LONGEST_ANSWER_SECONDS = 4.5
LONGEST_WHILE_PLANNING_SECONDS = 15.0
"""The server takes up to 6 s to plan a large query for the first time, longer on a busy machine."""


class PromptDatabase(Database):
    """A database that raises GraphUnavailable where an answer takes longer than a page may."""

    _planning_until = 0.0

    def allow_for_planning(self, seconds: float) -> None:
        """Wait longer for answers in the time to come, in which the server makes its plans."""
        self._planning_until = monotonic() + seconds

    def read(self, work: Work[Result]) -> Result:
        """What `work` answers in a read transaction, in time."""
        return _in_time(lambda: super(PromptDatabase, self).read(work), self._patience())

    def write(self, work: Work[Result]) -> Result:
        """What `work` answers in a write transaction, in time."""
        return _in_time(lambda: super(PromptDatabase, self).write(work), self._patience())

    def suppose(self, work: Work[Result], within: timedelta) -> Result:
        """What `work` answers in a transaction that is rolled back, in time."""
        return _in_time(lambda: super(PromptDatabase, self).suppose(work, within), self._patience())

    def _patience(self) -> float:
        return LONGEST_WHILE_PLANNING_SECONDS if monotonic() < self._planning_until else LONGEST_ANSWER_SECONDS


def _in_time(ask: Callable[[], Result], seconds: float) -> Result:
    """What `ask` returns or raises; it is left behind in its thread where it takes too long."""
    outcome: SimpleQueue[tuple[Result | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put((ask(), None))
        except BaseException as fault:  # raised again by whoever waits
            outcome.put((None, fault))

    Thread(target=copy_context().run, args=(run,), name="graph", daemon=True).start()
    try:
        result, fault = outcome.get(timeout=seconds)
    except Empty:
        raise GraphUnavailable("Neo4j took too long to answer. Check the server, then try again.") from None
    if fault is not None:
        raise fault
    return result  # pyright: ignore[reportReturnType] - without a fault it is what `ask` returned
