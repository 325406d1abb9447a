"""What the recording pages call family ties and bases."""

from __future__ import annotations

from graph.recording import Tie

TIES: dict[str, tuple[str, Tie | None, str | None]] = {
    "mother": ("Mother", Tie("parent_of", "birth"), "female"),
    "father": ("Father", Tie("parent_of", "birth"), "male"),
    "adoptive_parent": ("Adoptive parent", Tie("parent_of", "adoptive"), None),
    "step_parent": ("Step-parent", Tie("parent_of", "step"), None),
    "foster_carer": ("Foster carer", Tie("carer_of", "foster"), None),
    "carer": ("Another carer", Tie("carer_of"), None),
    "brother": ("Brother", Tie("sibling_of"), "male"),
    "sister": ("Sister", Tie("sibling_of"), "female"),
    "half_sibling": ("Half-brother or half-sister", Tie("sibling_of", "half"), None),
    "son": ("Son", Tie("parent_of", "birth", reverse=True), "male"),
    "daughter": ("Daughter", Tie("parent_of", "birth", reverse=True), "female"),
    "grandmother": ("Grandmother", Tie("grandparent_of"), "female"),
    "grandfather": ("Grandfather", Tie("grandparent_of"), "male"),
    "grandchild": ("Grandchild", Tie("grandparent_of", reverse=True), None),
    "partner": ("Partner", Tie("partner_of"), None),
    "other_relative": ("Another relative", Tie("other_relative_of"), None),
    "household": ("Lives with them, not a relative", None, None),
}
"""By code: the words, the tie, and the gender that the words tell; None where they tell none."""

_NOBODY_APPROVES = (
    "Nobody has to approve it: tell the family that you record it. "
    "Those who work with the family see it, under the agencies’ sharing agreement."
)
BASIS_SENTENCES = {
    "public_task": f"Its basis is a public task. {_NOBODY_APPROVES}",
    "legal_obligation": f"Its basis is that the law obliges you. {_NOBODY_APPROVES}",
    "vital_interests": f"Its basis is that it protects somebody’s life. {_NOBODY_APPROVES}",
    "consent": "Its basis is consent. The family has to agree: until then no other agency sees it.",
}
SENSITIVE_SENTENCE = (
    "A sensitive service. The person has to agree: nobody of another agency sees it until consent that includes "
    "sensitive services is recorded."
)
