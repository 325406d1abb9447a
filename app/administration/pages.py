"""What all administrators' pages share: the blueprint, and how one looks and changes within the own scope."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.administration.forms import AdministrationForm
from app.administration.wording import WORDS
from app.audit_event import event_of_request
from app.current import database, moment, viewer
from app.errors import http_fault
from app.wording import day_of, long_day, middle_day
from graph.administration.acting import Acting, NotInScope, acting, acting_alone
from graph.administration.changes import Done, Refused
from graph.audit import record
from graph.driver import ConstraintBroken, Transaction

Answer = TypeVar("Answer")
PER_PAGE = 50

blueprint = Blueprint("administration", __name__, template_folder="templates")
blueprint.context_processor(
    lambda: {"long_day": long_day, "middle_day": middle_day, "day_of": day_of, "words": WORDS, "done": done_words()}
)


@blueprint.errorhandler(NotInScope)
def not_in_scope(_fault: NotInScope) -> ResponseReturnValue:
    """The same page for what lies outside the scope and for what does not exist."""
    return http_fault(NotFound())


def look(read: Callable[[Transaction, Acting], Answer]) -> Answer:
    """What the administrator who is signed in may read; the scope is decided in the same transaction."""
    return database().read(lambda tx: read(tx, acting(tx, account=viewer().account, moment=moment())))


def change(kind: str, form: AdministrationForm, work: Callable[[Transaction, Acting], Done | None]) -> bool:
    """Make a change and its audit event in one transaction; where it is refused the form says why.

    `work` answers None where there is nothing to change, as when the same form is sent twice: no event then.
    """

    def whole(tx: Transaction) -> None:
        done = work(tx, acting_alone(tx, account=viewer().account, moment=moment()))
        if done is not None:
            record(tx, event_of_request(done.kind or kind, objects=done.objects, purpose=done.codes))

    try:
        database().write(whole)
    except Refused as refusal:
        form.refuse(refusal)
    except ConstraintBroken:
        form.refuse(Refused("Somebody stored something with this name at the same moment: choose another one"))
    return not form.is_refused


def gone_well(endpoint: str, done: str, **ids: Any) -> ResponseReturnValue:
    """On to a page, which says that it is done; `done` is one of the codes in wording.py."""
    return redirect(url_for(endpoint, done=done, **ids), 303)


def form_page(
    form: AdministrationForm, title: str, *, back: tuple[str, str], button: str, intro: str = ""
) -> ResponseReturnValue:
    """A page with one form; 422 where it says what is wrong. `back`: text and address of the page it came from."""
    page = render_template("administration/form.html", form=form, title=title, back=back, button=button, intro=intro)
    return page, 422 if form.problems() else 200


def done_words() -> str | None:
    """What was just done, as the page that follows says it."""
    return WORDS["done"].get(request.args.get("done", ""))
