"""Roles that wait for a second administrator: another account, of another human, in scope at the moment of accepting.

A change has no effect until then; it may be declined by them, withdrawn by whoever asked, and lapses after seven days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph.accounts import username_key
from graph.administration.accounts import (
    KeptAccount,
    Letter,
    NewAccount,
    create_invited,
    find_account,
    is_there,
    refuse_last_administrator,
    refuse_unusable,
    works_elsewhere,
)
from graph.administration.acting import Acting, NotInScope, acting
from graph.administration.changes import Done, Refused, Stale
from graph.administration.roles import LOWEST, Role, is_raised, may_second
from graph.driver import Transaction
from graph.moment import Moment
from graph.query_loader import Nothing, read_query, write_query

LAPSES_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role that waits; `is_new`: of an account that is made when somebody accepts.

    `email` is where the invitation to a new account goes; the others tell whether two accounts are one human's.
    """

    id: str
    account: str
    is_new: bool
    username: str
    name: str | None
    agency: str
    agency_name: str
    role: str
    areas: list[str]
    role_before: str | None
    areas_before: list[str]
    practitioner: str | None
    email: str | None
    proposed_by: str
    proposer: str
    proposer_practitioner: str | None
    proposer_email: str | None
    holder_email: str | None
    proposed_at: datetime
    expires_at: datetime

    @property
    def before(self) -> Role:
        """What the account had when this was asked for."""
        return Role(self.role_before, frozenset(self.areas_before)) if self.role_before else LOWEST

    @property
    def after(self) -> Role:
        """What it would have."""
        return Role(self.role, frozenset(self.areas))

    def may_accept(self, by: Acting) -> bool:
        """Whether this administrator can be the second one: not the one who asked, and not the one it is about."""
        asked = by.is_own(self.proposed_by, self.proposer_practitioner, self.proposer_email)
        concerned = by.is_own(self.account, self.practitioner, self.holder_email)
        return not asked and not concerned and may_second(by, self.before, self.after)


@dataclass(frozen=True, slots=True)
class RoleChangeStatus:
    """open, accepted, declined or withdrawn."""

    status: str


_ROLE_CHANGES = read_query("administration/role_changes", RoleChange)
_STATUS = read_query("administration/role_change_known", RoleChangeStatus)
_PROPOSE = write_query("administration/propose_role", Nothing)
_CLOSE = write_query("administration/close_role_change", Nothing)
_SET_ROLE = write_query("administration/set_role", Nothing)


def find_role_changes(tx: Transaction, by: Acting, moment: Moment) -> list[RoleChange]:
    """Those that wait in the administrator's scope, the oldest first."""
    return tx.run(_ROLE_CHANGES, agencies=by.agencies, now=moment.now)


def create_account(tx: Transaction, by: Acting, new: NewAccount, letter: Letter | None, moment: Moment) -> Done | None:
    """Make an account and invite its holder; None where this form was sent before.

    With a raised role it waits; so does that of somebody who works, or worked, for other agencies too: whoever has it
    sees their own work for all of them (visibility.md, OWN).
    """
    if is_there(tx, by, new.id) or tx.run(_STATUS, id=new.id):
        return None
    refuse_unusable(tx, by, new, moment)
    if by.is_own(new.id, new.practitioner, new.email):
        raise Refused("Nobody makes an account for themselves: ask another administrator", "practitioner")
    objects = (f"account:{new.id}", f"agency:{new.agency}")
    if not is_raised(LOWEST, new.role) and not works_elsewhere(tx, new.practitioner, new.agency, moment):
        create_invited(tx, new, letter, moment)
        return Done(objects, codes_of(new.role))
    record = {"username": new.username, "username_key": username_key(new.username), "email": new.email}
    _propose(tx, by, new.id, {**record, **_facts(new.id, new.practitioner, new.role)}, new.agency, moment)
    return Done((f"role_change:{new.id}", *objects), codes_of(new.role), "propose_account")


def change_role(
    tx: Transaction,
    by: Acting,
    account: str,
    after: Role,
    version: str,
    *,
    key: str,
    although_last: bool,
    moment: Moment,
) -> Done | None:
    """Lower a role at once, or keep one that is raised until somebody else accepts. `after` is from `asked_role`."""
    found = find_account(tx, by, account)
    if found.holds == after or tx.run(_STATUS, id=key):
        return None
    _refuse_change(tx, by, found, after, version, moment)
    if not is_raised(found.holds, after):
        if after.name != "administrator":
            refuse_last_administrator(found, although_last=although_last)
        _set_role(tx, account, after, moment)
        return Done((f"account:{account}",), f"{codes_of(found.holds)} > {codes_of(after)}")
    before = {"role_before": found.role, "areas_before": sorted(found.areas)}
    _propose(tx, by, key, {**before, **_facts(account, found.practitioner, after)}, found.agency, moment)
    objects = (f"role_change:{key}", f"account:{account}")
    return Done(objects, f"{codes_of(found.holds)} > {codes_of(after)}", "propose_role")


