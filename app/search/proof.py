"""The proof that a search answered an account with a person: without it nobody can be opened by an id.

It is signed, bound to the account, and runs out. It holds the id of the grant it may turn into, so that a form sent
twice opens once. Nothing in it tells of the person what the page does not: whether they are shielded least of all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, cast
from uuid import uuid4

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

GOOD_FOR = timedelta(minutes=30)
Way = Literal["search", "emergency search", "sight"]
"""How somebody was reached; `sight`: they were shown already. A proof of one is none of another."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found, the id for the grant, and whether a reference and a whole birth date had both been asked."""

    person: str
    grant: str
    by_reference_and_birth: bool


def proof_of(person: str, *, account: str, by_reference_and_birth: bool, way: Way) -> str:
    """A new proof for one person; one of an emergency search is good for emergency access alone."""
    return _serializer(account, way).dumps([person, uuid4().hex, by_reference_and_birth])


def found_by(proof: str, *, account: str, way: Way) -> Found | None:
    """What a proof says; None for one that has run out, was altered, or was given to another account."""
    try:
        held = _serializer(account, way).loads(proof, max_age=int(GOOD_FOR.total_seconds()))
    except BadData:
        return None
    return Found(*cast(tuple[str, str, bool], held))


def _serializer(account: str, way: Way) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=f"found by {way} of {account}")
