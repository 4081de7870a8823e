"""Retractions and corrections of cited works: asked weekly, told once, never mistaken for silence."""

import json

import httpx
import pytest
from watched import URL, checked, cited, page

from claims.steps.citation_standing import standing_of
from db import health, rows

DOI = "10.1000/losses.1"
RECORD = "https://api.crossref.org/works/10.1000%2Flosses.1"
PAGE = page().replace(b"<head>", b'<head><meta name="citation_doi" content="10.1000/losses.1">')


def record(*updates, status=200, doi=DOI):
    message = {"DOI": doi, "title": ["Losses"], "updated-by": list(updates)}
    body = json.dumps({"status": "ok", "message": message}).encode()
    return lambda _: httpx.Response(status, stream=httpx.ByteStream(body))


RETRACTED = {
    "DOI": "10.1000/notice", "type": "retraction", "source": "retraction-watch",
    "updated": {"date-parts": [[2026, 12, 1]]},
}  # fmt: skip


def kinds(told):
    return [tiding["kind"] for row in told.rows for tiding in row["tidings"]]


def test_a_retraction_is_told_once_with_where_it_was_seen(at_desk, world):
    citation = cited(at_desk, world, body=PAGE)
    world.answers[RECORD] = record()
    done, told = checked(at_desk)
    assert (done.works, kinds(told)) == ([DOI], [])
    assert checked(at_desk)[0].works == []
    world.later(days=8)
    world.answers[RECORD] = record(RETRACTED)
    _, told = checked(at_desk)
    assert (kinds(told), told.ends_with_part) == (["retraction"], True)
    said = " ".join(told.text.split())
    assert "retraction of 2026-12-01 (according to retraction-watch)" in said
    world.later(days=8)
    _, told = checked(at_desk)
    assert (kinds(told), told.ends_with_part) == ([], False)
    (notice,) = health.notices_of(at_desk.database, DOI)
    look = rows.get(at_desk.database, "notice_looks", notice["look"])
    capture = rows.get(at_desk.database, "captures", look["capture"])
    assert (capture["url"], capture["warc_type"]) == (RECORD, "response")
    assert not standing_of(at_desk, citation).fitness.fit


def test_an_answer_by_a_clock_that_ran_years_ahead_holds_up_no_question(at_desk, world):
    cited(at_desk, world, body=PAGE)
    world.answers[RECORD] = record()
    world.later(days=3650)
    checked(at_desk)
    world.later(days=-3640)
    assert checked(at_desk)[0].works == [DOI]
    assert checked(at_desk)[0].works == []


def test_who_cites_a_retracted_work_later_is_told_too(at_desk, world):
    cited(at_desk, world, body=PAGE)
    world.answers[RECORD] = record(RETRACTED)
    checked(at_desk)
    later = cited(at_desk, world, body=PAGE, quote="Families had waited for it for a long time")
    world.later(minutes=1)
    _, told = checked(at_desk)
    assert [row["id"] for row in told.rows if row["tidings"]] == [later["id"]]


@pytest.mark.parametrize(
    ("answer", "failed", "again_after_days"),
    [
        (lambda _: httpx.Response(404), False, 31),
        (lambda _: httpx.Response(500), True, 1),
        (lambda _: httpx.Response(200, stream=httpx.ByteStream(b"<html>")), True, 1),
        (record(doi="10.1000/another"), True, 1),
    ],
)
def test_what_is_no_answer_is_asked_again(at_desk, world, answer, failed, again_after_days):
    cited(at_desk, world, body=PAGE)
    world.answers[RECORD] = answer
    done, told = checked(at_desk)
    assert (bool(done.failures), told.ends_with_part) == (failed, failed)
    assert health.notices_of(at_desk.database, DOI) == []
    world.later(days=again_after_days, hours=-30 if again_after_days > 1 else -6)
    assert checked(at_desk)[0].works == []
    world.later(days=1)
    assert checked(at_desk)[0].works == [DOI]


def test_pages_without_a_doi_are_asked_about_nowhere(at_desk, world):
    cited(at_desk, world)
    assert checked(at_desk)[0].works == []
    assert not any("crossref" in url for url in world.asked)
    assert world.asked[-1] == URL
