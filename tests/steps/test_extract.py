import multiprocessing
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import failing_finder
import pytest
from builders import a_document

from claims.model.errors import BadSetting, UserError
from claims.steps.extract import extract_documents
from claims.steps.extract_pool import opened, worker_count
from claims.steps.extract_worker import Method, Task
from claims.steps.report import Tick
from db import claims, documents, rows
from db.connection import open_database, transaction

CHECKOUT = Path(__file__).resolve().parents[2]
RULES = Method("rules")
FAILING = Method("failing", how_of=failing_finder.how_of)
DIED = "its process ended early (status -9), perhaps for want of memory; try it alone"
FAILED = "cannot be read: KeyError: 'no such thing'"


def a_text(n, more=""):
    return f"The bridge cost {n + 2} million dollars in 2019, the ministry said. {more}It rained.\n"


def many(database, number, more=lambda n: ""):  # noqa: ARG005 - nothing more by default
    with transaction(database):
        return [
            a_document(database, a_text(n, more(n)), origin=f"{n}.txt")["id"] for n in range(number)
        ]


def extracted(edges, chosen, method=RULES, *, jobs=1):
    failures = []
    ticks = list(extract_documents(edges, chosen, method, jobs=jobs, failures=failures))
    return ticks, [(failure.what, failure.why) for failure in failures]


def test_several_processes_leave_the_same_bytes_as_one(edges):
    # One long text among short ones, so that answers come out of order
    chosen = many(edges.database, 24, lambda n: "More than 90 men died. " * 300 * (n == 1))
    edges.database.close()
    for jobs in (1, 2):
        path = edges.path.with_name(f"{jobs}.db")
        shutil.copyfile(edges.path, path)
        one = replace(edges, database=open_database(path), path=path)
        ticks, failures = extracted(one, chosen, jobs=jobs)
        assert ticks == [Tick("extract", done, 24) for done in range(1, 25)]
        assert failures == []
        assert rows.count(one.database, "claims") >= 324
        one.database.close()
    assert edges.path.with_name("1.db").read_bytes() == edges.path.with_name("2.db").read_bytes()


def test_answers_keep_the_order_of_the_documents():
    texts = [a_text(n, "Ten men died in 1990. " * 400 * (n % 5 == 0)) for n in range(12)]
    tasks = [Task(f"d-{n}", text, None, "r-1") for n, text in enumerate(texts)]
    with opened(RULES, 2) as pool:
        assert pool.name == "rules-2"
        assert [found.document for found in pool.read(tasks)] == [task.document for task in tasks]
        assert list(pool.read([])) == []


def test_texts_are_drawn_as_workers_become_free():
    drawn = []
    tasks = (drawn.append(n) or Task(f"d-{n}", a_text(n), None, "r-1") for n in range(100))
    with opened(RULES, 2) as pool:
        for done, _ in enumerate(pool.read(tasks), start=1):
            assert len(drawn) <= done + 16
    assert len(drawn) == 100


@pytest.mark.parametrize(
    ("words", "jobs", "why"),
    [
        ("This one fails. ", 1, FAILED),
        ("This one fails. ", 2, FAILED),
        ("This one kills. ", 2, DIED),
    ],
)
def test_a_document_that_cannot_be_read_is_told_and_the_rest_goes_on(edges, words, jobs, why):
    chosen = many(edges.database, 12, lambda n: words * (n in {3, 7, 8}))
    ticks, failures = extracted(edges, chosen, FAILING, jobs=jobs)
    assert len(ticks) == 12
    assert failures == [(chosen[n][:10], why) for n in (3, 7, 8)]
    assert documents.not_extracted(edges.database) == [chosen[n] for n in (3, 7, 8)]
    assert extracted(edges, documents.not_extracted(edges.database)) == (
        [Tick("extract", done, 3) for done in (1, 2, 3)], []
    )  # fmt: skip
    assert documents.not_extracted(edges.database) == []


@pytest.mark.parametrize(
    ("engine", "jobs", "error", "words"),
    [
        ("none", 1, BadSetting, "no such engine"),
        ("none", 2, UserError, "no such engine"),
        ("kills", 2, UserError, "ended before it began"),
    ],
)
def test_an_engine_that_cannot_begin_ends_the_command(edges, engine, jobs, error, words):
    chosen = many(edges.database, 3)
    with pytest.raises(error, match=words):
        extracted(edges, chosen, Method(engine, how_of=failing_finder.how_of), jobs=jobs)
    assert documents.not_extracted(edges.database) == chosen


def test_who_stops_listening_leaves_whole_documents_and_no_process(edges):
    chosen = many(edges.database, 12)
    ticks = extract_documents(edges, chosen, RULES, jobs=2, failures=[])
    assert [next(ticks).done for _ in range(3)] == [1, 2, 3]
    ticks.close()
    assert documents.not_extracted(edges.database) == chosen[3:]
    assert all(any(claims.listing(edges.database, {"document": d})) for d in chosen[:3])
    assert multiprocessing.active_children() == []


def test_no_documents_need_no_engine(edges):
    assert extracted(edges, [], Method("none", how_of=failing_finder.how_of)) == ([], [])


def test_the_number_of_processes():
    assert worker_count(3, documents=10) == 3
    assert worker_count(8, documents=2) == 2
    assert 1 <= worker_count(0, documents=1000) <= os.cpu_count()


def peak(folder, number):
    """The most memory, in MB, that the command takes over this many documents."""
    path = folder / f"{number}.db"
    many(open_database(path), number)
    process = subprocess.Popen(
        [sys.executable, str(CHECKOUT / "cli.py"), "--db", str(path), "extract", "--json"],
        stdout=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss / 1024


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in other units elsewhere")
def test_memory_does_not_grow_with_the_number_of_documents(tmp_path):
    assert peak(tmp_path, 2000) - peak(tmp_path, 200) < 50
