"""One way to write each record: defaults filled in, instants in UTC, parts sorted; so that equal means unchanged."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from graph.worlds.faults import Tell, step
from graph.worlds.lists import LISTS, Property, Record


def filled(name: str, record: Record, tell: Tell) -> Record:
    """A record of the list `name` that fits the schema, with its defaults and with instants in UTC.

    Parts stay where the file has them, so that they can be named. Tells of days and instants that cannot be kept.
    """
    return _filled(LISTS[name].properties, record, "", tell)


def canonical(name: str, record: Record) -> Record:
    """A filled record in its one form: parts sorted, each once, since two equal ones say nothing more than one."""
    names = [part.name for part in LISTS[name].properties if part.kind == "records"]
    return record | {part: _sorted(record[part]) for part in names} if names else record


def written(instant: datetime) -> str:
    """An instant in UTC as RFC 3339 text, with a fraction only where there is one."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def plain(value: Any) -> Any:
    """A stored value as a world writes it: days and instants as text."""
    if isinstance(value, datetime):
        return written(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_store(name: str, stored: Record) -> Record:
    """What a query answers for one record, in the form of `canonical`."""
    return {part.name: _from_store(part, stored.get(part.name)) for part in LISTS[name].properties}


def _from_store(part: Property, value: Any) -> Any:
    if part.kind == "records":
        return _sorted([{inner.name: plain(item.get(inner.name)) for inner in part.parts} for item in value])
    if part.kind == "texts":
        return value or []
    return plain(part.default if value is None else value)


def _filled(properties: tuple[Property, ...], record: Record, path: str, tell: Tell) -> Record:
    return {part.name: _value(part, record.get(part.name), path + step(part.name), tell) for part in properties}


def _value(part: Property, value: Any, path: str, tell: Tell) -> Any:
    if value is None:
        return part.default
    if part.kind == "day" and value.startswith("0000"):
        tell(path, "must be a day of the years 1 to 9999.")
    if part.kind == "instant":
        return _instant(value, path, tell)
    if part.kind == "records":
        rows = enumerate(value)
        return [_filled(part.parts, row, path + step(position), tell) for position, row in rows]
    return value


def _instant(text: str, path: str, tell: Tell) -> str:
    try:
        return written(datetime.fromisoformat(text.upper()))
    except (ValueError, OverflowError):
        tell(path, "is an instant that cannot be kept: no leap second, and a year from 1 to 9999.")
        return text


def _sorted(rows: list[Record]) -> list[Record]:
    return [json.loads(text) for text in sorted({json.dumps(row) for row in rows})]
