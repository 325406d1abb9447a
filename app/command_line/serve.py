"""`patchwork serve` and `patchwork demo`: the web pages on this machine's loopback address."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from socket import SO_REUSEADDR, SOL_SOCKET, socket

import click
from rich.console import Console
from rich.table import Table

from app.command_line.connection import server_address
from app.command_line.world_reports import WorkBar
from app.server import WebServer
from config.private_files import private_folder
from config.settings import DemonstrationSettings, Settings, read_settings
from graph.accounts import find_agencies, username_key
from graph.audit_lanes import close_lanes
from graph.driver import Database
from graph.embedded.supervisor import ServerAddress
from graph.invitations import forget_expired_invitations
from graph.moment import Moment
from graph.outbox import forget_sent
from graph.schema import migrate
from graph.sessions import find_credentials, forget_ended_sessions
from graph.synthetic.demo import DEMO_ACCOUNTS, demo_world
from graph.throttles import forget_expired
from graph.worlds.filling import fill
from graph.worlds.importing import import_world
from graph.worlds.spool import Spool

EXPECTED_DEMO_BYTES = 20_000_000
port_option = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=None,
    help="The port on 127.0.0.1; without it, a free one is taken.",
)


@click.command()
@port_option
def serve(port: int | None) -> None:
    """Serve the pages on 127.0.0.1 until you press Ctrl-C.

    NEO4J_URI names the database; without it Patchwork starts its own. For other machines, put a proxy with TLS in
    front and set PATCHWORK_TRUSTED_PROXIES=1.
    """
    _check_port(port)
    with server_address() as address:
        _prepare(address, lambda database: None)
        _serve(address, port, read_settings(), _print_address)


@click.command()
@port_option
def demo(port: int | None) -> None:
    """Fill an empty database with an invented area of about 400 families, and serve it until you press Ctrl-C.

    The second time the area is there already. Nobody in it is real. Its pages tell the codes of two-step sign-in and
    show the mails that would have been sent.
    """
    _check_port(port)
    with server_address(EXPECTED_DEMO_BYTES) as address:
        _prepare(address, _import_demo)
        _serve(address, port, read_settings(DemonstrationSettings), _print_demo)


def _check_port(port: int | None) -> None:
    """Say at once that another program has the port, rather than after the database has started."""
    if port is None:
        return
    with socket() as candidate:
        candidate.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)  # as the web server does: a port just left is free
        try:
            candidate.bind(("127.0.0.1", port))
        except OSError as fault:
            raise click.ClickException(
                f"Port {port} cannot be had ({fault.strerror}). Choose another, or leave --port out for a free one."
            ) from None


def _prepare(address: ServerAddress, fill_database: Callable[[Database], None]) -> None:
    """Bring the schema up to date, and clear away what is over: sessions, counts, invitations, mails sent long ago."""
    moment = Moment.current()
    with closing(Database.connect(address.uri, address.username, address.password)) as database:
        migrate(database)
        fill_database(database)
        database.write(lambda tx: forget_ended_sessions(tx, moment=moment))
        database.write(lambda tx: forget_expired(tx, moment=moment))
        database.write(lambda tx: forget_expired_invitations(tx, moment=moment))
        database.write(lambda tx: forget_sent(tx, moment=moment))
        close_lanes(database)


def _serve(address: ServerAddress, port: int | None, settings: Settings, when_serving: Callable[[int], None]) -> None:
    settings.secret_key()  # made and checked here: a worker could give no advice
    private_folder(settings.audit_heads())
    WebServer(address, settings, port or 0, when_serving).run()


def _import_demo(database: Database) -> None:
    """Import the demonstration into an empty database; a database with other data is left alone."""
    moment = Moment.current()
    first = username_key(DEMO_ACCOUNTS[0].username)
    if database.read(lambda tx: find_credentials(tx, username_key=first, moment=moment)):
        return
    if database.read(lambda tx: find_agencies(tx, limit=1)):
        raise click.ClickException(
            "This database holds other data, which the demonstration would mix with. "
            "Set PATCHWORK_DATA_DIR to an empty folder, or serve this data with `patchwork serve`."
        )
    world = json.dumps(demo_world(moment.now)).encode()
    with closing(Spool()) as spool, WorkBar() as bar:
        bar.start("Reading", len(world))
        fill(spool, BytesIO(world), "the demonstration", bar.reach)
        bar.start("Checking", spool.size())
        import_world(database, spool, moment, bar.advance, allow_lowering=False)


def _print_address(port: int) -> None:
    Console().print(f"\nPatchwork serves on [bold]http://127.0.0.1:{port}/[/bold]   Ctrl-C ends it.")


def _print_demo(port: int) -> None:
    _print_address(port)
    table = Table("sign in as", "password", "who, and what to try", box=None, padding=(0, 2, 1, 0))
    for account in DEMO_ACCOUNTS:
        table.add_row(account.username, account.password, f"{account.who}\n{account.attempt}")
    console = Console()
    console.print("\nThe accounts of the demonstration:\n")
    console.print(table)
    console.print(
        "Coordinators, administrators and auditors set up two-step sign-in the first time. The page tells the code "
        "here, so that you need no telephone.\n"
    )
