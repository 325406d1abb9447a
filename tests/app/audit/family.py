"""The Marsh family with auditors, administrators and two practitioners who see different teams."""

from __future__ import annotations

from typing import Any

from tests.app.team.marsh_family import marsh_family

AUDITOR, CARE_ADMINISTRATOR, HELP_ADMINISTRATOR, RECOVERY = "ava.audit", "cara.admin", "adam.min", "ray.recovery"
Record = dict[str, Any]


def audited_family() -> Record:
    """The world of the team page's tests and those who ask about it; its sensitive service has an account."""
    world = marsh_family()
    world["accounts"] += [
        _account(AUDITOR, "a-care", "auditor"),
        _account(CARE_ADMINISTRATOR, "a-care", "administrator"),
        {**_account(RECOVERY, "a-drugs", "practitioner"), "practitioner": "p-hidden"},
        {**_account("farouk.far", "a-far", "practitioner"), "practitioner": "p-far"},
    ]
    return world


def _account(username: str, agency: str, role: str) -> Record:
    id_ = f"acc-{username.split('.')[0]}"
    return {"id": id_, "username": username, "role": role, "agency": agency, "status": "active"}
