"""Writes a world to a file, list by list, without ever holding it in memory."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO

from graph.synthetic.area import Row
from graph.synthetic.days import rfc3339

FORMAT = "patchwork-world/1"
LISTS: tuple[str, ...] = (
    "areas",
    "involvement_types",
    "agencies",
    "agreements",
    "practitioners",
    "people",
    "families",
    "kinship",
    "involvements",
    "consents",
    "accounts",
    "grants",
    "bars",
)  # each list refers only to those before it
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Tick = Callable[[str], None]


def write_world(rows: Iterable[Row], as_of: datetime, target: Path, tick: Tick) -> int:
    """Write the rows as JSON Lines where the name ends in .jsonl, else as one JSON document; answer how many.

    `tick` is told the list of each record. The file appears complete or, on an error, not at all. OSError as usual.
    """
    lines = target.suffix == ".jsonl"
    partial = target.with_name(target.name + ".partial")
    try:
        with ExitStack() as stack:
            spools: dict[str, IO[str]] = {}
            for name in LISTS:
                spools[name] = stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline=""))
            number = _spool(rows, spools, tick, lines)
            with partial.open("w", encoding="utf-8", newline="") as out:
                (_join_lines if lines else _join_document)(out, spools, rfc3339(as_of))
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return number


def _spool(rows: Iterable[Row], spools: dict[str, IO[str]], tick: Tick, lines: bool) -> int:
    written = 0
    ends: dict[str, str] = dict.fromkeys(LISTS, "")
    for name, record in rows:
        text = _encode({"list": name, "record": record} if lines else record)
        spools[name].write(ends[name] + text)
        ends[name] = "\n" if lines else ",\n"
        written += 1
        tick(name)
    return written


def _written(spools: dict[str, IO[str]]) -> Iterator[tuple[str, IO[str]]]:
    for name, spool in spools.items():
        if spool.tell():
            spool.seek(0)
            yield name, spool


def _join_lines(out: IO[str], spools: dict[str, IO[str]], as_of: str) -> None:
    out.write(_encode({"format": FORMAT, "as_of": as_of}) + "\n")
    for _, spool in _written(spools):
        copyfileobj(spool, out)
        out.write("\n")


def _join_document(out: IO[str], spools: dict[str, IO[str]], as_of: str) -> None:
    out.write(f'{{"format":{_encode(FORMAT)},"as_of":{_encode(as_of)}')
    for name, spool in _written(spools):
        out.write(f',\n"{name}":[\n')
        copyfileobj(spool, out)
        out.write("\n]")
    out.write("}\n")
