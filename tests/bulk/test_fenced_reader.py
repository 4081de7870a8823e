"""A document may kill its process, hang or eat all memory: the others of its shard are read all the same."""

import threading
import time

import pytest
from toy_work import ToyWork, a_shard

from claims.bulk.fenced_reader import FencedReader, Readers
from claims.bulk.work import Hello, Made
from claims.model.errors import UserError

DIED = "its process ended early (status -9), perhaps for want of memory"


@pytest.fixture
def reader(tmp_path):
    made = FencedReader(ToyWork(folder=str(tmp_path)), patience=2)
    yield made
    made.close()


def said(made):
    return made.tables["said"].decode().splitlines()


def test_it_says_by_what_it_works_and_reads_shard_after_shard(reader):
    assert reader.hello() == Hello("1", "toy", "none")
    assert said(reader.read(a_shard("one", "two"))) == ["r-1 one", "r-1 two"]
    first, second = (said(reader.read(a_shard("pid"))) for _ in range(2))
    assert first == second  # the same process


def test_what_kills_or_hangs_is_left_out_and_the_rest_is_read(reader):
    made = reader.read(a_shard("one", "kill", "two", "hang", "three"))
    assert said(made) == [
        "r-1 one", f"r-1 lost toy.jsonl, line 2: {DIED}", "r-1 two",
        "r-1 lost toy.jsonl, line 4: takes more than 2 s to read", "r-1 three",
    ]  # fmt: skip
    assert made.problem is None
    assert made.seconds >= 0


def test_what_eats_all_memory_is_left_out(reader):
    assert "lost toy.jsonl, line 1" in said(reader.read(a_shard("memory", "one")))[0]


def test_a_death_by_another_cause_costs_nothing(reader):
    assert said(reader.read(a_shard("kill once", "one"))) == ["r-1 kill once", "r-1 one"]


def test_a_shard_that_dies_when_it_is_put_together_is_a_problem(reader):
    assert reader.read(a_shard("one", "kill at the end")) == Made("s-1", problem=DIED)
    why = "cannot be read: KeyError: 'no such column'"
    assert reader.read(a_shard("one", "raise at the end")) == Made("s-1", problem=why)
    assert said(reader.read(a_shard("one"))) == ["r-1 one"]


@pytest.mark.parametrize(
    ("begins", "words"), [("refuses", "no such engine"), ("dies", "ended before it began")]
)
def test_a_work_that_cannot_begin_is_told(begins, words):
    reader = FencedReader(ToyWork(begins))
    with pytest.raises(UserError, match=words):
        reader.hello()
    with pytest.raises(UserError, match=words):
        reader.read(a_shard("one"))


def test_closing_ends_a_read_of_another_thread():
    readers = Readers(ToyWork())
    ended = []

    def read():
        try:
            readers.read(a_shard("hang"))
        except UserError as why:
            ended.append(str(why))

    readers.hello()
    thread = threading.Thread(target=read)
    thread.start()
    time.sleep(0.5)
    readers.close()
    thread.join(timeout=10)
    assert ended == ["the work was stopped"]
