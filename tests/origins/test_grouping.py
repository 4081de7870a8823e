"""Copies have one origin, strangers have each their own, and every merge says why."""

import random
import time
from pathlib import Path

import pytest
import yaml
from origins.pages import a_page, nearly, own_text
from patience import allowed

from claims.origins.circular import circular
from claims.origins.grouping import origins
from claims.origins.publishers import shipped_publishers

TABLES = Path(__file__).parents[1] / "tables"
ROWS = yaml.safe_load((TABLES / "origins.yaml").read_text(encoding="utf-8"))
CIRCULAR = yaml.safe_load((TABLES / "circular.yaml").read_text(encoding="utf-8"))
PUBLISHERS = shipped_publishers()
ARTICLE = a_page(
    "d", url="https://post.org/2021/war-ends", title="Why the long war came to an end | The Post",
    publisher="The Post", text="T1",
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_origins(row):
    pages = [a_page(key, **known) for key, known in row["pages"].items()]
    found = origins(pages, PUBLISHERS)
    assert sorted(list(one.pages) for one in found) == sorted(row["groups"])
    reasons = dict(found[0].because)
    if len(found[0].pages) > 1:
        assert all(reasons[key] for key in found[0].pages), "every merge names its reason"
    if "reason" in row:
        assert any(row["reason"] in why for why in reasons["a"]), reasons
    if "name" in row:
        assert found[0].name == row["name"]


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_the_order_of_the_pages_changes_nothing(row):
    pages = [a_page(key, **known) for key, known in row["pages"].items()]
    for seed in range(4):
        mixed = random.Random(seed).sample(pages, len(pages))
        assert origins(mixed, PUBLISHERS) == origins(pages, PUBLISHERS)


@pytest.mark.parametrize("row", CIRCULAR, ids=[row["why"] for row in CIRCULAR])
def test_circular(row):
    reasons = circular(a_page("s", **row["page"]), ARTICLE, PUBLISHERS)
    if row["is"] is None:
        assert reasons == ()
    else:
        assert any(row["is"] in why for why in reasons), reasons


def near_copies(texts, copies, part=0.05):
    return [
        a_page(f"s-{n:02}-{copy:02}", url=f"https://p{n}x{copy}.org/1",
               text=nearly(own_text(f"T{n}"), name=(n, copy).__repr__(), part=part))
        for n in range(texts)
        for copy in range(copies)
    ]  # fmt: skip


def test_three_hundred_near_copies_of_twenty_texts_have_twenty_origins():
    pages = near_copies(20, 15)
    found = origins(pages, PUBLISHERS)
    assert len(pages) == 300
    assert [len(one.pages) for one in found] == [15] * 20
    assert all(len({key.split("-")[1] for key in one.pages}) == 1 for one in found)
    mixed = random.Random(1).sample(pages, len(pages))
    assert origins(mixed, PUBLISHERS) == found


def test_three_hundred_near_copies_of_one_text_have_one_origin():
    assert [len(one.pages) for one in origins(near_copies(1, 300), PUBLISHERS)] == [300]


def test_ten_thousand_pages_take_ten_times_as_long_as_a_thousand():
    def seconds(number):
        pages = near_copies(number // 5, 5, part=0.02)
        start = time.process_time()
        assert len(origins(pages, PUBLISHERS)) == number // 5
        return time.process_time() - start

    few, many = seconds(1_000), seconds(10_000)
    assert many < 25 * few + 1, "nearly linear"
    assert many < allowed(40)


def test_words_that_stand_on_every_page_cost_no_pairs():
    footer = (
        " all rights reserved by the publishers of these pages in every country of the world today"
    )
    pages = [
        a_page(f"s-{n:04}", url=f"https://p{n}.org/1", text=own_text(f"T{n}") + footer)
        for n in range(2_000)
    ]
    start = time.process_time()
    assert len(origins(pages, PUBLISHERS)) == 2_000
    assert time.process_time() - start < allowed(15)
