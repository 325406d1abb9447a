"""Pages of a draft, and what of a row reaches the paper: pure, without a database."""

from __future__ import annotations

from datetime import UTC, datetime

from app.subject_access.exemptions import EXEMPTIONS
from app.subject_access.items import Fact, Item, Section
from app.subject_access.paper import Paper, digest_of, paper_of, told_sections
from app.subject_access.preparing import PER_PAGE, Preparing
from app.subject_access.rulings import Rulings
from app.subject_access.wording import reason
from app.subject_access.work import Opened
from graph.subject_access import PersonName, ReportRow

LOOKS = Section(
    "direct", "Looks", tuple(Item(f"look:{one}", (Fact("When", str(one)),)) for one in range(2 * PER_PAGE + 1))
)
DETAILS = Section("details", "Details", (Item("fact:name", (Fact("Name", "Leo"),)),))


def _opened(*sections: Section) -> Opened:
    row = ReportRow("r", "x", "SAR", None, "draft", datetime.now(UTC), "a", None, None, None, None, None, False, [])
    return Opened(row, PersonName("x", "Leo", "Marsh"), sections, (), Rulings([]), None, False)


def test_looks_are_shown_page_by_page_and_the_rest_once() -> None:
    pages = [Preparing(_opened(DETAILS, LOOKS), page) for page in (1, 2, 3)]
    assert {one.pages for one in pages} == {3}
    assert [[section.code for section in one.sections] for one in pages] == [
        ["details", "direct"],
        ["direct"],
        ["direct"],
    ]
    shown = [item.key for one in pages for item in one.sections[-1].items]
    assert shown == [item.key for item in LOOKS.items]


def test_an_empty_section_reads_as_one_that_is_withheld() -> None:
    held = Section("bars", "Bars", (Item("bar:1", (Fact("What", "Barred"),), withheld="third_party"),))
    assert told_sections([held], Rulings([])) == told_sections([Section("bars", "Bars", ())], Rulings([]))


def test_an_exemption_is_said_once_and_without_a_number() -> None:
    decisions = [
        {"item": item.key, "told": False, "code": "crime", "said": True, "note": "n"} for item in LOOKS.items[:7]
    ]
    (section,) = told_sections([LOOKS], Rulings(decisions))
    assert len(section.rows) == len(LOOKS.items) - 7
    assert len(section.withheld) == 1
    assert "7" not in section.withheld[0]


def test_a_paper_is_kept_and_read_again_the_same() -> None:
    paper = Paper("SAR", "Zoë “Z” Ng", "", "now", told_sections([DETAILS, LOOKS], Rulings([])))
    assert paper_of(paper.stored()) == paper
    assert digest_of(paper.stored()) == digest_of(paper_of(paper.stored()).stored())


def test_exemptions_cite_the_act_and_no_code_is_used_twice() -> None:
    assert len({one.code for one in EXEMPTIONS}) == len(EXEMPTIONS)
    assert all(one.law.startswith("Data Protection Act 2018, Schedule ") for one in EXEMPTIONS)


def test_codes_of_a_purpose_are_put_into_words() -> None:
    assert reason("check: Yearly / sensitive services: concern: IG-2") == (
        "A planned check of who can see what: Yearly / sensitive services: A concern about somebody’s access: IG-2"
    )
    assert reason("Rang about a visit: urgent") == "Rang about a visit: urgent"
