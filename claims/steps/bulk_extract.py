"""Very many documents to Parquet: cut into shards, read by workers, kept with a manifest of what is done."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.bulk.folder import MANIFEST, TABLES, prepared
from claims.bulk.runner import Engine, runner_of
from claims.bulk.tables import need_pyarrow
from claims.model.errors import UserError
from claims.model.run import make_run
from claims.model.so_many import so_many
from claims.steps.bulk_book import Book, Maker
from claims.steps.bulk_inputs import size_of
from claims.steps.bulk_plan import ENDLESS, Planner
from claims.steps.only_one import only_one
from claims.steps.report import Failure, Tick
from db.bulk_manifest import BulkManifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from claims.bulk.runner import Runner
    from claims.bulk.work import Hello
    from claims.steps.bulk_read import BulkWork

STAGE = "bulk"
MOST_FAILURES = 100
"""That are listed one by one; the table of documents holds all of them."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Where to, by which method, and by whose hands. `workers` 0: one a core."""

    out: Path
    work: BulkWork
    engine: Engine = Engine.LOCAL
    workers: int = 0
    scheduler: str | None = None
    limit: int | None = None


@dataclass(slots=True)
class Outcome:
    """What came of a bulk run, filled while it goes on."""

    run: str = ""
    workers: int = 0
    seconds: float = 0.0
    shards_made: int = 0
    documents_read: int = 0
    other_runs: int = 0
    totals: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)


def bulk_extract(
    wish: Wish,
    inputs: Sequence[str],
    outcome: Outcome,
    *,
    now: str,
    runners: Callable[..., AbstractContextManager[Runner]] = runner_of,
) -> Iterator[Tick]:
    """Make what is not made yet; each tick is a shard more, counted in bytes of the inputs.

    Raises UserError when nothing can be begun, or the disk refuses; all shards made before are kept.
    """
    need_pyarrow()
    begun = time.monotonic()
    manifest_path = prepared(wish.out)
    with (
        _alone(wish.out, manifest_path, now),
        closing(_manifest(manifest_path)) as manifest,
        runners(wish.engine, wish.work, workers=wish.workers, scheduler=wish.scheduler) as runner,
    ):
        maker = _maker(wish, runner.hello(), manifest)
        outcome.run, outcome.workers = maker.run, runner.workers
        book = Book(manifest, wish.out, maker, outcome.failures)
        book.tidy()
        planner = Planner(book, ENDLESS if wish.limit is None else wish.limit)
        total = size_of(inputs, wish.out)
        try:
            for made in runner.run(planner.shards(inputs)):
                planner.take(made)
                outcome.documents_read = book.read
                yield Tick(STAGE, planner.done, total)
        finally:
            _tell(book, outcome)
            outcome.seconds = time.monotonic() - begun


def _tell(book: Book, outcome: Outcome) -> None:
    manifest = book.manifest
    outcome.shards_made, outcome.documents_read = book.made, book.read
    outcome.totals = manifest.totals(book.touched)
    outcome.other_runs = manifest.other_runs(book.maker.name)
    listed = manifest.failures(book.touched, limit=MOST_FAILURES)
    outcome.failures += [Failure(what, why) for what, why in listed]
    more = outcome.totals["unreadable"] + outcome.totals["failed"] - len(listed)
    if more > 0:
        why = "see outcome and why_nothing in the table of documents"
        outcome.failures.append(Failure(f"and {so_many(more, 'more document')}", why))


@contextmanager
def _alone(out: Path, manifest: Path, now: str) -> Iterator[None]:
    """Let nobody else write the folder meanwhile."""
    lock = only_one(manifest, STAGE, now=now)
    try:
        lock.__enter__()
    except UserError as why:
        raise UserError(f"{out}: {why}") from None
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def _manifest(path: Path) -> BulkManifest:
    try:
        return BulkManifest(path)
    except sqlite3.DatabaseError as why:
        raise UserError(f"{path} cannot be used: {why}; give a new --out") from None


def _maker(wish: Wish, hello: Hello, manifest: BulkManifest) -> Maker:
    """In whose name the shards are made: the very run that `extract` would record."""
    if hello.version != __version__:
        raise UserError(f"the workers have citetrail {hello.version}, this is {__version__}")
    method = wish.work.method
    options: dict[str, Any] = {
        "engine": hello.engine,
        "min_worth": method.min_worth,
        "worthiness": hello.worthiness,
    }
    run = make_run("extract", version=__version__, options=options, at="").id
    name = f"{run} with texts" if wish.work.keep_text else run
    manifest.add_run(name, {"version": __version__, **options, "texts": wish.work.keep_text})
    return Maker(run, name)


def summary(wish: Wish, outcome: Outcome) -> dict[str, Any]:
    """What a bulk run came to, as one record: `documents` and so on are those of the inputs in the folder."""
    rate = outcome.documents_read / outcome.seconds if outcome.seconds else 0.0
    return {
        "out": str(wish.out),
        "run": outcome.run,
        "engine": wish.engine.value,
        "workers": outcome.workers,
        **outcome.totals,
        "shards_made": outcome.shards_made,
        "documents_read": outcome.documents_read,
        "seconds": round(outcome.seconds, 1),
        "documents_per_second": round(rate, 1),
        "tables": {table: str(wish.out / table / "*.parquet") for table in TABLES},
        "manifest": str(wish.out / MANIFEST),
        "failures": [{"what": f.what, "why": f.why} for f in outcome.failures],
    }
