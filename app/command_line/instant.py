"""The instant that --as-of takes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click


class Instant(click.ParamType[datetime]):
    """An RFC 3339 instant with an offset, for example 2026-07-14T22:30:00Z."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The instant; a usage error for anything else, and for a year without room for a life before it."""
        try:
            instant = value if isinstance(value, datetime) else datetime.fromisoformat(value.upper())
        except ValueError:
            instant = None
        if instant is None or instant.tzinfo is None or not 1900 < instant.year < 9000:
            self.fail(
                f"{value} is not an instant with an offset, such as 2026-07-14T22:30:00Z, of the years 1901 to 8999.",
                param,
                ctx,
            )
        return instant
