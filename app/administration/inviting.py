"""Inviting somebody: what the form offers, and what it makes."""

from __future__ import annotations

from app.administration.account_forms import InviteForm
from app.administration.fields import text_of
from app.current import moment
from graph.administration.accounts import Letter, NewAccount
from graph.administration.acting import Acting, area_names
from graph.administration.agencies import find_administered
from graph.administration.changes import Done, id_from
from graph.administration.practitioners import create_practitioner, find_practitioner
from graph.administration.role_changes import create_account
from graph.administration.roles import LOWEST, asked_role
from graph.driver import Transaction


def fill_in(tx: Transaction, by: Acting, form: InviteForm, practitioner: str | None) -> None:
    """Offer what the administrator may choose; NotInScope for a practitioner of other agencies."""
    known = find_practitioner(tx, by, practitioner) if practitioner else None
    form.offer(area_names(tx, by.areas))
    form.offer_agencies([(agency.id, agency.name) for agency in find_administered(tx, by)], known)
    if known is None:
        return
    form.practitioner.data = known.id
    if not form.is_submitted():
        form.email.data = known.email


def made_by(tx: Transaction, by: Acting, form: InviteForm, letter: Letter | None) -> Done | None:
    """The account, with its practitioner where they are new; nothing of either where one is refused."""
    facts, agency = form.new_practitioner(), str(form.agency.data)
    practitioner = text_of(form.practitioner) or None
    made: Done | None = None
    if facts is not None:
        practitioner = id_from(by.account, f"practitioner {form.key.data}")
        made = create_practitioner(tx, by, practitioner, facts, agency, moment().today, moment())
    elif practitioner is not None:
        find_practitioner(tx, by, practitioner)
    new = NewAccount(
        id=form.made_id(),
        username=text_of(form.username),
        email=text_of(form.email),
        role=asked_role(by, str(form.role.data), form.chosen_areas(), LOWEST),
        agency=agency,
        practitioner=practitioner,
    )
    done = create_account(tx, by, new, letter, moment())
    return Done((*done.objects, *(made.objects if made else ())), done.codes, done.kind) if done else None
