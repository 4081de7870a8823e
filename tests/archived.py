"""A web with one page that answers as told, and what fetching it leaves in the archive."""

from dataclasses import replace

from builders import a_run
from warcio.archiveiterator import ArchiveIterator

from claims.model.candidate import candidate_id, search_id
from claims.steps.take_snapshots import fetch_addresses
from claims.web.http import httpx
from db import rows

PAGE = "https://hindukush-reader.example/losses"
MORE = "The army published its own losses in the spring of that year, and named no other figure."


def html(word):
    return f"<!DOCTYPE html><title>{word}</title><p>{word}. {MORE}</p>".encode() if word else b""


def served(edges, *answers):
    """The edges of a web whose pages give these answers in turn."""
    waiting = list(answers)

    def answer(request):
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        given = waiting.pop(0)
        if given["status"] is None:
            raise httpx.ConnectError("nobody is there")
        return httpx.Response(
            given["status"],
            headers={"Content-Type": "text/html", "ETag": '"1"', **given.get("headers", {})},
            content=html(given.get("body", "")),
        )

    return over(edges, answer)


def over(edges, answer):
    """The edges of a web that `answer` plays. Its host counts as the desk's own, which need not be waited for."""
    own = replace(edges.settings, allow_hosts="hindukush-reader.example:443")
    return replace(edges, settings=own, transport=httpx.MockTransport(answer))


def fetch(edges, times=1, url=PAGE):
    """Fetch `url` so many times; the rows."""
    taken = []
    for _ in range(times):
        list(fetch_addresses(edges, [url], failures=[], taken=taken))
    return taken


def records(path):
    """(type, fields, body) of every record of a WARC file, as warcio reads them."""
    with path.open("rb") as file:
        return [
            (r.rec_type, r.rec_headers, r.raw_stream.read())
            for r in ArchiveIterator(file, check_digests="raise")
        ]


def tie(database, claim, snapshot):
    """Make a snapshot a candidate of a claim."""
    search = search_id(claim=claim["id"], provider="mediawiki", query=snapshot["url"])
    row = {
        "id": search, "claim": claim["id"], "provider": "mediawiki", "query": snapshot["url"],
        "request_url": None, "outcome": "found", "detail": None, "found": 1, "reply_digest": None,
        "run": a_run(database, "find"), "at": snapshot["warc_date"],
    }  # fmt: skip
    rows.add_new(database, "searches", [row])
    candidate = {
        "id": candidate_id(search=search, url=snapshot["url"]), "search": search, "rank": 1,
        "url": snapshot["url"], "title": None, "snippet": None, "snapshot": snapshot["id"],
    }  # fmt: skip
    rows.add_new(database, "candidates", [candidate])
