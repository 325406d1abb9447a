"""Chance with a seed: the few ways in which the synthetic area draws lots."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Weighted(Generic[Value]):
    """Values with their running sums of weights, prepared once and drawn from often."""

    values: tuple[Value, ...]
    sums: tuple[float, ...]


def table(pairs: Sequence[tuple[Value, float]]) -> Weighted[Value]:
    """The table of `(value, weight)` pairs; weights need not add up to anything."""
    return Weighted(tuple(value for value, _ in pairs), tuple(accumulate(weight for _, weight in pairs)))


class Dice:
    """Draws lots; two of the same seed draw the same for ever."""

    __slots__ = ("_random", "roll")

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.roll = self._random.random

    def likely(self, probability: float) -> bool:
        """Whether something of this probability (0 to 1) happens."""
        return self.roll() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.roll() * (high - low + 1))

    def one(self, values: Sequence[Value]) -> Value:
        """One of the values, each as likely; there must be one."""
        return values[int(self.roll() * len(values))]

    def weighted(self, choices: Weighted[Value]) -> Value:
        """One of the table's values, by weight."""
        return choices.values[bisect(choices.sums, self.roll() * choices.sums[-1])]

    def waiting(self, mean: float) -> int:
        """A whole number of days, many short and a few long ones, of this mean."""
        return int(self._random.expovariate(1 / mean))
