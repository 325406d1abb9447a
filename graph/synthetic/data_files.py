"""Reads the lists under `data/`, each once."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data(name: str) -> Any:
    """The content of `data/<name>.json`; treat it as constant."""
    return json.loads(files("graph.synthetic").joinpath("data", f"{name}.json").read_text("utf-8"))


@cache
def involvement_types() -> list[dict[str, Any]]:
    """The built-in code list of involvement types."""
    return json.loads(files("graph.worlds").joinpath("involvement_types.json").read_text("utf-8"))
