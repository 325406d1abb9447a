"""What a run of the proof counts, printed at its end by conftest.py."""

from __future__ import annotations

from collections import Counter

COUNTS: Counter[str] = Counter()


def report(what: str, number: int) -> None:
    """Add to one of the counts."""
    COUNTS[what] += number
