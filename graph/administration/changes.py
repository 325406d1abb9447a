"""What every change of an administrator tells: that it was done, or why not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made: what it touched (`account:ID`), and codes that say how; both for the audit trail."""

    objects: tuple[str, ...]
    codes: str | None = None
    kind: str | None = None
    """Another kind than the request's, where the request did something else than its page is about."""


class Refused(Exception):
    """A change that cannot be made; says why, and which field of the form it is about (empty: none)."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Stale(Refused):
    """Somebody changed the record after it was read for this form; `version` is the one that is stored now."""

    def __init__(self, version: str, differences: str = "") -> None:
        super().__init__(
            "Somebody changed this after you opened it, so nothing was saved. "
            f"{differences}Check what you typed, then send it again."
        )
        self.version = version


def version_of(facts: Mapping[str, Any]) -> str:
    """A short digest of a record as it was shown, for a form to carry: another one means that it was changed since."""
    return hashlib.sha256(json.dumps(dict(facts), sort_keys=True, default=str).encode()).hexdigest()[:20]


def id_from(account: str, key: str) -> str:
    """The id of what a form makes: the same for the same form of the same account, and never one that exists elsewhere.

    Whoever sends the form chooses `key` alone, so that they can neither name nor probe the id of another record.
    """
    return hashlib.sha256(f"{account}\n{key}".encode()).hexdigest()[:32]


def differences(now: Mapping[str, Any], wanted: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """In a sentence, what is stored now where it is not what was typed."""
    unlike = [f"{words[name]} is now “{value or 'empty'}”" for name, value in now.items() if value != wanted[name]]
    return "; ".join(unlike) + ". " if unlike else ""


def unlike(now: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are to change, with what they say now."""
    return {name: value for name, value in now.items() if value != wanted[name]}
