"""Mutants that no world can find out, each with the reason why it means the same.

`make mutate` fails for a survivor that is not here, and for one here that is killed or no longer made.
"""

from __future__ import annotations

_NEVER_NULL = "EXISTS answers true or false and never null, so that the default is never taken."
_REVIEWED = (
    (
        "person: direct ⊢ coalesce(EXISTS { MATCH (x)<-[held:INVOL … oday < held.to) }, false) → "
        "EXISTS { MATCH (x)<-[held:INVOLVED_WITH] … LL OR $today < held.to) }",
        _NEVER_NULL,
    ),
    ("person: direct ⊢ false → true", _NEVER_NULL),
    (
        "person: opened ⊢ AND standing → nothing",
        "Every permit and every identity asks for standing before it asks for opened, and no blocker asks for opened.",
    ),
    (
        "person: coordinates ⊢ coalesce(live AND v.role = 'coordinator' … .area IN v.areas), false) → "
        "live AND v.role = 'coordinator' AND any( … D family.area IN v.areas)",
        "Null permits nothing, as false; NOT_AROUND, the one blocker that asks for it, takes null for false by itself.",
    ),
    (
        "involvement: consented ⊢ gift.given AND → nothing",
        "What is not given is among the refusals, and none of them is earlier than itself: it never outweighs them.",
    ),
)
EQUIVALENT: dict[str, str] = dict(_REVIEWED)
