"""Readers are told what publishers said of a cited work later, the gravest first."""

import sqlite3
from contextlib import closing

import pytest
from public_desk import FACTS, PAGE, ordinary_desk, published

from claims.steps.references import references


@pytest.mark.parametrize(
    ("kinds", "told", "status"),
    [
        ((), (None, None), None),
        (("new_version", "correction"), ("correction", "2026-05-02"), None),
        (("concern", "correction"), ("concern", "2026-05-01"), "expression of concern"),
        (("correction", "retraction", "new_version"), ("retraction", "2026-05-02"), "retracted"),
        (("retraction", "retraction"), ("retraction", "2026-05-02"), "retracted"),
    ],
)
def test_what_became_of_the_cited_work_is_told(tmp_path, kinds, told, status):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    page = desk.snapshot(PAGE + " Newer.", doi="10.1000/losses.1")
    cited = desk.citation(ids["homes"], page, "an increase of 61 percent", role="context")
    for day, kind in enumerate(kinds, start=1):
        desk.notice("10.1000/losses.1", kind, dated=f"2026-05-0{day}")
    published(desk.database, tmp_path / "public.db", FACTS)
    with closing(sqlite3.connect(tmp_path / "public.db")) as public:
        rows = public.execute("SELECT id, work_notice, work_notice_dated FROM citations")
        found = {key: told for key, *told in rows}
    assert tuple(found.pop(cited)) == told
    assert list(found.values()) == [[None, None]]
    (item,) = references(desk.database, [ids["homes"]])[0]
    assert item.get("status") == status
    desk.database.close()
