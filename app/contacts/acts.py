"""What the pages about contact details do, each in one transaction with its audit event."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app

from app.administration.letters import letter
from app.audit_event import event_of_request
from app.contacts.forms import ContactsForm
from app.current import database, moment, request_id, viewer
from graph.driver import Transaction
from graph.email_changes import ConfirmedAddress, confirm
from graph.own_contacts import Changed, OwnContacts, change_contacts, read_own_contacts
from graph.proposals import own_id
from graph.throttles import count, throttle_key

NEW_ADDRESSES, WITHIN = 5, timedelta(hours=1)
"""How many links somebody may have sent to addresses of their choice, before each waits longer."""


def own_contacts(tx: Transaction) -> OwnContacts | None:
    """The own contact details; None for an account without a practitioner."""
    return read_own_contacts(tx, account=viewer().account, moment=moment())


def save(form: ContactsForm, found: OwnContacts) -> Changed | None:
    """Record what was typed; None, with an error in the form, where it cannot be."""
    sent = letter()
    asks = bool(form.email.data) and form.email.data != found.stored.email
    if asks and sent is None:
        form.email.errors = ["No link can be sent: ask whoever runs Patchwork to set PATCHWORK_PUBLIC_URL"]
        return None
    if asks and not _may_send():
        form.email.errors = ["You have asked for many links. Wait a few minutes, then send this again"]
        return None
    id_ = own_id(viewer().account, "contacts", str(form.token.data))
    event = event_of_request("change_contact_details", id_=own_id(id_, "event"))
    wanted, version = form.contacts(), str(form.version.data or "")
    changed = database().write(
        lambda tx: change_contacts(
            tx, event=event, id_=id_, wanted=wanted, version=version, letter=sent, moment=moment()
        )
    )
    if changed and changed.outcome == "no_colleague":
        form.stand_in.errors = ["They do not work for your agency any more. Choose somebody else"]
        return None
    return changed


def confirm_email(token: str) -> ConfirmedAddress | None:
    """Let the address of a link take effect; None where the link cannot be used."""
    use = request_id()
    return database().write(lambda tx: confirm(tx, token=token, use=use, route="contacts.confirmed", moment=moment()))


def _may_send() -> bool:
    key = throttle_key(str(current_app.secret_key), "new address", viewer().account)
    return database().write(lambda tx: count(tx, key, NEW_ADDRESSES, WITHIN, moment())).allowed
