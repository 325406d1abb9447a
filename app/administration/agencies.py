"""The pages about agencies, for administrators with areas."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import abort

from app.administration.agency_forms import AgencyForm, NewAgencyForm
from app.administration.forms import AdministrationForm, PlainForm
from app.administration.pages import blueprint, change, form_page, gone_well, look
from app.current import moment
from app.permissions import Permission, permission_required
from graph.administration import agencies as kept
from graph.administration.acting import acting_for_areas, area_names

_STATUSES = {"live": "go_live", "suspended": "suspend_agency"}
"""What an agency can be made by hand, with the audit event's kind."""


@blueprint.get("/administration/agencies")
@permission_required(Permission.ADMINISTER)
def agencies() -> ResponseReturnValue:
    """The agencies of the administrator's areas."""
    return render_template("administration/agencies.html", agencies=look(kept.find_agencies))


@blueprint.route("/administration/agencies/new", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def new_agency() -> ResponseReturnValue:
    """An agency that prepares."""
    form = NewAgencyForm()
    form.offer(look(lambda tx, by: area_names(tx, acting_for_areas(by).areas)))
    form.with_key()
    if form.validate_on_submit() and change(
        "create_agency",
        form,
        lambda tx, by: kept.create_agency(tx, by, form.made_id(), form.facts(), str(form.area.data), moment()),
    ):
        return gone_well("administration.agency", "saved", agency=form.made_id())
    back = ("Agencies", url_for("administration.agencies"))
    intro = "It begins as preparing: nobody outside it sees its work, and it sees nobody else’s, until it goes live."
    return form_page(form, "Add an agency", back=back, button="Add", intro=intro)


@blueprint.get("/administration/agencies/<agency>")
@permission_required(Permission.ADMINISTER)
def agency(agency: str) -> ResponseReturnValue:
    """One agency."""
    return _agency(agency, PlainForm(formdata=None))


@blueprint.route("/administration/agencies/<agency>/edit", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def edit_agency(agency: str) -> ResponseReturnValue:
    """Name, kind, sector and duty contact."""
    found = look(lambda tx, by: kept.find_agency(tx, by, agency))
    form = AgencyForm()
    if not form.is_submitted():
        form.show(found)
    if form.validate_on_submit() and change(
        "edit_agency",
        form,
        lambda tx, by: kept.edit_agency(tx, by, agency, form.facts(), form.seen(), moment()),
    ):
        return gone_well("administration.agency", "saved", agency=agency)
    back = (found.name, url_for("administration.agency", agency=agency))
    return form_page(form, "Edit an agency", back=back, button="Save")


@blueprint.post("/administration/agencies/<agency>/status/<status>")
@permission_required(Permission.ADMINISTER)
def set_status(agency: str, status: str) -> ResponseReturnValue:
    """Go live now, or be suspended."""
    form, kind = PlainForm(), _STATUSES.get(status) or abort(404)
    if change(kind, form, lambda tx, by: kept.set_status(tx, by, agency, status, form.seen(), moment())):
        return gone_well("administration.agency", status, agency=agency)
    return _agency(agency, form)


def _agency(agency: str, sent: AdministrationForm) -> ResponseReturnValue:
    """The page about an agency; `sent` is the form whose refusal it shows, if any."""
    by, found = look(lambda tx, by: (by, kept.find_agency(tx, by, agency)))
    page = render_template("administration/agency.html", by=by, agency=found, sent=sent)
    return page, 422 if sent.problems() else 200
