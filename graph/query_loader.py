"""Queries in files: read, checked against their headers, and given a typed row.

A file opens with a header of comment lines; architecture.md ("Queries") says what it must tell. A query whose text and
header disagree is refused when it is loaded, so that a fault shows at start and not on somebody's screen.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from graph.cypher_text import (
    PARAMETER,
    QueryFault,
    anchors_without_label,
    has_order,
    parameters_used,
    returned_columns,
    writes,
)

CYPHER = Path(__file__).parent.parent / "cypher"
Row = TypeVar("Row")
Mode = Literal["read", "write"]

_NO_QUERIES = ("visibility/", "fragments/", "masking/", "stand_in/", "schema/")
_HEADER_LINE = re.compile(r"^// ?(.*)$")
_SPLICE = re.compile(r"^[ \t]*//! splice ([a-z_/]+)( but unseen)?[ \t]*$", re.MULTILINE)
_OWN_WORK = re.compile(r"(<-\[held:INVOLVED_WITH\]-\(vp\)\s+WHERE )")
_DECLARED = re.compile(r"^(param|column) ([a-z_]+): ([a-z]+(?:<[a-z]+>)?\??)$")


@dataclass(frozen=True, slots=True)
class Header:
    """What a query file declares of itself."""

    answers: str
    mode: Mode
    sight: str
    parameters: Mapping[str, str]
    columns: Mapping[str, str]
    row: str
    one_row: bool
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query(Generic[Row]):
    """A checked query: its text with the fragments in place and its parameters in the map $given; its rows' type."""

    name: str
    header: Header
    text: str
    row: type[Row]

    def check_parameters(self, given: Mapping[str, Any]) -> None:
        """Refuse a call with other parameters than the header declares (QueryFault)."""
        if given.keys() != self.header.parameters.keys():
            unlike = sorted(given.keys() ^ self.header.parameters.keys())
            raise QueryFault(f"{self.name}: called with other parameters than it declares: {', '.join(unlike)}")


@dataclass(frozen=True, slots=True)
class Nothing:
    """The row type of a query that returns nothing."""


def read_query(name: str, row: type[Row]) -> Query[Row]:
    """The read query of cypher/NAME.cypher, checked against its header and its row type; QueryFault otherwise."""
    return _load(name, row, "read")


def write_query(name: str, row: type[Row]) -> Query[Row]:
    """The write query of cypher/NAME.cypher, checked against its header and its row type; QueryFault otherwise."""
    return _load(name, row, "write")


def query_names() -> tuple[str, ...]:
    """Every query file's name, fragments and schema commands left out."""
    names = (path.relative_to(CYPHER).with_suffix("").as_posix() for path in CYPHER.rglob("*.cypher"))
    return tuple(sorted(name for name in names if not name.startswith(_NO_QUERIES)))


def load_by_name(name: str) -> Query[tuple[Any, ...]]:
    """A query without its row type, for tests that check every file against the server and for warming plans."""
    header, text = _checked(name)
    return Query(name, header, _in_one_map(text), tuple)


@cache
def _load(name: str, row: type[Row], mode: Mode) -> Query[Row]:
    header, text = _checked(name)
    if header.mode != mode:
        raise QueryFault(f"{name}: declared as {header.mode}, loaded as {mode}")
    fields = tuple(field.name.rstrip("_") for field in dataclasses.fields(row))  # pyright: ignore[reportArgumentType]
    if fields != tuple(header.columns):
        raise QueryFault(f"{name}: {row.__name__} has the fields {fields}, the header the columns {(*header.columns,)}")
    if header.columns and header.row != f"{row.__module__}.{row.__name__}":
        raise QueryFault(f"{name}: the header names the row {header.row}, loaded with {row.__module__}.{row.__name__}")
    return Query(name, header, _in_one_map(text), row)


@cache
def _checked(name: str) -> tuple[Header, str]:
    path = CYPHER / f"{name}.cypher"
    if not path.is_file():
        raise QueryFault(f"{name}: there is no cypher/{name}.cypher")
    comments, body = _split(path.read_text(encoding="utf-8"))
    header = _header(name, comments)
    text = _SPLICE.sub(lambda match: _fragment(match[1], without_unseen=bool(match[2])), body).strip()
    _compare(name, header, text)
    return header, text


def _in_one_map(text: str) -> str:
    """The text with $name as $given.name.

    Neo4j plans a statement anew for each size of its text parameters (about 2 s for the largest query here); a map has
    no size, so that one plan serves short and long ids alike.
    """
    return PARAMETER.sub(r"$given.\1", text)


def _split(source: str) -> tuple[list[str], str]:
    lines = source.splitlines()
    comments: list[str] = []
    for line in lines:
        match = None if line.startswith("//!") else _HEADER_LINE.match(line)
        if match is None:
            break
        comments.append(match[1].strip())
    return comments, "\n".join(lines[len(comments) :])


def _fragment(name: str, *, without_unseen: bool) -> str:
    comments, body = _split((CYPHER / f"{name}.cypher").read_text(encoding="utf-8"))
    if not any(line.startswith("fragment:") for line in comments):
        raise QueryFault(f"{name}: spliced, but its header does not say 'fragment:'")
    text = _SPLICE.sub(lambda match: _fragment(match[1], without_unseen=bool(match[2])), body).strip()
    return _without_unseen(name, text) if without_unseen else text


def _without_unseen(name: str, body: str) -> str:
    """The fragment as it decides where the account's work in `unseen`, a list of involvements' ids, does not exist.

    For masked views: what they tell must not depend on what they mask.
    """
    text, times = _OWN_WORK.subn(r"\1NOT held.id IN unseen AND ", body)
    if times != body.count("[held:INVOLVED_WITH]") or not times:
        raise QueryFault(f"{name}: names the account's own work in a way that cannot be left unseen")
    return text.replace("CALL (families, vp, va) {", "CALL (families, vp, va, unseen) {")


def _header(name: str, comments: list[str]) -> Header:
    values = dict(line.split(": ", 1) for line in comments if re.match(r"(mode|sight|row|rows|order): ", line))
    declared = [match for line in comments if (match := _DECLARED.match(line))]
    missing = [key for key in ("mode", "sight") if key not in values]
    if missing or not comments or values["mode"] not in ("read", "write"):
        raise QueryFault(f"{name}: the header needs a first sentence, mode (read or write) and sight")
    return Header(
        answers=comments[0],
        mode="write" if values["mode"] == "write" else "read",
        sight=values["sight"],
        parameters={match[2]: match[3] for match in declared if match[1] == "param"},
        columns={match[2]: match[3] for match in declared if match[1] == "column"},
        row=values.get("row", ""),
        one_row=values.get("rows") == "one",
        order=tuple(part.strip() for part in values.get("order", "").split(",") if part.strip()),
    )


def _compare(name: str, header: Header, text: str) -> None:
    used = parameters_used(text)
    if used != set(header.parameters):
        raise QueryFault(f"{name}: declared and used parameters differ: {sorted(used ^ set(header.parameters))}")
    columns = returned_columns(text)
    if columns != tuple(header.columns):
        raise QueryFault(f"{name}: returns {columns}, the header declares {(*header.columns,)}")
    if writes(text) != (header.mode == "write"):
        raise QueryFault(f"{name}: declared as {header.mode}, but its text says otherwise")
    unlabelled = anchors_without_label(text)
    if unlabelled:
        raise QueryFault(f"{name}: anchors without a label: {', '.join(unlabelled)}")
    if header.columns and not header.one_row and not (header.order and has_order(text)):
        raise QueryFault(f"{name}: several rows need an 'order:' in the header and an ORDER BY in the text")
