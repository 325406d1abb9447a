"""A subject access report: complete for the officer, nothing of others for the person, kept once it is released."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from uuid import uuid4

import pytest

from graph.audit import tail
from graph.driver import Database
from graph.subject_access import read_report
from tests.app.audit.family import AUDITOR, CARE_ADMINISTRATOR
from tests.app.page_client import PageClient
from tests.app.subject_access.conftest import BEGIN, REPORTS
from tests.app.subject_access.world import LEO, OTHERS, SENSITIVE, world
from tests.app.team.marsh_family import COORDINATOR, ELLIE

WITHHOLD = {"choice": "withhold", "exemption": "crime", "note": "The police ask for it"}
TELL = {"choice": "reasonable", "exemption": "", "note": "They live together"}


def text_of(page: str) -> str:
    """The words of a page's main part."""
    main = page[page.index("<main") : page.index("</main>")]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", main).split()))


def copy(client: PageClient, draft: str) -> str:
    """The report as the person reads it."""
    return text_of(client.get(f"{draft}/copy").text)


def test_everything_about_the_person_is_before_the_officer(officer: PageClient, unmasked: str) -> None:
    page = officer.get(unmasked).text
    text, keys = text_of(page), set(re.findall(r'name="item" value="([^"]+)"', page))
    family = world()
    leo = next(person for person in family["people"] if person["id"] == LEO)
    told = [leo[key] for key in ("given_name", "nhs_number", "upn", "local_id", "address", "postcode")]
    assert all(value in text for value in [*told, "Leonard Marsh", "14 March 2017", "Marsh", "Northwick"])
    held = {
        *(f"involvement:{one['id']}" for one in family["involvements"] if one["person"] == LEO),
        *(f"consent:{one['id']}" for one in family["consents"] if one["person"] == LEO),
        *(f"grant:{one['id']}" for one in family["grants"] if one["person"] == LEO),
        *(f"link:{one['id']}" for one in family["kinship"] if LEO in (one["from_person"], one["to_person"])),
        "bar:bar-leo",
        "membership:f-marsh:",
    }
    rows = {key for key in keys if key.split(":")[0] in {one.split(":")[0] for one in held} and "/" not in key}
    assert rows == held
    assert "public interest" in text
    assert "Reason of grant-leo" in text
    assert "Reason of grant-dawn" not in text
    assert "Hidden Recoveryworker" in text


def test_the_person_is_told_of_nobody_else_unless_somebody_decides(officer: PageClient, unmasked: str) -> None:
    paper = copy(officer, unmasked)
    assert not [name for name in OTHERS if name in paper]
    assert "Priya Nair, Child-protection social worker" in paper
    assert "A neighbour of the family" not in paper
    assert paper.count("We have nothing to tell you here.") == 3
    decide(officer, unmasked, ["link:k-00"], TELL)
    paper = copy(officer, unmasked)
    assert "Your parent Dawn Marsh" in paper
    assert "Shelagh" not in paper


def test_looks_are_direct_or_beside_somebody_else(officer: PageClient, draft: str) -> None:
    paper = copy(officer, draft)
    direct, beside = paper.split("Who looked at your record", 1)[1].split("Who saw you beside somebody else", 1)
    assert "Ellie Brandon Northwick Early Help Looked at the team around you" in direct
    assert "Because they work with you or your family" in direct
    assert "Looked at the team around somebody else, where you are shown" in beside
    assert "10.43am" in direct


@pytest.mark.parametrize(
    "key", ["involvement:i-priya-leo", "fact:nhs_number", "grant:grant-leo", "membership:f-marsh:"]
)
def test_a_withheld_row_is_nowhere_in_the_copy(officer: PageClient, draft: str, key: str) -> None:
    before = copy(officer, draft)
    told = {
        "involvement:i-priya-leo": "Child protection",
        "fact:nhs_number": "9434765919",
        "grant:grant-leo": "Reason of grant-leo",
        "membership:f-marsh:": "Northwick since",
    }
    word = told[key] if key != "membership:f-marsh:" else "families programme."
    assert word in before
    decide(officer, draft, [key], WITHHOLD)
    silent = copy(officer, draft)
    assert word not in silent
    assert "Schedule 2, paragraph 2" not in silent
    decide(officer, draft, [key], WITHHOLD | {"said": "y"})
    said = copy(officer, draft)
    assert word not in said
    assert said.count("Something is left out here") == 1
    assert "Data Protection Act 2018, Schedule 2, paragraph 2" in said


