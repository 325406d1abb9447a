"""Names of the communities of an English county: invented pairings of common given and family names."""

from dataclasses import dataclass
from typing import Any

from graph.synthetic.data_files import data
from graph.synthetic.dice import Dice, table

Gender = str


@dataclass(frozen=True, slots=True)
class Community:
    """Names that go together, and how often (per cent) they are written in another way."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    family: tuple[str, ...]
    own_surname: tuple[str, ...]
    feminine: tuple[tuple[str, str], ...]
    variants: float
    mononym: float
    family_first: float

    def given(self, dice: Dice, gender: Gender) -> str:
        """A given name."""
        return dice.one(self.female if gender == "female" else self.male)

    def surname(self, dice: Dice) -> str:
        """A family name as a man of the family bears it; now and then double-barrelled."""
        name = dice.one(self.family)
        return f"{name}-{dice.one(self.family)}" if dice.likely(0.025) and " " not in name and "-" not in name else name

    def borne_by(self, dice: Dice, surname: str, gender: Gender) -> str:
        """The family's name as this person bears it: Kowalski's daughter is Kowalska; some women keep their own."""
        if gender != "female":
            return surname
        if self.own_surname and dice.likely(0.4):
            return dice.one(self.own_surname)
        for masculine, feminine in self.feminine:
            if surname.endswith(masculine):
                return surname.removesuffix(masculine) + feminine
        return surname


def _split(text: str | list[str]) -> tuple[str, ...]:
    return tuple(text.split(", ")) if isinstance(text, str) else tuple(text)


def _community(row: dict[str, Any]) -> Community:
    return Community(
        female=_split(row["female"]),
        male=_split(row["male"]),
        family=_split(row["family"]),
        own_surname=_split(row.get("own_surname", [])),
        feminine=tuple((masculine, feminine) for masculine, feminine in row.get("feminine", [])),
        variants=row["variants"] / 100,
        mononym=row.get("mononym", 0) / 100,
        family_first=row.get("family_first", 0) / 100,
    )


class Names:
    """All communities, and the other spellings, transliterations and nicknames of a name."""

    __slots__ = ("_spellings", "communities")

    def __init__(self) -> None:
        lists = data("names")
        self.communities = table([(_community(row), row["weight"]) for row in lists["communities"]])
        self._spellings: dict[str, list[str]] = lists["spellings"]

    def also_known_as(self, dice: Dice, community: Community, given: str, family: str) -> list[str]:
        """How else the person is written, if at all."""
        others: list[str] = []
        if community.family_first and dice.likely(community.family_first):
            others.append(f"{family} {given}")
        if dice.likely(community.variants * 2):
            other = self._other(dice, given), self._other(dice, family)
            if other != (given, family):
                others.append(" ".join(other))
        return others

    def _other(self, dice: Dice, name: str) -> str:
        spellings = self._spellings.get(name)
        return dice.one(spellings) if spellings else name
