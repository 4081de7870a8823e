"""The services of all providers as they answer with their saved replies, and a desk that has every key."""

import gzip
from dataclasses import replace
from pathlib import Path

import httpx
import yaml
from builders import a_claim, a_document

from claims.model.settings import SECRETS
from claims.steps.find_sources import Findings, Wish, find

REPLIES = Path(__file__).resolve().parent / "sources/replies"
KEYS = {name: f"s3cret-{name}-0123456789" for name in SECRETS}
PAGE = b"<html><title>A page</title><article><p>In all 15,051 soldiers died, it is told here.</p></article></html>"
TEXT = (
    "Inflation in Turkey reached 72 percent in 2022, a study of the U.S. Supreme Court ruling found. "
    "The vaccine page https://city.example/budget said so. It rained.\n"
)
SAYS = (
    "Inflation in Turkey reached 72 percent in 2022, a study of the U.S. Supreme Court ruling found"
)
HOSTS = {
    "wiki.example": "mediawiki", "www.wikidata.org": "wikidata",
    "factchecktools.googleapis.com": "factcheck", "api.crossref.org": "crossref",
    "api.openalex.org": "openalex", "www.ebi.ac.uk": "europepmc",
    "api.gdeltproject.org": "gdelt", "api.worldbank.org": "worldbank",
    "www.courtlistener.com": "courtlistener", "catalog.data.gov": "datagov",
    "web.archive.org": "wayback", "timetravel.mementoweb.org": "memento",
    "search.desk.example": "searxng", "api.search.brave.com": "brave", "kiwix.example": "zim",
}  # fmt: skip
PAGE_HOSTS = (
    "a.example", "b.example", "doi.org", "repo.example", "openalex.org", "facts.example",
    "other.example", "europepmc.org", "data.cityofchicago.org", "archive.example", "arquivo.example",
)  # fmt: skip
APIS = ("/w/api.php", "/v1alpha1", "/works", "/europepmc/webservices", "/api/", "/v2/", "/search",
        "/cdx/", "/timemap/", "/searx/search", "/res/v1")  # fmt: skip


def answer(status=200, body=b"", kind="application/json", **headers):
    headers = {"Content-Type": kind, **{k.replace("_", "-"): v for k, v in headers.items()}}
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))


class World:
    """Services that answer as saved, and pages that can be read. `odd` answers instead, by provider."""

    def __init__(self, sort="found", page=PAGE, page_status=200, **odd):
        self.sort, self.page, self.page_status, self.odd = sort, page, page_status, odd
        self.asked = []

    def __call__(self, request):
        host, path = request.url.host, request.url.path
        self.asked.append(request)
        if path == "/robots.txt":
            return answer(404)
        name = HOSTS.get(host)
        if not name or not path.startswith(APIS):
            return answer(self.page_status, self.page, "text/html")
        if name in self.odd:
            return self.odd[name](request)
        case = yaml.safe_load((REPLIES / f"{name}.yaml").read_text())[self.sort][0]
        step = {"wbgetentities": 1}.get(request.url.params.get("action"), 0)
        step += request.url.params.get("props") == "labels"
        chosen = case["answers"][min(step, len(case["answers"]) - 1)]
        return answer(chosen.get("status", 200), chosen["body"].encode())

    def names(self):
        return [
            HOSTS[r.url.host]
            for r in self.asked
            if r.url.host in HOSTS and r.url.path.startswith(APIS)
        ]


def full_desk(edges):
    """The edges of a desk that has every key and instance."""
    settings = replace(
        edges.settings,
        mediawiki="https://wiki.example/w/api.php",
        searxng="https://search.desk.example/searx",
        zim="https://kiwix.example",
        allow_hosts=",".join(f"{host}:443" for host in (*HOSTS, *PAGE_HOSTS)),  # without pauses
        **KEYS,
    )
    return replace(edges, settings=settings)


def a_sourced_claim(database):
    document = a_document(
        database, TEXT, url="https://news.example/article", published="2026-11-20"
    )
    return a_claim(database, document, SAYS, claim_text=SAYS + ".", dates=["2022"])


def hunt(edges, world, claims, **wish):
    used = replace(edges, transport=httpx.MockTransport(world))
    findings = Findings()
    list(find(used, claims, Wish(**wish), findings=findings))
    return findings


def outcomes(findings):
    return {s["provider"]: s["outcome"] for s in findings.searches}


def every_byte(edges):
    """All that was written: the database with its log, and the archive unpacked."""
    edges.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    written = edges.path.read_bytes()
    for path in edges.archive.glob("*.warc.gz"):
        written += path.read_bytes() + gzip.decompress(path.read_bytes())
    return written


def nobody(request):
    raise AssertionError(f"asked {request.url} although offline")
