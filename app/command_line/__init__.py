"""The command `patchwork`: a group of small commands, each part in its own module.

Exit codes: 0 fine; 1 something failed, with advice on the error output; 2 wrong input or usage.
"""

from __future__ import annotations

import errno
from importlib import import_module

import click

from config.settings import SettingsFault
from graph.access import UnknownId
from graph.driver import GraphFault
from graph.embedded.faults import EngineFault

EPILOG = "Start with `patchwork demo`. Each command tells more with --help."
WRONG_INPUT = (UnknownId, SettingsFault)
FAILED = (GraphFault, EngineFault)


class Failed(click.ClickException):
    """A fault as one line of advice, never a traceback."""


class WronglyAsked(Failed):
    """Advice about what was typed or set."""

    exit_code = 2


# Where each command is: a command loads what it needs itself and nothing of the others.
COMMANDS = {
    "demo": "app.command_line.serve:demo",
    "serve": "app.command_line.serve:serve",
    "account": "app.command_line.accounts:account",
    "access": "app.command_line.access:access",
    "audit": "app.command_line.audit:audit",
    "generate": "app.command_line.generate:generate",
    "import": "app.command_line.worlds:import_world_command",
    "export": "app.command_line.world_export:export_world_command",
    "mail": "app.command_line.mail:mail",
    "schema": "app.command_line.schema:schema",
    "backup": "app.command_line.backup:backup",
    "restore": "app.command_line.backup:restore",
}


class Commands(click.Group):
    """The group of all commands, which turns the faults they know into advice."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, the first ones first."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded now; None where there is none."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, name = place.split(":")
        return getattr(import_module(module), name)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; Failed or WronglyAsked for a fault that has advice."""
        try:
            return super().invoke(ctx)
        except WRONG_INPUT as fault:
            raise WronglyAsked(str(fault)) from fault
        except FAILED as fault:
            raise Failed(str(fault)) from fault
        except OSError as fault:
            if fault.errno == errno.EPIPE:  # whoever read the output has had enough; click ends the command quietly
                raise
            raise Failed(_file_advice(fault)) from fault


def _file_advice(fault: OSError) -> str:
    place = f"{fault.filename}: " if fault.filename else ""
    return (
        f"{place}{fault.strerror or 'no access'}. Check that Patchwork may write there and that the disk has room; "
        "PATCHWORK_DATA_DIR names another folder for its data."
    )


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="patchwork", prog_name="patchwork")
def main() -> None:
    """Patchwork shows the people who work with a family who else works with it."""
