"""Claims to searches, candidates and copies, over a transport that plays the wiki."""

import json
from dataclasses import replace

import httpx
import pytest
from builders import a_claim, a_document

from claims.steps.find_sources import Findings, Wish, find
from db import rows

WIKI = "https://wiki.example/w/api.php"
PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>In all 15,051 Soviet soldiers died in Afghanistan, the general staff wrote in 2001.</p>
<p>The count was published after the war and is larger than the one given in 1989.</p>
</article></body></html>"""


class Wiki:
    """A transport: the API answers with `pages`, pages answer with HTML; every request is noted."""

    def __init__(self, pages=("A", "B"), api=None, page_status=200):
        self.pages = pages
        self.api = api
        self.page_status = page_status
        self.asked = []

    def __call__(self, request):
        self.asked.append(str(request.url))
        if request.url.path == "/robots.txt":
            return self._answer(404, b"", "text/plain")
        if request.url.path == "/w/api.php":
            return self.api() if self.api else self._answer(200, self._found(), "application/json")
        title = request.url.path.rpartition("/")[2]
        return self._answer(self.page_status, PAGE.format(title=title).encode(), "text/html")

    def _found(self):
        if not self.pages:
            return b'{"batchcomplete": true}'
        listed = [
            {"pageid": n, "title": t, "index": n, "fullurl": f"https://wiki.example/wiki/{t}"}
            for n, t in enumerate(self.pages, start=1)
        ]
        return json.dumps({"query": {"pages": listed}}).encode()

    @staticmethod
    def _answer(status, body, kind):
        return httpx.Response(status, headers={"Content-Type": kind}, stream=httpx.ByteStream(body))

    def asked_api(self):
        return [url for url in self.asked if "api.php" in url]


def hunt(edges, wiki, claims, **wish):
    used = replace(
        edges,
        settings=replace(edges.settings, mediawiki=WIKI, allow_hosts="wiki.example:443"),
        transport=httpx.MockTransport(wiki),
    )
    findings = Findings()
    options = {"providers": ("mediawiki",), **wish}
    assert [t.done for t in find(used, claims, Wish(**options), findings=findings)] == list(
        range(1, len(claims) + 1)
    )
    return findings


@pytest.fixture
def claim(database):
    return a_claim(database)


def test_what_is_found_is_fetched_archived_and_tied_to_the_search(edges, claim):
    findings = hunt(edges, Wiki(), [claim])
    assert [s["outcome"] for s in findings.searches] == ["found"]
    assert findings.failures == []
    candidates = list(rows.select(edges.database, "candidates", order_by="rank"))
    assert [c["title"] for c in candidates] == ["A", "B"]
    for candidate in candidates:
        snapshot = rows.get(edges.database, "snapshots", candidate["snapshot"])
        assert snapshot["outcome"] == "stored"
        assert "15,051 Soviet soldiers" in snapshot["text"]
        assert (edges.archive / snapshot["warc_file"]).stat().st_size > snapshot["warc_offset"]


def test_a_second_find_asks_nobody_and_adds_nothing(edges, claim):
    hunt(edges, Wiki(), [claim])
    before = {t: rows.count(edges.database, t) for t in rows.TABLES}
    wiki = Wiki()
    hunt(edges, wiki, [claim])
    assert wiki.asked == []
    assert {t: rows.count(edges.database, t) for t in rows.TABLES} == before


def test_refreshing_asks_again_and_an_unchanged_page_adds_nothing(edges, claim):
    hunt(edges, Wiki(), [claim])
    wiki = Wiki()
    hunt(edges, wiki, [claim], refresh=True)
    assert len(wiki.asked_api()) == 1
    assert rows.count(edges.database, "snapshots") == 2


def test_queries_widen_until_something_is_found(edges, claim):
    wiki = Wiki(pages=())
    findings = hunt(edges, wiki, [claim])
    assert {s["outcome"] for s in findings.searches} == {"nothing_found"}
    assert len(wiki.asked_api()) == len(findings.searches) > 1
    sizes = [len(s["query"].split()) for s in findings.searches]
    assert sizes == sorted(sizes, reverse=True)


def test_offline_uses_what_is_stored_and_says_what_was_not_measured(edges, database, claim):
    hunt(edges, Wiki(), [claim])
    other = a_claim(database, a_document(database), exact="Talks began in 2018")
    wiki = Wiki()
    findings = hunt(edges, wiki, [claim, other], offline=True)
    assert wiki.asked == []
    assert [s["outcome"] for s in findings.searches] == ["found", "not_measured"]
    assert findings.searches[1]["detail"] == "asked to stay offline"
    assert findings.failures == [], "what was asked for is no failure"


def refuse():
    raise httpx.ConnectError("no route")


ANSWERS = [
    ("no network", refuse, "not_measured"),
    ("a server error", lambda: Wiki._answer(500, b"", "text/html"), "failed"),
    ("not for us", lambda: Wiki._answer(403, b"", "text/html"), "refused"),
    ("too often", lambda: Wiki._answer(429, b"", "text/html"), "throttled"),
    ("an error in a 200",
     lambda: Wiki._answer(200, b'{"error": {"code": "maxlag"}}', "application/json"), "throttled"),
    ("a page in place of JSON", lambda: Wiki._answer(200, b"<html>", "text/html"), "failed"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "api", "outcome"), ANSWERS)
def test_what_went_wrong_is_stored_with_its_reason(edges, claim, why, api, outcome):
    findings = hunt(edges, Wiki(api=api), [claim])
    (stored,) = rows.select(edges.database, "searches")
    assert (stored["outcome"], bool(stored["detail"])) == (outcome, True), why
    assert len(findings.failures) == 1
    assert findings.failures[0].why.startswith(outcome)


def test_a_failed_search_is_made_again_and_its_row_mended(edges, claim):
    hunt(edges, Wiki(api=refuse), [claim])
    hunt(edges, Wiki(), [claim])
    (stored,) = rows.select(edges.database, "searches")
    assert (stored["outcome"], stored["detail"], stored["found"]) == ("found", None, 2)


def test_a_provider_that_does_not_answer_is_left_alone(edges, database):
    document = a_document(database)
    claims = [
        a_claim(database, document, exact=exact)
        for exact in ("More than 15,000 Soviet soldiers died", "Talks began in 2018", "It rained")
    ]
    wiki = Wiki(api=refuse)
    findings = hunt(edges, wiki, claims)
    assert [s["outcome"] for s in findings.searches] == ["not_measured"] * 3
    assert "not asked" in findings.searches[-1]["detail"]
    assert len({str(f) for f in findings.failures}) == len(findings.failures) == 2


def test_a_page_that_is_gone_is_an_outcome_of_the_candidate(edges, claim):
    findings = hunt(edges, Wiki(page_status=404), [claim])
    (first, second) = rows.select(edges.database, "candidates", order_by="rank")
    snapshot = rows.get(edges.database, "snapshots", first["snapshot"])
    assert (snapshot["outcome"], snapshot["http_status"]) == ("http_error", 404)
    assert {f.what for f in findings.failures} == {first["url"], second["url"]}


def test_the_checked_article_is_no_source_of_its_own_claims(edges, database):
    document = a_document(database, url="https://wiki.example/wiki/A")
    claim = a_claim(database, document)
    wiki = Wiki()
    hunt(edges, wiki, [claim])
    assert not any(url.endswith("/wiki/A") for url in wiki.asked)
