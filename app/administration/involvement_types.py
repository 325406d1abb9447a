"""The pages about involvement types, for administrators with areas."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.administration.agency_forms import NewTypeForm, TypeForm
from app.administration.pages import blueprint, change, form_page, gone_well, look
from app.current import moment
from app.permissions import Permission, permission_required
from graph.administration import involvement_types as kept
from graph.administration.acting import acting_for_areas


@blueprint.get("/administration/involvement-types")
@permission_required(Permission.ADMINISTER)
def involvement_types() -> ResponseReturnValue:
    """The list."""
    return render_template("administration/involvement_types.html", types=look(kept.find_types))


@blueprint.route("/administration/involvement-types/new", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def new_involvement_type() -> ResponseReturnValue:
    """A type that the list lacks."""
    look(lambda _tx, by: acting_for_areas(by))
    form = NewTypeForm()
    if form.validate_on_submit() and change(
        "create_involvement_type",
        form,
        lambda tx, by: kept.create_type(tx, by, form.code.data or "", form.facts(), moment()),
    ):
        return gone_well("administration.involvement_types", "saved")
    back = ("Involvement types", url_for("administration.involvement_types"))
    return form_page(form, "Add an involvement type", back=back, button="Add")


@blueprint.route("/administration/involvement-types/<code>", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def involvement_type(code: str) -> ResponseReturnValue:
    """One type."""
    found = look(lambda tx, by: kept.find_type(tx, by, code))
    form = TypeForm()
    if not form.is_submitted():
        form.show(found)
    if form.validate_on_submit() and change(
        "edit_involvement_type",
        form,
        lambda tx, by: kept.edit_type(tx, by, code, form.facts(), form.seen(), moment()),
    ):
        return gone_well("administration.involvement_types", "saved")
    back = ("Involvement types", url_for("administration.involvement_types"))
    return form_page(form, f"Edit {found.label}", back=back, button="Save")
