"""The picture of who sees what of a family."""

# ruff: noqa: S314 - parses only what the code under test wrote
from __future__ import annotations

import itertools
import json
from xml.etree import ElementTree

from visualisations.access_graph import DrawnAccount, DrawnInvolvement, draw_access

SUPPORT = DrawnInvolvement("i1", "Leo Marsh", "Family support", "Ellie Brandon, Early Help", True)
TENANCY = DrawnInvolvement("i2", "Dawn Marsh", "Tenancy <old>", "Martin Shaw, Tidewater Homes", False)
MASKED = DrawnInvolvement(None, "Dawn Marsh", "", "", True)
ELLIE = DrawnAccount("a1", "Ellie Brandon", "g1", "Early Help", (("i1", "full"), ("i2", "agency")))
RUTH = DrawnAccount("a2", "Ruth Adeyemi", "g1", "Early Help", (("i1", "broker"),))
JAMES = DrawnAccount("a3", "James Whitlock", "g2", "Harbour School", (("i1", "full"),))
ALL = (SUPPORT, TENANCY, MASKED)


def test_levels_are_told_by_the_line_alone() -> None:
    drawn = draw_access((ELLIE, RUTH), ALL)
    kinds = {(edge["from"], edge["to"]): edge["kind"] for edge in drawn.network.edges}
    assert kinds == {
        ("agency-g1", "account-a1"): "works",
        ("agency-g1", "account-a2"): "works",
        ("account-a1", "involvement-i1"): "current",
        ("account-a1", "involvement-i2"): "dotted",
        ("account-a2", "involvement-i1"): "ended",
    }
    ElementTree.fromstring(drawn.svg)


def test_a_masked_service_has_no_name_and_no_edge() -> None:
    drawn = draw_access((ELLIE,), ALL)
    (masked,) = [node for node in drawn.nodes if node.id.startswith("masked")]
    assert masked.name == "Masked sensitive service, Dawn Marsh"
    assert masked.neighbours == ()


def test_the_order_of_the_accounts_does_not_matter() -> None:
    one, other = draw_access((ELLIE, RUTH, JAMES), ALL), draw_access((JAMES, RUTH, ELLIE), ALL)
    assert one.svg == other.svg
    assert json.dumps(one.network.nodes) == json.dumps(other.network.nodes)


def test_what_is_too_much_stands_in_the_table_only() -> None:
    works = [
        DrawnInvolvement(f"i{n:02}", f"Person {n // 5}", f"Work {n}", "Somebody, Somewhere", True) for n in range(45)
    ]
    sees = tuple((one.id or "", "full") for one in works)
    accounts = [DrawnAccount(f"a{n:02}", f"Worker {n}", f"g{n % 7}", f"Agency {n % 7}", sees) for n in range(33)]
    drawn = draw_access(accounts, works)
    assert drawn.left_out == (3, 5)
    assert drawn.statement == "3 more accounts and 5 more involvements are in the table only."
    for side in ("account-", "involvement-"):
        ys = [node.y for node in drawn.nodes if node.id.startswith(side)]
        assert min(after - before for before, after in itertools.pairwise(sorted(ys))) >= 36
        assert all(0 < y < drawn.view[3] for y in ys)


def test_nobody_sees_anything() -> None:
    ElementTree.fromstring(draw_access((), ()).svg)
