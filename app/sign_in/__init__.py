"""Signing in and out: Flask-Login over session records in the graph."""

from __future__ import annotations

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager

from app.sign_in import my_account_views, second_factor_views, views
from app.sign_in.identity import load_identity
from graph.password_hashing import nobodys_hash


def register(app: Flask) -> None:
    """Let requests know who is signed in, and serve the pages of signing in and of one's own account."""
    app.config["SESSION_PROTECTION"] = None
    manager = LoginManager(app, add_context_processor=False)
    manager.user_loader(load_identity)
    manager.unauthorized_handler(_ask_to_sign_in)
    for pages in (views, second_factor_views, my_account_views):
        app.register_blueprint(pages.blueprint)
    nobodys_hash()


def _ask_to_sign_in() -> ResponseReturnValue:
    """Lead to the sign-in page and from there back to where somebody was going."""
    if request.path.endswith(".json"):
        abort(401)
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("sign_in.sign_in", next=wanted), 303)
