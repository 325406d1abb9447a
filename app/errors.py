"""Answers for what goes wrong: each says what happened and what to do, and none of them asks the graph anything."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.current import request_id
from graph.driver import GraphFault, GraphUnavailable

_log = structlog.get_logger(__name__)
_EXPLAINED = (400, 403, 404, 405, 413, 500)
_SECRETS = frozenset({"password", "new_password"})
_KEPT_HEADERS = ("Allow", "Retry-After")


def http_fault(fault: HTTPException) -> ResponseReturnValue:
    """The page for an HTTP status; a redirect stays one, a rare status gets the words of a bad request."""
    status = fault.code or 500
    if fault.response is not None or status < 400:
        return fault.get_response()
    headers = [(name, value) for name, value in fault.get_headers() if name in _KEPT_HEADERS]
    return _page(str(status) if status in _EXPLAINED else "400", status, headers)


def form_expired(fault: CSRFError) -> ResponseReturnValue:
    """The page for a form that does not belong to this browser's session."""
    return _page("form_expired", 400)


def graph_away(fault: GraphUnavailable) -> ResponseReturnValue:
    """The page for a graph that does not answer."""
    _log.error("graph away", request=request_id(), route=request.endpoint)
    return _page("503", 503, [("Retry-After", "10")], typed=_typed())


def broken(fault: Exception) -> ResponseReturnValue:
    """The page for a fault of the program. Its message may hold a name, so the log gets its kind and place alone."""
    # A GraphFault names nobody, by its own promise; any other message may hold what somebody typed.
    advice = str(fault) if isinstance(fault, GraphFault) else ""
    _log.error(
        "fault",
        request=request_id(),
        route=request.endpoint,
        kind=type(fault).__name__,
        advice=advice,
        at=_place(fault),
    )
    return _page("500", 500)


def _typed() -> list[tuple[str, str]]:
    """What was sent with a form, to be offered for sending again; never a password or a code of the second factor."""
    if request.method != "POST" or request.blueprint == "second_factor" or not _SECRETS.isdisjoint(request.form):
        return []
    return list(request.form.items(multi=True))


def _page(
    name: str, status: int, headers: Sequence[tuple[str, str]] = (), typed: Sequence[tuple[str, str]] = ()
) -> ResponseReturnValue:
    if request.path.endswith(".json"):
        return {"error": status}, status, [*headers]
    return render_template(f"errors/{name}.html", fault=request_id(), typed=typed), status, [*headers]


def _place(fault: Exception) -> list[str]:
    """Where in the code a fault arose, innermost last: files and lines alone."""
    places: list[str] = []
    trace = fault.__traceback__
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-8:]


def register(app: Flask) -> None:
    """Answer every fault with a page."""
    app.register_error_handler(HTTPException, http_fault)
    app.register_error_handler(CSRFError, form_expired)
    app.register_error_handler(GraphUnavailable, graph_away)
    app.register_error_handler(Exception, broken)
