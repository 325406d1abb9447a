"""What the pages in words name is there: commands and their options, make targets, linked files, cited sections."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from app.command_line import main
from config.settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("docs/**/*.md"))]
FOLDERS = ("app", "cypher", "docs", "graph", "visualisations")
_BLOCK = re.compile(r"^(?:    |\t)(.+)$", re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_QUOTED = re.compile(r'"([^"]+)"')
_CITED = re.compile(r"visibility\.md(?:,| \()\s*((?:\"[^\"\n]+\"(?:, )?)+)")


def _code(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [*_BLOCK.findall(text), *_SPAN.findall(text)]


def _called(page: Path, program: str) -> list[list[str]]:
    """The words after a program's name, for each time that the page calls it."""
    calls = (code.strip().removeprefix(".venv/bin/") for code in _code(page))
    return [shlex.split(call)[1:] for call in calls if call.startswith(f"{program} ")]


def _command(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words lead to, and what is left of them."""
    command: click.Command = main
    context = click.Context(main)
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest[0])
        assert found is not None, f"patchwork {' '.join(words)}: there is no command {rest[0]}"
        command, rest = found, rest[1:]
    return command, rest


CALLS = [(page, words) for page in PAGES for words in _called(page, "patchwork")]
TARGETS = [(page, words[0]) for page in PAGES for words in _called(page, "make")]
LINKS = [(page, link) for page in PAGES for link in _LINK.findall(page.read_text(encoding="utf-8"))]


def _is_text(path: Path) -> bool:
    return path.suffix in (".py", ".cypher", ".md")


def _name(value: object) -> str:
    return value.relative_to(ROOT).as_posix() if isinstance(value, Path) else str(value)


@pytest.mark.parametrize(("page", "words"), CALLS, ids=_name)
def test_every_command_named_exists_with_its_options(page: Path, words: list[str]) -> None:
    command, rest = _command(words)
    options = {name for parameter in command.get_params(click.Context(command)) for name in parameter.opts}
    assert {word for word in rest if word.startswith("-")} <= options


def test_every_command_is_in_the_readme() -> None:
    named = {words[0] for words in _called(ROOT / "README.md", "patchwork")} | {
        words[0] for words in _called(ROOT / "README.md", "make")
    }
    assert set(main.list_commands(click.Context(main))) <= named


@pytest.mark.parametrize(("page", "target"), TARGETS, ids=_name)
def test_every_make_target_named_exists(page: Path, target: str) -> None:
    assert target in re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("page", "link"), LINKS, ids=_name)
def test_every_relative_link_leads_to_a_file(page: Path, link: str) -> None:
    if not link.startswith("https://"):
        assert (page.parent / link.partition("#")[0]).exists()


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs/decisions"
    linked = set(_LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert linked == {page.name for page in folder.glob("*.md")} - {"README.md"}


def test_every_section_that_the_code_cites_exists() -> None:
    headings = set(_HEADING.findall((ROOT / "docs/visibility.md").read_text(encoding="utf-8")))
    texts = (
        path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.*")
        if _is_text(path)
    )
    cited = {section for text in texts for sections in _CITED.findall(text) for section in _QUOTED.findall(sections)}
    assert cited
    assert cited <= headings


def test_every_setting_is_explained() -> None:
    table = set(re.findall(r"`([A-Z0-9_]+)`", (ROOT / "docs/running.md").read_text(encoding="utf-8")))
    settings = {str(field.validation_alias or name.upper()) for name, field in Settings.model_fields.items()}
    assert settings <= table


def test_the_pages_name_commands_targets_and_links() -> None:
    """Nothing above passes because nothing was found to check."""
    assert CALLS
    assert TARGETS
    assert LINKS
