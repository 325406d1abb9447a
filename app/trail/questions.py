"""What the address of a page of the trail asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flask import abort, request

from app.current import moment
from app.paging import page_number
from app.trail.forms import read_time
from graph.audit_search import Asked
from graph.audit_trail import ALWAYS
from graph.audit_unusual import WHYS, Why

DAYS = (1, 7, 30, 90)
"""How far back unusual access may be asked for."""


@dataclass(frozen=True, slots=True)
class Question:
    """A search with its page. until is the instant of its first page, so that later events move nothing."""

    asked: Asked
    page: int
    until: datetime

    def arguments(self, page: int) -> dict[str, str | int]:
        """The address's arguments for another page of the same search."""
        given = {name: value for name, value in request.args.items() if name not in ("page", "until")}
        return {**given, "page": page, "until": self.until.isoformat()}


def question() -> Question:
    """What is asked; 404 for a time or a page that is none."""
    until = _instant(request.args.get("until")) or moment().now
    start, end = request.args.get("start"), request.args.get("end")
    try:
        began = read_time(start).start if start else ALWAYS[0]
        ended = read_time(end).end if end else ALWAYS[1]
    except ValueError:
        abort(404)
    words = {name: request.args.get(name) or None for name in ("person", "reason", "account", "agency", "kind")}
    return Question(Asked(began, min(ended, until), **words), page_number(request.args.get("page", 1, type=int)), until)


@dataclass(frozen=True, slots=True)
class UnusualQuestion:
    """Unusual access of the last days, for one reason or all, and which page."""

    days: int
    why: Why | None
    page: int
    until: datetime

    @property
    def start(self) -> datetime:
        """The first instant asked about."""
        return self.until - timedelta(days=self.days)


def unusual_question(why: Why | None = None) -> UnusualQuestion:
    """What is asked; 404 for days or a reason that there are not."""
    days, named = request.args.get("days", 7, type=int), request.args.get("why") or None
    if days not in DAYS or (named is not None and named not in WHYS):
        abort(404)
    until = _instant(request.args.get("until")) or moment().now
    codes: dict[str | None, Why] = {code: code for code in WHYS}
    chosen = why or codes.get(named)
    return UnusualQuestion(days, chosen, page_number(request.args.get("page", 1, type=int)), until)


def _instant(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        instant = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        abort(404)
    return instant.astimezone(UTC) if instant.tzinfo else abort(404)
