"""The pages about practitioners: the list, somebody new, one with contacts and when they work for which agency."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import abort

from app.administration.fields import day_of_field
from app.administration.forms import AdministrationForm, PlainForm
from app.administration.pages import PER_PAGE, blueprint, change, form_page, gone_well, look
from app.administration.practitioner_forms import JoinForm, LeaveForm, NewPractitionerForm, PractitionerForm, SearchForm
from app.current import moment
from app.paging import page_number, pages_of
from app.permissions import Permission, permission_required
from graph.administration import practitioners as kept
from graph.administration.acting import Acting
from graph.administration.agencies import find_administered
from graph.driver import Transaction


@blueprint.route("/administration/practitioners", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def practitioners() -> ResponseReturnValue:
    """The practitioners in scope, page by page."""
    form, number = SearchForm(), page_number(request.form.get("page", 1, type=int))
    text = (form.text.data or "") if request.method == "GET" or form.validate() else None
    found = None if text is None else look(lambda tx, by: _page(tx, by, text, number))
    pages = pages_of(found.total if found else 0, PER_PAGE)
    if found and number > pages:
        abort(404)
    page = render_template("administration/practitioners.html", form=form, found=found, page=number, pages=pages)
    return page, 200 if found else 422


@blueprint.route("/administration/practitioners/new", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def new_practitioner() -> ResponseReturnValue:
    """Somebody who works for an agency, with or without an account later."""
    form = NewPractitionerForm()
    form.offer(look(_agencies))
    form.with_key()
    if form.validate_on_submit() and change(
        "create_practitioner",
        form,
        lambda tx, by: kept.create_practitioner(
            tx, by, form.made_id(), form.facts(), str(form.agency.data), day_of_field(form.from_), moment()
        ),
    ):
        return gone_well("administration.practitioner", "saved", practitioner=form.made_id())
    back = ("Practitioners", url_for("administration.practitioners"))
    return form_page(form, "Add a practitioner", back=back, button="Add")


@blueprint.get("/administration/practitioners/<practitioner>")
@permission_required(Permission.ADMINISTER)
def practitioner(practitioner: str) -> ResponseReturnValue:
    """One practitioner."""
    return _practitioner(practitioner, PlainForm(formdata=None))


@blueprint.route("/administration/practitioners/<practitioner>/edit", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def edit_practitioner(practitioner: str) -> ResponseReturnValue:
    """Name, job title and contacts."""
    found = look(lambda tx, by: kept.find_practitioner(tx, by, practitioner))
    form = PractitionerForm()
    if not form.is_submitted():
        form.show(found)
    if form.validate_on_submit() and change(
        "edit_practitioner",
        form,
        lambda tx, by: kept.edit_practitioner(tx, by, practitioner, form.facts(), form.seen(), moment()),
    ):
        return gone_well("administration.practitioner", "saved", practitioner=practitioner)
    back = (found.name, url_for("administration.practitioner", practitioner=practitioner))
    return form_page(form, "Edit a practitioner", back=back, button="Save")


@blueprint.post("/administration/practitioners/<practitioner>/join")
@permission_required(Permission.ADMINISTER)
def join(practitioner: str) -> ResponseReturnValue:
    """From a day on they work for an agency."""
    form = JoinForm()
    form.offer(look(_agencies))
    if form.validate() and change(
        "join_agency",
        form,
        lambda tx, by: kept.join(tx, by, practitioner, str(form.agency.data), day_of_field(form.from_), moment()),
    ):
        return gone_well("administration.practitioner", "joined", practitioner=practitioner)
    return _practitioner(practitioner, form)


@blueprint.post("/administration/practitioners/<practitioner>/leave")
@permission_required(Permission.ADMINISTER)
def leave(practitioner: str) -> ResponseReturnValue:
    """From a day on they no longer work for an agency."""
    form = LeaveForm()
    form.offer(look(_agencies))
    if form.validate() and change(
        "leave_agency",
        form,
        lambda tx, by: kept.leave(tx, by, practitioner, str(form.left.data), day_of_field(form.to), moment()),
    ):
        return gone_well("administration.practitioner", "left", practitioner=practitioner)
    return _practitioner(practitioner, form)


def _page(tx: Transaction, by: Acting, text: str, number: int) -> kept.PractitionersRow:
    return kept.find_practitioners(tx, by, text=text, skip=(number - 1) * PER_PAGE, limit=PER_PAGE, moment=moment())


def _agencies(tx: Transaction, by: Acting) -> list[tuple[str, str]]:
    return [(agency.id, agency.name) for agency in find_administered(tx, by)]


def _practitioner(practitioner: str, sent: AdministrationForm) -> ResponseReturnValue:
    """The page about a practitioner; `sent` is the form whose refusal it shows, if any."""
    by, found, agencies = look(lambda tx, by: (by, kept.find_practitioner(tx, by, practitioner), _agencies(tx, by)))
    today = moment().today
    joining = sent if isinstance(sent, JoinForm) else JoinForm(formdata=None)
    leaving = sent if isinstance(sent, LeaveForm) else LeaveForm(formdata=None)
    joining.offer(agencies)
    leaving.offer([(one.agency, one.agency_name) for one in found.employments if not one.over(today)])
    sent.on_page = practitioner != by.practitioner and (sent is not leaving or bool(leaving.left.choices))
    page = render_template(
        "administration/practitioner.html",
        by=by,
        practitioner=found,
        today=today,
        joining=joining,
        leaving=leaving,
        sent=sent,
    )
    return page, 422 if sent.problems() else 200
