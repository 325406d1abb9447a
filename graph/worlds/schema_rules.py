"""What world.schema.json asks of a record, told in words that say what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError

from graph.worlds.faults import Tell, step
from graph.worlds.lists import LISTS, definition_of, world_schema

_FORMATS = {
    "date": "must be a day that exists, such as 2026-07-14",
    "date-time": "must be an instant with an offset, such as 2026-07-14T22:30:00Z",
    "email": "must be an e-mail address",
}


def misfits(name: str, record: Any, tell: Tell) -> frozenset[str]:
    """The properties of a record that do not fit, told of one by one; the empty name stands for the record itself."""
    validator = _validator(name)
    try:
        if validator.is_valid(record):
            return frozenset()
        faults = [told for error in validator.iter_errors(record) for told in _told(error)]
    except ValueError:
        faults = [("", "", "nested too deeply.")]
    for _, path, message in faults:
        tell(path, message)
    return frozenset(part for part, _, _ in faults)


def heading_fits(heading: dict[str, Any], tell: Tell) -> bool:
    """Whether `format` and `as_of` are there and right, and nothing that is not of a world."""
    return not misfits("", heading, tell)


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = world_schema()
    if name:
        part: dict[str, Any] = {"$ref": f"#/$defs/{definition_of(name)}"}
    else:
        part = {key: schema[key] for key in ("type", "additionalProperties", "required")}
        part["properties"] = {key: value for key, value in schema["properties"].items() if key not in LISTS}
    return Draft202012Validator({**part, "$defs": schema["$defs"]}, validate_formats=True)


def _told(error: ValidationError) -> Iterator[tuple[str, str, str]]:
    place = str(error.instance_path[0]) if error.instance_path else ""
    path = "".join(step(part) for part in error.instance_path)
    details: dict[str, Any] = error.kind.as_dict()
    if error.kind.name == "required":
        missing: str = details["property"]
        yield place or missing, path + step(missing), "is missing."
    elif error.kind.name == "additionalProperties":
        for unknown in details["unexpected"]:
            yield place or unknown, path + step(unknown), "is not a property that a world has here."
    else:
        yield place, path, _message(error) + "."


def _message(error: ValidationError) -> str:
    details: dict[str, Any] = error.kind.as_dict()
    match error.kind.name:
        case "anyOf":
            return f"{_message(details['context'][0][0])}, or null"
        case "type":
            return f"must be of type {' or '.join(sorted(details['types'], key='null'.__eq__))}"
        case "format":
            return _FORMATS[details["format"]]
        case "pattern":
            return "must be 1 to 64 letters, digits, hyphens or underscores"
        case "minLength":
            return f"must have at least {details['limit']} character{'s' * (details['limit'] > 1)}"
        case "maxLength":
            return f"must have at most {details['limit']} characters"
        case "minItems":
            return "must have at least one entry"
        case "enum":
            return f"must be one of {', '.join(str(option or 'null') for option in details['options'])}"
        case "const":
            return "must be patchwork-world/1, the only format this version reads"
        case other:
            return f"does not fit world.schema.json ({other})"
