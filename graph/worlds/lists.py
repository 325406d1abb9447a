"""The lists of a world, as world.schema.json names them, and what their records are made of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

Record = dict[str, Any]
Kind = Literal["plain", "day", "instant", "texts", "records"]

FORMAT = "patchwork-world/1"
SCHEMA = Path(__file__).parent / "world.schema.json"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a record: how it is kept, and what stands where a file leaves it out."""

    name: str
    kind: Kind
    default: Any
    parts: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class WorldList:
    """One list of a world: its name, what one record of it is called, its key, and its properties in order."""

    name: str
    singular: str
    key: str
    properties: tuple[Property, ...]


@cache
def world_schema() -> dict[str, Any]:
    """The schema of a world, version 1."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def definition_of(name: str) -> str:
    """The schema's definition of one record of a list: `people` holds each a `person`."""
    return world_schema()["properties"][name]["items"]["$ref"].removeprefix("#/$defs/")


def _properties(definition: dict[str, Any]) -> tuple[Property, ...]:
    return tuple(_property(name, part) for name, part in definition["properties"].items())


def _property(name: str, part: dict[str, Any]) -> Property:
    if part.get("type") == "array":
        if "properties" in part["items"]:
            return Property(name, "records", [], _properties(part["items"]))
        return Property(name, "texts", [])
    references = {choice.get("$ref") for choice in part.get("anyOf", [part])}
    kind: Kind = "plain"
    if "#/$defs/date" in references:
        kind = "day"
    elif "#/$defs/instant" in references:
        kind = "instant"
    return Property(name, kind, part.get("default"))


def _world_list(name: str) -> WorldList:
    definition = definition_of(name)
    properties = _properties(world_schema()["$defs"][definition])
    return WorldList(name, definition.replace("_", " "), "code" if name == "involvement_types" else "id", properties)


LISTS = {name: _world_list(name) for name, part in world_schema()["properties"].items() if "items" in part}

# What a record refers to comes before it; what hides (shields, bars, refusals) before what shows.
LOAD_ORDER = (
    "areas",
    "involvement_types",
    "agencies",
    "practitioners",
    "people",
    "accounts",
    "bars",
    "consents",
    "families",
    "kinship",
    "involvements",
    "agreements",
    "grants",
)
