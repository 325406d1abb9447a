"""The one cookie: a random token, and nothing else, in place of Flask's signed session.

Before sign-in the token only ties forms to the browser. At sign-in it is replaced by a new one, under whose hash the
graph knows the session. The CSRF secret of Flask-WTF is derived from the token, so it changes whenever the token does.
"""

from __future__ import annotations

import hmac
import re
from hashlib import sha256
from typing import Any, cast

from flask import Flask, Request, Response, request, session
from flask.sessions import SessionInterface, SessionMixin

from graph.sessions import new_token

COOKIE = "patchwork"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}\Z")


class BrowserSession(dict[str, Any], SessionMixin):
    """What Flask calls the session: the cookie's token, for Flask-Login, and the CSRF secret bound to it."""

    def __init__(self, token: str | None, secret: bytes) -> None:
        super().__init__()
        self._secret = secret
        self.came_with_cookie = token is not None
        self.write_cookie = False
        self.drop_cookie = False
        self._bind(token or new_token())
        if token is not None:
            self["_user_id"] = token

    def keep(self) -> None:
        """Give the browser a token where it has none, so that it can post a form before anybody is signed in."""
        self.write_cookie = self.write_cookie or not self.came_with_cookie

    def take(self, token: str) -> None:
        """Give this browser a new token; the old one, whoever chose it, is worth nothing any more."""
        self._bind(token)
        self.write_cookie = True

    def end(self) -> None:
        """Take the cookie from the browser."""
        self.drop_cookie = True

    def _bind(self, token: str) -> None:
        self.token = token
        self["csrf_token"] = hmac.new(self._secret, token.encode(), sha256).hexdigest()


class BrowserSessions(SessionInterface):
    """Reads the token from the cookie, and writes the cookie only where a view asked for it."""

    def open_session(self, app: Flask, request: Request) -> BrowserSession:
        token = request.cookies.get(cookie_name(request.is_secure), "")
        return BrowserSession(token if _TOKEN.match(token) else None, str(app.secret_key).encode())

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        browser = cast(BrowserSession, session)
        secure = request.is_secure
        name = cookie_name(secure)
        if browser.drop_cookie:
            response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="Lax")
        elif browser.write_cookie:
            response.set_cookie(name, browser.token, path="/", secure=secure, httponly=True, samesite="Lax")


def browser_session() -> BrowserSession:
    """This request's browser session."""
    return cast(BrowserSession, session._get_current_object())  # type: ignore[attr-defined]


def cookie_name(secure: bool) -> str:
    """The cookie's name; over https with the prefix that makes browsers refuse it from anywhere else."""
    return f"__Host-{COOKIE}" if secure else COOKIE
