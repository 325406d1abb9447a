"""The pages about a family: drawn, supposed, and compared; each look recorded, and nothing left of a supposition."""

from __future__ import annotations

import re
from datetime import timedelta
from io import StringIO

import pytest

from app.audit import family_looks
from graph.access import accounts_named, decide_for_accounts, involvements_named
from graph.audit import tail
from graph.driver import Database, Transaction
from graph.moment import Moment
from graph.what_if import Supposition, what_if
from graph.worlds.exporting import export_world
from tests.app.audit.reading import select_rows, state_second_purpose, statements_of, text_of
from tests.app.page_client import PageClient
from tests.app.team.marsh_family import NOW

FAMILY = "/access/people/x-leo"
PATIENCE = timedelta(minutes=4)
"""For a server that plans each statement anew after the store was emptied."""


def test_the_start_asks_the_questions_and_leads_to_them(auditor_once: PageClient) -> None:
    page = auditor_once.get("/access").text
    for address in ("/access/find?to=what-if", "/access/find?to=difference", "/access/accounts"):
        assert f'href="{address}"' in page
        auditor_once.get(address)
    found = auditor_once.post("/access/find", {"name": "Leo Marsh", "born": "2017", "to": "what-if"}).text
    assert re.findall(r'href="(/access/people/[^"]+)"', found) == ["/access/people/x-leo/what-if"]


def test_why_one_account_sees_it_and_another_not(auditor_once: PageClient, audited_once: Database) -> None:
    page = text_of(auditor_once.get(f"{FAMILY}/difference?one=acc-ellie&other=acc-farouk").text)
    assert "Ellie Brandon, Northwick Early Help sees 13 and Farouk Unsigned, Unsigned Help Service sees 1." in page
    assert "Because Ellie Brandon works with Dawn" in page
    assert "Unsigned Help Service and Tidewater Homes have not both signed a sharing agreement in force." in page
    event = audited_once.read(lambda tx: tail(tx, 1))[0]
    assert (event.kind, event.subject, event.objects) == (
        "view_access",
        "x-leo",
        ["account:acc-ellie", "account:acc-farouk"],
    )
    hidden = text_of(auditor_once.get(f"{FAMILY}/difference?one=acc-ellie&other=acc-olive").text)
    assert "Nothing is told of This account yet" in hidden
    state_second_purpose(auditor_once)
    told = text_of(auditor_once.get(f"{FAMILY}/difference?one=acc-ellie&other=acc-olive").text)
    assert "Olive Stranger works with nobody in Dawn’s family. NOT_AROUND" in told


def test_the_same_account_on_another_day(auditor_once: PageClient) -> None:
    page = text_of(auditor_once.get(f"{FAMILY}/difference?one=acc-ellie&on=1+March+2026").text)
    assert "on 1 March 2026 sees 0" in page
    assert "Ellie Brandon works with nobody in Leo’s family. NOT_AROUND" in page
    assert "Enter one day" in auditor_once.get(f"{FAMILY}/difference?one=acc-ellie&on=2026", status=422).text


SUPPOSED = (
    ("change=agreement_ended&agreement=agreement", "From everything to nothing"),
    ("change=suspended&account=acc-ellie", "The account is suspended. SUSPENDED"),
    ("change=moved&account=acc-ellie&agency=a-homes", "Ellie Brandon works with nobody in Leo’s family."),
    ("change=barred&account=acc-ellie&person=x-leo", "A conflict of interest bars Ellie Brandon from Leo’s record."),
    ("change=shielded&person=x-dawn", "Dawn’s record is shielded, and Priya Nair does not work with Dawn directly."),
    ("change=consent_withdrawn&person=x-dawn", "From a broker alone to nothing"),
    ("change=consent_given&person=x-dawn", "From a broker alone to everything"),
)


