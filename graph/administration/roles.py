"""Which roles an account may be given, and what of it is raised and so waits for a second administrator.

visibility.md, "Who may change what": raising a role waits. A role of privacy officer or administrator is raised from
any other; so is every area that is added, and becoming a coordinator with areas: an administrator sees no family, a
coordinator those of their areas.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.administration.acting import Acting
from graph.administration.changes import Refused

ROLES = ("practitioner", "coordinator", "administrator", "auditor")
WITH_AREAS = frozenset({"coordinator", "administrator"})
_RANK = {"practitioner": 0, "coordinator": 1, "administrator": 2, "auditor": 2}


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its areas, which only coordinators and administrators have."""

    name: str
    areas: frozenset[str]


LOWEST = Role("practitioner", frozenset())


def asked_role(by: Acting, name: str, areas: set[str], before: Role) -> Role:
    """The role that an administrator asks for; Refused where it is not theirs to give.

    They add and take away their own areas alone: others that the account has stay while the role may have areas. An
    auditor sees every agency's trail, so that only administrators with areas make one.
    """
    if not areas <= set(by.areas):
        raise Refused("Choose among your own areas", "areas")
    if name == "auditor" and not by.areas and before.name != "auditor":
        raise Refused("Only an administrator with areas makes an auditor, who sees beyond your agency", "role")
    if name not in WITH_AREAS:
        return Role(name, frozenset())
    return Role(name, frozenset(areas | (before.areas - set(by.areas))))


def is_raised(before: Role, after: Role) -> bool:
    """Whether the change waits for a second administrator."""
    changed = before.name != after.name
    higher = changed and _RANK[after.name] >= max(_RANK[before.name], 1)
    sees_families = changed and after.name == "coordinator" and bool(after.areas)
    return higher or sees_families or bool(after.areas - before.areas)


def may_second(by: Acting, before: Role, after: Role) -> bool:
    """Whether an administrator could have asked for this themselves: otherwise they do not accept it either."""
    return after.areas - before.areas <= set(by.areas) and (after.name != "auditor" or bool(by.areas))
