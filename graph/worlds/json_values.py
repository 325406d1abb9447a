"""One JSON value at a time out of a source of any size, with what Python's reader lets pass: repeated names, NaN."""

from __future__ import annotations

import json
from typing import Any

from graph.worlds.faults import Unreadable
from graph.worlds.source import Source

LONGEST = 16 << 20


class RepeatedNames(dict[str, Any]):
    """An object in which a name stands twice; `repeated` says which."""

    repeated: tuple[str, ...] = ()


class NotANumber:
    """NaN or Infinity, which JSON does not have."""


class ValueReader:
    """Reads values; `odd` tells whether the last one holds a repeated name or a NaN somewhere."""

    def __init__(self, source: Source) -> None:
        self.odd = False
        self._source = source
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_int=_number,
            parse_float=_number,
        )

    def read(self, path: str) -> tuple[Any, str]:
        """The value at the source's position and its text; Unreadable where it is not JSON, or longer than 16 MB."""
        source = self._source
        while True:
            self.odd = False
            try:
                value, end = self._decoder.raw_decode(source.buffer, source.position)
            except RecursionError:
                raise Unreadable(path, f"nested too deeply ({source.place(source.position)}).") from None
            except json.JSONDecodeError as fault:
                if source.ended:
                    raise Unreadable(path, not_json(source, fault)) from None
            else:
                if end < len(source.buffer) or source.ended:
                    text = source.buffer[source.position : end]
                    source.position = end
                    return value, text
            if len(source.buffer) - source.position > LONGEST:
                raise Unreadable(path, f"not JSON, or longer than 16 MB ({source.place(source.position)}).")
            source.more()

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) == len(pairs):
            return value
        self.odd = True
        names = [name for name, _ in pairs]
        twice = RepeatedNames(value)
        twice.repeated = tuple(name for name in value if names.count(name) > 1)
        return twice

    def _constant(self, _text: str) -> NotANumber:
        self.odd = True
        return NotANumber()


def not_json(source: Source, fault: json.JSONDecodeError) -> str:
    """What Python's reader says of text that is not JSON, with line and column."""
    at = min(fault.pos, len(source.buffer))
    said = "the file ends here, too early" if at >= len(source.buffer) and source.ended else fault.msg
    return f"not JSON: {said} ({source.place(at)})."


def _number(_text: str) -> float:
    # No property of a world is a number, so that its value never matters; a huge one would cost time and memory.
    return 0.5
