"""The pages for one's own contact details. Opening the link in a mail changes nothing: mail scanners open links too."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.contacts import acts
from app.contacts.forms import ContactsForm
from app.contacts.wording import differences, former_lines
from app.current import database, moment
from app.permissions import Permission, permission_required
from app.sign_in.browser_session import browser_session
from graph.email_changes import find_waiting
from graph.own_contacts import Changed, OwnContacts

blueprint = Blueprint("contacts", __name__, template_folder="templates")


@blueprint.get("/my-account/contact-details")
@permission_required(Permission.SIGNED_IN)
def mine() -> ResponseReturnValue:
    """How I am reached, and what was recorded before."""
    found = database().read(acts.own_contacts) or abort(404)
    form = ContactsForm(formdata=None).offer(found.colleagues).fill(found.stored.contacts)
    return _page(form, found, 200)


@blueprint.post("/my-account/contact-details")
@permission_required(Permission.SIGNED_IN)
def save() -> ResponseReturnValue:
    """Record it at once; a new e-mail address waits for its link."""
    found = database().read(acts.own_contacts) or abort(404)
    form = ContactsForm().offer(found.colleagues)
    saved = acts.save(form, found) if form.validate() else None
    if saved is None or saved.outcome == "stale":
        return _page(form, found, 422, saved)
    return redirect(url_for("contacts.mine", saved="yes"), 303)


@blueprint.get("/confirm-email/<token>")
@permission_required(Permission.PUBLIC)
def confirming(token: str) -> ResponseReturnValue:
    """The button that confirms an address; one page says so for a link that is forged, used, replaced or expired."""
    waiting = database().read(lambda tx: find_waiting(tx, token=token, moment=moment()))
    browser_session().keep()
    page = render_template("contacts/confirm.html", token=token, waiting=waiting)
    return page, 200 if waiting else 404


@blueprint.post("/confirm-email/<token>")
@permission_required(Permission.PUBLIC)
def confirmed(token: str) -> ResponseReturnValue:
    """Let the address take the place of the old one."""
    done = acts.confirm_email(token)
    page = render_template("contacts/confirm.html", token=token, waiting=None, done=done)
    return page, 200 if done else 404


def _page(form: ContactsForm, found: OwnContacts, status: int, stale: Changed | None = None) -> ResponseReturnValue:
    names = {one.id: one.name for one in found.colleagues}
    changed = differences(stale.now, form.contacts(), names) if stale else None
    if stale:
        form.version.data = stale.now.version
    history = former_lines(found.history, names)
    page = render_template(
        "contacts/mine.html",
        form=form,
        stored=found.stored,
        history=history,
        stale=changed,
        saved=request.args.get("saved"),
    )
    return page, status
