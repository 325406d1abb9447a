"""The administrators' pages: accounts, practitioners, agencies, agreements, involvement types; never a family."""

from __future__ import annotations

from app.administration import (
    accounts,
    agencies,
    agreements,
    involvement_types,
    own_agency,
    practitioners,
    start,
    unanswered,
)
from app.administration.pages import blueprint

__all__ = [
    "accounts",
    "agencies",
    "agreements",
    "blueprint",
    "involvement_types",
    "own_agency",
    "practitioners",
    "start",
    "unanswered",
]
