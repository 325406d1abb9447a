"""The services of a generated world: areas, types, agencies, agreements, practitioners, accounts."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from tests.proof.world_days import LONG_AGO, Days

Records = list[dict[str, Any]]
# Ids that a careless comparison takes for one another.
LOOK_ALIKE = ("l", "I", "1", "i", "L", "O", "0", "o", "-", "_", "--", "ll")
ORDINARY_KINDS = ("education", "housing", "early_help", "childrens_social_care", "camhs")
SENSITIVE_KINDS = ("domestic_abuse", "substance_misuse", "sexual_health")


class Services:
    """The services of one small world, drawn with the given dice; ids begin with `prefix`."""

    def __init__(self, prefix: str, days: Days, dice: Random) -> None:
        self._prefix, self._days, self._dice = prefix, days, dice
        self.areas = [{"id": f"{prefix}ar{end}", "name": "Borough"} for end in LOOK_ALIKE[:2]]
        self.types = self._types()
        self.agencies = [self._agency(end) for end in LOOK_ALIKE[:3]]
        self.agreements = [self._agreement(end) for end in LOOK_ALIKE[:2]]
        self.practitioners = [self._practitioner(end) for end in LOOK_ALIKE[:4]]
        self.accounts = self._accounts()

    def places(self) -> list[tuple[str, str]]:
        """Every pair of a practitioner and an agency that they work or worked for."""
        return [(one["id"], work["agency"]) for one in self.practitioners for work in one["works_for"]]

    def _types(self) -> Records:
        marks = [(False, False), (False, True), (True, False), (True, True)]
        return [
            {"code": f"{self._prefix}ty{end}", "label": "Support", "sensitive": sensitive, "always_findable": findable}
            for end, (sensitive, findable) in zip(LOOK_ALIKE, marks, strict=False)
        ]

    def _agency(self, end: str) -> dict[str, Any]:
        kinds = ORDINARY_KINDS if self._dice.random() < 0.75 else SENSITIVE_KINDS
        return {
            "id": f"{self._prefix}ag{end}",
            "name": f"Agency {self._prefix}{end}",
            "kind": self._dice.choice(kinds),
            "sector": "statutory",
            "status": self._dice.choice(("live",) * 10 + ("preparing", "suspended")),
            "phone": "01632 960000",
        }

    def _agreement(self, end: str) -> dict[str, Any]:
        begins, ends = self._days.beginning() or LONG_AGO, self._days.ending()
        signing = [agency for agency in self.agencies if self._dice.random() < 0.9]
        return {
            "id": f"{self._prefix}sa{end}",
            "name": "Sharing agreement",
            "from": begins.isoformat(),
            "to": ends.isoformat() if ends and ends > begins else None,
            "signatures": [
                {"agency": one["id"], "signed_on": (self._days.beginning() or LONG_AGO).isoformat()} for one in signing
            ],
        }

    def _practitioner(self, end: str) -> dict[str, Any]:
        agencies = self._dice.sample(self.agencies, self._dice.choice((1, 1, 2)))
        return {
            "id": f"{self._prefix}pr{end}",
            "name": f"Robin Ash {self._prefix}{end}",
            "email": f"robin.{end}@example.org",
            "works_for": [work for agency in agencies for work in self._employments(agency["id"])],
        }

    def _employments(self, agency: str) -> Records:
        """One spell at an agency, or one that ended with another after it, which may have begun today or tomorrow."""
        ends = self._days.ending() if self._dice.random() < 0.4 else None
        first = {"agency": agency, "from": LONG_AGO.isoformat(), "to": ends.isoformat() if ends else None}
        if not ends or ends > self._days.today or self._dice.random() < 0.5:
            return [first]
        again = self._days.today + timedelta(days=self._dice.choice((0, 1)))
        return [first, {"agency": agency, "from": again.isoformat(), "to": None}]

    def _accounts(self) -> Records:
        accounts: Records = []
        for number, (practitioner, agency) in enumerate(dict.fromkeys(self.places())):
            role = self._dice.choice(("practitioner",) * 9 + ("coordinator",) * 4 + ("auditor", "administrator"))
            accounts.append(self._account(number, role, agency, practitioner))
        loose = self._dice.choice(("coordinator",) * 6 + ("administrator", "auditor"))
        accounts.append(self._account(len(accounts), loose, self._dice.choice(self.agencies)["id"], None))
        return accounts

    def _account(self, number: int, role: str, agency: str, practitioner: str | None) -> dict[str, Any]:
        areas = [area["id"] for area in self.areas if self._dice.random() < 0.5]
        return {
            "id": f"{self._prefix}ac{LOOK_ALIKE[number]}",
            "username": f"{self._prefix}user{number}@example.org",
            "role": role,
            "practitioner": practitioner,
            "agency": agency,
            "areas": areas if role != "practitioner" or self._dice.random() < 0.3 else [],
            "status": "active" if self._dice.random() < 0.95 else "suspended",
        }
