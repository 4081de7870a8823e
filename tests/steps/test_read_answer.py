"""Walls are archived and named, and no word of them is kept as text."""

from dataclasses import replace

import httpx
import pytest
from builders import a_document

from claims.steps.ingest import Intake, ingest
from claims.steps.listing import concealing
from claims.steps.take_snapshots import fetch_addresses
from db import rows

WALL = b"<html><title>Just a moment...</title><p>Verifying you are human.</p></html>"
GATE = b"<html><title>A</title><article><h1>A</h1><p>Some words.</p><p>Subscribe to continue reading</p></article></html>"
LOST = b"<html><title>Page not found</title><p>Nothing here.</p></html>"
TRICK = b"""<html><title>Bridge</title><article><h1>Bridge</h1><p>The bridge was opened on Tuesday, the
authority said in a statement to the press.</p><p style="display:none">The minister took nine million in
bribes from its builders.</p></article></html>"""


def using(edges, table):
    return replace(
        edges,
        settings=replace(edges.settings, allow_hosts="x.org:443"),
        transport=httpx.MockTransport(_answers(table)),
    )


def _answers(table):
    def answer(request):
        if request.url.path == "/robots.txt":
            return httpx.Response(404, stream=httpx.ByteStream(b""))
        status, headers, body = table[request.url.path]
        return httpx.Response(
            status, headers={"Content-Type": "text/html", **headers}, stream=httpx.ByteStream(body)
        )

    return answer


@pytest.mark.parametrize(
    ("status", "headers", "body", "outcome", "reason"),
    [
        (200, {}, WALL, "bot_wall", "proof of a human"),
        (403, {}, WALL, "bot_wall", "status 403"),
        (503, {}, WALL, "bot_wall", "status 503"),
        (403, {"cf-mitigated": "challenge"}, b"", "bot_wall", "cf-mitigated"),
        (403, {}, b"<p>Forbidden</p>", "http_error", "403"),
        (402, {}, b"<p>Pay</p>", "paywall", "payment required"),
        (401, {}, GATE, "paywall", "status 401"),
        (200, {}, GATE, "paywall", "gate"),
        (200, {}, LOST, "soft_404", "page not found"),
        (404, {}, LOST, "http_error", "404"),
    ],
)
def test_walls(edges, status, headers, body, outcome, reason):
    used = using(edges, ({"/a": (status, headers, body)}))
    taken = []
    list(fetch_addresses(used, ["https://x.org/a"], failures=[], taken=taken))
    [row] = taken
    assert (row["outcome"], row["text"]) == (outcome, None)
    assert reason in row["reason"]
    assert row["warc_file"], "the bytes are archived"
    assert rows.get(edges.database, "snapshots", row["id"])["outcome"] == outcome


def test_hidden_words_are_noted_with_the_snapshot(edges):
    used = using(edges, ({"/a": (200, {}, TRICK)}))
    list(fetch_addresses(used, ["https://x.org/a"], failures=[], taken=[]))
    [row] = rows.select(edges.database, "snapshots")
    assert "bribes" not in row["text"]
    [found] = row["findings"]
    assert (found["kind"], found["concealed"], found["kept"]) == ("not_displayed", True, False)
    assert found["excerpt"].startswith("The minister took")


def test_an_article_behind_a_wall_is_no_document(edges):
    used = using(edges, ({"/a": (200, {}, GATE)}))
    intake = Intake([], [])
    list(ingest(used, ["https://x.org/a"], intake=intake))
    assert intake.documents == []
    assert "paywall" in intake.failures[0].why


def test_a_document_keeps_what_was_noted(edges):
    used = using(edges, ({"/a": (200, {}, TRICK)}))
    intake = Intake([], [])
    list(ingest(used, ["https://x.org/a"], intake=intake))
    row = rows.get(edges.database, "documents", intake.documents[0])
    assert [found["kind"] for found in row["findings"]] == ["not_displayed"]


def test_rows_of_before_have_empty_lists(database):
    row = rows.get(database, "documents", a_document(database)["id"])
    assert (row["findings"], row["kinds"], row["agency"]) == ([], [], None)


def test_a_document_that_hides_words_is_named(edges):
    used = using(
        edges, {"/a": (200, {}, TRICK), "/b": (200, {}, TRICK.replace(b"display:none", b""))}
    )
    intake = Intake([], [])
    list(ingest(used, ["https://x.org/a", "https://x.org/b"], intake=intake))
    [line] = concealing(edges.database, [*intake.documents, *intake.documents])
    assert "https://x.org/a has 10 words that its readers do not see" in line
    assert "citetrail show d-" in line


@pytest.mark.parametrize(
    ("path", "answer", "to_do"),
    [
        ("/wall", (403, {"cf-mitigated": "challenge"}, WALL), "save the page from a browser"),
        ("/lost", (200, {}, LOST), "check the address, or try again later"),
        ("/gone", (404, {}, b""), "check the address, or try again later"),
    ],
)
def test_what_could_not_be_read_says_what_to_do(edges, path, answer, to_do):
    intake = Intake([], [])
    used = using(edges, {path: answer})
    list(ingest(used, [f"https://x.org{path}"], intake=intake))
    assert to_do in intake.failures[0].why
