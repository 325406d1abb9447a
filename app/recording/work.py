"""The recorder's own work with a new client, on the basis that is usual for its kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from graph.own_involvement import Basis
from graph.recording import NewWork, WorkType


def usual_work(
    types: Iterable[WorkType],
    code: str,
    *,
    role: str | None,
    since: date,
    basis: str | None = None,
    sensitive: bool = False,
    lead: bool = False,
) -> NewWork:
    """Work of one kind; without a `basis` on the one that the code list has for it."""
    usual = next((one.default_basis for one in types if one.code == code), None)
    chosen = cast(Basis, basis or usual or "public_task")
    return NewWork(type=code, role=role or None, from_=since, basis=chosen, sensitive=sensitive, lead=lead)
