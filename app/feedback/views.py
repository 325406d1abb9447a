"""The board, saying something, answering it, and telling whether a look was of use."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.feedback.forms import REACHED, STATES, WITHIN, AnswerForm, IdeaForm, UsefulForm
from app.feedback.pages import page_words
from app.paging import page_number, pages_of
from app.permissions import Permission, permission_required
from app.wording import day_of, long_day
from graph import feedback
from graph.proposals import own_id

blueprint = Blueprint("feedback", __name__, template_folder="templates")
PER_PAGE = 20


@blueprint.context_processor
def words() -> dict[str, object]:
    """What the templates of this package put into words."""
    return {
        "states": {"waiting": "Waits for an answer", **STATES},
        "reached_words": REACHED,
        "within_words": WITHIN,
        "page_words": page_words,
        "day_of": day_of,
        "long_day": long_day,
    }


@blueprint.get("/feedback")
@permission_required(Permission.SIGNED_IN)
def board() -> ResponseReturnValue:
    """What was said and answered, newest first, and what I said myself."""
    page, account, now = page_number(request.args.get("page", 1, type=int)), viewer().account, moment()
    skip = (page - 1) * PER_PAGE
    ideas = database().read(lambda tx: feedback.read_board(tx, account=account, moment=now, skip=skip, limit=PER_PAGE))
    if page > 1 and not ideas:
        abort(404)
    useful = database().read(lambda tx: feedback.read_usefulness(tx, moment=now))
    pages = pages_of(ideas[0].total if ideas else 0, PER_PAGE)
    return render_template("feedback/board.html", ideas=ideas, page=page, pages=pages, useful=useful)


@blueprint.get("/feedback/new")
@permission_required(Permission.SIGNED_IN)
def new() -> ResponseReturnValue:
    """The form for something to say; `page` is the endpoint of the page that led here."""
    return render_template("feedback/new.html", form=IdeaForm(formdata=None, page=request.args.get("page", "")))


@blueprint.post("/feedback/new")
@permission_required(Permission.SIGNED_IN)
def give() -> ResponseReturnValue:
    """Keep it."""
    form = IdeaForm()
    if not form.validate():
        return render_template("feedback/new.html", form=form), 422
    idea = own_id(viewer().account, "idea", str(form.token.data))
    page = form.page.data if page_words(form.page.data) else None
    event = event_of_request("give_feedback", objects=[f"idea:{idea}"], id_=own_id(idea, "event"))
    text = str(form.text.data)
    database().write(lambda tx: feedback.give(tx, event=event, id_=idea, text=text, page=page, moment=moment()))
    return redirect(url_for("feedback.board", _anchor=idea), 303)


@blueprint.get("/feedback/<idea>/answer")
@permission_required(Permission.ADMINISTER)
def answering(idea: str) -> ResponseReturnValue:
    """The form for an answer, for administrators of an area."""
    found = _answerable(idea)
    form = AnswerForm(
        formdata=None,
        state=found.state,
        answer=found.answer,
        happened=found.happened,
        shown=found.shown or found.answer is None,
    )
    return render_template("feedback/answer.html", form=form, idea=found)


@blueprint.post("/feedback/<idea>/answer")
@permission_required(Permission.ADMINISTER)
def answer(idea: str) -> ResponseReturnValue:
    """Keep the answer."""
    form = AnswerForm()
    if not form.validate():
        return render_template("feedback/answer.html", form=form, idea=_answerable(idea)), 422
    event, given = event_of_request("answer_feedback", objects=[f"idea:{idea}"]), form.given()
    if not database().write(lambda tx: feedback.answer(tx, event=event, idea=idea, given=given, moment=moment())):
        abort(404)
    return redirect(url_for("feedback.board", _anchor=idea), 303)


@blueprint.get("/useful")
@permission_required(Permission.SEE_TEAMS)
def useful() -> ResponseReturnValue:
    """Whether somebody was reached after a search."""
    return render_template("feedback/useful.html", form=UsefulForm(formdata=None), thanks=False)


@blueprint.post("/useful")
@permission_required(Permission.SEE_TEAMS)
def tell_useful() -> ResponseReturnValue:
    """Keep that, by the week and without a name."""
    form = UsefulForm()
    if not form.validate():
        return render_template("feedback/useful.html", form=form, thanks=False), 422
    id_ = own_id(viewer().account, "useful", str(form.token.data))
    reached, within = form.told()
    event = event_of_request("tell_useful", id_=own_id(id_, "event"))
    database().write(
        lambda tx: feedback.tell_usefulness(tx, event=event, id_=id_, reached=reached, within=within, moment=moment())
    )
    return render_template("feedback/useful.html", form=form, thanks=True)


def _answerable(idea: str) -> feedback.Idea:
    """An idea that the account may answer; 404 for any other, and for none."""
    found = database().read(lambda tx: feedback.read_board(tx, account=viewer().account, moment=moment(), only=idea))
    return found[0] if found and found[0].may_answer else abort(404)
