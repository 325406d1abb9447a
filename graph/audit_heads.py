"""Heads of the audit trail's lanes, written outside the database: whoever changes the database does not change them.

A file of JSON lines for each process, readable by its owner alone and only ever appended to. A line says of a lane
which place it had reached, and the hash there: `{"at", "lane", "place", "hash"}`; place -1 when the lane is opened,
`closed` true with the last line of a process that ended in order. A line `{"at", "restored_to"}` says that a backup
made at that instant was restored.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from config.private_files import private_folder
from graph.audit_hashes import GENESIS, Head


class UnreadableHeads(Exception):
    """A heads folder or file cannot be used; the message says which."""


class HeadsFile:
    """This process's file, made with its first line."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None

    def append(self, lines: Iterable[dict[str, Any]]) -> None:
        """Add lines and wait until the disk has them; OSError where it cannot."""
        text = "".join(json.dumps(line) + "\n" for line in lines)
        if not text:
            return
        handle = os.open(self._made(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, text.encode())
            os.fsync(handle)
        finally:
            os.close(handle)

    def _made(self) -> Path:
        if self._path is None:
            name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}-{secrets.token_hex(4)}.jsonl"
            self._path = private_folder(self._folder) / name
        return self._path


def head_line(lane: str, head: Head, *, closed: bool = False) -> dict[str, Any]:
    """The line that says how far a lane has come."""
    line = {"at": datetime.now(UTC).isoformat(), "lane": lane, "place": head.place, "hash": head.hash}
    return line | {"closed": True} if closed else line


def restore_line(made_at: datetime) -> dict[str, Any]:
    """The line that says that a backup made at this instant was restored."""
    return {"at": datetime.now(UTC).isoformat(), "restored_to": made_at.astimezone(UTC).isoformat()}


@dataclass(frozen=True, slots=True)
class WrittenHead:
    """A head as a file has it."""

    at: datetime
    head: Head
    closed: bool


@dataclass(frozen=True, slots=True)
class Heads:
    """What the files of some folders tell."""

    lanes: dict[str, list[WrittenHead]] = field(default_factory=dict[str, list[WrittenHead]])
    restores: list[tuple[datetime, datetime]] = field(default_factory=list[tuple[datetime, datetime]])
    """When a backup was restored, and when that backup was made."""

    @property
    def began(self) -> datetime | None:
        """When the first line was written."""
        return min((head.at for heads in self.lanes.values() for head in heads), default=None)

    def reached(self, lane: str) -> Head:
        """The highest place that the lane must have; one that only a restored backup took away does not count."""
        places = [one.head for one in self.lanes.get(lane, ()) if not self._taken_away(one.at)]
        return max(places, key=lambda head: head.place, default=GENESIS)

    def _taken_away(self, at: datetime) -> bool:
        return any(made < at <= restored for restored, made in self.restores)


def read_heads(folders: Iterable[Path]) -> Heads:
    """The heads in the files of these folders and those below; UnreadableHeads names what cannot be read."""
    heads = Heads()
    for folder in folders:
        if not folder.is_dir():
            raise UnreadableHeads(f"{folder} is no folder. --heads takes a folder of heads files.")
        for path in sorted(folder.rglob("*.jsonl")):
            for line in _lines(path):
                _add(heads, line)
    return heads


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if not line.endswith("\n"):
            return  # the process was killed while it wrote the line
        try:
            yield json.loads(line)
        except ValueError:
            raise UnreadableHeads(f"{path}, line {number} is damaged. Take the file from a copy.") from None


def _add(heads: Heads, line: dict[str, Any]) -> None:
    at = datetime.fromisoformat(line["at"])
    if "restored_to" in line:
        heads.restores.append((at, datetime.fromisoformat(line["restored_to"])))
        return
    written = WrittenHead(at, Head(line["place"], line["hash"]), line.get("closed", False))
    heads.lanes.setdefault(line["lane"], []).append(written)
