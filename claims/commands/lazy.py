"""The table of commands, and a group that imports a command's file only when it is called.

`citetrail --help` reads the table alone; a test holds it against the commands' own help.
"""

from __future__ import annotations

from copy import copy
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

COMMANDS: Mapping[str, tuple[str, str]] = {
    "run": ("main_job", "Do the main job in one go: add, extract, find, evidence."),
    "demo": ("main_job", "Show the main job on a bundled article, without any network."),
    "add": ("documents", "Take in articles: files, folders, addresses or standard input."),
    "extract": ("documents", "Pull the checkable claims out of documents."),
    "claims": ("claims", "List claims."),
    "show": ("claims", "Show one record with everything known about it."),
    "find": ("sources", "Search for candidate sources, and keep a copy of each page."),
    "providers": ("sources", "List where find looks, and what can be asked now."),
    "fetch": ("sources", "Fetch and archive addresses."),
    "evidence": ("evidence", "Rank the passages of stored copies that bear on claims."),
    "cite": ("citations", "Tie the words of a source to a claim."),
    "uncite": ("citations", "Take a citation back, and say why."),
    "review": (
        "review",
        "Review claims: the queue by check-worthiness, and a key for every act (? shows them).",
    ),
    "decide": (
        "reviews",
        "Decide on a claim: its state, verdict and summary; or one other act of review.",
    ),
    "edit": ("reviews", "Put right what the machine made of a claim; its own version is kept."),
    "merge": (
        "reviews",
        "End a claim that is the same as another; what is cited for it goes over to the other.",
    ),
    "split": ("reviews", "Make several claims of one that says several things."),
    "match": (
        "matching",
        "Find near-duplicate claims, and claims that somebody has already fact-checked.",
    ),
    "publish": ("site", "Build the public database from what was decided and passes the gates."),
    "check": (
        "health",
        "Look at cited pages again: do they answer, and do the cited words stand there?",
    ),
    "repair": (
        "health",
        "Propose archived copies for citations whose page is dead or whose words were changed.",
    ),
    "export": ("exports", "Write what is stored in a format of others."),
    "import": (
        "imports",
        "Take in fact-checks of others, quotes of Web Annotations, or a reviewed table.",
    ),
    "lint": (
        "imports",
        "Hold ClaimReview objects of anybody against the rules, without storing anything.",
    ),
    "serve": ("site", "Serve the public site with Datasette."),
    "verify": ("checks", "Recompute every digest, quote and link of the chain."),
    "rebuild-text": ("checks", "Derive texts again from archived bytes; list what changed."),
    "doctor": ("checks", "Say what is installed, what is stored, and what is wrong."),
    "bulk": ("bulk", "Extract the claims of very many documents to Parquet."),
    "eval": ("pipes", "Score the extractor on gold files."),
    "score": ("pipes", "Score sentences for check-worthiness, one a line."),
    "compare": ("pipes", "Compare claims' figures and deeds with passages, one a line."),
    "anchor": ("pipes", "Find quotes again on pages that changed, one a line."),
    "stance": ("pipes", "Say how passages bear on claims, one pair a line."),
}
"""Command name to the module in `claims.commands` that holds it, and its help in one line."""


GLOBAL = frozenset({"db", "quiet"})
"""Options that stand before the command, and are taken after it as well."""


def _again(option: Any) -> Any:
    """A global option as one of a command: what is given there counts; its help is said once, above."""

    def given(ctx: Any, param: Any, value: Any) -> None:
        if value:
            setattr(ctx.obj, param.name, value)

    again = copy(option)
    again.expose_value, again.hidden, again.callback = False, True, given
    return again


def _parse(parse: Callable[..., list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Read options; an error about them shows the usage (typer forgets it for a missing argument)."""
    try:
        return parse(ctx, args)
    except Exception as error:
        if getattr(error, "ctx", ctx) is None:
            error.ctx = ctx  # type: ignore[attr-defined]
        raise


class LazyGroup(TyperGroup):
    """Commands by name from `COMMANDS`, each loaded when asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, or None when there is none of this name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"claims.commands.{COMMANDS[cmd_name][0]}")
        command = typer.main.get_group(module.app).commands[cmd_name]
        command.parse_args = partial(_parse, command.parse_args)  # type: ignore[method-assign]
        command.params += [_again(option) for option in self.params if option.name in GLOBAL]
        return command

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the global options; see `_parse`."""
        return _parse(super().parse_args, ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the table of commands without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])