def accept(tx: Transaction, by: Acting, id_: str, letter: Letter | None, moment: Moment) -> Done:
    """Let a role take effect, everything about it decided anew: who asked, whom it is about, what they have now."""
    change = _waiting(tx, by, id_, moment)
    if not change.may_accept(by):
        raise Refused("Somebody else has to accept this: not whoever asked for it, and not whom it is about")
    _refuse_lost_proposer(tx, change, moment)
    tx.run(_CLOSE, id=id_, status="accepted", account=by.account, now=moment.now)
    if change.is_new:
        _make(tx, by, change, letter, moment)
    else:
        _raise(tx, by, change, moment)
    objects = (f"role_change:{id_}", f"account:{change.account}", f"account:{change.proposed_by}")
    return Done(objects, codes_of(change.after))


def close(tx: Transaction, by: Acting, id_: str, moment: Moment) -> Done:
    """Withdraw what this administrator asked for, or decline what somebody else did."""
    change = _waiting(tx, by, id_, moment)
    own = change.proposed_by == by.account
    tx.run(_CLOSE, id=id_, status="withdrawn" if own else "declined", account=by.account, now=moment.now)
    return Done((f"role_change:{id_}", f"account:{change.account}"), "withdrawn" if own else "declined")


def codes_of(role: Role) -> str:
    """A role with its areas, in codes."""
    return " ".join([role.name, *sorted(role.areas)])


def _waiting(tx: Transaction, by: Acting, id_: str, moment: Moment) -> RoleChange:
    for change in find_role_changes(tx, by, moment):
        if change.id == id_:
            return change
    raise NotInScope


def _refuse_change(tx: Transaction, by: Acting, found: KeptAccount, after: Role, version: str, moment: Moment) -> None:
    if by.is_own(found.id, found.practitioner, found.holder_email):
        raise Refused("Nobody changes their own role or areas: ask another administrator")
    if found.version != version:
        raise Stale(found.version)
    if found.status == "suspended":
        raise Refused("This account is suspended: reactivate it before you change its role")
    if after.name == "practitioner" and found.practitioner is None:
        raise Refused("This account is nobody’s who works with families, so it cannot be a practitioner’s", "role")
    if any(change.account == found.id for change in find_role_changes(tx, by, moment)):
        raise Refused("A change of this role waits already: withdraw it, or have it accepted or declined")


def _refuse_lost_proposer(tx: Transaction, change: RoleChange, moment: Moment) -> None:
    try:
        proposer = acting(tx, account=change.proposed_by, moment=moment)
    except NotInScope:
        proposer = None
    if proposer is None or change.agency not in proposer.agencies:
        raise Refused("Whoever asked for this is no longer an administrator here: decline it, and ask anew")


def _make(tx: Transaction, by: Acting, change: RoleChange, letter: Letter | None, moment: Moment) -> None:
    if change.email is None:
        raise NotInScope
    new = NewAccount(change.account, change.username, change.email, change.after, change.agency, change.practitioner)
    refuse_unusable(tx, by, new, moment)
    create_invited(tx, new, letter, moment)


def _raise(tx: Transaction, by: Acting, change: RoleChange, moment: Moment) -> None:
    found = find_account(tx, by, change.account)
    if found.status == "suspended" or found.holds != change.before:
        raise Refused("The account has changed since this was asked for: decline it, and ask anew")
    _set_role(tx, change.account, change.after, moment)


def _set_role(tx: Transaction, account: str, role: Role, moment: Moment) -> None:
    tx.run(_SET_ROLE, account=account, role=role.name, areas=sorted(role.areas), now=moment.now)


def _facts(account: str, practitioner: str | None, role: Role) -> dict[str, Any]:
    return {"account": account, "practitioner": practitioner, "role": role.name, "areas": sorted(role.areas)}


def _propose(tx: Transaction, by: Acting, id_: str, record: dict[str, Any], agency: str, moment: Moment) -> None:
    when = {"proposed_by": by.account, "proposed_at": moment.now, "expires_at": moment.now + LAPSES_AFTER}
    tx.run(_PROPOSE, id=id_, record={**record, **when}, agency=agency)
