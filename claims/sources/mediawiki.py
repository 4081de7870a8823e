"""Any MediaWiki by its action API (https://www.mediawiki.org/wiki/API:Search); Wikipedia by default.

Errors such as `maxlag` come as HTTP 200 with an `error` object, so the body alone decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.instance import host_of
from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import Json, count_of, object_in, objects, web_url, within, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.sources.provider import Answer
    from claims.sources.question import Question

MAXLAG_SECONDS = "5"
THROTTLED = frozenset({"maxlag", "ratelimited", "readonly"})

CARD = Card(
    name="mediawiki",
    title="MediaWiki",
    good_for="background on people, places, bodies and events (Wikipedia, or your own wiki)",
)


@dataclass(frozen=True, slots=True)
class MediaWiki:
    """The wiki whose `api.php` is at `api`."""

    api: str

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return replace(CARD, hosts=host_of(self.api))

    def plan(self, question: Question, *, top: int) -> Plan:
        """A full-text search for each query, whose answer names each page's own address."""
        return plan_of(question, question.queries, self._search, top=top)

    def _search(self, query: str, top: int) -> Request:
        params = {
            "action": "query",
            "generator": "search",
            "gsrsearch": query,
            "gsrlimit": str(top),
            "gsrnamespace": "0",
            # SQLite and MySQL wikis search titles unless told otherwise
            "gsrwhat": "text",
            "prop": "info",
            "inprop": "url",
            "format": "json",
            "formatversion": "2",
            "maxlag": MAXLAG_SECONDS,
        }
        return Request(self.api, params)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The pages in their search order."""
        del ask
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if "error" in answer:
            return wiki_error(answer["error"])
        if "query" not in answer:
            if answer.get("batchcomplete"):
                return answered((), 0)
            return failed("the reply holds neither pages nor a completion mark")
        return _pages(answer["query"])


def wiki_error(error: Json) -> Reply:
    """The reply of a MediaWiki (Wikidata too) that answered 200 with an error."""
    code = words(within(error, "code"), longest=80) or "unknown"
    info = words(within(error, "info"), longest=200) or ""
    outcome = SearchOutcome.THROTTLED if code in THROTTLED else SearchOutcome.FAILED
    return Reply(outcome, f"the wiki answered {code}: {info}".rstrip(": "))


def _pages(query: Json) -> Reply:
    if not isinstance(within(query, "pages"), list):
        return failed("the reply holds no list of pages")
    readable = objects(query, "pages")
    readable.sort(key=lambda p: p["index"] if isinstance(p.get("index"), int) else len(readable))
    hits = [hit for p in readable if (hit := _hit(p))]
    return answered(hits, count_of(query, "pages"))


def _hit(page: dict[str, Json]) -> Hit | None:
    url = web_url(page.get("canonicalurl")) or web_url(page.get("fullurl"))
    if url is None:
        return None
    revision = page.get("lastrevid")
    notes = (f"revision {revision}",) if isinstance(revision, int) else ()
    return Hit(url, words(page.get("title")), None, notes=notes)
