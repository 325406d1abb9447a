"""What the pages are called from which somebody says something: by part of the application, never by an address."""

from __future__ import annotations

from flask import current_app

_PARTS = {
    "administration": "Administration",
    "audit": "Who can see",
    "coordinator": "Shared practitioners",
    "emergency": "Emergency access",
    "home": "My families",
    "my_account": "My account",
    "notice_board": "Notices",
    "policy": "Who sees what",
    "privacy_queue": "Privacy queue",
    "proposals": "What waits for an answer",
    "search": "Find someone",
    "shields": "Shields and bars",
    "subject_access": "Subject access",
    "team": "Team around the family",
    "trail": "Audit trail",
}


def page_words(endpoint: str | None) -> str:
    """The part's name; empty for what is no page of this application."""
    if not endpoint or endpoint not in current_app.view_functions:
        return ""
    part = endpoint.partition(".")[0]
    return _PARTS.get(part, part.replace("_", " ").capitalize())
