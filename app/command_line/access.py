"""`patchwork access`: who may see what, for operators and auditors; one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

import click

from app.command_line.connection import open_database
from app.command_line.instant import Instant
from graph import access as decisions
from graph.audit import AuditEvent, record
from graph.driver import Database
from graph.moment import Moment


def _moment(ctx: click.Context, param: click.Parameter, instant: datetime | None) -> Moment:
    return Moment.at(instant) if instant else Moment.current()


as_of = click.option(
    "--as-of", type=Instant(), callback=_moment, help="Decide as of this RFC 3339 instant; now by default."
)
accounts_option = click.option(
    "--account", "accounts", multiple=True, metavar="ID", help="Only this account; repeatable."
)
people_option = click.option("--person", "people", multiple=True, metavar="ID", help="Only this person; repeatable.")


@click.group()
def access() -> None:
    """Show who may see which involvement, decided by the very rules that the pages use.

    Every command prints one JSON object a line. Each use is recorded in the audit trail.
    """


@access.command()
@as_of
@accounts_option
@click.option("--involvement", "involvements", multiple=True, metavar="ID", help="Only this involvement; repeatable.")
@people_option
def matrix(as_of: Moment, accounts: tuple[str, ...], involvements: tuple[str, ...], people: tuple[str, ...]) -> None:
    """Print what every account may see of every involvement, `none` included."""
    with open_database() as database:
        _recorded(database, "access_matrix", accounts, involvements, people)
        wanted_accounts = database.read(lambda tx: decisions.accounts_named(tx, accounts))
        wanted = database.read(lambda tx: decisions.involvements_named(tx, involvements, people))
        _print(decisions.matrix(database, accounts=wanted_accounts, involvements=wanted, moment=as_of))


@access.command()
@as_of
@accounts_option
@people_option
def identities(as_of: Moment, accounts: tuple[str, ...], people: tuple[str, ...]) -> None:
    """Print how much every account may see of every person."""
    with open_database() as database:
        _recorded(database, "access_identities", accounts, (), people)
        wanted_accounts = database.read(lambda tx: decisions.accounts_named(tx, accounts))
        wanted_people = database.read(lambda tx: decisions.people_named(tx, people))
        _print(decisions.identities(database, accounts=wanted_accounts, people=wanted_people, moment=as_of))


@access.command()
@click.option("--account", required=True, metavar="ID", help="Whose sight.")
@click.option("--involvement", required=True, metavar="ID", help="Of which involvement.")
@as_of
def explain(account: str, involvement: str, as_of: Moment) -> None:
    """Print what one account may see of one involvement, with the reasons and what blocks."""
    with open_database() as database:
        _recorded(database, "access_explain", (account,), (involvement,), ())
        database.read(lambda tx: decisions.accounts_named(tx, [account]))
        database.read(lambda tx: decisions.involvements_named(tx, [involvement]))
        _print(
            database.read(
                lambda tx: decisions.decide_for_accounts(tx, involvement=involvement, accounts=[account], moment=as_of)
            )
        )


@access.command()
@click.option("--involvement", required=True, metavar="ID", help="Of which involvement.")
@as_of
def viewers(involvement: str, as_of: Moment) -> None:
    """Print every account that can see one involvement, at which level and why."""
    with open_database() as database:
        _recorded(database, "access_viewers", (), (involvement,), ())
        database.read(lambda tx: decisions.involvements_named(tx, [involvement]))
        _print(database.read(lambda tx: decisions.viewers(tx, involvement=involvement, moment=as_of)))


def _recorded(
    database: Database, kind: str, accounts: Sequence[str], involvements: Sequence[str], people: Sequence[str]
) -> None:
    """Write who and what was asked about; nothing named means everybody and everything."""
    event = AuditEvent(
        kind=kind,
        at=Moment.current().now,
        route=f"patchwork {kind.replace('_', ' ')}",
        purpose=f"accounts {' '.join(accounts)}" if accounts else "every account",
        objects=[f"account:{one}" for one in accounts],
        people=[*people],
        entries=[f"{one} asked" for one in involvements],
    )
    database.write(lambda tx: record(tx, event))


def _print(rows: Iterable[decisions.AccountDecision | decisions.AccountSight]) -> None:
    for row in rows:
        click.echo(json.dumps(asdict(row)))
