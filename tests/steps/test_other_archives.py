"""Old captures beside live pages, and pages handed to another archive: asked once, told honestly."""

import json
import shutil
from dataclasses import replace

import pytest
from archived import records, tie
from builders import a_claim, a_document, a_snapshot

from claims.steps.old_captures import elsewhere, look_up
from claims.steps.save_pages import may_submit, save_pages
from claims.steps.web_session import TURNS
from claims.web.http import httpx
from db import rows

URL = "https://a.example/losses"
CAPTURES = [
    ["timestamp", "original", "statuscode", "digest"],
    ["20210901120000", URL, "200", "AAA"],
]


class Archive:
    """A transport that plays the Wayback Machine: answers by what is asked, every request noted."""

    def __init__(self, **answers):
        self.answers = answers
        self.asked = []

    def __call__(self, request):
        path = request.url.path
        kind = (
            "cdx" if path.startswith("/cdx") else "status" if "/status/" in path
            else "submit" if request.method == "POST" else "anonymous"
        )  # fmt: skip
        self.asked.append((kind, request))
        given = self.answers[kind]
        given = given.pop(0) if isinstance(given, list) else given
        if isinstance(given, httpx.Response):
            return given
        if given is None:
            raise httpx.ConnectError("nobody is there")
        return httpx.Response(200, content=json.dumps(given).encode())

    def kinds(self):
        return [kind for kind, _ in self.asked]


@pytest.fixture
def claim(database):
    claim = a_claim(database, a_document(database, published="2021-08-31"))
    tie(database, claim, a_snapshot(database, url=URL))
    return claim


def on(edges, archive, key="", now="2026-11-24T09:00:00Z"):
    return replace(
        edges,
        settings=replace(edges.settings, archive_org_key=key, allow_hosts=""),
        transport=httpx.MockTransport(archive),
        now=lambda: now,
    )


def looked_up(edges, claim, **options):
    failures = []
    list(look_up(edges, [claim], again=False, failures=failures, **options))
    return failures


def test_before_anybody_was_asked_that_is_said(edges, claim):
    (told,) = elsewhere(edges, "claims", claim)["mementos"]
    assert (told["url"], told["wanted"], told["outcome"]) == (URL, "2021-08-31", "not_measured")
    assert told["memento_url"] is None
    assert told["detail"].endswith("--old-captures")
    assert elsewhere(edges, "documents", claim) == {}


def test_the_nearest_capture_is_found_once_and_shown(edges, claim):
    archive = Archive(cdx=[[], CAPTURES])
    edges = on(edges, archive)
    assert looked_up(edges, claim) == []
    assert looked_up(edges, claim) == []
    assert archive.kinds() == ["cdx", "cdx"]
    (told,) = elsewhere(edges, "claims", claim)["mementos"]
    assert told["memento_url"] == f"https://web.archive.org/web/20210901120000/{URL}"
    assert told["memento_datetime"] == "2021-09-01T12:00:00Z"
    assert rows.count(edges.database, "captures") == 2  # the replies are archived too


@pytest.mark.parametrize(
    ("cdx", "outcome"),
    [
        ([[], []], "nothing_found"),
        ([CAPTURES, None, None], "not_measured"),  # one side alone says nothing of the nearest
        ([httpx.Response(429)], "throttled"),
        ([httpx.Response(200, content=b"<html>busy</html>")], "failed"),
    ],
)
def test_what_is_not_known_is_not_claimed(edges, claim, cdx, outcome):
    edges = on(edges, Archive(cdx=list(cdx)))
    failures = looked_up(edges, claim)
    (told,) = elsewhere(edges, "claims", claim)["mementos"]
    assert (told["outcome"], told["memento_url"]) == (outcome, None)
    assert bool(failures) is (outcome != "nothing_found")


def test_a_page_of_the_own_network_is_named_to_nobody(edges, claim):
    for address in ("http://127.0.0.1:8001/a", "http://wiki.local/b", "http://own.example:8000/c"):
        tie(edges.database, claim, a_snapshot(edges.database, url=address))
    archive = Archive(cdx=[[], []], anonymous=[httpx.Response(404)])
    edges = on(edges, archive)
    used = replace(edges, settings=replace(edges.settings, allow_hosts="own.example:8000"))
    used = replace(used, settings=replace(used.settings, wayback=edges.settings.wayback))
    looked_up(used, claim)
    save(used, claim)
    assert len(archive.asked) == 3
    assert all(
        URL.removeprefix("https://") in str(r.url).replace("%2F", "/") for _, r in archive.asked
    )
    told = {m["url"]: m["detail"] for m in elsewhere(used, "claims", claim)["mementos"]}
    assert told["http://wiki.local/b"].endswith("not named to others")


