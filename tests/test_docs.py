"""Docs cannot rot: every command, setting and canned query is described; links lead somewhere."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from claims.commands.lazy import COMMANDS, LazyGroup
from claims.model.settings import Settings

CHECKOUT = Path(__file__).resolve().parents[1]
PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")])
CLI = (CHECKOUT / "docs/cli.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def group():
    return LazyGroup(name="citetrail")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(group, name):
    command = group.get_command(None, name)
    assert isinstance(command, typer.core.TyperCommand)
    assert command.help.splitlines()[0] == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_shows_an_example(group, name):
    help_text = group.get_command(None, name).help
    assert "Example:" in help_text
    assert re.search(rf"citetrail .*\b{name}\b", help_text)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(group, name):
    for parameter in group.get_command(None, name).params:
        if parameter.param_type_name == "option":
            assert parameter.help, f"{name} {parameter.name}"


def test_help_fits_a_terminal_of_80_columns():
    """As docs/cli.md has it; examples are to be copied, so they stay on one line."""
    told = [line for block in CLI.split("```")[1::2] for line in block.splitlines()]
    assert [line for line in told if len(line) > 80 and not line.startswith("    citetrail ")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_docs(name):
    assert f"\n## {name}\n" in CLI


def test_every_setting_stands_in_the_docs():
    for setting in fields(Settings):
        assert f"`{setting.metadata['env']}`" in CLI


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(CHECKOUT)))
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_shows_its_two_commands():
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert "python3 run.py demo" in readme
    assert "python3 run.py test" in readme
