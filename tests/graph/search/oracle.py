"""Who may be found by whom, from visibility.md alone, over a world and the identities expected in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.moment import Moment

Record = dict[str, Any]
SENSITIVE_KINDS = ("domestic_abuse", "substance_misuse", "sexual_health")


def _in_force(record: Record, day: date) -> bool:
    begun = record.get("from") is None or date.fromisoformat(record["from"]) <= day
    return begun and (record.get("to") is None or day < date.fromisoformat(record["to"]))


@dataclass(frozen=True)
class Oracle:
    """The rules over one world at one moment; `identities` by (account, person)."""

    world: Record
    identities: dict[tuple[str, str], str]
    moment: Moment

    def find(self, kind: str, id_: str) -> Record:
        """A record by its list and id."""
        key = "code" if kind == "involvement_types" else "id"
        return next(one for one in self.world[kind] if one[key] == id_)

    def known_to(self, account: Record, person: Record, *, statutory_only: bool = False) -> bool:
        """Whether some involvement makes the person findable, or would give something by STATUTORY."""
        if not self.live(account) or account["role"] not in ("practitioner", "coordinator"):
            return False
        if self.barred(account, person):
            return False
        return any(
            self._makes_known(account, one, statutory_only)
            for one in self.world["involvements"]
            if one["person"] == person["id"]
        )

    def live(self, account: Record) -> bool:
        """`live(v)`."""
        employed = account.get("practitioner") is None or any(
            work["agency"] == account["agency"] and _in_force(work, self.moment.today)
            for work in self.find("practitioners", account["practitioner"])["works_for"]
        )
        agency = self.find("agencies", account["agency"])
        return account["status"] == "active" and employed and agency["status"] == "live"

    def barred(self, account: Record, person: Record) -> bool:
        """`barred(v,x)`."""
        barred = [self.find("accounts", bar["account"]) for bar in self.world["bars"] if bar["person"] == person["id"]]
        return any(
            one["id"] == account["id"] or (one.get("practitioner") and one["practitioner"] == account["practitioner"])
            for one in barred
        )

    def _makes_known(self, account: Record, one: Record, statutory_only: bool) -> bool:
        always = self.find("involvement_types", one["type"]).get("always_findable", False)
        if self._sensitive(one) or not _in_force(one, self.moment.today) or not self._agreed(account, one):
            return False
        return always or (not statutory_only and (one["basis"] != "consent" or self._consented(one)))

    def _sensitive(self, one: Record) -> bool:
        kind = self.find("agencies", one["agency"])["kind"]
        of_type = self.find("involvement_types", one["type"]).get("sensitive", False)
        return of_type or one.get("sensitive", False) or kind in SENSITIVE_KINDS

    def _agreed(self, account: Record, one: Record) -> bool:
        if account["agency"] == one["agency"]:
            return True
        pair = {account["agency"], one["agency"]}
        if any(self.find("agencies", id_)["status"] != "live" for id_ in pair):
            return False
        day = self.moment.today
        return any(
            pair <= {mark["agency"] for mark in agreement["signatures"] if date.fromisoformat(mark["signed_on"]) <= day}
            for agreement in self.world["agreements"]
            if _in_force(agreement, day)
        )

    def _consented(self, one: Record) -> bool:
        """`consented(e)` of an involvement that is not sensitive."""
        decisions = [self._decision(consent) for consent in self.world["consents"] if self._applies(consent, one)]
        own = [decision for decision in decisions if decision[3]]
        counted = own or decisions
        against = [(at, agency) for given, at, agency, _ in counted if not given]
        return any(
            all(at < since and (agency is not None or not named) for at, named in against)
            for given, since, agency, _ in counted
            if given
        )

    def _applies(self, consent: Record, one: Record) -> bool:
        recorded = datetime.fromisoformat(consent["recorded_at"]) <= self.moment.now
        return consent["person"] == one["person"] and recorded and consent.get("agency") in (None, one["agency"])

    def _decision(self, consent: Record) -> tuple[bool, datetime, str | None, bool]:
        """Given or not, since when, for which agency, the person's own or not."""
        expires = datetime.fromisoformat(consent["expires_at"]) if consent.get("expires_at") else None
        lapsed = consent["decision"] == "given" and expires is not None and expires <= self.moment.now
        since = expires if lapsed and expires else datetime.fromisoformat(consent["recorded_at"])
        given = consent["decision"] == "given" and not lapsed
        return given, since, consent.get("agency"), consent["giver"] == "self"
