"""A bulk run without other processes, and what stands in its tables."""

import io
from contextlib import contextmanager

from claims.bulk.reading_loop import made_of
from claims.steps.bulk_extract import Outcome, Wish, bulk_extract
from claims.steps.bulk_read import BulkWork
from claims.steps.extract_worker import Method

NOW = "2026-11-26T09:00:00Z"


class Here:
    """Reads in this process; `last` reads what was given last first, as workers may."""

    workers = 1

    def __init__(self, work):
        self.desk = work.begin()
        self.read = []

    def hello(self):
        return self.desk.hello

    def run(self, shards):
        given = list(shards)
        for shard in reversed(given):
            self.read += [piece.named for piece in shard.pieces]
            yield made_of(self.desk, shard, {}, lambda number: None)  # noqa: ARG005


def bulk(out, *inputs, limit=None, min_worth=0.0, keep_text=False, how_of=None, ticks=None):
    """Run it; the outcome, and the pieces that were read."""
    method = Method("rules", min_worth) if how_of is None else Method("rules", min_worth, how_of)
    ran = []

    @contextmanager
    def here(_engine, work, *, workers, scheduler):  # noqa: ARG001
        ran.append(Here(work))
        yield ran[0]

    outcome = Outcome()
    wish = Wish(out, BulkWork(method, keep_text), limit=limit)
    run = bulk_extract(wish, [str(i) for i in inputs], outcome, now=NOW, runners=here)
    (ticks if ticks is not None else []).extend(run)
    return outcome, sorted(ran[0].read)


def rows(out, table):
    """All rows of a table, in the order of where they come from."""
    from pyarrow import parquet as pq  # noqa: PLC0415 - optional

    found = []
    for path in sorted((out / table).glob("*.parquet")):
        found += pq.read_table(io.BytesIO(path.read_bytes())).to_pylist()
    keys = ("origin", "place", "document", "start", "id")
    return sorted(found, key=lambda row: [str(row.get(key)).zfill(9) for key in keys])


def contents(out):
    """Every file of the tables with its bytes."""
    return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*.parquet")}