def test_a_withheld_name_is_withheld_wherever_it_stands(officer: PageClient, draft: str) -> None:
    assert copy(officer, draft).count("Ellie Brandon") >= 4
    decide(officer, draft, ["practitioner:p-ellie"], WITHHOLD)
    paper = copy(officer, draft)
    assert "Ellie" not in paper
    assert "Northwick Early Help" in paper


def test_a_reason_alone_can_be_withheld(officer: PageClient, draft: str) -> None:
    decide(officer, draft, ["grant:grant-leo/reason"], WITHHOLD)
    paper = copy(officer, draft)
    assert "Reason of grant-leo" not in paper
    assert "Opened your record with a reason" in paper


def test_a_shielded_relative_is_never_said_to_be_withheld(officer: PageClient, draft: str) -> None:
    before = copy(officer, draft)
    decide(officer, draft, ["link:k-sheltered"], WITHHOLD | {"said": "y"})
    assert copy(officer, draft) == before


def test_sensitive_services_stay_masked_until_a_second_purpose(officer: PageClient, draft: str) -> None:
    page = officer.get(draft).text
    assert not [word for word in SENSITIVE if word in page]
    assert "masked" in page
    answer = officer.post(f"{draft}/release", {"seen": seen_in(page)}, status=422)
    assert "There is a problem" in answer.text
    assert "Draft" in answer.text


def test_what_is_released_is_what_was_read_and_stays(
    officer: PageClient, unmasked: str, connected_database: Database
) -> None:
    page = officer.get(unmasked).text
    decide(officer, unmasked, ["fact:address"], WITHHOLD)
    officer.post(f"{unmasked}/release", {"seen": seen_in(page)}, status=422)
    page = officer.get(unmasked).text
    paper = copy(officer, unmasked)
    officer.post(f"{unmasked}/release", {"seen": seen_in(page)}, status=303)
    released = officer.get(f"{unmasked}/copy").text
    assert "3 Harbour Lane" not in released
    assert text_of(released).split("Looks up to")[1] == paper.split("Looks up to")[1]
    officer.post(f"{unmasked}/decide", {"item": ["fact:address"], **TELL}, status=422)
    officer.post("/access/purpose", {"code": "check", "note": "Another purpose, later"}, status=303)
    masked = officer.get(f"{unmasked}/copy").text
    assert not [word for word in SENSITIVE if word in masked]
    report = connected_database.read(lambda tx: read_report(tx, account="acc-ava", report=id_of(unmasked)))
    assert report is not None
    events = connected_database.read(lambda tx: tail(tx, 20))
    assert any(f"released:{report.digest}" in event.objects for event in events)
    assert not [name for name in ("Leo", "Harbour", "Ellie") if any(name in str(event.objects) for event in events)]


def test_a_corrected_report_takes_the_decisions_over(officer: PageClient, unmasked: str) -> None:
    decide(officer, unmasked, ["fact:address"], WITHHOLD)
    officer.post(f"{unmasked}/release", {"seen": seen_in(officer.get(unmasked).text)}, status=303)
    second = uuid4().hex
    answer = officer.post(f"{unmasked}/again", {"token": second}, status=303)
    assert answer.location == f"/access/subject-access/{second}"
    assert "3 Harbour Lane" not in copy(officer, str(answer.location))
    officer.post(f"{answer.location}/again", {"token": uuid4().hex}, status=404)


