"""What no text of a world may hold, wherever it stands: control and bidirectional characters, halves of characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, cast

from graph.worlds.faults import Tell, step
from graph.worlds.json_values import NotANumber, RepeatedNames

_HIDDEN = "\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FORBIDDEN = re.compile(f"[\x00-\x1f{_HIDDEN}\ud800-\udfff]")
_SUSPECT = re.compile(rf"[{_HIDDEN}]|\\[bfnrtu]")


def is_suspect(text: str) -> bool:
    """Whether JSON text could hold such a character: a quick look that spares most records the walk."""
    return _SUSPECT.search(text) is not None


def hidden_character(text: str) -> str | None:
    """The first such character of a text, in words; None where it holds none. For what is typed, too."""
    found = _FORBIDDEN.search(text)
    return None if found is None else _described(found[0])


def examine(value: Any, path: str, tell: Tell) -> Any:
    """Tell of every such character, repeated name and NaN in a value; answers the value without them."""
    if isinstance(value, str):
        return _examine_text(value, path, tell)
    if isinstance(value, NotANumber):
        tell(path, "NaN and Infinity are not JSON.")
        return 0.5
    if isinstance(value, list):
        items = cast(list[Any], value)
        return [examine(item, path + step(position), tell) for position, item in enumerate(items)]
    if isinstance(value, dict):
        return _examine_object(cast(dict[str, Any], value), path, tell)
    return value


def _examine_object(value: dict[str, Any], path: str, tell: Tell) -> dict[str, Any]:
    if isinstance(value, RepeatedNames):
        for name in value.repeated:
            tell(path + step(name), "this name stands twice; keep one.")
    return {
        _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", name): examine(part, path + step(name), tell)
        for name, part in value.items()
    }


def _examine_text(text: str, path: str, tell: Tell) -> str:
    found = _FORBIDDEN.search(text)
    if found is None:
        return text
    tell(path, f"holds {_described(found[0])}; take it out.")
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _described(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) == "Cs":
        return f"half a character ({code})"
    kind = "a control character" if unicodedata.category(character) == "Cc" else "a bidirectional control character"
    return f"{kind} ({code})"
