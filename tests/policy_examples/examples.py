"""What each rule decides about the Rowan family: the decisions that docs/visibility/examples.md tells of."""

from __future__ import annotations

from dataclasses import dataclass

Expected = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Example:
    """What one account sees around one person.

    decisions: for each involvement its level, and its reasons or, where the level is not full, its blockers; what is
    not listed is none. identities: of everybody in the family who is not none.
    """

    name: str
    account: str
    person: str
    decisions: Expected
    identities: dict[str, str]


_EVERYBODY = {"hana": "full", "rob": "full", "jay": "full", "poppy": "full"}

EXAMPLES = (
    Example(
        "around",
        "tom",
        "jay",
        {
            "tom-jay": ("full", "OWN OWN_AGENCY AROUND_FAMILY"),
            "nadia-jay": ("full", "STATUTORY AROUND_FAMILY"),
            "ama-jay": ("full", "AROUND_FAMILY"),
            "yan-jay": ("full", "AROUND_FAMILY"),
            "ben-hana": ("full", "AROUND_FAMILY"),
            "ivy-poppy": ("full", "AROUND_FAMILY"),
            "lise-rob": ("full", "CONSENTED"),
            "max-hana": ("broker", "SENSITIVE"),
            "gwen-kit": ("none", "SHIELDED"),
            "cal-poppy": ("none", "NO_AGREEMENT"),
            "dee-hana": ("none", "CONSENT"),
        },
        _EVERYBODY,
    ),
    Example(
        "opened",
        "uma",
        "jay",
        {
            "nadia-jay": ("full", "STATUTORY FINDABLE"),
            "ama-jay": ("agency", "NOT_AROUND"),
            "yan-jay": ("agency", "NOT_AROUND"),
            "tom-jay": ("agency", "NOT_AROUND"),
        },
        {"jay": "full"},
    ),
    Example(
        "emergency",
        "ed",
        "rob",
        {"lise-rob": ("full", "BREAK_GLASS")},
        {"rob": "full", "hana": "restricted", "jay": "restricted", "poppy": "restricted"},
    ),
    Example(
        "coordinator",
        "noor",
        "jay",
        {
            "nadia-jay": ("full", "COORDINATOR"),
            "ama-jay": ("full", "COORDINATOR"),
            "yan-jay": ("full", "COORDINATOR"),
            "tom-jay": ("full", "COORDINATOR"),
            "ben-hana": ("full", "COORDINATOR"),
            "ivy-poppy": ("full", "COORDINATOR"),
            "max-hana": ("none", "NOT_AROUND SENSITIVE"),
            "lise-rob": ("none", "NOT_AROUND"),
            "gwen-kit": ("none", "SHIELDED"),
        },
        _EVERYBODY,
    ),
    Example(
        "shielded",
        "gwen",
        "kit",
        {
            "gwen-kit": ("full", "OWN OWN_AGENCY AROUND_FAMILY"),
            "nadia-jay": ("full", "STATUTORY AROUND_FAMILY"),
            "ama-jay": ("full", "AROUND_FAMILY"),
            "yan-jay": ("full", "AROUND_FAMILY"),
            "tom-jay": ("full", "AROUND_FAMILY"),
            "ben-hana": ("full", "AROUND_FAMILY"),
            "ivy-poppy": ("full", "AROUND_FAMILY"),
            "lise-rob": ("full", "CONSENTED"),
            "max-hana": ("broker", "SENSITIVE"),
        },
        {**_EVERYBODY, "kit": "full"},
    ),
    Example("unsigned", "cal", "poppy", {"cal-poppy": ("full", "OWN OWN_AGENCY AROUND_FAMILY")}, _EVERYBODY),
    Example("unconfirmed", "yan", "jay", {"yan-jay": ("full", "OWN")}, {"jay": "restricted"}),
    Example("barred", "zoe", "jay", {"tom-jay": ("none", "BARRED NOT_AROUND")}, {}),
    Example("auditor", "officer", "jay", {"ama-jay": ("none", "ROLE NOT_AROUND")}, {}),
)
