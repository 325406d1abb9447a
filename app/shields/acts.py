"""What the pages for shields and bars do, each in one transaction with its audit event."""

from __future__ import annotations

from app.audit_event import event_of_request
from app.current import moment, viewer
from app.shields.asking import OfficersView, officers_event
from app.shields.forms import BarForm, ReasonForm, ShieldForm
from graph.bars import Human, bar, find_human, is_self
from graph.driver import Transaction
from graph.proposals import own_id
from graph.second_officer import propose_lifting, propose_unshielding
from graph.shields import shield


def shield_as_colleague(tx: Transaction, person: str, form: ShieldForm) -> bool:
    """Shield for somebody who works with the person; False where they may not."""
    event = event_of_request("shield", subject=person)
    id_ = _id("shield", person, form)
    return shield(tx, event=event, id_=id_, others=form.chosen, moment=moment()) is not None


def shield_as_officer(tx: Transaction, person: str, form: ShieldForm) -> bool:
    """Shield for a privacy officer; False where there is nobody."""
    event = officers_event(tx, "shield", person)
    id_ = _id("shield", person, form)
    return shield(tx, event=event, id_=id_, others=form.chosen, moment=moment()) is not None


def propose_unshielding_of(tx: Transaction, person: str, form: ReasonForm) -> bool:
    """Propose to take the shield away; False where there is nobody shielded."""
    event = officers_event(tx, "propose_unshield", person)
    id_ = _id("unshield", person, form)
    return propose_unshielding(tx, event=event, id_=id_, reason=_reason(form), moment=moment())


def human_to_bar(tx: Transaction, view: OfficersView, form: BarForm) -> Human | None:
    """Whom the form names; None, with an error at the field, where nobody may be barred by that username."""
    human = find_human(tx, username=str(form.username.data))
    if human is None:
        form.username.errors = ["No account has this username: check the spelling"]
    elif is_self(view.officer, viewer().account, human):
        form.username.errors = ["This is you. Ask another privacy officer: nobody changes their own bars"]
        return None
    return human


def bar_human(tx: Transaction, person: str, form: BarForm) -> bool:
    """Bar the human; False where that may not be."""
    event, id_ = officers_event(tx, "bar", person), _id("bar", person, form)
    username, reason = str(form.username.data), _reason(form)
    done = bar(tx, event=event, id_=id_, username=username, others=form.chosen, reason=reason, moment=moment())
    return done is not None


def propose_lifting_of(tx: Transaction, person: str, account: str, form: ReasonForm) -> bool:
    """Propose to lift the bar that names an account; False where there is none, or it is one's own."""
    event, id_ = officers_event(tx, "propose_lift_bar", person), _id("lift_bar", f"{person} {account}", form)
    return propose_lifting(tx, event=event, id_=id_, account=account, reason=_reason(form), moment=moment())


def _id(kind: str, about: str, form: ShieldForm | ReasonForm) -> str:
    return own_id(viewer().account, kind, about, str(form.token.data))


def _reason(form: ReasonForm) -> str:
    return str(form.reason.data)
