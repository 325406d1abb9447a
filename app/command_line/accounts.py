"""`patchwork account`: the first administrator, passwords, second factors. No password stands in an argument."""

from __future__ import annotations

import sys
from uuid import uuid4

import click

from app.command_line.connection import open_database
from graph.account_letters import write_to_account
from graph.accounts import NewAgency, create_administrator, create_agency, find_agencies, set_password
from graph.agencies import AGENCY_KINDS, SECTORS
from graph.driver import ConstraintBroken, Database, Transaction
from graph.moment import Moment
from graph.password_hashing import hash_password
from graph.password_rules import fault_of_password
from graph.second_factor import reset_second_factor

SHORTEST_USERNAME = 3
LONGEST_USERNAME = 200
NO_SUCH_USERNAME = "No account has that username. Check the spelling; upper and lower case are the same."


@click.group()
def account() -> None:
    """Make the first administrator, set passwords, reset second factors.

    The password is asked for; where the command's input is not a terminal, it is the first line of that input.
    """


@account.command()
@click.option("--username", prompt=True, help="What the administrator signs in with; asked for where it is missing.")
@click.option("--agency", "agency", metavar="ID", help="The administrator's agency, where the database has agencies.")
def create(username: str, agency: str | None) -> None:
    """Make an administrator. On an empty database this also makes their agency, which is asked for."""
    _check_username(username)
    with open_database() as database:
        new_agency = None if agency else _ask_for_agency(database)
        password_hash = hash_password(_ask_for_password(username))
        _create(database, username, password_hash, new_agency, agency)
    click.echo(f"{username.strip()} can sign in now.")


@account.command()
@click.argument("username")
def password(username: str) -> None:
    """Set the password of an account and sign it out everywhere. An imported area has accounts without passwords."""
    with open_database() as database:
        password_hash, moment = hash_password(_ask_for_password(username)), Moment.current()
        found = database.write(
            lambda tx: set_password(tx, username=username, password_hash=password_hash, moment=moment)
        )
    if not found:
        raise click.ClickException(NO_SUCH_USERNAME)
    click.echo("The password is set.")


@account.command("reset-second-factor")
@click.argument("username")
def reset(username: str) -> None:
    """Take the second factor from an account and sign it out everywhere, for somebody who lost telephone and codes.

    Make sure who asks: with the password alone, whoever signs in next may set up another.
    """
    with open_database() as database:
        use, moment = uuid4().hex, Moment.current()
        found = database.write(lambda tx: _reset(tx, username, use, moment))
    if not found:
        raise click.ClickException(NO_SUCH_USERNAME)
    click.echo("The second factor is reset.")


def _reset(tx: Transaction, username: str, use: str, moment: Moment) -> bool:
    account_id = reset_second_factor(tx, username=username, moment=moment)
    if account_id:
        write_to_account(tx, account=account_id, about="reset", use=use, moment=moment)
    return account_id is not None


def _create(
    database: Database, username: str, password_hash: str, new_agency: NewAgency | None, agency: str | None
) -> None:
    account_id, moment = uuid4().hex, Moment.current()

    def work(tx: Transaction) -> bool:
        if new_agency:
            create_agency(tx, new_agency)
        chosen = new_agency.id if new_agency else str(agency)
        return create_administrator(
            tx, account=account_id, username=username, password_hash=password_hash, agency=chosen, moment=moment
        )

    try:
        if not database.write(work):
            raise click.UsageError(f"There is no agency with the id {agency}.")
    except ConstraintBroken:
        raise click.ClickException("An account has that username already. Choose another.") from None


def _ask_for_agency(database: Database) -> NewAgency:
    there = database.read(lambda tx: find_agencies(tx, limit=5))
    if there:
        examples = ", ".join(f"{agency.id} ({agency.name})" for agency in there)
        raise click.UsageError(f"The database has agencies: choose one with --agency ID. The first are {examples}.")
    click.echo("The database is empty: the administrator's agency is made too.", err=True)
    name = _ask("Name of the agency")
    kind = click.prompt("Its kind", type=click.Choice(AGENCY_KINDS), default="other", err=True)
    sector = click.prompt("Its sector", type=click.Choice(SECTORS), default="statutory", err=True)
    return NewAgency(id=uuid4().hex, name=name, kind=kind, sector=sector)


def _ask(what: str) -> str:
    answer = str(click.prompt(what, err=True)).strip()
    if not answer or not answer.isprintable():
        raise click.UsageError(f"{what} needs letters, and no control characters.")
    return answer


def _ask_for_password(username: str) -> str:
    if sys.stdin.isatty():
        password = str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    fault = fault_of_password(password, username)
    if fault:
        raise click.UsageError(f"{fault}.")
    return password


def _check_username(username: str) -> None:
    name = username.strip()
    if not SHORTEST_USERNAME <= len(name) <= LONGEST_USERNAME or not name.isprintable():
        raise click.UsageError(f"A username has {SHORTEST_USERNAME} to {LONGEST_USERNAME} characters, none of control.")
