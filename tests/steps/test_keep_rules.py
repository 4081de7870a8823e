"""What a host's robots.txt said is kept like a page: once whole, then as revisits until it changes."""

import pytest
from archived import PAGE, fetch, over, records

from claims.archive.reader import read_payload
from claims.steps.export_wacz import export_wacz
from claims.steps.verify import verify
from claims.web.http import httpx
from db import rows

RULES = "https://hindukush-reader.example/robots.txt"
OPEN, SHUT = b"User-agent: *\nAllow: /\n", b"User-agent: *\nDisallow: /\n"


def ruled(edges, *answers):
    """A web whose robots.txt gives these answers in turn: bytes, a status, or None for no answer."""
    waiting = list(answers)

    def answer(request):
        if request.url.path != "/robots.txt":
            page = "<title>Losses</title><p>The army published its own losses in the spring.</p>"
            return httpx.Response(200, html=page)
        given = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        if given is None:
            raise httpx.ConnectError("nobody is there")
        if isinstance(given, int):
            return httpx.Response(given)
        return httpx.Response(200, content=given, headers={"Content-Type": "text/plain"})

    return over(edges, answer)


@pytest.mark.parametrize(
    ("answers", "types", "why"),
    [
        ([OPEN], ["response"], "what allowed the page"),
        ([SHUT], ["response"], "what forbade it"),
        ([OPEN, OPEN], ["response", "revisit"], "the same rules again are no second copy"),
        ([OPEN, SHUT], ["response", "response"], "other rules are"),
        ([OPEN, SHUT, OPEN], ["response", "response", "response"], "each time they change"),
        ([404], ["response"], "that there are none"),
        ([503], ["response"], "that they cannot be had"),
        ([None], [], "nobody answered: the page's own record says so"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_rules_are_kept(answers, types, why, edges):
    used = ruled(edges, *answers)
    fetch(used, len(answers))
    kept = list(rows.select(edges.database, "captures", where="url = ?", values=[RULES]))
    assert [c["warc_type"] for c in kept] == types, why
    assert [c["snapshot"] for c in kept] == [None] * len(types), "rules are no source"
    assert {row["url"] for row in rows.select(edges.database, "snapshots")} == {PAGE}
    list(verify(edges, {}))


def test_the_rules_of_a_day_can_be_read_again(edges):
    (page,) = fetch(ruled(edges, SHUT))
    assert page["outcome"] == "robots_disallowed"
    (kept,) = rows.select(edges.database, "captures", where="url = ?", values=[RULES])
    assert read_payload(edges.archive, kept["warc_file"], kept["warc_offset"]) == SHUT


def test_pages_of_a_host_share_its_rules(edges):
    fetch(ruled(edges, OPEN), 1, PAGE)
    (warc,) = edges.archive.glob("*.warc.gz")
    asked = [f.get_header("WARC-Target-URI") for kind, f, _ in records(warc) if kind == "response"]
    assert sorted(asked) == sorted([PAGE, RULES])


def test_rules_are_no_page_of_an_export(edges, tmp_path):
    fetch(ruled(edges, OPEN))
    failures = []
    export_wacz(edges, tmp_path / "a.wacz", [], failures=failures)
    assert failures == []
