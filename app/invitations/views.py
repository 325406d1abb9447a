"""The page that the link of an invitation opens. Opening it changes nothing, for mail scanners open links too."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.current import database, moment, request_id
from app.invitations.forms import AcceptForm
from app.permissions import Permission, permission_required
from app.sign_in.browser_session import browser_session
from graph.invitations import Invited, accept, find_invited
from graph.password_hashing import hash_password

blueprint = Blueprint("invitations", __name__, url_prefix="/invitation", template_folder="templates")


@blueprint.get("/<token>")
@permission_required(Permission.PUBLIC)
def invitation(token: str) -> ResponseReturnValue:
    """The form for a first password; one page says so for a link that is forged, used, replaced or expired."""
    invited = _invited(token)
    return _form(token, invited, AcceptForm(formdata=None)) if invited else _unusable()


@blueprint.post("/<token>")
@permission_required(Permission.PUBLIC)
def take_up(token: str) -> ResponseReturnValue:
    """Make the account active with its password; its holder then signs in as anybody does."""
    invited, form = _invited(token), AcceptForm()
    if invited is None:
        return _unusable()
    form.username = invited.username
    if not form.validate():
        return _form(token, invited, form)
    accepted = _accept(token, form.new_password.data or "")
    return render_template("invitations/taken_up.html", username=invited.username) if accepted else _unusable()


def _invited(token: str) -> Invited | None:
    return database().read(lambda tx: find_invited(tx, token=token, moment=moment()))


def _accept(token: str, password: str) -> bool:
    hashed, use = hash_password(password), request_id()
    return database().write(
        lambda tx: (
            accept(tx, token=token, use=use, password_hash=hashed, route="invitations.take_up", moment=moment())
            is not None
        )
    )


def _form(token: str, invited: Invited, form: AcceptForm) -> ResponseReturnValue:
    browser_session().keep()
    return render_template("invitations/accept.html", token=token, username=invited.username, form=form)


def _unusable() -> ResponseReturnValue:
    return render_template("invitations/unusable.html"), 404
