"""The documentation answers to the code: commands, options, exit codes, schemas and links."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from klaar.brief.forms.table import FORMS
from klaar.brief.not_covered import OWN_REASONS
from klaar.cli.commands import COMMANDS
from klaar.cli.exits import Exit
from klaar.cli.words import Words
from klaar.documents.errors import GAP_CODES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in (*DOCS.rglob("*.md"), *ROOT.glob("*.md")))
LINK = re.compile(r"\]\(([^)#\s]+)")
HOSTS = re.compile(r"https?://[\w.-]+")
ALLOWED_HOSTS = ("http://www.w3.org", "https://json-schema.org")


def options_of(command: str) -> set[str]:
    """Every option that the command takes, by all its names."""
    parser = import_module(COMMANDS[command]).parser(Words("en"))
    return {name for action in parser._actions for name in action.option_strings}


def options_on(page: str) -> set[str]:
    """Every option that the first column of a table on the page names."""
    cells = re.findall(r"(?m)^\| (`-[^|]*(?:\\\|[^|]*)*) \|", page)
    return {name for cell in cells for name in re.findall(r"`(--?[a-z-]+)", cell)}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_page_with_its_options_and_no_others(command: str) -> None:
    page = (DOCS / "commands" / f"{command}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# klaar {command}\n")
    assert options_on(page) == options_of(command)


def test_every_form_of_the_brief_is_on_its_page() -> None:
    page = (DOCS / "commands" / "brief.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?m)^\| `([a-z]+)` \|", page)) == set(FORMS)


def test_every_page_of_a_command_has_its_command() -> None:
    assert {path.stem for path in (DOCS / "commands").glob("*.md")} == set(COMMANDS)


def test_every_exit_code_is_on_its_page_and_no_other() -> None:
    page = (DOCS / "exit-codes.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| (\d+) \| `([A-Z_]+)` \|", page)
    assert {(int(code), name) for code, name in rows} == {(exit.value, exit.name) for exit in Exit}


def test_every_reason_for_not_covering_is_in_the_schema() -> None:
    schema = (DOCS / "schema" / "klaar.agreement-1.schema.json").read_text(encoding="utf-8")
    assert [code for code in (*OWN_REASONS, *GAP_CODES) if code not in schema] == []


def links(page: Path) -> Iterator[str]:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            yield target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_link_leads_nowhere(page: Path) -> None:
    assert [target for target in links(page) if not (page.parent / target).exists()] == []


def test_every_page_can_be_reached_from_the_index() -> None:
    index = DOCS / "README.md"
    reached = {(index.parent / target).resolve() for target in links(index)}
    for page in (
        *(DOCS / "commands").glob("*.md"),
        *(DOCS / "schema").glob("*.json"),
        DOCS / "exit-codes.md",
    ):
        assert page.resolve() in reached


def test_decisions_are_numbered_once() -> None:
    pages = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in pages]
    assert len(numbers) == len(set(numbers))
    for path, number in zip(pages, numbers, strict=True):
        assert re.match(rf"# 0*{number}\.? \S", path.read_text(encoding="utf-8")), path.name


def test_pictures_fetch_nothing_from_elsewhere() -> None:
    for picture in (DOCS / "pictures").glob("*.svg"):
        assert set(HOSTS.findall(picture.read_text(encoding="utf-8"))) <= set(ALLOWED_HOSTS)
