"""What is wrong with a world, and where: every fault has the JSON path of its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its JSON path (with the line, in JSON Lines), and what to do about it. It never quotes the file."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class Unreadable(Exception):
    """The file ends to make sense here: nothing after it can be read."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(path, message)


class NotLoadable(Exception):
    """Another import stands in the way; the message says what to do."""


Tell = Callable[[str, str], None]
"""Takes a fault of one record: the path from the record on (`.from`, `.members[2].person`), and the message."""


def step(name: str | int) -> str:
    """A name or a position as one step of a JSON path; odd names in brackets and escaped."""
    if isinstance(name, int):
        return f"[{name}]"
    return f".{name}" if _NAME.match(name) else f"[{json.dumps(name[:60])}]"
