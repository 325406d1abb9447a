"""What somebody sees when something goes wrong."""

from __future__ import annotations

import pytest
from flask import Flask, abort, request
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue

from app.application import create_app
from app.permissions import Permission, permission_required
from config.settings import Settings
from graph.driver import Database
from graph.embedded.supervisor import ServerAddress
from tests.app.accounts import make_account
from tests.app.page_check import check_answer
from tests.app.page_client import PageClient
from tests.relay import Relay


@pytest.fixture
def faulty_app(database: Database, settings: Settings) -> Flask:
    """The application, with pages that fail."""
    app = create_app(database, settings)

    @app.route("/fails/<int:status>", methods=["GET", "POST"])
    @permission_required(Permission.PUBLIC)
    def fails(status: int) -> ResponseReturnValue:
        if status == 500:
            raise ValueError("Leo Marsh")
        abort(status)

    @app.post("/reads-form")
    @permission_required(Permission.PUBLIC)
    def reads_form() -> ResponseReturnValue:
        return str(len(request.form))

    return app


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 418, 500])
def test_each_fault_has_a_page_that_says_what_to_do(faulty_app: Flask, database: Database, status: int) -> None:
    page = PageClient(faulty_app, database).get(f"/fails/{status}", status=status)
    assert page.mimetype == "text/html"
    assert page.text.count("<p>") >= 2


def test_a_fault_of_the_program_tells_no_name_on_the_page_or_in_the_log(
    faulty_app: Flask, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    page = PageClient(faulty_app, database).get("/fails/500", status=500)
    logged = capsys.readouterr()
    assert "Leo" not in page.text + logged.out + logged.err
    assert "ValueError" in logged.out + logged.err
    assert page.text.split("<code>")[1].split("</code>")[0] in logged.out + logged.err


def test_an_address_that_is_absent_reads_the_same_for_everybody(faulty_app: Flask, database: Database) -> None:
    make_account(database, "ellie")
    client = PageClient(faulty_app, database)
    before = client.get("/no/such/page", status=404)
    client.sign_in_as("ellie")
    after = client.get("/nor/this", status=404)
    assert (before.data, before.headers) == (after.data, after.headers)


def test_a_method_that_is_not_offered_names_those_that_are(faulty_app: Flask, database: Database) -> None:
    answer = PageClient(faulty_app, database).get("/reads-form", status=405)
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_a_form_that_is_too_large_is_refused(faulty_app: Flask, database: Database) -> None:
    PageClient(faulty_app, database).post("/reads-form", {"text": "x" * 1_100_000}, status=413)


def test_json_faults_are_json(faulty_app: Flask, database: Database) -> None:
    assert PageClient(faulty_app, database).get("/no/such.json", status=404).json == {"error": 404}


def _wait_until_planned(client: FlaskClient) -> None:
    """Let a server that has just started make its first plan, which may take longer than a page waits."""
    assert any(client.get("/readyz").status_code == 200 for _ in range(8))


def test_without_the_graph_every_page_says_so(server: ServerAddress, settings: Settings) -> None:
    with Relay(server) as relay:
        database = relay.database()
        client = create_app(database, settings).test_client()
        client.set_cookie("patchwork", "A" * 43)
        _wait_until_planned(client)
        relay.cut()
        answer = client.get("/sign-in")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
        check_answer(answer)
        assert "The records cannot be reached right now" in answer.text
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503
        database.close()


def test_a_graph_that_falls_silent_is_not_waited_for(server: ServerAddress, settings: Settings) -> None:
    with Relay(server) as relay:
        client = create_app(relay.database(), settings).test_client()
        _wait_until_planned(client)
        relay.freeze()
        assert client.get("/readyz").status_code == 503
        relay.thaw()
        assert client.get("/readyz").status_code == 200


def test_what_was_typed_is_kept_while_the_graph_is_away(server: ServerAddress, settings: Settings) -> None:
    with Relay(server) as relay:
        client = PageClient(create_app(relay.database(), settings), relay.database())
        token = client.csrf_token()
        relay.cut()
        page = client.post("/search", {"csrf_token": token, "name": '<Leo> "Marsh"', "born": "2017"}, status=503).text
        assert '<input type="hidden" name="name" value="&lt;Leo&gt; &#34;Marsh&#34;">' in page
        assert '<form method="post" action="/search">' in page
        page = client.post(
            "/sign-in", {"csrf_token": token, "username": "ellie", "password": "secret"}, status=503
        ).text
        assert "secret" not in page
