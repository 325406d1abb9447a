"""The command `patchwork`: a group of small commands, each part in its own module.

Exit codes: 0 fine; 1 something failed, with advice on the error output; 2 wrong input or usage.
"""

from __future__ import annotations

import click

from app.command_line.access import access
from app.command_line.accounts import account
from app.command_line.audit import audit
from app.command_line.backup import backup, restore
from app.command_line.generate import generate
from app.command_line.schema import schema
from app.command_line.serve import demo, serve
from app.command_line.world_export import export_world_command
from app.command_line.worlds import import_world_command
from config.settings import SettingsFault
from graph.access import UnknownId
from graph.driver import GraphFault
from graph.embedded.faults import EngineFault

EPILOG = "Start with `patchwork demo`. Each command tells more with --help."
WRONG_INPUT = (UnknownId, SettingsFault)
FAILED = (GraphFault, EngineFault)


class Told(click.ClickException):
    """A fault as one line of advice and an exit code; never a traceback."""

    def __init__(self, fault: Exception, exit_code: int) -> None:
        super().__init__(str(fault))
        self.exit_code = exit_code


class Commands(click.Group):
    """The group of all commands, which turns the faults they know into advice."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; Told for a fault that has advice."""
        try:
            return super().invoke(ctx)
        except WRONG_INPUT as fault:
            raise Told(fault, 2) from fault
        except FAILED as fault:
            raise Told(fault, 1) from fault


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="patchwork", prog_name="patchwork")
def main() -> None:
    """Patchwork shows the people who work with a family who else works with it."""


for command in (
    demo,
    serve,
    account,
    access,
    audit,
    generate,
    import_world_command,
    export_world_command,
    schema,
    backup,
    restore,
):
    main.add_command(command)
