"""Each kind of event that the code records has words on the trail's pages."""

from __future__ import annotations

import re
from pathlib import Path

from app.trail.kinds import KINDS, what

ROOT = Path(__file__).parents[3]
RECORDED = re.compile(
    r"\b(?:event_of_request|AuditEvent|_event|_change|change|officers_event)\(\s*(?:tx, )?(?:kind=)?\"([a-z_]+)\""
)


def recorded() -> set[str]:
    modules = [*ROOT.glob("app/**/*.py"), *ROOT.glob("graph/**/*.py")]
    return {kind for module in modules for kind in RECORDED.findall(module.read_text(encoding="utf-8"))}


def test_every_kind_that_is_recorded_has_words() -> None:
    found = recorded()
    assert {"team", "sign_in", "second_factor_failed", "break_glass", "go_live", "edit_agency", "bar"} <= found
    # An answer to a proposal is recorded by what was answered: accept_link, withdraw_membership and so on.
    assert found - {"answer"} <= set(KINDS)


def test_an_unknown_kind_is_told_by_its_own_name() -> None:
    assert what("looked_sideways") == "Looked sideways"
