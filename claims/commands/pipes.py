"""`score`, `compare`, `stance`, `anchor` and `eval`: text in, judgement out, nothing stored."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from claims.commands import columns
from claims.commands.output import (
    LONGEST_CELL,
    Csv,
    Form,
    Json,
    Nl,
    emit,
    finish,
    form,
    say,
    shown,
)
from claims.commands.progress import follow
from claims.commands.state import settings
from claims.commands.values import calendar_date
from claims.steps.engine import engine
from claims.steps.evaluate import Outcome, evaluate
from claims.steps.judge import (
    LONGEST_PAGE,
    anchor_line,
    compare_pair,
    judge_lines,
    score_line,
    stance_pair,
)
from claims.steps.report import Failure
from claims.steps.stance import reader_of

app = typer.Typer(rich_markup_mode=None)

Source = Annotated[str, typer.Argument(metavar="[FILE|-]", help="A file, or - for stdin.")]


@app.command()
def score(
    ctx: typer.Context, source: Source = "-", json: Json = False, nl: Nl = False, csv: Csv = False
) -> None:
    """Score sentences for check-worthiness, one a line.

    \b
    Example:
      echo "More than 15,000 soldiers died." | citetrail score --nl
    """
    how = form(json, nl, csv)
    failures: list[Failure] = []
    judge = partial(score_line, score=engine(settings(ctx.obj)).score)
    judged = judge_lines(source, judge, failures=failures)
    done = emit(
        judged,
        how,
        columns=("check_worthiness", "factual", "text"),
        empty="No lines.",
        failures=failures,
    )
    finish(failures, done=done)


@app.command()
def compare(source: Source = "-", json: Json = False, nl: Nl = False, csv: Csv = False) -> None:
    """Compare claims' figures and deeds with passages, one a line.

    Each line is a JSON object with "claim", "passage" and perhaps "published".

    \b
    Example:
      citetrail compare pairs.jsonl --nl
    """
    how = form(json, nl, csv)
    failures: list[Failure] = []
    judged = judge_lines(source, compare_pair, failures=failures)
    done = emit(
        judged, how, columns=("outcome", "rule", "arithmetic"), empty="No lines.", failures=failures
    )
    finish(failures, done=done)


@app.command()
def anchor(source: Source = "-", json: Json = False, nl: Nl = False, csv: Csv = False) -> None:
    """Find quotes again on pages that changed, one a line.

    Each line is a JSON object with "text" (the page now), "exact", and perhaps "prefix", "suffix",
    "start" and "old_text" (the page then).

    \b
    Example:
      citetrail anchor quotes.jsonl --nl
    """
    how = form(json, nl, csv)
    failures: list[Failure] = []
    judged = judge_lines(source, anchor_line, failures=failures, longest=LONGEST_PAGE)
    done = emit(
        judged,
        how,
        columns=("state", "start", "end", "score"),
        empty="No lines.",
        failures=failures,
    )
    finish(failures, done=done)


@app.command()
def stance(
    ctx: typer.Context, source: Source = "-", json: Json = False, nl: Nl = False, csv: Csv = False
) -> None:
    """Say how passages bear on claims, one pair a line.

    Each line is a JSON object with "claim", "evidence" and perhaps "published". The label is a
    suggestion: NOT_ENOUGH_INFO unless the numbers settle it or the trained reader is sure.

    \b
    Example:
      citetrail stance pairs.jsonl --nl
    """
    how = form(json, nl, csv)
    failures: list[Failure] = []
    judge = partial(stance_pair, reader=reader_of(settings(ctx.obj).stance))
    judged = judge_lines(source, judge, failures=failures)
    done = emit(
        judged,
        how,
        columns=("label", "probability", "rule", "claim"),
        empty="No lines.",
        failures=failures,
    )
    finish(failures, done=done)


@app.command("eval")
def eval_command(
    ctx: typer.Context,
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...")],
    published: Annotated[
        str | None,
        typer.Option(help="Publication date, where no meta file gives it.", callback=calendar_date),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed, and what was wrong.")
    ] = False,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Score the extractor on gold files.

    Beside NAME.gold.jsonl stand NAME.txt and perhaps NAME.meta.json with a "date" and
    NAME.not.jsonl with passages that are no claims; a file called gold.jsonl goes with
    article.txt and not_claims.jsonl. A table NAME.tsv with the columns text and checkworthy, or
    sentence and factual_claim (0 or 1), scores sentences instead. The files are pooled.

    \b
    Example:
      citetrail eval gold/*.gold.jsonl
      citetrail eval debates.tsv --json
    """
    how = form(json, nl, csv)
    outcome = Outcome()
    using = engine(settings(ctx.obj))
    follow(ctx, evaluate(gold, published=published, into=outcome, using=using))
    listed = [{"figure": name, "value": value} for name, value in outcome.figures.items()]
    if how is not Form.TABLE:
        listed += _behind(outcome, misses=misses)
    emit(listed, how, columns=columns.SCORES, empty="No figures.")
    if how is Form.TABLE:
        _print_behind(outcome, misses=misses)


def _behind(outcome: Outcome, *, misses: bool) -> list[dict[str, Any]]:
    """What stands behind the figures, as further figures whose values are lists."""
    lists = {"reliability": outcome.reliability} if outcome.reliability else {}
    if misses:
        lists |= {"missed": outcome.missed, "false": outcome.false}
    return [{"figure": name, "value": rows} for name, rows in lists.items()]


def _print_behind(outcome: Outcome, *, misses: bool) -> None:
    if outcome.reliability:
        say("best_threshold is chosen on these very sentences, so best_f1 is an upper bound.")
        typer.echo("\nreliability\n")
        emit(outcome.reliability, Form.TABLE, columns=columns.RELIABILITY, empty="")
    for name, rows in (("MISSED", outcome.missed), ("FALSE", outcome.false)) if misses else ():
        for row in rows:
            say(f"{name} {' '.join(shown(value)[:LONGEST_CELL] for value in row.values())}")
