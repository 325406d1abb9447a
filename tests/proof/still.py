"""Clock, random numbers and random ids held fixed, so that two runs of one visit differ only in what they are shown."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import get_ident
from unittest.mock import patch

import time_machine


class Chances:
    """A stream of bytes for this thread that begins anew with each request; other threads keep their real chances."""

    def __init__(self) -> None:
        self._real = os.urandom
        self._thread = get_ident()
        self.begin("")

    def begin(self, name: str) -> None:
        """Start the stream that belongs to a name."""
        self._name, self._drawn = name, 0

    def urandom(self, size: int) -> bytes:
        """The next bytes; what os.urandom would give."""
        if get_ident() != self._thread:
            return self._real(size)
        self._drawn += 1
        return hashlib.shake_256(f"{self._name}/{self._drawn}".encode()).digest(size)


@contextmanager
def held_still(instant: datetime) -> Iterator[Chances]:
    """Time stands at an instant, and chances are those of the requests' names."""
    chances = Chances()
    with (
        time_machine.travel(instant, tick=False),
        patch.object(os, "urandom", chances.urandom),
        patch.object(random, "_urandom", chances.urandom),
    ):
        yield chances
