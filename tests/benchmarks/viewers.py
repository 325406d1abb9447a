"""`access viewers` for the measured family: who can see one involvement."""

from __future__ import annotations

from collections.abc import Callable

from rich.table import Table

from graph import access
from graph.access import AccountDecision
from graph.driver import Database
from graph.moment import Moment
from tests.benchmarks.areas import Area
from tests.benchmarks.team_page import bare_round_trip
from tests.benchmarks.timing import middle, tail, take_turns

INVOLVEMENT = "bench-involvement-0"
GOALS = {"viewers": ("round trip", 4), "seen by many": ("round trip", 0), "large viewers": ("viewers", 1.2)}


def viewers_table(small: Area, large: Area, rounds: int, warm_up: int) -> Table:
    """The query against the bare round trip, and in the small area against the large one.

    Each query follows a round trip to its own server: a server that was just asked answers sooner.
    """
    many = _seen_by_most(small.database)
    seconds = take_turns(
        {
            "round trip": bare_round_trip(small.database),
            "viewers": viewers_query(small.database),
            "round trip again": bare_round_trip(small.database),
            "seen by many": viewers_query(small.database, many),
            "large round trip": bare_round_trip(large.database),
            "large viewers": viewers_query(large.database),
        },
        rounds,
        warm_up,
    )
    answered = [len(viewers_query(area.database)()) for area in (small, large)]
    crowd = len(viewers_query(small.database, many)())
    title = f"seen by {answered[0]} account in the small area, {answered[1]} in the large one; by many: {crowd}"
    table = Table("access viewers", "median ms", "p95 ms", "ratio", "of", "goal", title=title)
    for name, taken in seconds.items():
        other, goal = GOALS.get(name, ("", 0))
        ratio = f"{middle(taken) / middle(seconds[other]):.2f}" if other else ""
        table.add_row(
            name, f"{middle(taken):.2f}", f"{tail(taken):.2f}", ratio, other, f"{goal} or less" if goal else ""
        )
    return table


def viewers_query(database: Database, involvement: str = INVOLVEMENT) -> Callable[[], list[AccountDecision]]:
    """Every account that can see an involvement, in a read transaction."""
    moment = Moment.current()
    return lambda: database.read(lambda tx: access.viewers(tx, involvement=involvement, moment=moment))


def _seen_by_most(database: Database) -> str:
    """Of some involvements, the one that the most accounts can see."""
    some = database.read(lambda tx: access.involvements_named(tx, []))[-100:]
    return max(some, key=lambda one: len(viewers_query(database, one)()))
