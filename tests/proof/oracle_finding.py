"""The rules of "Finding someone" and the team as listed, from visibility.md and team.schema.json."""

from __future__ import annotations

from dataclasses import dataclass

from tests.proof.oracle import Oracle


@dataclass(frozen=True, slots=True)
class Listed:
    """Everything a team page lists, as ids."""

    people: tuple[tuple[str, str], ...]
    families: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[str, ...]
    involvements: tuple[tuple[str, tuple[str, ...]], ...]
    agencies: tuple[tuple[str, str], ...]
    brokers: tuple[tuple[str, str], ...]


def openable(oracle: Oracle, v: str, x: str) -> str | None:
    """`full`, `findable`, `guarded` (shielded, and opening would give something), or None."""
    if oracle.identity(v, x) == "full":
        return "full"
    if not oracle.live(v) or not oracle.standing(v) or oracle.barred(v, x):
        return None
    met = [one["id"] for one in oracle.facts.involvements_of[x]]
    met = [e for e in met if oracle.sensitive(e) is False and oracle.current(e) and oracle.agreed(v, e)]
    if oracle.plain(x):
        return "findable" if any(oracle.basis_ok(e) or oracle.always_findable(e) for e in met) else None
    guarded = oracle.shielded(x) is True and any(oracle.always_findable(e) for e in met)
    return "guarded" if guarded else None


def listed_team(oracle: Oracle, v: str, subject: str) -> Listed | None:
    """The team around a person as an account's page lists it; None where the account may not see the person."""
    facts = oracle.facts
    if oracle.identity(v, subject) == "none":
        return None
    people = {x: oracle.identity(v, x) for x in facts.together(subject)}
    people = {x: identity for x, identity in people.items() if identity != "none"}
    full = {x for x, identity in people.items() if identity == "full"}
    families = sorted(facts.families_of[subject]) if subject in full else []
    verdicts = {e["id"]: oracle.verdict(v, e["id"]) for x in people for e in facts.involvements_of[x]}
    met = {level: [e for e in verdicts if verdicts[e].level == level] for level in ("full", "agency", "broker")}
    near = {(_of(oracle, e, "agency"), _of(oracle, e, "person")) for e in met["full"]}
    agencies = {(_of(oracle, e, "agency"), _of(oracle, e, "person")) for e in met["agency"]} - near
    brokers = {(_of(oracle, e, "broker"), _of(oracle, e, "person")) for e in met["broker"]}
    return Listed(
        people=tuple(sorted(people.items())),
        families=tuple((family, tuple(sorted(full & facts.members_of[family]))) for family in families),
        links=tuple(sorted(k["id"] for k in facts.kinship if {k["from_person"], k["to_person"]} <= full)),
        involvements=tuple(sorted((e, verdicts[e].reasons) for e in met["full"])),
        agencies=tuple(sorted(agencies)),
        brokers=tuple(sorted(brokers)),
    )


def _of(oracle: Oracle, e: str, key: str) -> str:
    return oracle.facts.involvements[e][key]


def breakable(oracle: Oracle, v: str, x: str) -> bool:
    """Whether breaking the glass on this person would give something."""
    met = [one["id"] for one in oracle.facts.involvements_of[x] if oracle.agreed(v, one["id"])]
    may = oracle.live(v) and oracle.standing(v) and not oracle.barred(v, x)
    return may and any(oracle.current(e) or oracle.ended_of_late(e) for e in met)
