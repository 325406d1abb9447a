"""A world file read into a spool: every record checked by itself on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from graph.worlds.canonical import canonical, filled
from graph.worlds.faults import Fault, Tell, Unreadable, step
from graph.worlds.lists import LISTS, Record
from graph.worlds.reading import Element, Heading, Misplaced, Part, is_json_lines, read_json, read_json_lines
from graph.worlds.record_rules import check_record
from graph.worlds.schema_rules import heading_fits, misfits
from graph.worlds.source import Source
from graph.worlds.spool import BUILT_IN, Spool
from graph.worlds.text_rules import examine, is_suspect

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_BUILT_IN_TYPES = Path(__file__).parent / "involvement_types.json"


def fill(spool: Spool, stream: BinaryIO, name: str, read_so_far: Callable[[int], None]) -> Fault | None:
    """Read a world into the spool; faults are told there, and the one that ended the reading early is answered."""
    source = Source(stream, read_so_far)
    filling = _Filling(spool)
    try:
        source.more()
        spool.lines = is_json_lines(source, name)
        for part in read_json_lines(source) if spool.lines else read_json(source):
            filling.take(part)
        filling.finish()
    except Unreadable as end:
        return end.fault
    finally:
        spool.sha256 = source.sha256
        spool.finish_reading()
    return None


class _Filling:
    """What is known of a world while it is read."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._heading: Record = {}
        self._lists: set[str] = set()

    def take(self, part: Part) -> None:
        match part:
            case Element():
                self._lists.add(part.list)
                _take_element(self._spool, part)
            case Heading():
                self._heading[part.name] = examine(part.value, f"${step(part.name)}", self._tell_file)
            case Misplaced():
                self._tell_file(part.path, part.message)

    def finish(self) -> None:
        """Check the heading; where the file gives no involvement types, the built-in ones apply."""
        if self._heading or not self._spool.lines:
            heading_fits(self._heading, lambda path, message: self._tell_file(f"${path}", message))
        self._spool.as_of = str(self._heading.get("as_of", ""))
        if "involvements" in self._lists and "involvement_types" not in self._lists:
            _add_built_in_types(self._spool)

    def _tell_file(self, path: str, message: str) -> None:
        self._spool.tell(None, 0, path, message)


def _take_element(spool: Spool, element: Element) -> None:
    def tell(path: str, message: str) -> None:
        spool.tell(element.list, element.place, path, message)

    value = element.value
    if element.odd or is_suspect(element.text):
        value = examine(value, "", tell)
    wrong = misfits(element.list, value, tell)
    if not wrong:
        record = _checked(element.list, value, tell)
        spool.add(element.list, element.place, record, canonical(element.list, record))
    elif isinstance(value, dict):
        # What is left of a record without its misfits is checked too, so that all its faults are told at once.
        rest = {name: part for name, part in cast(Record, value).items() if name not in wrong}
        spool.add_broken(element.list, element.place, _id_of(element.list, value), _checked(element.list, rest, tell))


def _checked(name: str, value: Record, tell: Tell) -> Record:
    record = filled(name, value, tell)
    check_record(name, record, tell)
    return record


def _id_of(name: str, value: Any) -> str | None:
    wanted = value.get(LISTS[name].key) if isinstance(value, dict) else None  # pyright: ignore[reportUnknownMemberType,reportUnknownVariableType]
    return wanted if isinstance(wanted, str) and _ID.match(wanted) else None


def _add_built_in_types(spool: Spool) -> None:
    for record in json.loads(_BUILT_IN_TYPES.read_text(encoding="utf-8")):
        spool.add("involvement_types", BUILT_IN, record, record)
