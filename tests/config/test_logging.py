"""Logs hold listed keys and nothing that somebody typed."""

from __future__ import annotations

import json

import pytest
import structlog

from config.logging import configure_logging


def test_only_listed_keys_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    try:
        structlog.get_logger().error("fault", route="team.team", name="Leo Marsh", form={"name": "Leo Marsh"})
    finally:
        structlog.reset_defaults()
    written = json.loads(capsys.readouterr().err)
    assert (written["event"], written["route"], written["level"]) == ("fault", "team.team", "error")
    assert written.keys() == {"event", "route", "level", "timestamp"}


def test_the_text_of_an_exception_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    try:
        raise ValueError("Leo Marsh")
    except ValueError:
        structlog.get_logger().exception("fault")
    finally:
        structlog.reset_defaults()
    assert "Leo" not in capsys.readouterr().err
