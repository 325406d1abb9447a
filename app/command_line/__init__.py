"""The command `patchwork`: a group of small commands, each part in its own module.

Exit codes: 0 fine; 1 something failed, with advice on the error output; 2 wrong input or usage.
"""

from __future__ import annotations

import sys

import click

from app.command_line.access import access
from app.command_line.backup import backup, restore
from app.command_line.generate import generate
from app.command_line.schema import schema
from config.settings import SettingsFault
from graph.access import UnknownId
from graph.driver import GraphFault
from graph.embedded.faults import EngineFault

EPILOG = "Start with `patchwork demo`. Each command tells more with --help."


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="patchwork", prog_name="patchwork")
def patchwork() -> None:
    """Patchwork shows the people who work with a family who else works with it."""


for command in (access, generate, schema, backup, restore):
    patchwork.add_command(command)


def main() -> None:
    """Run the command; a known fault becomes one line of advice and an exit code, never a traceback."""
    try:
        patchwork.main(standalone_mode=True)
    except (UnknownId, SettingsFault) as fault:
        _fail(str(fault), 2)
    except (GraphFault, EngineFault) as fault:
        _fail(str(fault), 1)
    except BrokenPipeError:
        sys.stderr.close()


def _fail(advice: str, code: int) -> None:
    click.echo(f"patchwork: {advice}", err=True)
    sys.exit(code)
