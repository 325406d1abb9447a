"""The explanation of consent in each language: whole, said to be read or not, and shown in its own direction."""

from __future__ import annotations

import pytest

from app.consent.explaining import explanation, explanations
from tests.app.consent.world import ELLIE
from tests.app.proposals.acting import Actors


def test_every_language_says_as_much_as_english() -> None:
    english, *others = explanations()
    assert english.code == "en"
    assert {one.code for one in others} >= {"cy", "pl", "ur", "ar", "ro"}
    for one in others:
        assert [len(x.answers) for x in one.questions] == [len(x.answers) for x in english.questions], one.code
        for name in ("told", "rights", "lines"):
            assert len(getattr(one, name)) == len(getattr(english, name)), (one.code, name)
            assert not set(getattr(one, name)) & set(getattr(english, name)), (one.code, name)
        assert not one.read_by_native
    assert {one.code for one in others if one.direction == "rtl"} == {"ur", "ar"}
    assert explanation("xx") is None


@pytest.mark.parametrize("code", ["en", "ur"])
def test_it_is_shown_in_its_language_and_direction(actors: Actors, code: str) -> None:
    told = explanation(code)
    assert told is not None
    page = actors(ELLIE).get(f"/consent/explained/{code}").text
    assert f'<article class="consent__told" lang="{code}" dir="{told.direction}">' in page
    assert told.title in page
    assert ("has not been read by a native reader" in page) is not told.read_by_native
    actors(ELLIE).get("/consent/explained/xx", status=404)
