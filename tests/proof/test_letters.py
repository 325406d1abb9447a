"""What is `none` for several accounts changes no byte of the mail and the notices that they get, whoever acts."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.driver import Database
from tests.proof.company import acted, companies
from tests.proof.effort import FULL, PAIRS_OF_WORLDS
from tests.proof.report import report
from tests.proof.unseen import first_difference


@pytest.mark.timeout(3600 if FULL else 300)
def test_what_is_hidden_changes_no_letter(app: Flask, connected_database: Database) -> None:
    for company in companies(PAIRS_OF_WORLDS):
        assert len(company.changes) > 30
        before = acted(connected_database, app, company, company.world)
        after = acted(connected_database, app, company, company.changed)
        assert before.of_others == after.of_others, "the others did not act alike, so that nothing can be compared"
        assert first_difference(before.answers, after.answers) == "", company.changes
        assert before.letters == after.letters, company.changes
        assert len({one.recipients for one in before.letters}) > 1, "too few mails to compare"
        report("mails compared between worlds that differ in what is hidden", len(before.letters))
        report("bytes of mails compared, none different", sum(len(one.content) for one in before.letters))
