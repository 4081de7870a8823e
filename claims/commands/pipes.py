"""`score`, `compare` and `eval`: text in, judgement out, nothing stored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.output import Json, Nl, emit, finish, form
from claims.commands.progress import follow
from claims.commands.values import calendar_date
from claims.steps.evaluate import evaluate
from claims.steps.judge import compare_pair, judge_lines, score_line
from claims.steps.report import Failure

app = typer.Typer(rich_markup_mode=None)

Source = Annotated[str, typer.Argument(metavar="[FILE|-]", help="A file, or - for stdin.")]


@app.command()
def score(source: Source = "-", json: Json = False, nl: Nl = False) -> None:
    """Score sentences for check-worthiness, one a line.

    \b
    Example:
      echo "More than 15,000 soldiers died." | citetrail score --nl
    """
    how = form(json, nl)
    failures: list[Failure] = []
    judged = judge_lines(source, score_line, failures=failures)
    done = emit(judged, how, columns=("check_worthiness", "factual", "text"), empty="No lines.")
    finish(failures, done=done)


@app.command()
def compare(source: Source = "-", json: Json = False, nl: Nl = False) -> None:
    """Compare the numbers of claims and passages, one pair a line.

    Each line is a JSON object with "claim", "passage" and perhaps "published".

    \b
    Example:
      citetrail compare pairs.jsonl --nl
    """
    how = form(json, nl)
    failures: list[Failure] = []
    judged = judge_lines(source, compare_pair, failures=failures)
    done = emit(judged, how, columns=("outcome", "rule", "arithmetic"), empty="No lines.")
    finish(failures, done=done)


@app.command("eval")
def eval_command(
    ctx: typer.Context,
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", exists=True, dir_okay=False)],
    published: Annotated[
        str | None,
        typer.Option(help="Publication date, where no meta file gives it.", callback=calendar_date),
    ] = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Score the extractor on gold files.

    Beside NAME.gold.jsonl stand NAME.txt and perhaps NAME.meta.json with a "date"; a file called
    gold.jsonl goes with article.txt. The files are pooled.

    \b
    Example:
      citetrail eval gold/*.gold.jsonl
    """
    how = form(json, nl)
    figures: dict[str, float | int | None] = {}
    follow(ctx, evaluate(gold, published=published, figures=figures))
    listed = [{"figure": name, "value": value} for name, value in figures.items()]
    emit(listed, how, columns=columns.SCORES, empty="No figures.")
