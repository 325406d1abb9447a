"""Mutants that no world can find out, each with the reason why it means the same."""

from __future__ import annotations

EQUIVALENT: dict[str, str] = {}
