"""What an import tells on the terminal: a progress bar, its faults, and what it changed."""

from __future__ import annotations

import sys
from types import TracebackType

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from graph.worlds.importing import Outcome
from graph.worlds.spool import Spool

NAMED = 20


class WorkBar:
    """A progress bar on the error output where that is a terminal; nothing where it is not."""

    def __init__(self) -> None:
        self._console = Console(file=sys.stderr)
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._loading = False

    def __enter__(self) -> WorkBar:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def start(self, what: str, total: int | None) -> None:
        """Begin to show `what`: bytes while reading, records afterwards."""
        self.stop()
        if not self._console.is_terminal:
            return
        count = DownloadColumn() if what == "Reading" else MofNCompleteColumn()
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), count, console=self._console, transient=True
        )
        self._task = self._bar.add_task(what, total=total)
        self._bar.start()

    def reach(self, done: int) -> None:
        """So much is read."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done)

    def advance(self, what: str, done: int, total: int) -> None:
        """So many of so many records are checked, or written."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=what, completed=done, total=total)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def print_faults(spool: Spool, world: str, ends: list[str]) -> None:
    """Every fault by its place on the error output, and how many they are."""
    count = spool.fault_count() + len(ends)
    for fault in (*spool.faults(), *ends):
        click.echo(str(fault), err=True)
    click.echo(f"{world}: {count:,} fault{'s' * (count != 1)}; nothing was changed.", err=True)


def print_outcome(outcome: Outcome, spool: Spool, is_dry_run: bool) -> None:
    """How many records of each list are new, changed and unchanged, and which are changed."""
    if outcome.resumed_at is not None:
        click.echo(f"An interrupted import of this file went on after {outcome.resumed_at:,} records.")
    click.echo(f"{'list':<18}{'new':>10}{'changed':>10}{'unchanged':>11}")
    for counts in outcome.lists:
        click.echo(f"{counts.name:<18}{counts.new:>10,}{counts.changed:>10,}{counts.unchanged:>11,}")
    for counts in outcome.lists:
        if counts.changed:
            named = spool.changed_ids(counts.name, NAMED)
            more = f" and {counts.changed - len(named):,} more" if counts.changed > len(named) else ""
            click.echo(f"changed {counts.name}: {', '.join(named)}{more}")
    total = sum(counts.new + counts.changed + counts.unchanged for counts in outcome.lists)
    done = "would be written; nothing was changed" if is_dry_run else "written"
    click.echo(f"{total:,} records, {outcome.to_write:,} {done}.")
