"""The list of the policy's versions is complete, and the page shows it to whoever is signed in."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from app.policy.versions import policy_versions
from graph.driver import Database
from graph.policy import policy_version
from tests.app.accounts import make_account
from tests.app.page_client import PageClient


def test_the_rules_in_force_are_the_newest_of_the_list() -> None:
    newest = policy_versions()[0].fingerprint
    assert newest == policy_version(), (
        f"The visibility rules have changed. Put an entry on top of app/policy/versions.toml that says what changed, "
        f'with fingerprint = "{policy_version()}".'
    )


def test_each_version_says_once_what_changed_and_when() -> None:
    versions = policy_versions()
    fingerprints = [one.fingerprint for one in versions]
    assert len(set(fingerprints)) == len(fingerprints)
    assert all(re.fullmatch(r"[0-9a-f]{12}", one) for one in fingerprints)
    assert all(later.on >= earlier.on for later, earlier in pairwise(versions))
    assert all(one.changed.endswith(".") and len(one.changed) > 20 for one in versions)


@pytest.mark.parametrize("role", ["practitioner", "coordinator", "administrator", "auditor"])
def test_everybody_signed_in_reads_the_same_page(client_request: PageClient, database: Database, role: str) -> None:
    make_account(database, "somebody", role=role)
    client_request.sign_in_as("somebody")
    page = client_request.get("/policy").text
    assert policy_version() in page
    assert all(one.changed in page for one in policy_versions())
    assert 'class="footer__link" href="/policy"' in page


def test_nobody_else_reads_it(client_request: PageClient) -> None:
    client_request.get("/policy", status=303)
