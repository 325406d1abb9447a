"""The pages for signing in and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.audit_event import event_of_request
from app.current import database
from app.next_page import safe_next
from app.permissions import Permission, permission_required
from app.sign_in.browser_session import browser_session
from app.sign_in.checking import Attempt, attempt_sign_in
from app.sign_in.forms import SignInForm
from graph.audit import record
from graph.driver import Transaction
from graph.second_factor import SECOND_FACTOR, SET_UP
from graph.sessions import end_session, new_token

blueprint = Blueprint("sign_in", __name__, template_folder="templates")


@blueprint.get("/sign-in")
@permission_required(Permission.PUBLIC)
def sign_in() -> ResponseReturnValue:
    """The form; whoever is signed in already goes on to their page."""
    if current_user.is_authenticated:
        return redirect(safe_next(request.args.get("next")), 303)
    return _form(SignInForm(formdata=None, next=request.args.get("next")), 200)


@blueprint.post("/sign-in")
@permission_required(Permission.PUBLIC)
def check() -> ResponseReturnValue:
    """Sign somebody in or lead to the second step, or show the form again with one answer for whatever was wrong."""
    form = SignInForm()
    if not form.validate():
        return _form(form, 200)
    browser, token = browser_session(), new_token()
    attempt = attempt_sign_in(
        form.username.data or "", form.password.data or "", new_token=token, old_token=browser.token
    )
    if attempt.succeeded:
        browser.take(token)
        return redirect(_onward(attempt, form.destination()), 303)
    if attempt.wait_seconds:
        return _form(form, 429, wait_seconds=attempt.wait_seconds)
    form.username.errors = ["Check your username and your password: together they do not match an account"]
    return _form(form, 200)


@blueprint.post("/sign-out")
@permission_required(Permission.SIGNED_IN)
def sign_out() -> ResponseReturnValue:
    """Forget the session, in the graph and in the browser."""
    database().write(_end_session)
    browser_session().end()
    return redirect(url_for("sign_in.sign_in"), 303)


def _onward(attempt: Attempt, destination: str) -> str:
    """Where the right password leads: to the second step where one is outstanding."""
    page = {SECOND_FACTOR: "second_factor.code", SET_UP: "second_factor.set_up"}.get(attempt.awaiting or "")
    return url_for(page, next=destination) if page else destination


def _end_session(tx: Transaction) -> None:
    end_session(tx, token=browser_session().token)
    record(tx, event_of_request("sign_out"))


def _form(form: SignInForm, status: int, wait_seconds: int = 0) -> ResponseReturnValue:
    browser_session().keep()
    page = render_template("sign_in/sign_in.html", form=form, wait_seconds=wait_seconds)
    return page, status, {"Retry-After": str(wait_seconds)} if wait_seconds else {}
