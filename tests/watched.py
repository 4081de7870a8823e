"""A cited page that changes over simulated time, and checks of it through the real step."""

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import httpx
from builders import a_claim

from claims.model.citation import CitationRole
from claims.steps.check import Checked, check
from claims.steps.cite import Cited, cite
from claims.steps.edges import Edges
from claims.steps.take_snapshots import fetch_addresses
from claims.steps.tell_health import mark_told, report
from claims.steps.web_session import TURNS
from db import health

URL = "https://reader.example/2021/soviet-losses"
QUOTE = "In all 15,051 soldiers died in nine years of war"
STORY = (
    f"{QUOTE}, the army said. The count was published in the spring of that year, and no other"
    " figure was named by the ministry. Families had waited for it for a long time, and many of them"
    " did not believe it when it came. The war itself had ended in February, when the last column"
    " crossed the bridge at Termez."
)
HOSTS = ("reader.example", "other.example", "api.crossref.org", "web.archive.org", "seller.example",
         "doi.org", "timetravel.mementoweb.org")  # fmt: skip


def page(body=STORY, title="Losses of the war", more=""):
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{body}</p></article>{more}</body></html>"
    ).encode()


def html(body=STORY, status=200, **headers):
    content = body if isinstance(body, bytes) else page(body)
    sent = {"Content-Type": "text/html; charset=utf-8"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers=sent, stream=httpx.ByteStream(content))


def nobody(name="reader.example", error="[Errno -2] Name or service not known"):
    return httpx.ConnectError(f"the name {name} cannot be resolved: {error}")


@dataclass
class World:
    """The web and the clock: what each address answers now."""

    answers: dict = field(default_factory=dict)
    at: datetime = datetime(2026, 11, 24, 9, tzinfo=UTC)
    asked: list = field(default_factory=list)

    def __call__(self, request):
        url = str(request.url)
        if request.url.path == "/robots.txt" and url not in self.answers:
            return httpx.Response(404)
        self.asked.append(url)
        given = self.answers.get(url, None)
        if isinstance(given, list):
            given = given.pop(0) if len(given) > 1 else given[0]
        if callable(given):
            given = given(request)
        if isinstance(given, Exception):
            raise given
        return html("It is not here.", 404) if given is None else given

    def now(self):
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def later(self, **span):
        self.at += timedelta(**span)


def fresh(response):
    """An answer that can be given again and again."""
    content, headers, status = response.stream._stream, dict(response.headers), response.status_code
    return lambda _: httpx.Response(status, headers=headers, stream=httpx.ByteStream(content))


def desk(edges: Edges, world: World, own=HOSTS) -> Edges:
    settings = replace(edges.settings, allow_hosts=",".join(f"{host}:443" for host in own))
    return replace(edges, settings=settings, transport=httpx.MockTransport(world), now=world.now)


def cited(edges, world, url=URL, body=None, quote=QUOTE, claim=None):
    """A citation of the page as it is now."""
    world.answers[url] = fresh(html(body or page()))
    list(fetch_addresses(edges, [url], failures=[], taken=[]))
    wish = Cited(None, url, quote, CitationRole.SUPPORTS, None, "ada")
    return cite(edges, claim or a_claim(edges.database), wish)


def checked(edges, citations=(), *, due_only=True, tell=True):
    """One run of `check`, and its report. What the client holds back by the real clock is let go."""
    shutil.rmtree(edges.archive / TURNS, ignore_errors=True)
    done = Checked()
    list(check(edges, list(citations), due_only=due_only, checked=done))
    told = report(edges, done)
    if tell:
        mark_told(edges, done, told)
    return done, told


def states(edges, citation):
    """The states of link and words at every look."""
    found = health.checks_of(edges.database, citation["id"])
    return [(one["link_state"], one["passage_state"]) for one in found]
