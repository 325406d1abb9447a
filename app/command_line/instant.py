"""The instant that --as-of takes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import click

# Python reads other forms of ISO 8601 too, such as week dates; RFC 3339 has this one.
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Instant(click.ParamType[datetime]):
    """An RFC 3339 instant with an offset, for example 2026-07-14T22:30:00Z."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The instant; a usage error for anything else, and for a year without room for a life before it."""
        instant = value if isinstance(value, datetime) else _read(value.upper())
        if instant is None or instant.tzinfo is None or not 1900 < instant.year < 9000:
            self.fail(
                f"{value} is not an instant with an offset, such as 2026-07-14T22:30:00Z, of the years 1901 to 8999.",
                param,
                ctx,
            )
        return instant


def _read(text: str) -> datetime | None:
    """The instant of an RFC 3339 text in capitals; None for any other text, and for a day or time there is not."""
    try:
        return datetime.fromisoformat(text) if _RFC_3339.fullmatch(text) else None
    except ValueError:
        return None
