"""Any MediaWiki by its action API (https://www.mediawiki.org/wiki/API:Search); Wikipedia by default.

Errors such as `maxlag` come as HTTP 200 with an `error` object, so the body alone decides.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from claims.model.candidate import SearchOutcome
from claims.sources.provider import Hit, Reply, Request, answered
from claims.text.sound import sound

MAXLAG_SECONDS = "5"
THROTTLED = frozenset({"maxlag", "ratelimited", "readonly"})


@dataclass(frozen=True, slots=True)
class MediaWiki:
    """The wiki whose `api.php` is at `api`."""

    api: str
    name: str = "mediawiki"

    def request(self, query: str, *, top: int) -> Request:
        """A full-text search whose answer names each page's own address.

        >>> MediaWiki("https://w.example/api.php").request("Kabul", top=3).params["gsrlimit"]
        '3'
        """
        return Request(
            url=self.api,
            params={
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
            },
        )

    def read(self, body: bytes) -> Reply:
        """The pages in their search order.

        >>> MediaWiki("").read(b'{"batchcomplete": true}').outcome.value
        'nothing_found'
        """
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            return Reply(SearchOutcome.FAILED, "the reply is not JSON")
        if not isinstance(answer, dict):
            return Reply(SearchOutcome.FAILED, "the reply is not a JSON object")
        if "error" in answer:
            return _error(answer["error"])
        if "query" not in answer:
            if answer.get("batchcomplete"):
                return answered(())
            return Reply(
                SearchOutcome.FAILED, "the reply holds neither pages nor a completion mark"
            )
        return _pages(answer["query"])


def _error(error: Any) -> Reply:
    code = sound(str(error.get("code", "unknown")))[:80] if isinstance(error, dict) else "unknown"
    info = sound(str(error.get("info", "")))[:200] if isinstance(error, dict) else ""
    outcome = SearchOutcome.THROTTLED if code in THROTTLED else SearchOutcome.FAILED
    return Reply(outcome, f"the wiki answered {code}: {info}".rstrip(": "))


def _pages(query: Any) -> Reply:
    pages = query.get("pages") if isinstance(query, dict) else None
    if not isinstance(pages, list):
        return Reply(SearchOutcome.FAILED, "the reply holds no list of pages")
    readable = [p for p in pages if isinstance(p, dict)]
    readable.sort(key=lambda p: p["index"] if isinstance(p.get("index"), int) else len(readable))
    return answered(tuple(hit for p in readable if (hit := _hit(p))))


def _hit(page: dict[str, Any]) -> Hit | None:
    url = page.get("canonicalurl") or page.get("fullurl")
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        return None
    title = page.get("title")
    return Hit(sound(url), sound(title) if isinstance(title, str) else None, None)
