"""A test client that checks every page it opens."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

from app.sign_in.browser_session import cookie_name
from graph.accounts import username_key
from graph.driver import Database
from graph.moment import Moment
from graph.sessions import begin_session, find_credentials, new_token
from tests.app.page_check import check_answer


class PageClient:
    """Opens pages as a browser without JavaScript would, and fails on any that breaks a rule of every page."""

    def __init__(self, app: Flask, database: Database) -> None:
        self._app = app
        self._database = database
        self.browser = app.test_client()

    def get(self, address: str, *, status: int = 200, **options: Any) -> TestResponse:
        """Open an address; fails unless the answer has this status and is well formed."""
        return self._checked(self.browser.get(address, **options), status)

    def post(self, address: str, data: dict[str, Any], *, status: int = 200, **options: Any) -> TestResponse:
        """Send a form with this browser's own CSRF token."""
        form = {"csrf_token": self.csrf_token(), **data}
        return self._checked(self.browser.post(address, data=form, **options), status)

    def sign_in_as(self, username: str) -> str:
        """Sign an account of the graph in without its password; answers the cookie's token."""
        moment, token = Moment.current(), new_token()
        known = self._database.read(lambda tx: find_credentials(tx, username_key=username_key(username), moment=moment))
        assert known is not None, f"no account {username}"
        self._database.write(lambda tx: begin_session(tx, token=token, account=known.account, moment=moment))
        self.browser.set_cookie(cookie_name(secure=False), token)
        return token

    def csrf_token(self) -> str:
        """The token that a form on this browser's pages would hold."""
        name = cookie_name(secure=False)
        if self.browser.get_cookie(name) is None:
            self.browser.get("/sign-in")
        cookie = self.browser.get_cookie(name)
        assert cookie is not None
        with self._app.test_request_context(headers={"Cookie": f"{name}={cookie.value}"}):
            return generate_csrf()

    def _checked(self, response: TestResponse, status: int) -> TestResponse:
        assert response.status_code == status, f"{response.status_code}: {response.text[:2000]}"
        check_answer(response)
        return response
