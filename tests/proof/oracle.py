"""An independent oracle of visibility.md, written from that page alone: who may see which involvement, and whom.

The names are the page's; `v` is an account, `e` an involvement, `x` a person, each given by id. A property that is
missing never permits: of an involvement that may or may not be sensitive, neither is taken for granted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from tests.proof import oracle_consent
from tests.proof.facts import Facts, World, day_of, instant_of

PERMITS = (
    ("OWN", "full"),
    ("OWN_AGENCY", "full"),
    ("STATUTORY", "full"),
    ("AROUND_FAMILY", "full"),
    ("CONSENTED", "full"),
    ("COORDINATOR", "full"),
    ("BREAK_GLASS", "full"),
    ("FINDABLE", "agency"),
    ("BROKERED", "broker"),
)
BLOCKERS = (
    "SUSPENDED",
    "ROLE",
    "BARRED",
    "NO_AGREEMENT",
    "NOT_AROUND",
    "SHIELDED",
    "SENSITIVE",
    "CONSENT",
    "ENDED",
)
IDENTITY_REASONS = ("direct", "around", "opened", "broken", "coordinates", "holds", "shielded_grant", "with_broken")
_HIGHEST_FIRST = ("full", "agency", "broker")
_SENSITIVE_KINDS = {"domestic_abuse", "substance_misuse", "sexual_health"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the page says of one account and one involvement."""

    level: str
    reasons: tuple[str, ...]
    blockers: tuple[str, ...]


