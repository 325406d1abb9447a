"""Sentences that must read the same wherever they stand."""

from __future__ import annotations

OTHERS_MAY_BE_INVOLVED = "Others may be involved who cannot be shown."
"""visibility.md, "Levels": on every team page, print-out and export, always in these words."""

OTHERS_MAY_BE_INVOLVED_MEANING = (
    "This page shows what you are entitled to see today. "
    "An empty place here does not mean that nobody is working with somebody."
)