def save(edges, claim):
    failures, saved = [], []
    list(save_pages(edges, [claim], failures=failures, saved=saved))
    return saved, failures


def states(edges):
    return [r["state"] for r in rows.select(edges.database, "save_requests")]


def test_submitted_is_not_archived_until_the_archive_says_so(edges, claim):
    done = {"status": "success", "timestamp": "20261124090512", "original_url": URL}
    archive = Archive(
        submit={"url": URL, "job_id": "spn2-1"}, status=[{"status": "pending"}, None, None, done]
    )
    edges = on(edges, archive, key="access:open-sesame")
    (row,), failures = save(edges, claim)
    assert (row["state"], failures) == ("pending", [])
    (row,), failures = save(edges, claim)
    assert (row["state"], row["job"]) == ("not_measured", "spn2-1")
    assert len(failures) == 1
    (row,), failures = save(edges, claim)
    assert (row["state"], failures) == ("archived", [])
    assert row["memento_url"] == f"https://web.archive.org/web/20261124090512/{URL}"
    save(edges, claim)  # nothing more to ask
    assert archive.kinds().count("submit") == 1
    assert archive.kinds().count("status") == 4
    assert states(edges) == ["submitted", "pending", "not_measured", "archived"]
    assert elsewhere(edges, "claims", claim)["save_requests"][0]["state"] == "archived"


def test_the_key_goes_to_the_archive_and_nowhere_else(edges, claim):
    archive = Archive(submit={"job_id": "spn2-1"}, status={"status": "pending"})
    edges = on(edges, archive, key="access:open-sesame")
    save(edges, claim)
    sent = {r.headers["authorization"] for _, r in archive.asked}
    assert sent == {"LOW access:open-sesame"}
    kept = [f.read_bytes() for f in edges.path.parent.rglob("*") if f.is_file()]
    kept += [body for _, _, body in records(edges.archive / "citetrail-00001.warc.gz")]
    assert not any(b"open-sesame" in part for part in kept)
    assert "open-sesame" not in repr(edges.settings)


def test_without_a_key_the_address_itself_answers(edges, claim):
    to = {"Location": f"/web/20261124085959/{URL}"}
    archive = Archive(
        anonymous=[httpx.Response(302, headers=to), httpx.Response(200, content=b"x")]
    )
    (row,), failures = save(on(edges, archive), claim)
    assert (row["state"], failures) == ("archived", [])
    assert str(archive.asked[0][1].url) == f"https://web.archive.org/save/{URL}"


def test_what_failed_for_a_while_is_tried_again_when_it_may(edges, claim):
    archive = Archive(anonymous=[httpx.Response(429), httpx.Response(404)])
    save(on(edges, archive), claim)
    save(on(edges, archive, now="2026-11-24T09:09:00Z"), claim)
    assert len(archive.asked) == 1
    shutil.rmtree(
        edges.archive / TURNS
    )  # the client's own pause after a 429 goes by the real clock
    (row,), failures = save(on(edges, archive, now="2026-11-24T09:10:00Z"), claim)
    assert len(archive.asked) == 2
    assert row["state"] == "failed"
    assert len(failures) == 1


@pytest.mark.parametrize(
    ("last", "may"),
    [
        ({"state": "archived", "job": None, "again_at": None}, False),
        ({"state": "submitted", "job": "j", "again_at": None}, False),
        ({"state": "pending", "job": "j", "again_at": None}, False),
        ({"state": "submitted", "job": None, "again_at": "2026-11-24T08:00:00Z"}, True),
        ({"state": "submitted", "job": None, "again_at": "2026-11-24T10:00:00Z"}, False),
        ({"state": "failed", "job": None, "again_at": None}, False),
        ({"state": "not_measured", "job": "j", "again_at": None}, False),
        ({"state": "not_measured", "job": None, "again_at": "2026-11-24T09:00:00Z"}, True),
    ],
)
def test_when_a_page_is_handed_over(last, may):
    assert may_submit(last, now="2026-11-24T09:00:00Z") is may
