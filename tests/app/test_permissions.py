"""No route without a permission, and no page for an account without it."""

from __future__ import annotations

import pytest
from flask import Flask

from app.application import create_app
from app.permissions import Permission, UndeclaredPermission, permission_required, refuse_undeclared_routes
from config.settings import Settings
from graph.driver import Database
from tests.app.accounts import make_account
from tests.app.page_client import PageClient

ROLES = ("practitioner", "coordinator", "administrator", "auditor")


@pytest.fixture
def small_app(database: Database, settings: Settings) -> Flask:
    """The application, with a page for each permission besides."""
    app = create_app(database, settings)
    for permission in Permission:
        page = permission_required(permission)(lambda: "open")
        app.add_url_rule(f"/only/{permission.name}", permission.name, page)
        app.add_url_rule(f"/only/{permission.name}.json", f"{permission.name}_json", page)
    return app


def test_a_route_that_declares_nothing_stops_the_start(small_app: Flask) -> None:
    refuse_undeclared_routes(small_app)
    small_app.add_url_rule("/left-open", "left_open", lambda: "open")
    with pytest.raises(UndeclaredPermission, match=r"/left-open \(left_open\)"):
        refuse_undeclared_routes(small_app)


def test_the_application_looks_before_it_starts(
    monkeypatch: pytest.MonkeyPatch, database: Database, settings: Settings
) -> None:
    from app import health

    undeclared = Flask.register_blueprint

    def forgetful(app: Flask, blueprint: object, **options: object) -> None:
        undeclared(app, blueprint, **options)  # type: ignore[arg-type]
        if blueprint is health.blueprint:
            app.add_url_rule("/left-open", "left_open", lambda: "open")

    monkeypatch.setattr(Flask, "register_blueprint", forgetful)
    with pytest.raises(UndeclaredPermission):
        create_app(database, settings)


def test_a_decorator_above_the_route_counts_for_nothing(small_app: Flask) -> None:
    @permission_required(Permission.PUBLIC)
    @small_app.get("/wrong-order")
    def wrong_order() -> str:
        return "open"

    with pytest.raises(UndeclaredPermission, match="/wrong-order"):
        refuse_undeclared_routes(small_app)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_it_has_and_finds_nothing_else(small_app: Flask, database: Database, role: str) -> None:
    make_account(database, "somebody", role=role)
    client = PageClient(small_app, database)
    client.sign_in_as("somebody")
    opened = {p for p in Permission if client.browser.get(f"/only/{p.name}").status_code == 200}
    assert opened == {p for p in Permission if role in p.roles or p is Permission.PUBLIC}
    absent = client.get("/no/such/page", status=404)
    for permission in set(Permission) - opened:
        refused = client.get(f"/only/{permission.name}", status=404)
        assert (refused.data, refused.headers) == (absent.data, absent.headers)


def test_nobody_is_led_to_sign_in_and_back(small_app: Flask, database: Database) -> None:
    client = PageClient(small_app, database)
    assert client.get("/only/SIGNED_IN?at=1", status=303).headers["Location"] == "/sign-in?next=/only/SIGNED_IN?at%3D1"
    assert client.get("/only/SIGNED_IN.json", status=401).json == {"error": 401}
    assert client.browser.get("/only/PUBLIC").text == "open"


def test_a_cookie_that_is_no_token_is_nobody(small_app: Flask, database: Database) -> None:
    client = PageClient(small_app, database)
    for value in ("", "x", "A" * 43, "../../etc/passwd", "A" * 4000):
        client.browser.set_cookie("patchwork", value)
        client.get("/only/SIGNED_IN", status=303)