@pytest.mark.parametrize(
    "form",
    [
        {"item": [], **WITHHOLD},
        {"item": ["fact:address"], **WITHHOLD, "exemption": ""},
        {"item": ["fact:address"], **WITHHOLD, "exemption": "curiosity"},
        {"item": ["fact:address"], **WITHHOLD, "choice": "burn"},
        {"item": ["fact:address"], **WITHHOLD, "note": ""},
        {"item": ["fact:address"], **WITHHOLD, "note": "hidden\u202e direction"},
        {"item": ["fact:shoe_size"], **WITHHOLD},
        {"item": ["involvement:i-ellie-dawn"], **WITHHOLD},
    ],
)
def test_a_decision_that_is_none_changes_nothing(officer: PageClient, draft: str, form: dict[str, Any]) -> None:
    page = officer.post(f"{draft}/decide", form, status=422).text
    assert "There is a problem" in page
    assert form["note"] in page
    assert "3 Harbour Lane" in copy(officer, draft)


@pytest.mark.parametrize("form", [{"reference": ""}, {"reference": "<b>"}, {"requested": "tomorrow"}])
def test_a_report_needs_a_reference_and_a_day(officer: PageClient, form: dict[str, str]) -> None:
    page = officer.post(REPORTS, BEGIN | {"token": uuid4().hex} | form, status=422).text
    assert "There is a problem" in page


def test_beginning_twice_begins_one(officer: PageClient) -> None:
    form = BEGIN | {"reference": "SAR twice", "token": uuid4().hex}
    assert officer.post(REPORTS, form, status=303).location == officer.post(REPORTS, form, status=303).location
    assert officer.get(REPORTS).text.count("SAR twice") == 1


@pytest.mark.parametrize("username", [ELLIE, COORDINATOR, CARE_ADMINISTRATOR])
def test_nobody_but_an_auditor_finds_any_of_it(officer: PageClient, draft: str, username: str) -> None:
    officer.sign_in_as(username)
    absent = officer.get("/no/such/page", status=404)
    for address in (draft, f"{draft}/copy", REPORTS, f"/access/people/{LEO}/looks"):
        assert officer.get(address, status=404).data == absent.data
    for address in (f"{draft}/decide", f"{draft}/release", f"{draft}/again", REPORTS):
        officer.post(address, {"item": ["fact:address"], **WITHHOLD, **BEGIN}, status=404)


def test_what_is_not_there(officer: PageClient, draft: str) -> None:
    answers = [
        officer.get(address, status=404).data
        for address in (
            "/access/subject-access/nothing",
            "/access/subject-access/nothing/copy",
            "/access/people/nobody/subject-access",
            "/access/people/nobody/looks",
            f"{draft}?page=9",
        )
    ]
    assert len(set(answers)) == 1
    officer.post("/access/people/nobody/subject-access", BEGIN | {"token": uuid4().hex}, status=404)


def test_without_a_purpose_every_address_leads_to_the_form(officer: PageClient, draft: str) -> None:
    officer.sign_in_as(AUDITOR)
    for address in (draft, "/access/subject-access/nothing", f"/access/people/{LEO}/looks"):
        assert officer.get(address, status=303).location == f"/access/purpose?next={address}"


def test_each_act_is_recorded(officer: PageClient, draft: str, connected_database: Database) -> None:
    officer.get(draft)
    decide(officer, draft, ["fact:address"], WITHHOLD)
    decided, looked = connected_database.read(lambda tx: tail(tx, 3))[:2]
    assert {decided.kind, looked.kind} == {"subject_access"}
    assert decided.subject == looked.subject == LEO
    assert decided.objects == [f"report:{id_of(draft)}", "withheld:crime", "item:fact:address"]
    assert "i-priya-leo audit LISTED" in looked.entries
    assert "x-dawn" in looked.people


def decide(client: PageClient, draft: str, items: list[str], decision: dict[str, str]) -> None:
    """Keep one decision."""
    client.post(f"{draft}/decide", {"item": items, **decision}, status=303)


def id_of(draft: str) -> str:
    """The report's id."""
    return draft.rpartition("/")[2]


def seen_in(page: str) -> str:
    """The digest that the form of releasing holds."""
    found = re.search(r'name="seen" value="([0-9a-f]*)"', page)
    return found[1] if found else ""
