"""A world file as a stream of parts, whichever of the two forms it has: one JSON object, or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from graph.worlds.faults import Unreadable, step
from graph.worlds.json_values import RepeatedNames, ValueReader
from graph.worlds.lists import LISTS
from graph.worlds.source import Source


@dataclass(frozen=True, slots=True)
class Element:
    """One record: its list, its position there (in JSON Lines, its line), its text, and whether it reads oddly."""

    list: str
    place: int
    value: Any
    text: str
    odd: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A property of the world itself: `format`, `as_of`, or one that should not be there."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A fault of the file's own structure, after which reading goes on."""

    path: str
    message: str


Part = Element | Heading | Misplaced
TWICE = "this name stands twice; keep one."


def is_json_lines(source: Source, name: str) -> bool:
    """Whether the file is JSON Lines: by its name, or because its first line alone is an object and more follows."""
    if name.lower().endswith((".jsonl", ".ndjson")):
        return True
    source.skip_space()
    line, newline, rest = source.buffer[source.position :].partition("\n")
    if not newline or not (rest.strip() or not source.ended):
        return False
    try:
        return isinstance(json.loads(line), dict) and rest.lstrip()[:1] == "{"
    except (ValueError, RecursionError):
        return False


def read_json(source: Source) -> Iterator[Part]:
    """The parts of a world written as one JSON object; Unreadable where it is none."""
    reader = ValueReader(source)
    opening = source.skip_space()
    if not opening:
        raise Unreadable("$", "the file is empty.")
    if opening != "{":
        raise Unreadable("$", f"must be an object, or JSON Lines ({source.place(source.position)}).")
    seen: set[str] = set()
    for name in _names(source, reader):
        if name in seen:
            yield Misplaced(f"${step(name)}", TWICE)
        seen.add(name)
        if name in LISTS and source.skip_space() == "[":
            yield from _elements(source, reader, name)
        elif name in LISTS:
            reader.read(f"$.{name}")
            yield Misplaced(f"$.{name}", "must be a list.")
        else:
            yield Heading(name, reader.read(f"${step(name)}")[0])
    if source.skip_space():
        raise Unreadable("$", f"not JSON: more after the end of the world ({source.place(source.position)}).")


def _names(source: Source, reader: ValueReader) -> Iterator[str]:
    """The names of the top-level object; the caller consumes each value."""
    source.position += 1
    if source.skip_space() == "}":
        source.position += 1
        return
    while True:
        if source.skip_space() != '"':
            raise _unexpected(source, "$", "a name in double quotes")
        name = cast(str, reader.read("$")[0])
        if source.skip_space() != ":":
            raise _unexpected(source, f"${step(name)}", "a colon")
        source.position += 1
        source.skip_space()
        yield name
        if _ends(source, "$", "}"):
            return


def _elements(source: Source, reader: ValueReader, name: str) -> Iterator[Element]:
    source.position += 1
    if source.skip_space() == "]":
        source.position += 1
        return
    place = 0
    while True:
        source.skip_space()
        value, text = reader.read(f"$.{name}[{place}]")
        yield Element(name, place, value, text, reader.odd)
        if _ends(source, f"$.{name}[{place}]", "]"):
            return
        place += 1


def _ends(source: Source, path: str, closing: str) -> bool:
    follows = source.skip_space()
    if follows not in (",", closing) or not follows:
        raise _unexpected(source, path, f'a comma or "{closing}"')
    source.position += 1
    return follows == closing


def _unexpected(source: Source, path: str, wanted: str) -> Unreadable:
    if source.skip_space():
        return Unreadable(path, f"not JSON: expected {wanted} ({source.place(source.position)}).")
    return Unreadable(path, f"not JSON: the file ends here, too early ({source.place(source.position)}).")


def read_json_lines(source: Source) -> Iterator[Part]:
    """The parts of a world written as JSON Lines: an optional first line with format and as_of, then records."""
    reader = ValueReader(source)
    line = 0
    if not source.skip_space():
        raise Unreadable("$", "the file is empty.")
    while source.skip_space():
        line = int(source.place(source.position).split(",")[0].removeprefix("line "))
        value, text = reader.read(f"line {line}: $")
        yield from _line(line, value, text, reader.odd)


def _line(line: int, value: Any, text: str, odd: bool) -> Iterator[Part]:
    if not isinstance(value, dict):
        yield Misplaced(f"line {line}: $", 'must be an object such as {"list": "people", "record": {…}}.')
        return
    fields = cast(dict[str, Any], value)
    if isinstance(fields, RepeatedNames):
        yield from (Misplaced(f"line {line}: ${step(name)}", TWICE) for name in fields.repeated)
    if fields.keys() == {"list", "record"} and fields["list"] in LISTS:
        yield Element(fields["list"], line, fields["record"], text, odd)
    elif fields.keys() == {"list", "record"}:
        yield Misplaced(f"line {line}: $.list", f"must be one of {', '.join(LISTS)}.")
    elif line == 1 and "list" not in fields:
        yield from (Heading(name, part) for name, part in fields.items())
    else:
        yield Misplaced(f"line {line}: $", "must have the two names list and record, and no other.")
