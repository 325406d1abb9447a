"""The list of involvement types. One may become sensitive and never cease to be (visibility.md, "Words").

`default_basis` is what a form offers first; it is kept here alone and no part of an exported world.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from graph.administration.acting import Acting, NotInScope, acting_for_areas
from graph.administration.changes import Done, Refused, Stale, differences, version_of
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

BASES = ("public_task", "legal_obligation", "vital_interests", "consent")
_WORDS = {
    "label": "the label",
    "sensitive": "sensitive",
    "always_findable": "always findable",
    "default_basis": "the basis",
}


@dataclass(frozen=True, slots=True)
class TypeFacts:
    """What an administrator says of a type."""

    label: str
    sensitive: bool
    always_findable: bool
    default_basis: str | None


@dataclass(frozen=True, slots=True)
class InvolvementType:
    """A type of involvement."""

    code: str
    label: str
    sensitive: bool
    always_findable: bool
    default_basis: str | None
    administered_at: datetime | None

    @property
    def facts(self) -> TypeFacts:
        """What can be edited."""
        return TypeFacts(self.label, self.sensitive, self.always_findable, self.default_basis)

    @property
    def version(self) -> str:
        """See `version_of`."""
        return version_of(asdict(self))


_TYPES = read_query("administration/involvement_types", InvolvementType)
_SAVE = write_query("administration/save_involvement_type", Nothing)


def find_types(tx: Transaction, by: Acting) -> list[InvolvementType]:
    """Every type, by label; NotInScope for an administrator without areas."""
    acting_for_areas(by)
    return tx.run(_TYPES)


def find_type(tx: Transaction, by: Acting, code: str) -> InvolvementType:
    """One type; NotInScope where there is none."""
    for one in find_types(tx, by):
        if one.code == code:
            return one
    raise NotInScope


def create_type(tx: Transaction, by: Acting, code: str, facts: TypeFacts, moment: Moment) -> Done | None:
    """Add a type; Refused where the code or the label is in use. None where the very same is there already."""
    known = {one.code: one for one in find_types(tx, by)}
    if code in known and known[code].facts == facts:
        return None
    if code in known:
        raise Refused("There is a type with this code already: choose another code", "code")
    _refuse_confusion(facts, [*known.values()])
    return _save(tx, code, facts, moment)


def edit_type(tx: Transaction, by: Acting, code: str, facts: TypeFacts, version: str, moment: Moment) -> Done | None:
    """Change a type; Refused where it would cease to be sensitive, Stale where somebody changed it meanwhile."""
    found = find_type(tx, by, code)
    if found.facts == facts:
        return None
    if found.version != version:
        raise Stale(found.version, differences(asdict(found.facts), asdict(facts), _WORDS))
    if found.sensitive and not facts.sensitive:
        raise Refused("A sensitive type stays sensitive: families were promised so", "sensitive")
    _refuse_confusion(facts, [one for one in find_types(tx, by) if one.code != code])
    return _save(tx, code, facts, moment)


def _refuse_confusion(facts: TypeFacts, others: list[InvolvementType]) -> None:
    if facts.label.casefold() in {one.label.casefold() for one in others}:
        raise Refused("There is a type with this label already: choose another label", "label")
    if facts.sensitive and facts.always_findable:
        raise Refused("A sensitive type cannot be always findable: choose one of the two", "always_findable")


def _save(tx: Transaction, code: str, facts: TypeFacts, moment: Moment) -> Done:
    tx.run(_SAVE, code=code, record=asdict(facts), now=moment.now)
    words = ("sensitive" if facts.sensitive else "", "always_findable" if facts.always_findable else "")
    return Done((f"involvement_type:{code}",), " ".join([*filter(None, words), facts.default_basis or "no_basis"]))
