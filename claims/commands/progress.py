"""Ticks of a step to a progress bar on stderr, when somebody is looking."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer

    from claims.steps.report import Tick


def follow(ctx: typer.Context, ticks: Iterable[Tick]) -> None:
    """Run a step to its end; show how far it is on a terminal, unless told to be quiet."""
    if ctx.obj.quiet or not sys.stderr.isatty():
        for _ in ticks:
            continue
        return
    from rich.console import Console  # noqa: PLC0415 - only a bar needs rich
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks = {}
        for tick in ticks:
            if tick.stage not in tasks:
                tasks[tick.stage] = bar.add_task(tick.stage, total=tick.total)
            bar.update(tasks[tick.stage], completed=tick.done, total=tick.total)
