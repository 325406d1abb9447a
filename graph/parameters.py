"""What goes to the database as a query's parameters, in a form that its driver encodes safely."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo


def in_utc(given: Any) -> Any:
    """The same parameters with each instant of a named zone in UTC, at any depth; any other stays as it is.

    The driver asks an instant's zone for its offset with a type of its own. Python's ZoneInfo takes that for a datetime
    and reads past its end: a wrong offset at the end of summer time, or a crash of the process.
    """
    if isinstance(given, datetime) and isinstance(given.tzinfo, ZoneInfo):
        return given.astimezone(UTC)
    if isinstance(given, Mapping):
        return {name: in_utc(value) for name, value in cast(Mapping[str, Any], given).items()}
    if isinstance(given, list | tuple):
        return [in_utc(value) for value in cast(list[Any], given)]
    return given
