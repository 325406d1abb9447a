"""The audit event of a request: who is signed in, for which agency, where and when are the request's own."""

from __future__ import annotations

from collections.abc import Iterable

from flask import request

from app.current import moment, request_id, viewer
from graph.audit import AuditEvent


def event_of_request(
    kind: str,
    *,
    purpose: str | None = None,
    subject: str | None = None,
    people: Iterable[str] = (),
    entries: Iterable[str] = (),
    objects: Iterable[str] = (),
    id_: str | None = None,
) -> AuditEvent:
    """An event by whoever is signed in; its id is the request's, unless one is given, so that a retry writes one."""
    account = viewer()
    return AuditEvent(
        kind=kind,
        at=moment().now,
        account=account.account,
        role=account.role,
        agency=account.agency,
        route=request.endpoint,
        purpose=purpose,
        subject=subject,
        people=[*people],
        entries=[*entries],
        objects=[*objects],
        request_id=request_id(),
        id=id_ or request_id(),
    )
