"""What an account that works with somebody is told of decisions about consent, and of what another one would change.

A decision about no agency in particular; one about an agency of which it sees work with the person, or its own; one
that it recorded. The name of whoever recorded it, where their work with the person is shown. And what visibility.md
says of each colleague shown and each involvement of the person that is shown: a preview tells who sees more or less.
"""

from __future__ import annotations

from typing import Any

from tests.proof.oracle import Oracle, Verdict


def told_of_consent(oracle: Oracle, v: str, x: str) -> dict[str, Any]:
    """The decisions, and the positions of the colleagues; nothing to an account that does not work with the person."""
    if not oracle.direct(v, x) or not oracle.standing(v) or oracle.barred(v, x):
        return {}
    own = oracle.facts.accounts[v]
    shown = [e for e in oracle.facts.involvements_of[x] if oracle.verdict(v, e["id"]).level == "full"]
    agencies = {own["agency"], *(e["agency"] for e in shown)}
    practitioners = {own["practitioner"], *(e["practitioner"] for e in shown)}
    mine = own["practitioner"]
    return {
        "decisions": [
            {
                **one,
                "given_by": one.get("given_by") if one.get("recorded_by") == mine else None,
                "recorded_by": one.get("recorded_by") if one.get("recorded_by") in practitioners else None,
            }
            for one in sorted(oracle.facts.consents_of[x], key=lambda one: one["id"])
            if one.get("agency") in (None, *agencies) or one.get("recorded_by") == mine
        ],
        "positions": _positions(oracle, v, x, [e["id"] for e in shown]),
    }


def _positions(oracle: Oracle, v: str, x: str, shown: list[str]) -> dict[tuple[str, str], Verdict]:
    team = [
        e
        for y in oracle.facts.together(x)
        if oracle.identity(v, y) != "none"
        for e in oracle.facts.involvements_of[y]
        if oracle.current(e["id"]) and oracle.verdict(v, e["id"]).level == "full"
    ]
    known = {(e["practitioner"], e["agency"]) for e in team}
    colleagues = [c for c, one in oracle.facts.accounts.items() if (one["practitioner"], one["agency"]) in known]
    return {(c, e): oracle.verdict(c, e) for c in colleagues for e in shown}
