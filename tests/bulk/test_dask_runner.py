"""A Dask cluster of this machine: what its workers make, die of, and cannot begin with."""

import pytest
from toy_work import ToyWork, a_shard

from claims.bulk.dask_runner import dask_workers
from claims.bulk.work import Hello
from claims.model.errors import UserError

pytest.importorskip("distributed", reason="the extra [bulk] is not installed")


def test_it_makes_shards_and_outlives_what_kills_a_process():
    with dask_workers(ToyWork(), workers=1, scheduler=None) as runner:
        assert (runner.workers, runner.hello()) == (1, Hello("1", "toy", "none"))
        drawn = []
        shards = (drawn.append(key) or a_shard("one", word, key=key) for key, word in WORDS.items())
        made = {}
        for one in runner.run(shards):
            made[one.shard] = one.tables["said"].decode().splitlines()
            assert len(drawn) <= len(made) + 2  # no more than its workers have room for
    assert list(made) == list(WORDS)
    assert made["s-1"] == ["r-1 one", "r-1 two"]
    assert made["s-2"][1].startswith("r-1 lost toy.jsonl, line 2: its process ended early")


WORDS = {"s-1": "two", "s-2": "kill", "s-3": "three", "s-4": "four"}


def test_a_work_that_cannot_begin_is_told():
    with (
        dask_workers(ToyWork("refuses"), workers=1, scheduler=None) as runner,
        pytest.raises(UserError, match="cannot begin: there is no such engine"),
    ):
        runner.hello()


def test_no_scheduler_is_one_line():
    wanted = dask_workers(ToyWork(), workers=1, scheduler="tcp://127.0.0.1:9", connecting=0.3)
    with (
        pytest.raises(UserError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"),
        wanted,
    ):
        pass