class Oracle:
    """The page applied to a world at an instant."""

    def __init__(self, world: World, instant: datetime) -> None:
        self.facts = Facts(world, instant)
        # Each word is asked again and again of the same few ids.
        for word in (self.active, self.live, self.standing, self.direct, self.around, self.granted, self.coordinates):
            setattr(self, word.__name__, cache(word))
        for word in (self.barred, self.consented, self.agreements_of):
            setattr(self, word.__name__, cache(word))

    # The account

    def active(self, v: str) -> bool:
        account = self.facts.accounts[v]
        agency, practitioner = account.get("agency"), account.get("practitioner")
        status = self.facts.agency_status(agency)
        at_work = practitioner is None or self.facts.works_for(practitioner, agency)
        return account.get("status") == "active" and status is not None and status != "suspended" and at_work

    def live(self, v: str) -> bool:
        return self.active(v) and self.facts.agency_status(self.facts.accounts[v].get("agency")) == "live"

    def standing(self, v: str) -> bool:
        return self.active(v) and self.facts.accounts[v].get("role") in ("practitioner", "coordinator")

    # The account and the person

    def direct(self, v: str, x: str) -> bool:
        account = self.facts.accounts[v]
        return any(
            e.get("agency") is not None
            and e["agency"] == account.get("agency")
            and self.facts.lies_in(e)
            and e.get("confirmed") is True
            for e in self.held(v, x)
        )

    def held(self, v: str, x: str) -> list:
        practitioner = self.facts.accounts[v].get("practitioner")
        return [e for e in self.facts.held_by[practitioner] if e["person"] == x] if practitioner else []

    def around(self, v: str, x: str) -> bool:
        return self.direct(v, x) or (self.live(v) and any(self.direct(v, y) for y in self.facts.together(x)))

    def opened(self, v: str, x: str) -> bool:
        return self.granted(v, x, "opened")

    def broken(self, v: str, x: str) -> bool:
        return self.granted(v, x, "break_glass")

    def granted(self, v: str, x: str, kind: str) -> bool:
        def holds(grant) -> bool:
            start, end = instant_of(grant.get("granted_at")), instant_of(grant.get("expires_at"))
            return start is not None and end is not None and start <= self.facts.instant < end

        grants = [one for one in self.facts.grants_of[v] if one["person"] == x and one.get("kind") == kind]
        return self.live(v) and self.standing(v) and any(holds(grant) for grant in grants)

    def coordinates(self, v: str, x: str) -> bool:
        account = self.facts.accounts[v]
        families = [self.facts.families[f] for f in self.facts.families_of[x]]
        areas = account.get("areas") or ()
        enrolled = any(f.get("programme") is True and f.get("area") in areas for f in families)
        return self.live(v) and account.get("role") == "coordinator" and enrolled

    def shielded(self, x: str) -> bool | None:
        return self.facts.people[x].get("shielded")

    def plain(self, x: str) -> bool:
        """Not shielded, for certain."""
        return self.shielded(x) is False

    def shut(self, v: str, x: str) -> bool:
        return self.shielded(x) is not False and not self.direct(v, x)

    def barred(self, v: str, x: str) -> bool:
        def human(account: str) -> str:
            return self.facts.accounts[account].get("practitioner") or f"nobody but {account}"

        return any(bar["account"] == v or human(bar["account"]) == human(v) for bar in self.facts.bars_of[x])

    # The account and the involvement

    def agreed(self, v: str, e: str) -> bool:
        mine, theirs = self.facts.accounts[v].get("agency"), self.facts.involvements[e].get("agency")
        if mine is None or theirs is None:
            return False
        both_live = self.facts.agency_status(mine) == "live" and self.facts.agency_status(theirs) == "live"
        return mine == theirs or (both_live and bool(self.agreements_of(mine) & self.agreements_of(theirs)))

    def agreements_of(self, agency: str) -> frozenset[str]:
        def signed(signature) -> bool:
            on = day_of(signature.get("signed_on"))
            return signature["agency"] == agency and on is not None and on <= self.facts.day

        in_force = [one for one in self.facts.agreements if self.facts.lies_in(one)]
        return frozenset(one["id"] for one in in_force if any(signed(s) for s in one["signatures"]))

    # The involvement

    def current(self, e: str) -> bool:
        return self.facts.lies_in(self.facts.involvements[e])

    def recent(self, e: str) -> bool:
        end = day_of(self.facts.involvements[e].get("to"))
        return end is not None and end <= self.facts.day < _years_later(end, 6)

    def ended_of_late(self, e: str) -> bool:
        end = day_of(self.facts.involvements[e].get("to"))
        return end is not None and end <= self.facts.day <= end + timedelta(days=90)

    def sensitive(self, e: str) -> bool | None:
        """None where a missing property leaves it open."""
        involvement = self.facts.involvements[e]
        kind = self.facts.agencies.get(involvement.get("agency") or "", {}).get("kind")
        code = involvement.get("type")
        # A type that nobody called ordinary is a sensitive one.
        of_type = None if code is None else self.facts.types.get(code, {}).get("sensitive") is not False
        of_agency = None if kind is None else kind in _SENSITIVE_KINDS
        marks = (involvement.get("sensitive"), of_type, of_agency)
        return True if True in marks else None if None in marks else False

    def always_findable(self, e: str) -> bool:
        code = self.facts.involvements[e].get("type") or ""
        return self.facts.types.get(code, {}).get("always_findable") is True

    def consented(self, e: str) -> bool:
        return self._decided(oracle_consent.consented, e)

    def refused(self, e: str) -> bool:
        return self._decided(oracle_consent.decided_against, e)

    def _decided(self, rule: Callable[..., bool], e: str) -> bool:
        involvement = self.facts.involvements[e]
        decisions = self.facts.consents_of[involvement["person"]]
        agency, sensitive = involvement.get("agency"), self.sensitive(e) is not False
        return rule(decisions, agency, sensitive=sensitive, instant=self.facts.instant)

    def basis_ok(self, e: str) -> bool:
        return self.facts.involvements[e].get("basis") not in (None, "consent") or self.consented(e)

    # Permits and blockers

    def verdict(self, v: str, e: str) -> Verdict:
        """The level, the permits that fired and, where the level is not full, the blockers."""
        x = self.facts.involvements[e]["person"]
        if self.facts.involvements[e].get("agency") is None:
            return Verdict("none", (), ())
        may = self.standing(v) and not self.barred(v, x)
        fired = [(name, level) for name, level in self._permits(v, e, x) if may]
        levels = [level for _, level in fired]
        level = next((one for one in _HIGHEST_FIRST if one in levels), "none")
        blockers = () if level == "full" else self._blockers(v, e, x)
        return Verdict(level, tuple(name for name, _ in fired), blockers)

    def _permits(self, v: str, e: str, x: str) -> list[tuple[str, str]]:
        involvement, account = self.facts.involvements[e], self.facts.accounts[v]
        agreed, shut = self.agreed(v, e), self.shut(v, x)
        sensitive, ordinary = self.sensitive(e) is True, self.sensitive(e) is False
        around, opened, broken = self.around(v, x), self.opened(v, x), self.broken(v, x)
        current, lately = self.current(e), self.current(e) or self.recent(e)
        mine = account.get("practitioner") is not None and account["practitioner"] == involvement["practitioner"]
        ours = account.get("agency") is not None and account["agency"] == involvement.get("agency")
        near = around or broken or (opened and ordinary)
        found = opened or (around and not shut)
        coordinates = self.coordinates(v, x) and self.plain(x)
        shared = ordinary and agreed and self.basis_ok(e)
        when = {
            "OWN": mine and lately,
            "OWN_AGENCY": ours and not shut and lately and near,
            "STATUTORY": self.always_findable(e) and ordinary and current and agreed and found,
            "AROUND_FAMILY": shared and around and not shut and lately,
            "CONSENTED": sensitive and agreed and around and not shut and self.consented(e) and lately,
            "COORDINATOR": shared and coordinates and lately,
            "BREAK_GLASS": broken and agreed and (current or self.ended_of_late(e)),
            "FINDABLE": shared and opened and self.plain(x) and current,
            "BROKERED": sensitive
            and agreed
            and around
            and not shut
            and not self.refused(e)
            and self.basis_ok(e)
            and current
            and involvement.get("broker") is not None,
        }
        levels = dict(PERMITS) | ({"STATUTORY": "agency"} if shut else {})
        return [(name, levels[name]) for name, _ in PERMITS if when[name]]

    def _blockers(self, v: str, e: str, x: str) -> tuple[str, ...]:
        sensitive, consented = self.sensitive(e), self.consented(e)
        coordinates = self.coordinates(v, x) and sensitive is False
        holds = {
            "SUSPENDED": not self.active(v),
            "ROLE": self.facts.accounts[v].get("role") not in ("practitioner", "coordinator"),
            "BARRED": self.barred(v, x),
            "NO_AGREEMENT": not self.agreed(v, e),
            "NOT_AROUND": not (self.around(v, x) or self.broken(v, x) or coordinates),
            "SHIELDED": self.shielded(x) is True and self.shut(v, x),
            "SENSITIVE": sensitive is True and not consented,
            "CONSENT": sensitive is False and self.facts.involvements[e].get("basis") == "consent" and not consented,
            "ENDED": not self.current(e),
        }
        return tuple(name for name in BLOCKERS if holds[name])

    # People

    def identity(self, v: str, x: str) -> str:
        """`full`, `restricted` or `none`."""
        reasons = self.identity_reasons(v, x)
        if not reasons:
            return "none"
        return "full" if reasons & {"direct", "around", "opened", "broken", "coordinates"} else "restricted"

    def identity_reasons(self, v: str, x: str) -> set[str]:
        """Which clauses of "People and family links" hold, by the names of IDENTITY_REASONS."""
        if not self.standing(v) or self.barred(v, x):
            return set()
        plain, opened, broken = self.plain(x), self.opened(v, x), self.broken(v, x)
        beside = self.facts.together(x) - {x}
        holds = {
            "direct": self.direct(v, x),
            "around": plain and self.around(v, x),
            "opened": plain and opened,
            "broken": plain and broken,
            "coordinates": plain and self.coordinates(v, x),
            "holds": any(self.facts.lies_in(e) for e in self.held(v, x)),
            "shielded_grant": self.shielded(x) is True and (opened or broken),
            "with_broken": plain and any(self.broken(v, y) and not self.barred(v, y) for y in beside),
        }
        return {name for name in IDENTITY_REASONS if holds[name]}


def _years_later(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28 if leap else day.day)
