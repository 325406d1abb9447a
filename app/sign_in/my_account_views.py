"""My account: one's own password, second factor and recovery codes."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.current import viewer
from app.permissions import Permission, permission_required
from app.sign_in.browser_session import browser_session
from app.sign_in.forms import ChangePasswordForm, OwnSecondFactorForm, PresentPasswordForm
from app.sign_in.own_account import (
    Changed,
    change_own_password,
    read_own,
    renew_own_recovery_codes,
    set_up_own_second_factor,
)
from app.sign_in.second_factor_views import set_up_facts
from graph.second_factor import REQUIRED_FOR
from graph.sessions import new_token

blueprint = Blueprint("my_account", __name__, url_prefix="/my-account")
Page = Callable[..., str]


@blueprint.get("")
@permission_required(Permission.SIGNED_IN)
def my_account() -> ResponseReturnValue:
    """What the account is, and what its holder may change."""
    return render_template("sign_in/my_account.html", own=read_own(), needed=viewer().role in REQUIRED_FOR)


@blueprint.get("/password")
@permission_required(Permission.SIGNED_IN)
def password() -> ResponseReturnValue:
    """The form for another password."""
    return _password_page(ChangePasswordForm(formdata=None))


@blueprint.post("/password")
@permission_required(Permission.SIGNED_IN)
def save_password() -> ResponseReturnValue:
    """Change the password and sign every other browser out."""
    form, token = ChangePasswordForm(), new_token()
    if not form.validate():
        return _password_page(form)
    changed = change_own_password(form.password.data or "", form.new_password.data or "", token)
    if not changed.done:
        return _refused(form, changed, _password_page)
    browser_session().take(token)
    return redirect(url_for("my_account.my_account"), 303)


@blueprint.get("/second-factor")
@permission_required(Permission.SIGNED_IN)
def second_factor() -> ResponseReturnValue:
    """The page for setting the second factor up, or for another app in place of the present one."""
    return _second_factor_page(OwnSecondFactorForm(formdata=None))


@blueprint.post("/second-factor")
@permission_required(Permission.SIGNED_IN)
def save_second_factor() -> ResponseReturnValue:
    """Set the second factor up, sign every other browser out, and show the recovery codes, once."""
    form, token = OwnSecondFactorForm(), new_token()
    if not form.validate():
        return _second_factor_page(form)
    changed = set_up_own_second_factor(form.password.data or "", form.code.data or "", token)
    if not changed.done:
        return _refused(form, changed, _second_factor_page)
    browser_session().take(token)
    return _recovery_codes(changed)


@blueprint.get("/recovery-codes")
@permission_required(Permission.SIGNED_IN)
def recovery_codes() -> ResponseReturnValue:
    """The form for new recovery codes; without a second factor there are none."""
    if read_own().salt is None:
        return redirect(url_for("my_account.my_account"), 303)
    return _renewal_page(PresentPasswordForm(formdata=None))


@blueprint.post("/recovery-codes")
@permission_required(Permission.SIGNED_IN)
def save_recovery_codes() -> ResponseReturnValue:
    """Make new recovery codes and show them, once."""
    form = PresentPasswordForm()
    if not form.validate():
        return _renewal_page(form)
    changed = renew_own_recovery_codes(form.password.data or "")
    return _recovery_codes(changed) if changed.done else _refused(form, changed, _renewal_page)


def _refused(form: PresentPasswordForm, changed: Changed, page: Page) -> ResponseReturnValue:
    if changed.at:
        form[changed.at].errors = [changed.fault]
    shown = page(form, changed.wait_seconds)
    return (shown, 429, {"Retry-After": str(changed.wait_seconds)}) if changed.wait_seconds else shown


def _password_page(form: ChangePasswordForm, wait_seconds: int = 0) -> str:
    return render_template("sign_in/change_password.html", form=form, wait_seconds=wait_seconds)


def _second_factor_page(form: OwnSecondFactorForm, wait_seconds: int = 0) -> str:
    facts = set_up_facts(viewer().account, viewer().username)
    replaces = read_own().salt is not None
    return render_template(
        "sign_in/own_second_factor.html", form=form, wait_seconds=wait_seconds, replaces=replaces, **facts
    )


def _renewal_page(form: PresentPasswordForm, wait_seconds: int = 0) -> str:
    return render_template("sign_in/new_recovery_codes.html", form=form, wait_seconds=wait_seconds)


def _recovery_codes(changed: Changed) -> str:
    return render_template(
        "sign_in/recovery_codes.html", codes=changed.recovery_codes, onward=url_for("my_account.my_account")
    )
