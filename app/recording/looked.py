"""The proof that whoever is recorded already was shown: so that one look-up is counted once, and none is left out."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from graph.search import Asked

GOOD_FOR = timedelta(hours=1)
_SOMEBODY, _NOBODY = "somebody", "nobody"


def proof_of_look(asked: Asked, account: str, *, some: bool) -> str:
    """A proof for one name and day; signed, bound to the account, and of use for no other name. some: was shown."""
    return _serializer(account).dumps([*_said(asked), _SOMEBODY if some else _NOBODY])


def looked_for(proof: str, asked: Asked, account: str) -> bool | None:
    """Whether somebody was shown for this very name and day; None without a proof that fits and has not run out."""
    try:
        held = _serializer(account).loads(proof, max_age=int(GOOD_FOR.total_seconds()))
    except BadData:
        return None
    said = _said(asked)
    return held[-1] == _SOMEBODY if held in ([*said, _SOMEBODY], [*said, _NOBODY]) else None


def _said(asked: Asked) -> list[str]:
    return [asked.name.casefold(), *(day.isoformat() for day in asked.birth.days)] if asked.birth else []


def _serializer(account: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=f"looked for before recording by {account}")
