"""Codes as administrators read them."""

from __future__ import annotations

from graph.agencies import AGENCY_KINDS

_KINDS = {
    "childrens_social_care": "Children’s social care",
    "camhs": "Child and adolescent mental health",
    "early_years": "Early years",
    "fire_and_rescue": "Fire and rescue",
    "substance_misuse": "Substance misuse (sensitive)",
    "sexual_health": "Sexual health (sensitive)",
    "domestic_abuse": "Domestic abuse (sensitive)",
}
WORDS: dict[str, dict[str, str]] = {
    "role": {
        "practitioner": "Practitioner",
        "coordinator": "Coordinator",
        "administrator": "Administrator",
        "auditor": "Auditor",
    },
    "account": {"active": "Active", "suspended": "Suspended", "invited": "Invited"},
    "agency": {"live": "Live", "preparing": "Preparing", "suspended": "Suspended"},
    "kind": {kind: _KINDS.get(kind, kind.replace("_", " ").capitalize()) for kind in AGENCY_KINDS},
    "sector": {"statutory": "Statutory", "voluntary": "Voluntary", "private": "Private"},
    "contact": {"landline": "Landline", "mobile": "Mobile", "email": "E-mail"},
    "basis": {
        "public_task": "Public task",
        "legal_obligation": "Legal obligation",
        "vital_interests": "Vital interests",
        "consent": "Consent",
    },
    "missing": {
        "administrator": "no active administrator",
        "duty_contact": "no duty contact",
        "signature": "no signature",
    },
    "done": {
        "saved": "Saved",
        "invited": "Invited: the link is on its way by e-mail",
        "waits": "Kept. It takes effect once a second administrator accepts it",
        "suspended": "Suspended: signed out everywhere, and open grants ended",
        "reactivated": "Reactivated",
        "accepted": "Accepted: it has taken effect",
        "closed": "Taken off the list: nothing has changed",
        "live": "Live from now on",
        "scheduled": "Scheduled",
        "called_off": "Called off: nothing has changed",
        "signed": "Signature noted",
        "ended": "The end is noted",
        "joined": "Noted from when they work there",
        "left": "Noted until when they work there",
    },
}
