"""Ticks of a step to a progress bar on stderr, when somebody is looking."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


@contextmanager
def measured(ctx: typer.Context) -> Iterator[Callable[[Tick, str], None]]:
    """Something to call with how far it is and what to say of it; shows the time that is left.

    For work of hours. A tick without a total shows that it goes on.
    """
    if ctx.obj.quiet or not sys.stderr.isatty():
        yield lambda _, __: None
        return
    from rich import progress  # noqa: PLC0415 - as above
    from rich.console import Console  # noqa: PLC0415

    words = progress.TextColumn("{task.description}")
    times = (progress.TimeElapsedColumn(), progress.TextColumn("left"))
    columns = (words, progress.BarColumn(), progress.TaskProgressColumn(), *times)
    with progress.Progress(
        *columns,
        progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        speed_estimate_period=600,
    ) as bar:
        task = bar.add_task("beginning", total=None)
        yield lambda tick, said: bar.update(
            task, completed=tick.done, total=tick.total or None, description=said
        )


@contextmanager
def counted(ctx: typer.Context, what: str) -> Iterator[Callable[[int], None]]:
    """Something to call with how much is done, where nobody knows yet how much there is."""
    if ctx.obj.quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda done: bar.update(task, completed=done)