def test_each_supposition_is_answered_recorded_and_leaves_nothing(
    auditor_once: PageClient, audited_once: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(family_looks, "LOCKED_AT_MOST", PATIENCE)
    state_second_purpose(auditor_once)
    before = _everything(audited_once)
    for asked, said in SUPPOSED:
        page = text_of(auditor_once.get(f"{FAMILY}/what-if?{asked}").text)
        assert said in page, f"{asked}: {page}"
        assert "would see less" in page
        event = audited_once.read(lambda tx: tail(tx, 1))[0]
        assert (event.kind, event.subject) == ("what_if", "x-leo")
        assert event.purpose
    assert _everything(audited_once) == before


@pytest.mark.parametrize(
    "asked",
    [
        "change=everything",
        "change=shielded",
        "change=shielded&person=x-neil",
        "change=suspended&account=acc-ray",
        "change=suspended&account=no-such",
        "change=moved&account=acc-corin&agency=a-homes",
    ],
)
def test_only_what_is_offered_can_be_supposed(auditor_once: PageClient, asked: str) -> None:
    assert "There is a problem" in auditor_once.get(f"{FAMILY}/what-if?{asked}", status=422).text


def test_nobody_else_reads_a_supposition_and_it_is_what_the_fragment_decides(audited_once: Database) -> None:
    now = Moment.current()
    ids = audited_once.read(lambda tx: involvements_named(tx, [], ["x-leo", "x-dawn"]))[::3]
    accounts = audited_once.read(lambda tx: accounts_named(tx, []))

    def decisions(tx: Transaction) -> dict[tuple[str, str], tuple[str, list[str]]]:
        rows = [row for id_ in ids for row in decide_for_accounts(tx, involvement=id_, accounts=accounts, moment=now)]
        return {(row.account, row.involvement): (row.level, row.reasons) for row in rows}

    before = audited_once.read(decisions)

    def inside(tx: Transaction) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        supposed = Supposition("shielded", person="x-leo")
        people = ["x-leo", "x-dawn"]
        told = what_if(tx, supposed, account="acc-ava", people=people, involvements=ids, unmasked=people, moment=now)
        # The change stands in this transaction alone: another reader is neither held up nor told.
        assert audited_once.read(decisions) == before
        after = decisions(tx)
        return {(one.after.account, one.after.involvement) for one in told}, {
            pair for pair in after if after[pair] != before[pair]
        }

    told, changed = audited_once.suppose(inside, within=PATIENCE)
    assert told == changed
    assert told
    assert audited_once.read(decisions) == before


def test_the_picture_and_its_table(auditor_once: PageClient) -> None:
    page = auditor_once.get(f"{FAMILY}/graph").text
    assert "Sensitive service" in page
    assert "Fresh Start" not in text_of(page)
    assert 'data-from="account-acc-ellie" data-to="involvement-i-martin-dawn"' in page
    assert select_rows(page, "row-account-") == ["acc-priya", "acc-ellie", "acc-corin", "acc-farouk"]
    own = auditor_once.get(f"{FAMILY}/graph?reason=OWN").text
    assert 'data-to="involvement-i-martin-dawn"' not in own
    assert select_rows(own, "row-account-") == ["acc-priya", "acc-ellie", "acc-farouk"]


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/access/involvements/i-martin-dawn", 12),
        (f"{FAMILY}/graph", 9),
        (f"{FAMILY}/difference?one=acc-ellie&other=acc-priya", 11),
        (f"{FAMILY}/what-if?change=shielded&person=x-leo", 18),
        ("/access/accounts/acc-ellie", 10),
        ("/access/accounts/acc-ellie/people/x-leo/team", 10),
    ],
)
def test_so_many_statements_a_page_at_most(
    auditor_once: PageClient, monkeypatch: pytest.MonkeyPatch, address: str, most: int
) -> None:
    monkeypatch.setattr(family_looks, "LOCKED_AT_MOST", PATIENCE)
    statements = statements_of(monkeypatch)
    auditor_once.get(address)
    assert 3 < len(statements) <= most, statements


@pytest.mark.parametrize("page", ["", "/graph", "/what-if", "/difference"])
def test_nobody_there(auditor_once: PageClient, page: str) -> None:
    auditor_once.get(f"/access/people/nobody{page}", status=404)


def _everything(database: Database) -> str:
    """The whole area, as an export writes it."""
    out = StringIO()
    database.write(lambda tx: export_world(tx, out, Moment.at(NOW), lines=True))
    return out.getvalue()
