"""Taking turns: what is compared is measured in one run, turn by turn, so that a noisy machine disturbs all alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median, quantiles

Work = Callable[[], object]


def take_turns(works: Mapping[str, Work], rounds: int, warm_up: int) -> dict[str, list[float]]:
    """Seconds of each work in each round, after `warm_up` rounds that do not count."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(warm_up + rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if turn >= warm_up:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def middle(seconds: list[float]) -> float:
    """The median in milliseconds."""
    return median(seconds) * 1000


def tail(seconds: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return quantiles(seconds, n=20)[-1] * 1000
