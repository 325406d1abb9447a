"""`make bench`: prints the figures that the issues ask for."""

from __future__ import annotations

import argparse
import platform
import time

from rich.console import Console
from rich.table import Table

from graph import access
from graph.moment import Moment
from tests.benchmarks.areas import Area, area_of
from tests.benchmarks.audit_trail import audit_trail
from tests.benchmarks.outbox import outbox
from tests.benchmarks.team_page import bare_round_trip, team_query, whole_response
from tests.benchmarks.timing import middle, tail, take_turns
from tests.benchmarks.viewers import viewers_table

console = Console(width=110)


def main() -> None:
    """Measure a small and a large area side by side, and print the ratios with their goals."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--quick", action="store_true", help="a smaller large area and fewer rounds")
    quick = options.parse_args().quick
    rounds, warm_up = (60, 40) if quick else (400, 300)
    with area_of(1_000) as small, area_of(3_000 if quick else 100_000) as large:
        console.print(f"{platform.machine()}, Python {platform.python_version()}, {rounds} rounds, medians")
        _team_page(small, large, rounds, warm_up)
        console.print(viewers_table(small, large, rounds, warm_up))
        _decisions(small)
        audit_trail(small.database, rounds, warm_up, console)
        outbox(small.server, small.database, console)


def _team_page(small: Area, large: Area, rounds: int, warm_up: int) -> None:
    with whole_response(small) as response:
        seconds = take_turns(
            {
                "round trip": bare_round_trip(small.database),
                "query": team_query(small.database),
                "without rules": team_query(small.database, rules=False),
                "response": response,
                # A server that was just asked answers sooner: each query follows a round trip to its own.
                "large round trip": bare_round_trip(large.database),
                "large area": team_query(large.database),
            },
            rounds,
            warm_up,
        )
    rows = team_query(small.database)()
    entries = sum(len(row.involvements) for row in rows)
    table = Table(
        "team page", "median ms", "p95 ms", "ratio", "of", "goal", title=f"{len(rows)} people, {entries} shown"
    )
    goals = {
        "query": ("round trip", 3.5),
        "without rules": ("", 0),
        "response": ("query", 10),
        "large area": ("query", 1.2),
    }
    for name, taken in seconds.items():
        other, goal = goals.get(name, ("", 0))
        ratio = f"{middle(taken) / middle(seconds[other]):.2f}" if other else ""
        table.add_row(
            name, f"{middle(taken):.2f}", f"{tail(taken):.2f}", ratio, other, f"{goal} or less" if goal else ""
        )
    rules = middle(seconds["query"]) / middle(seconds["without rules"])
    table.add_row("query", "", "", f"{rules:.2f}", "without rules", "1.5 or less")
    console.print(table)


def _decisions(area: Area) -> None:
    accounts = area.database.read(lambda tx: access.accounts_named(tx, []))[:40]
    involvements = area.database.read(lambda tx: access.involvements_named(tx, []))
    start = time.perf_counter()
    count = sum(
        1 for _ in access.matrix(area.database, accounts=accounts, involvements=involvements, moment=Moment.current())
    )
    minutes = (time.perf_counter() - start) / 60
    console.print(f"access matrix: {count:,} decisions, {count / minutes:,.0f} a minute (goal: 100,000 or more)")


if __name__ == "__main__":
    main()
