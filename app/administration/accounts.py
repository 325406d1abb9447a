"""The pages about accounts: the list, inviting, one account with its role and status."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import abort

from app.administration.account_forms import AgainForm, FilterForm, InviteForm, RoleForm
from app.administration.forms import AdministrationForm, PlainForm, SuspendForm
from app.administration.inviting import fill_in, made_by
from app.administration.letters import letter
from app.administration.pages import PER_PAGE, blueprint, change, form_page, gone_well, look
from app.administration.waits import waits_for_second
from app.current import moment
from app.paging import page_number, pages_of
from app.permissions import Permission, permission_required
from graph.administration import accounts as kept
from graph.administration import role_changes
from graph.administration.acting import Acting, area_names
from graph.administration.changes import Done
from graph.administration.roles import asked_role
from graph.driver import Transaction


@blueprint.route("/administration/accounts", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def accounts() -> ResponseReturnValue:
    """The accounts in scope, page by page."""
    form = FilterForm()
    number = page_number(request.form.get("page", 1, type=int))
    text = (form.text.data or "") if request.method == "GET" or form.validate() else None
    found = None if text is None else look(lambda tx, by: _page(tx, by, form, text, number))
    pages = pages_of(found.total if found else 0, PER_PAGE)
    if found and number > pages:
        abort(404)
    page = render_template("administration/accounts.html", form=form, found=found, page=number, pages=pages)
    return page, 200 if found else 422


@blueprint.route("/administration/accounts/new", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def invite() -> ResponseReturnValue:
    """Make an account and invite its holder."""
    form = InviteForm()
    look(lambda tx, by: fill_in(tx, by, form, request.values.get("practitioner")))
    form.with_key()
    if form.validate_on_submit():
        sent = letter()
        if change("invite_account", form, lambda tx, by: made_by(tx, by, form, sent)):
            return _after_invitation(form.made_id())
    back = ("Accounts", url_for("administration.accounts"))
    return form_page(form, "Invite somebody to an account", back=back, button="Invite")


@blueprint.get("/administration/accounts/<account>")
@permission_required(Permission.ADMINISTER)
def account(account: str) -> ResponseReturnValue:
    """One account."""
    return _account(account, PlainForm(formdata=None))


@blueprint.post("/administration/accounts/<account>/role")
@permission_required(Permission.ADMINISTER)
def change_role(account: str) -> ResponseReturnValue:
    """Lower a role at once, or ask for one that is raised."""
    form = RoleForm()
    form.offer(look(lambda tx, by: area_names(tx, by.areas)))
    if form.validate() and change("change_role", form, lambda tx, by: _change_role(tx, by, account, form)):
        return gone_well("administration.account", waits_for_second(account) or "saved", account=account)
    return _account(account, form)


@blueprint.post("/administration/accounts/<account>/suspend")
@permission_required(Permission.ADMINISTER)
def suspend(account: str) -> ResponseReturnValue:
    """Suspend at once."""
    form, last = SuspendForm(), "although_last" in request.form
    if change(
        "suspend_account",
        form,
        lambda tx, by: kept.suspend(tx, by, account, form.seen(), although_last=last, moment=moment()),
    ):
        return gone_well("administration.account", "suspended", account=account)
    return _account(account, form)


@blueprint.post("/administration/accounts/<account>/reactivate")
@permission_required(Permission.ADMINISTER)
def reactivate(account: str) -> ResponseReturnValue:
    """Undo a suspension."""
    form = PlainForm()
    if change("reactivate_account", form, lambda tx, by: kept.reactivate(tx, by, account, form.seen(), moment())):
        return gone_well("administration.account", "reactivated", account=account)
    return _account(account, form)


@blueprint.post("/administration/accounts/<account>/invitation")
@permission_required(Permission.ADMINISTER)
def invite_again(account: str) -> ResponseReturnValue:
    """Send the link again."""
    form, sent = AgainForm(), letter()
    if form.validate() and change(
        "invite_again",
        form,
        lambda tx, by: kept.invite_again(tx, by, account, form.email.data or None, sent, moment()),
    ):
        return gone_well("administration.account", "invited", account=account)
    return _account(account, form)


def _page(tx: Transaction, by: Acting, form: FilterForm, text: str, number: int) -> kept.AccountsRow:
    return kept.find_accounts(
        tx,
        by,
        text=text,
        role=form.role.data or None,
        status=form.status.data or None,
        skip=(number - 1) * PER_PAGE,
        limit=PER_PAGE,
    )


def _change_role(tx: Transaction, by: Acting, account: str, form: RoleForm) -> Done | None:
    found = kept.find_account(tx, by, account)
    after = asked_role(by, str(form.role.data), form.chosen_areas(), found.holds)
    last = bool(form.although_last.data)
    return role_changes.change_role(
        tx, by, account, after, form.seen(), key=form.made_id(), although_last=last, moment=moment()
    )


def _after_invitation(account: str) -> ResponseReturnValue:
    """To the account; one that waits for a second administrator is found on the first page."""
    if waits_for_second(account):
        return gone_well("administration.start", "waits")
    return redirect(url_for("administration.account", account=account, done="invited"), 303)


def _account(account: str, sent: AdministrationForm) -> ResponseReturnValue:
    """The page about an account; `sent` is the form whose refusal it shows, if any."""
    by, found, own, every, waiting = look(
        lambda tx, by: (
            by,
            (one := kept.find_account(tx, by, account)),
            area_names(tx, by.areas),
            {area.id: area.name for area in area_names(tx, [*by.areas, *one.areas])},
            [change for change in role_changes.find_role_changes(tx, by, moment()) if change.account == account],
        )
    )
    role = sent if isinstance(sent, RoleForm) else RoleForm(formdata=None)
    if role is not sent:
        role.offer(own)
        role.show(found)
    again = sent if isinstance(sent, AgainForm) else AgainForm(formdata=None)
    sent.on_page = _shows(found, by, sent)
    role.version.data = found.version
    role.with_key()
    page = render_template(
        "administration/account.html",
        by=by,
        account=found,
        names=every,
        waiting=waiting,
        role=role,
        again=again,
        sent=sent,
    )
    return page, 422 if sent.problems() else 200


def _shows(account: kept.KeptAccount, by: Acting, form: AdministrationForm) -> bool:
    if by.is_own(account.id, account.practitioner, account.holder_email):
        return False
    if isinstance(form, AgainForm):
        return account.status == "invited" and account.role == "practitioner"
    return account.status != "suspended"
