"""The versions of the visibility rules, each with the day it came into force and what it changed, newest first.

They stand in versions.toml beside this module. A test fails where the fragment's fingerprint is not the newest one, so
that nobody changes the rules without saying what changed.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """fingerprint: what `graph.policy.policy_version` says of these rules; meaning: does anybody see more or less?"""

    fingerprint: str
    on: date
    meaning: bool
    changed: str


@cache
def policy_versions() -> tuple[PolicyVersion, ...]:
    """Every version, newest first."""
    listed = tomllib.loads(files("app.policy").joinpath("versions.toml").read_text("utf-8"))["version"]
    return tuple(PolicyVersion(**one) for one in listed)
