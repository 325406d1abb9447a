"""The pages of the second step of signing in. Nobody is signed in on them: the cookie's session awaits its step."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.permissions import Permission, permission_required
from app.sign_in.browser_session import browser_session
from app.sign_in.codes import demonstration_code, in_groups, qr_code, secret_of
from app.sign_in.forms import CodeForm
from app.sign_in.second_step import Tried, awaiting_sign_in, set_up_salt, try_code, try_recovery_code, try_set_up
from graph.one_time_codes import set_up_address
from graph.second_factor import SECOND_FACTOR, SET_UP, Awaiting
from graph.sessions import new_token

blueprint = Blueprint("second_factor", __name__, url_prefix="/sign-in")
Try = Callable[[Awaiting, str, str], Tried]

WRONG_CODE = "Enter the code that your app shows now: this one is wrong, or was used already"
WRONG_RECOVERY_CODE = "Check the code: it is none of your recovery codes, or was used already"
WRONG_FIRST_CODE = "Enter the code that your app shows now: this one does not match"


@blueprint.get("/code")
@permission_required(Permission.PUBLIC)
def code() -> ResponseReturnValue:
    """The page that asks for the code of the authenticator app."""
    who = awaiting_sign_in(SECOND_FACTOR)
    return _code_page(who, _new_form()) if who else _begin_again()


@blueprint.post("/code")
@permission_required(Permission.PUBLIC)
def check_code() -> ResponseReturnValue:
    """Complete the sign-in, or ask again."""
    who = awaiting_sign_in(SECOND_FACTOR)
    return _check(who, try_code, _code_page, WRONG_CODE) if who else _begin_again()


@blueprint.get("/recovery-code")
@permission_required(Permission.PUBLIC)
def recovery_code() -> ResponseReturnValue:
    """The page for somebody whose authenticator app is out of reach."""
    who = awaiting_sign_in(SECOND_FACTOR)
    return _recovery_page(who, _new_form()) if who else _begin_again()


@blueprint.post("/recovery-code")
@permission_required(Permission.PUBLIC)
def check_recovery_code() -> ResponseReturnValue:
    """Complete the sign-in, or ask again."""
    who = awaiting_sign_in(SECOND_FACTOR)
    return _check(who, try_recovery_code, _recovery_page, WRONG_RECOVERY_CODE) if who else _begin_again()


@blueprint.get("/set-up")
@permission_required(Permission.PUBLIC)
def set_up() -> ResponseReturnValue:
    """The page for setting a second factor up at the first sign-in of an account that needs one."""
    who = awaiting_sign_in(SET_UP)
    return _set_up_page(who, _new_form()) if who else _begin_again()


@blueprint.post("/set-up")
@permission_required(Permission.PUBLIC)
def check_set_up() -> ResponseReturnValue:
    """Complete set-up and sign-in and show the recovery codes, once; or ask for the code again."""
    who = awaiting_sign_in(SET_UP)
    return _check(who, try_set_up, _set_up_page, WRONG_FIRST_CODE) if who else _begin_again()


def _check(who: Awaiting, attempt: Try, page: Callable[..., ResponseReturnValue], wrong: str) -> ResponseReturnValue:
    form, token = CodeForm(), new_token()
    if not form.validate():
        return page(who, form)
    tried = attempt(who, form.code.data or "", token)
    if not tried.succeeded:
        form.code.errors = [] if tried.wait_seconds else [wrong]
        return page(who, form, tried.wait_seconds)
    browser_session().take(token)
    if tried.recovery_codes:
        return render_template("sign_in/recovery_codes.html", codes=tried.recovery_codes, onward=form.destination())
    return redirect(form.destination(), 303)


def _code_page(who: Awaiting, form: CodeForm, wait_seconds: int = 0) -> ResponseReturnValue:
    shown = demonstration_code(who.account, who.salt or "", who.last_step)
    return _page("sign_in/code.html", form, wait_seconds, demonstration_code=shown)


def _recovery_page(who: Awaiting, form: CodeForm, wait_seconds: int = 0) -> ResponseReturnValue:
    return _page("sign_in/recovery_code.html", form, wait_seconds)


def _set_up_page(who: Awaiting, form: CodeForm, wait_seconds: int = 0) -> ResponseReturnValue:
    return _page("sign_in/set_up.html", form, wait_seconds, **set_up_facts(who.account, who.username))


def set_up_facts(account: str, username: str) -> dict[str, object]:
    """What a page needs to set a second factor up: QR code, secret, address, and in a demonstration the code."""
    secret = secret_of(account, set_up_salt())
    return {
        "qr": qr_code(secret, username),
        "secret": in_groups(secret),
        "address": set_up_address(secret, username),
        "demonstration_code": demonstration_code(account, set_up_salt(), None),
    }


def _page(template: str, form: CodeForm, wait_seconds: int, **facts: object) -> ResponseReturnValue:
    status = 429 if wait_seconds else 200
    page = render_template(template, form=form, wait_seconds=wait_seconds, **facts)
    return page, status, {"Retry-After": str(wait_seconds)} if wait_seconds else {}


def _new_form() -> CodeForm:
    return CodeForm(formdata=None, next=request.args.get("next"))


def _begin_again() -> ResponseReturnValue:
    """Whoever comes without a sign-in that awaits this step begins with the first."""
    return redirect(url_for("sign_in.sign_in", next=request.values.get("next")), 303)
