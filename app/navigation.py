"""The links in the head of every page, by what the signed-in account may open."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for

from app.current import viewer_if_known
from app.permissions import Permission

_PAGES = (
    ("My families", "home.home", Permission.SEE_TEAMS),
    ("Find someone", "search.search", Permission.SEE_TEAMS),
    ("Shared practitioners", "coordinator.shared", Permission.COORDINATE),
    ("Who can see", "audit.who_can_see", Permission.EXPLAIN_ACCESS),
    ("Administration", "administration.start", Permission.ADMINISTER),
    ("Audit trail", "trail.trail", Permission.AUDIT),
    ("Privacy queue", "privacy_queue.queue", Permission.AUDIT),
    ("Mail", "mail.mail", Permission.ADMINISTER),
)


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the head; `here` marks the page, or the part of the application, that is open."""

    text: str
    address: str
    here: bool


def navigation() -> list[Link]:
    """The links for whoever is signed in; none before sign-in and where this request has not asked who it is."""
    account = viewer_if_known()
    if account is None:
        return []
    return [
        Link(text, url_for(endpoint), request.blueprint == endpoint.partition(".")[0])
        for text, endpoint, permission in _PAGES
        if account.role in permission.roles and endpoint in current_app.view_functions
    ]


def register(app: Flask) -> None:
    """Give templates `navigation` and `viewer_if_known`."""
    app.add_template_global(navigation)
    app.add_template_global(viewer_if_known)
