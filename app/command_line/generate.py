"""`patchwork generate`: write a synthetic area to a file."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.command_line.instant import Instant
from graph.synthetic.area import synthetic_area
from graph.synthetic.writing import write_world

WORTH_A_BAR = 5_000
PEOPLE_A_STEP = 500


@click.command()
@click.option("--people", type=click.IntRange(1, 10_000_000), required=True, help="How many people the area has.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Another seed, another area.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    required=True,
    help="The file to write: one JSON document, or JSON Lines where the name ends in .jsonl.",
)
@click.option(
    "--as-of",
    type=Instant(),
    default=datetime(2026, 11, 23, 9, tzinfo=UTC),
    help="The instant at which the area is described. Default: 2026-11-23T09:00:00Z, always, so that the bytes stay.",
)
def generate(people: int, seed: int, out: Path, as_of: datetime) -> None:
    """Write a believable area that does not exist: families, agencies, and who works with whom.

    The same people, seed and instant give the same bytes. Nobody in it is real: telephone numbers are of the ranges
    kept for drama, NHS numbers of the range kept for tests, postcodes of areas that were never allocated.

    Then: patchwork import FILE
    """
    try:
        written = _write(people, seed, out, as_of)
    except OSError as fault:
        click.echo(f"patchwork: cannot write {out}: {fault.strerror}. Choose another --out or make room.", err=True)
        sys.exit(1)
    click.echo(f"{out}: {people:,} people, {written:,} records")


def _write(people: int, seed: int, out: Path, as_of: datetime) -> int:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    shown = console.is_terminal and people >= WORTH_A_BAR
    with Progress(*columns, console=console, disable=not shown) as progress:
        task = progress.add_task("People", total=people)
        done = 0

        def tick(name: str) -> None:
            nonlocal done
            if name == "people":
                done += 1
                if done % PEOPLE_A_STEP == 0 or done == people:
                    progress.update(task, completed=done)

        return write_world(synthetic_area(people, seed, as_of), as_of, out, tick)
