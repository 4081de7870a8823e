"""Makes the generated parts of the documentation; cog calls it (see contributing.md)."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import yaml

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from claims.claimreview.rules import FATAL, RULES  # noqa: E402 - after the path is set
from claims.commands.lazy import COMMANDS  # noqa: E402 - after the path is set
from claims.model.settings import Settings  # noqa: E402
from claims.screen.keys import table as table_of_keys  # noqa: E402


def command_help() -> str:
    """Every command's own help, as printed 80 columns wide."""
    parts = [f"## citetrail\n\n```\n{_help([])}\n```\n"]
    parts += [f"## {name}\n\n```\n{_help([name])}\n```\n" for name in COMMANDS]
    return "\n".join(parts)


def _help(command: list[str]) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(TOP / "cli.py"), *command, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={"COLUMNS": "80", "PATH": "", "PYTHONUTF8": "1", "TERM": "dumb"},
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def settings_table() -> str:
    """Every setting with its environment variable, default and help."""
    rows = ["| setting | environment | default | what it is |", "|---|---|---|---|"]
    for setting in fields(Settings):
        default = f"`{setting.default}`" if setting.default else "none"
        env, text = setting.metadata["env"], setting.metadata["help"]
        rows.append(f"| `{setting.name}` | `{env}` | {default} | {text} |")
    return "\n".join(rows)


def keys_table() -> str:
    """Every key of the review, with its word in the plain mode."""
    return table_of_keys()


def schema(database: str) -> str:
    """Every table and column of a database, as metadata.yml describes them."""
    described = yaml.safe_load((TOP / "metadata.yml").read_text(encoding="utf-8"))
    parts = []
    for table, words in described["databases"][database]["tables"].items():
        if "columns" not in words:
            continue
        parts.append(f"### {table}\n\n{' '.join(words['description'].split())}\n")
        parts.append("| column | meaning |\n|---|---|")
        parts += [
            f"| `{name}` | {' '.join(text.split())} |" for name, text in words["columns"].items()
        ]
        parts.append("")
    return "\n".join(parts)


def claimreview_rules() -> str:
    """Every rule of the ClaimReview linter."""
    rows = ["| rule | severity | what it asks for |", "|---|---|---|"]
    rows += [f"| `{name}` | {rule.severity.value} | {rule.text} |" for name, rule in RULES.items()]
    fatal = ", ".join(f"`{name}`" for name in sorted(FATAL))
    return "\n".join(
        [
            *rows,
            "",
            f"An object is malformed when it breaks one of {fatal}, unless its page mends it.",
        ]
    )
