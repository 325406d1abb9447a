"""Passwords as Argon2id hashes."""

from __future__ import annotations

import json
from pathlib import Path

from graph.agencies import AGENCY_KINDS, SECTORS
from graph.password_hashing import hash_password, nobodys_hash, password_matches


def test_a_password_matches_its_own_hash_alone() -> None:
    stored = hash_password("correct horse")
    assert stored.startswith("$argon2id$v=19$m=47104,t=1,p=1$")
    assert password_matches("correct horse", stored)
    assert not password_matches("correct horsf", stored)
    assert hash_password("correct horse") != stored


def test_without_a_hash_nothing_matches() -> None:
    assert not password_matches("", None)
    assert not password_matches("correct horse", "not a hash")
    assert nobodys_hash() == nobodys_hash()


def test_letters_sent_in_two_parts_are_the_same_password() -> None:
    assert password_matches("cafe\u0301 au lait", hash_password("caf\u00e9 au lait"))


def test_the_kinds_of_agency_are_those_of_a_world() -> None:
    schema = json.loads((Path(__file__).parents[2] / "graph/worlds/world.schema.json").read_text())
    agency = schema["$defs"]["agency"]["properties"]
    assert (list(AGENCY_KINDS), list(SECTORS)) == (agency["kind"]["enum"], agency["sector"]["enum"])
