"""The pages about one account: found by name, what it sees and why, beside another's sight, and its very page."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit import account_looks, looks
from app.audit.account_looks import PEOPLE_A_PAGE
from app.audit.account_pages import AccountPage
from app.audit.blueprint import asked_page, blueprint
from app.audit.comparing import asked_day
from app.audit.forms import AccountForm, PurposeForm
from app.audit.view_as import team_as
from app.current import database, moment
from app.next_page import safe_next
from app.permissions import Permission, permission_required
from graph.audit_accounts import FOUND_AT_MOST


@blueprint.get("/access/accounts")
@permission_required(Permission.AUDIT)
def accounts() -> ResponseReturnValue:
    """The form that finds an account."""
    database().read(looks.purpose_of_session)
    return render_template("audit/accounts.html", form=AccountForm(formdata=None), found=None, **_beside())


@blueprint.post("/access/accounts")
@permission_required(Permission.AUDIT)
def find_accounts() -> ResponseReturnValue:
    """The accounts an auditor may mean."""
    form = AccountForm()
    if not form.validate():
        return render_template("audit/accounts.html", form=form, found=None, **_beside()), 422
    found = database().write(lambda tx: account_looks.search_accounts(tx, form))
    return render_template("audit/accounts.html", form=form, found=found, at_most=FOUND_AT_MOST, **_beside())


@blueprint.get("/access/accounts/<account>")
@permission_required(Permission.AUDIT)
def account(account: str) -> ResponseReturnValue:
    """Everything that one account sees, a page of people at a time."""
    number = asked_page()
    look = database().write(lambda tx: account_looks.look_at_account(tx, account, (number - 1) * PEOPLE_A_PAGE))
    page = AccountPage(look or abort(404), number, False, moment().today)
    if number > page.pages:
        abort(404)
    return render_template("audit/account.html", page=page)


@blueprint.get("/access/difference")
@permission_required(Permission.AUDIT)
def account_difference() -> ResponseReturnValue:
    """What one account sees and another, or the same on another day, sees less of."""
    one, other, number = request.args.get("one", ""), request.args.get("other") or None, asked_page()
    then, errors = asked_day(request.args, moment())
    skip = (number - 1) * PEOPLE_A_PAGE
    look = database().write(lambda tx: account_looks.look_at_account(tx, one, skip, None if then else other, then))
    page = AccountPage(look or abort(404), number, bool(other or then), moment().today)
    answer = render_template("audit/account_difference.html", page=page, then=then, errors=errors, typed=request.args)
    return answer, 422 if errors else 200


@blueprint.get("/access/accounts/<account>/sensitive")
@permission_required(Permission.AUDIT)
def account_sensitive(account: str) -> ResponseReturnValue:
    """The form for the second purpose, for the sensitive services of everybody an account may see."""
    database().read(looks.purpose_of_session)
    wanted = request.args.get("next") or url_for("audit.account", account=account)
    form = PurposeForm(formdata=None, next=safe_next(wanted))
    return render_template("audit/sensitive.html", form=form, action=request.path, of_account=True)


@blueprint.post("/access/accounts/<account>/sensitive")
@permission_required(Permission.AUDIT)
def state_purpose_for_account(account: str) -> ResponseReturnValue:
    """Keep the second purpose for whom the account may see and go on."""
    database().read(looks.purpose_of_session)
    form = PurposeForm()
    if not form.validate():
        return render_template("audit/sensitive.html", form=form, action=request.path, of_account=True), 422
    if not database().write(lambda tx: account_looks.keep_purpose_for_account(tx, account, form)):
        abort(404)
    return redirect(form.destination(), 303)


@blueprint.get("/access/accounts/<account>/people/<person>/team")
@permission_required(Permission.AUDIT)
def view_as(account: str, person: str) -> ResponseReturnValue:
    """The very page that the account would get of a person's team, without what could be done there."""
    viewed = database().write(lambda tx: account_looks.view_as(tx, account, person)) or abort(404)
    if viewed.look is None:
        return render_template("audit/view_as_nothing.html", viewed=viewed, person=person)
    return team_as(viewed, viewed.look)


def _beside() -> dict[str, str | None]:
    """The account with which the one that is looked for shall be compared, and over whose family, by id."""
    return {name: request.values.get(name) or None for name in ("beside", "family")}
