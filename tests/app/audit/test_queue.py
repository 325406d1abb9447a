"""Who did what stands in the privacy queue, masked where it would tell of a sensitive service."""

from __future__ import annotations

import re

from tests.app.audit.family import AUDITOR, RECOVERY
from tests.app.audit.reading import NOTE, state_second_purpose, text_of
from tests.app.page_client import PageClient
from tests.app.proposals.acting import token
from tests.app.team.marsh_family import ELLIE

NAMES = ("Hidden Recoveryworker", "Fresh Start Recovery", RECOVERY)


def _shield(asker: PageClient, username: str) -> None:
    asker.sign_in_as(username)
    asker.post("/people/x-dawn/shield", {"token": token()}, status=303)


def _audit(asker: PageClient) -> None:
    asker.sign_in_as(AUDITOR)
    asker.post("/access/purpose", {"code": "check", "note": NOTE}, status=303)


def test_who_shielded_is_masked_until_a_second_purpose(asker: PageClient) -> None:
    _shield(asker, RECOVERY)
    _audit(asker)
    queue = asker.get("/privacy-queue").text
    address = re.search(r'href="(/privacy-queue/[^"?]+)"', queue)
    assert address is not None
    item = asker.get(address[1]).text
    assert "Somebody at a sensitive service" in text_of(queue)
    assert "Somebody at a sensitive service" in text_of(item)
    assert not [name for name in NAMES if name in queue + item]
    state_second_purpose(asker, "x-dawn")
    assert "Hidden Recoveryworker, Fresh Start Recovery" in text_of(asker.get(address[1]).text)


def test_whoever_works_with_the_person_openly_is_named(asker: PageClient) -> None:
    _shield(asker, ELLIE)
    _audit(asker)
    assert "Ellie Brandon, Northwick Early Help" in text_of(asker.get("/privacy-queue").text)
