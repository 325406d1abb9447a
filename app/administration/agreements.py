"""The pages about sharing agreements, signatures, and groups that go live on a date; for administrators with areas."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.administration.agreement_forms import EndForm, GoLiveForm, NewAgreementForm, SignForm
from app.administration.fields import day_of_field
from app.administration.forms import AdministrationForm, PlainForm
from app.administration.pages import blueprint, change, form_page, gone_well, look
from app.administration.wording import WORDS
from app.current import moment
from app.permissions import Permission, permission_required
from graph.administration import agreements as kept
from graph.administration import go_lives
from graph.administration.acting import acting_for_areas, area_names
from graph.administration.agencies import find_agencies


@blueprint.get("/administration/agreements")
@permission_required(Permission.ADMINISTER)
def agreements() -> ResponseReturnValue:
    """The agreements of the administrator's areas, and what is scheduled."""
    return _agreements(PlainForm(formdata=None))


@blueprint.route("/administration/agreements/new", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def new_agreement() -> ResponseReturnValue:
    """An agreement that agencies can sign."""
    form = NewAgreementForm()
    form.offer(look(lambda tx, by: area_names(tx, acting_for_areas(by).areas)))
    form.with_key()
    if form.validate_on_submit() and change(
        "create_agreement",
        form,
        lambda tx, by: kept.create_agreement(
            tx,
            by,
            form.made_id(),
            form.name.data or "",
            day_of_field(form.from_),
            form.ends(),
            str(form.area.data),
            moment(),
        ),
    ):
        return gone_well("administration.agreement", "saved", agreement=form.made_id())
    back = ("Agreements", url_for("administration.agreements"))
    return form_page(form, "Add a sharing agreement", back=back, button="Add")


@blueprint.get("/administration/agreements/<agreement>")
@permission_required(Permission.ADMINISTER)
def agreement(agreement: str) -> ResponseReturnValue:
    """One agreement with its signatures."""
    return _agreement(agreement, PlainForm(formdata=None))


@blueprint.post("/administration/agreements/<agreement>/sign")
@permission_required(Permission.ADMINISTER)
def sign(agreement: str) -> ResponseReturnValue:
    """An agency has signed."""
    form = SignForm()
    form.offer(look(find_agencies))
    if form.validate() and change(
        "sign_agreement",
        form,
        lambda tx, by: kept.sign(tx, by, agreement, str(form.agency.data), day_of_field(form.on), moment()),
    ):
        return gone_well("administration.agreement", "signed", agreement=agreement)
    return _agreement(agreement, form)


@blueprint.post("/administration/agreements/<agreement>/end")
@permission_required(Permission.ADMINISTER)
def end(agreement: str) -> ResponseReturnValue:
    """It ends on a day."""
    form = EndForm()
    if form.validate() and change(
        "end_agreement",
        form,
        lambda tx, by: kept.end(tx, by, agreement, day_of_field(form.to), form.seen(), moment()),
    ):
        return gone_well("administration.agreement", "ended", agreement=agreement)
    return _agreement(agreement, form)


@blueprint.route("/administration/go-lives/new", methods=["GET", "POST"])
@permission_required(Permission.ADMINISTER)
def new_go_live() -> ResponseReturnValue:
    """Agencies that go live together."""
    form = GoLiveForm()
    form.offer(*look(lambda tx, by: (find_agencies(tx, by), kept.find_agreements(tx, by))), WORDS["missing"])
    form.with_key()
    if form.validate_on_submit() and change(
        "schedule_go_live",
        form,
        lambda tx, by: go_lives.schedule(
            tx,
            by,
            form.made_id(),
            day_of_field(form.on),
            str(form.agreement.data),
            form.agencies.data or [],
            moment(),
        ),
    ):
        return gone_well("administration.agreements", "scheduled")
    back = ("Agreements", url_for("administration.agreements"))
    intro = "" if form.agencies.choices else "No agency of your areas is preparing: add one first."
    return form_page(form, "Let agencies go live together", back=back, button="Schedule", intro=intro)


@blueprint.post("/administration/go-lives/<go_live>/call-off")
@permission_required(Permission.ADMINISTER)
def call_off(go_live: str) -> ResponseReturnValue:
    """Before its day."""
    form = PlainForm()
    if change("call_off_go_live", form, lambda tx, by: go_lives.call_off(tx, by, go_live, moment())):
        return gone_well("administration.agreements", "called_off")
    return _agreements(form)


def _agreements(sent: AdministrationForm) -> ResponseReturnValue:
    """The list; `sent` is the form whose refusal it shows, if any."""
    found, scheduled = look(lambda tx, by: (kept.find_agreements(tx, by), go_lives.find_go_lives(tx, by)))
    page = render_template(
        "administration/agreements.html", agreements=found, scheduled=scheduled, today=moment().today, sent=sent
    )
    return page, 422 if sent.problems() else 200


def _agreement(agreement: str, sent: AdministrationForm) -> ResponseReturnValue:
    """The page about an agreement; `sent` is the form whose refusal it shows, if any."""
    found, agencies = look(lambda tx, by: (kept.find_agreement(tx, by, agreement), find_agencies(tx, by)))
    signing = sent if isinstance(sent, SignForm) else SignForm(formdata=None)
    ending = sent if isinstance(sent, EndForm) else EndForm(formdata=None)
    signed = {one["agency"] for one in found.signatures}
    signing.offer([agency for agency in agencies if agency.id not in signed])
    ending.version.data = found.version
    sent.on_page = not found.over(moment().today) and (sent is not signing or bool(signing.agency.choices))
    page = render_template(
        "administration/agreement.html",
        agreement=found,
        signing=signing,
        ending=ending,
        today=moment().today,
        sent=sent,
    )
    return page, 422 if sent.problems() else 200
