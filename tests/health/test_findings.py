"""Every HTTP answer and every failure has a meaning for the link; the table holds one row a case."""

import asyncio
import socket
from pathlib import Path

import httpcore
import pytest
import yaml

from claims.health import findings
from claims.health.findings import Answered, Found, Page, finding, nameless, same_page
from claims.model.health import LinkFinding
from claims.model.snapshot import FetchOutcome
from claims.web.guard import resolved

URL = "https://a.example/2021/losses"
TABLE = Path(__file__).resolve().parents[1] / "tables/link_findings.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def answered(row):
    return Answered(
        URL,
        row.get("target", URL),
        FetchOutcome(row["came"]),
        row.get("status"),
        row.get("reason"),
        permanent=row.get("permanent", False),
        source=row.get("source", ""),
        text=row.get("text", ""),
        carries=row.get("carries"),
        same_page=row.get("same", False),
    )


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['came']}-{row.get('status')}-{row['why']}"
)
def test_what_an_answer_means(row):
    assert finding(answered(row)).finding.value == row["finding"], row["why"]


def test_every_outcome_and_every_status_has_a_meaning():
    assert {row["came"] for row in ROWS} == {one.value for one in FetchOutcome}
    for outcome in FetchOutcome:
        assert finding(Answered(URL, URL, outcome, None)).finding in LinkFinding
    for status in range(100, 600):
        found = finding(Answered(URL, URL, FetchOutcome.HTTP_ERROR, status)).finding
        assert (found is LinkFinding.NOT_THERE) is (status in {404, 410})


def test_each_finding_is_reached():
    assert {row["finding"] for row in ROWS} == {one.value for one in LinkFinding}


@pytest.mark.parametrize(
    ("number", "gone"), [(socket.EAI_NONAME, True), (socket.EAI_AGAIN, False), (-5, True)]
)
def test_the_guard_says_in_these_words_that_there_is_no_such_name(monkeypatch, number, gone):
    def refuse(*_, **__):
        raise socket.gaierror(number, "said the name server")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(httpcore.ConnectError) as failed:
        asyncio.run(resolved("a.example", 443))
    reason = f"no connection: {failed.value}"
    found = finding(Answered(URL, URL, FetchOutcome.UNREACHABLE, None, reason))
    assert (found.finding is LinkFinding.NOT_THERE) is gone
    assert nameless(found) is gone


def test_a_404_is_not_for_want_of_a_name():
    assert not nameless(Found(LinkFinding.NOT_THERE, "answered 404 Not Found"))
    assert findings.NO_NAME.search("the name x has no address")


@pytest.mark.parametrize(
    ("new", "same"),
    [
        (Page("https://b.example/archive/war-ends", None, ""), True),
        (Page("https://b.example/x", "War  Ends", ""), True),
        (
            Page(
                "https://b.example/x", "Another", "The war ended on the bridge at Termez in spring."
            ),
            True,
        ),
        (
            Page("https://b.example/x", "Another", "Today it rained on the whole of the city."),
            False,
        ),
        (Page("https://[b.example/x", None, ""), False),
        (Page("https://b.example/", None, ""), False),
    ],
)
def test_the_same_page_elsewhere(new, same):
    old = Page(
        "https://a.example/2021/war-ends",
        "War ends",
        "The war ended on the bridge at Termez in spring.",
    )
    assert same_page(old, new) is same
