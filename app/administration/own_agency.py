"""The page about the administrator's own agency: its duty contact, and how often it asks what still holds."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from app.administration.agency_forms import OwnAgencyForm
from app.administration.letters import letter
from app.administration.pages import blueprint, change, gone_well, look
from app.contacts.wording import former_lines
from app.current import moment
from app.permissions import Permission, permission_required
from graph.administration import own_agency as kept


@blueprint.route("/administration/own-agency", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def own_agency() -> ResponseReturnValue:
    """How others reach the agency, and when it asks its practitioners."""
    found, before = look(lambda tx, by: (kept.find_own_agency(tx, by, moment()), kept.former_contacts(tx, by)))
    form = OwnAgencyForm()
    if not form.is_submitted():
        form.show(found)
    form.with_key()
    if form.validate_on_submit() and _save(form):
        return gone_well("administration.own_agency", "saved")
    history = former_lines(before, {})
    page = render_template("administration/own_agency.html", form=form, agency=found, history=history)
    return page, 422 if form.problems() else 200


def _save(form: OwnAgencyForm) -> bool:
    sent, facts, seen, id_ = letter(), form.facts(), form.seen(), form.made_id()
    return change(
        "change_duty_contact",
        form,
        lambda tx, by: kept.edit_own_agency(tx, by, facts, seen, id_, sent, moment()),
    )
