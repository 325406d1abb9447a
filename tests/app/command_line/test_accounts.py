"""`patchwork account`: the first administrator and passwords."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from graph.accounts import find_agencies
from graph.audit import tail
from graph.driver import Database
from graph.moment import Moment
from graph.password_hashing import password_matches
from graph.second_factor import NewFactor, set_up_second_factor
from graph.sessions import Credentials, begin_session, find_credentials, find_signed_in, new_token

Patchwork = Callable[..., Result]
PASSWORD = "a long enough passphrase"
AGENCY = "Northwick Early Help\nearly_help\nstatutory\n"


def credentials(database: Database, username: str) -> Credentials | None:
    return database.read(lambda tx: find_credentials(tx, username_key=username, moment=Moment.current()))


def test_the_first_administrator_is_made_with_their_agency(patchwork: Patchwork, database: Database) -> None:
    result = patchwork("account", "create", "--username", " Ola ", typed=f"{AGENCY}{PASSWORD}\n")
    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    made = credentials(database, "ola")
    assert made is not None
    assert (made.role, made.active) == ("administrator", True)
    assert password_matches(PASSWORD, made.password_hash)
    assert [agency.name for agency in database.read(lambda tx: find_agencies(tx, limit=9))] == ["Northwick Early Help"]
    events = database.read(lambda tx: tail(tx, 9))
    assert [(event.kind, event.purpose) for event in events] == [("create_account", f"account {made.account}")]


def test_with_agencies_there_one_is_chosen(patchwork: Patchwork, database: Database) -> None:
    patchwork("account", "create", "--username", "ola", typed=f"{AGENCY}{PASSWORD}\n")
    agency = database.read(lambda tx: find_agencies(tx, limit=1))[0].id
    refused = patchwork("account", "create", "--username", "second", typed=f"{PASSWORD}\n")
    assert refused.exit_code == 2
    assert agency in refused.output
    assert patchwork("account", "create", "--username", "second", "--agency", "no-such", typed=PASSWORD).exit_code == 2
    assert credentials(database, "second") is None
    made = patchwork("account", "create", "--username", "second", "--agency", agency, typed=PASSWORD)
    assert made.exit_code == 0, made.output


def test_a_username_in_use_changes_nothing(patchwork: Patchwork, database: Database) -> None:
    patchwork("account", "create", "--username", "ola", typed=f"{AGENCY}{PASSWORD}\n")
    before = credentials(database, "ola")
    agency = database.read(lambda tx: find_agencies(tx, limit=1))[0].id
    result = patchwork("account", "create", "--username", "OLA", "--agency", agency, typed="another long passphrase")
    assert result.exit_code == 1
    assert "Choose another" in result.output
    assert credentials(database, "ola") == before


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("ab", PASSWORD),
        ("o\x07la", PASSWORD),
        ("ola", "short"),
        ("ola", ""),
        ("ola", "x" * 201),
        ("ola", "ola-ola-ola-ola"),
    ],
)
def test_a_poor_username_or_password_makes_nothing(
    patchwork: Patchwork, database: Database, username: str, password: str
) -> None:
    result = patchwork("account", "create", "--username", username, typed=f"{AGENCY}{password}\n")
    assert result.exit_code == 2
    assert credentials(database, username) is None
    assert database.read(lambda tx: find_agencies(tx, limit=1)) == []


def test_a_new_password_signs_the_account_out(patchwork: Patchwork, database: Database) -> None:
    patchwork("account", "create", "--username", "ola", typed=f"{AGENCY}{PASSWORD}\n")
    before, token, moment = credentials(database, "ola"), new_token(), Moment.current()
    assert before is not None
    database.write(lambda tx: begin_session(tx, token=token, account=before.account, moment=moment))
    assert patchwork("account", "password", "Ola", typed="quite another passphrase\n").exit_code == 0
    after = credentials(database, "ola")
    assert after is not None
    assert password_matches("quite another passphrase", after.password_hash)
    assert database.write(lambda tx: find_signed_in(tx, token=token, moment=Moment.current())) is None


def test_a_password_for_nobody_is_refused(patchwork: Patchwork) -> None:
    result = patchwork("account", "password", "nobody", typed=f"{PASSWORD}\n")
    assert result.exit_code == 1
    assert "No account has that username" in result.output


def test_a_second_factor_is_reset(patchwork: Patchwork, database: Database) -> None:
    patchwork("account", "create", "--username", "ola", typed=f"{AGENCY}{PASSWORD}\n")
    made, token, moment = credentials(database, "ola"), new_token(), Moment.current()
    assert made is not None
    factor = NewFactor("salt", 1, ["hash"])
    database.write(
        lambda tx: set_up_second_factor(tx, account=made.account, replaces=None, factor=factor, moment=moment)
    )
    database.write(lambda tx: begin_session(tx, token=token, account=made.account, moment=moment))
    assert patchwork("account", "reset-second-factor", "OLA").output == "The second factor is reset.\n"
    found = credentials(database, "ola")
    assert (found is not None and found.has_second_factor) is False
    assert database.write(lambda tx: find_signed_in(tx, token=token, moment=moment)) is None
    assert "reset_second_factor" in [event.kind for event in database.read(lambda tx: tail(tx, 9))]
    assert patchwork("account", "reset-second-factor", "nobody").exit_code == 1
