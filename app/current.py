"""What a view asks of its surroundings: the graph, who is signed in, the moment, the request's id.

    team = database().write(lambda tx: read_team(tx, account=viewer().account, person=person, moment=moment()))

All of them need a request (or, for `database`, an application context).
"""

from __future__ import annotations

from typing import cast
from uuid import uuid4

from flask import current_app, g
from flask_login import current_user

from config.settings import Settings
from graph.driver import Database
from graph.moment import Moment
from graph.sessions import SignedIn

DATABASE = "patchwork.database"
SETTINGS = "patchwork.settings"


def database() -> Database:
    """The graph this process speaks to; safe to share between threads."""
    return cast(Database, current_app.extensions[DATABASE])


def settings() -> Settings:
    """What the environment of this process decides."""
    return cast(Settings, current_app.extensions[SETTINGS])


def viewer() -> SignedIn:
    """Who is signed in, by one statement a request. Only for views whose permission is not PUBLIC."""
    return cast(SignedIn, current_user.signed_in)


def viewer_if_known() -> SignedIn | None:
    """Who is signed in where this request has already looked it up, without a statement; for the layout."""
    return cast(SignedIn | None, getattr(g.get("_login_user"), "signed_in", None))


def moment() -> Moment:
    """The one instant of this request: every rule, stamp and audit event of it uses the same."""
    if "moment" not in g:
        g.moment = Moment.current()
    return cast(Moment, g.moment)


def request_id() -> str:
    """This request's own random id, as logs, audit events and the page for a fault name it."""
    if "request_id" not in g:
        g.request_id = uuid4().hex
    return cast(str, g.request_id)
