"""Everything that the page of one involvement says, and its forms as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import current_app
from werkzeug.exceptions import HTTPException

from app.involvements.acts import Recorded
from app.involvements.forms import ButtonForm, ChangeForm, EndForm, HandOverForm
from app.involvements.wording import former_lines, last_moment, listed_types, recorded
from graph.hand_over import may_hand_over
from graph.involvements import Facts, Involvement
from graph.moment import Moment


class Forms:
    """The forms of the page: the one that was sent as it was sent, the others as they begin."""

    def __init__(
        self,
        found: Recorded,
        change: ChangeForm | None = None,
        end: EndForm | None = None,
        hand_over: HandOverForm | None = None,
    ) -> None:
        self.change = change or ChangeForm(formdata=None)
        self.end = end or EndForm(formdata=None).fill(found.found)
        self.hand_over = hand_over or HandOverForm(formdata=None)
        self.button = ButtonForm(formdata=None)
        self._sent = change or end or hand_over
        self.change.offer(found.types, found.brokers, found.found)
        self.hand_over.offer(found.colleagues)
        if change:
            change.take_what_is_not_asked(found.found)
        else:
            self.change.fill(found.found)

    @property
    def errors(self) -> Mapping[str, Any]:
        """What was wrong with the form that was sent, by field."""
        return self._sent.errors if self._sent else {}

    def wanted(self, now: Involvement) -> Facts:
        """What the form that was sent would have recorded."""
        return replace(now.facts, to=self.end.day()) if self._sent is self.end else self.change.facts(now)


class InvolvementPage:
    """One involvement in words."""

    def __init__(self, recorded_: Recorded, moment: Moment) -> None:
        found = recorded_.found
        self.id, self.person, self.name = found.id, found.person, found.name
        self.mine, self.confirmed, self.sensitive = found.mine, found.confirmed, found.sensitive
        self.marked, self.current, self.lead = found.marked, found.current, found.lead and found.current
        self.may_keep = found.confirmed and found.current and found.own_agency and found.direct
        self.over = found.facts.over(moment.today)
        self.facts = recorded(found)
        self.asks_for_broker = found.mine and (found.sensitive or found.broker is not None)
        self.history = former_lines(recorded_.history, found, listed_types(recorded_.types))
        self.receiver = recorded_.handed_over.receiver_name if recorded_.handed_over else ""
        self.may_hand_over = may_hand_over(found) and not self.receiver
        self.colleagues = bool(recorded_.colleagues)
        self.may_ask_to_lead = recorded_.may_ask_to_lead
        self.leads_from = last_moment(recorded_.own_request.due_at) if recorded_.own_request else ""
        self.requests = [(one.id, one.practitioner_name, one.agency_name) for one in recorded_.requests]
        self.ask_consent_again = found.mine and found.taken_over and (found.basis == "consent" or found.sensitive)
        self.rests_on_consent = found.mine and (found.basis == "consent" or found.sensitive)
        self.consent = _consent_page(found.person)


def _consent_page(person: str) -> str:
    """The address of the page on which consent is recorded, where the application has one."""
    address = f"/people/{person}/consent"
    try:
        current_app.url_map.bind("").match(address, method="GET")
    except (HTTPException, ValueError):
        return ""
    return address
