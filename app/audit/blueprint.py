"""The audit pages' blueprint: addresses hold ids alone; names go by POST, a purpose stays with the session."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.looks import NeedsPurpose
from app.audit.pages import LEVELS, REASONS
from app.paging import page_number
from app.team.wording import age_sentence
from app.wording import long_day, middle_day

blueprint = Blueprint("audit", __name__, template_folder="templates")
blueprint.context_processor(
    lambda: {
        "age_sentence": age_sentence,
        "long_day": long_day,
        "middle_day": middle_day,
        "levels": LEVELS,
        "all_reasons": REASONS,
    }
)


@blueprint.errorhandler(NeedsPurpose)
def ask_for_purpose(_fault: NeedsPurpose) -> ResponseReturnValue:
    """Lead to the purpose, whether or not there is anything at the address that was asked for."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("audit.purpose", next=wanted), 303)


@dataclass(frozen=True, slots=True)
class QuestionElsewhere:
    """A question of auditors that other pages answer."""

    address: str
    words: str
    hint: str


_ELSEWHERE = (
    (
        "trail.without_involvement",
        "Who looked without an involvement?",
        "Looks of accounts that do not work with the family.",
    ),
    ("trail.unusual", "What access is unusual?", "The most striking first, each with why it is listed."),
    ("trail.trail", "Who did what, and when?", "The audit trail, by person, account, agency, time and reason."),
    ("privacy_queue.queue", "What waits for a privacy officer?", "Emergency access, shields, proposals and more."),
)
"""Endpoint, question and hint; one that this application has not is left out."""


def questions_elsewhere() -> list[QuestionElsewhere]:
    """The questions that other packages' pages answer, in the order of the list."""
    known = (one for one in _ELSEWHERE if one[0] in current_app.view_functions)
    return [QuestionElsewhere(url_for(endpoint), words, hint) for endpoint, words, hint in known]


blueprint.add_app_template_global(questions_elsewhere)


def asked_page() -> int:
    """The page that the address asks for; 404 for none that a list has."""
    return page_number(request.args.get("page", 1, type=int))


def asked_reason() -> str | None:
    """The reason that the address filters by; one that is unknown filters by none."""
    reason = request.args.get("reason")
    return reason if reason in REASONS else None
