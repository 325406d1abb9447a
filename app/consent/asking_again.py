"""Asking for consent again, for pages after which it should be: a hand-over to a colleague, an end that comes near."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from graph.consent import read_consents
from graph.driver import Transaction
from graph.moment import Moment


@dataclass(frozen=True, slots=True)
class AskAgain:
    """A sentence, the words of a link and where it leads."""

    sentence: str
    link: str
    address: str


def ask_again(tx: Transaction, *, account: str, person: str, moment: Moment) -> AskAgain | None:
    """What to say to somebody who has just taken work over; None for whoever does not work with the person directly."""
    known = read_consents(tx, account=account, person=person, moment=moment)
    if known is None:
        return None
    address = url_for("consent.consent", person=person)
    if not known.decisions:
        return AskAgain(
            f"Nothing is recorded of what {known.given_name} decided about sharing.", "Ask, and record it", address
        )
    return AskAgain(
        f"Ask {known.given_name} again what may be shared, now that somebody else works with them.",
        "See what was decided",
        address,
    )
