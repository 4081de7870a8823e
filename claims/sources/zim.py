"""Offline Wikipedia and other Kiwix books, over the HTTP interface of the desk's own kiwix-serve.

`/search?format=xml` answers an OpenSearch feed. Entities are never resolved and nothing is loaded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.instance import below, host_of, same_host
from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import MOST_HITS, refusal, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from claims.sources.provider import Answer
    from claims.sources.question import Question

DETAIL = re.compile(r"<detail>([^<]*)</detail>")
TITLE = re.compile(r"<title>([^<]*)</title>")
XML = "application/rss+xml, application/xml"

CARD = Card(
    name="zim",
    title="Kiwix",
    good_for="Wikipedia and other reference works offline, from your own kiwix-serve",
    needs="zim",
)


@dataclass(frozen=True, slots=True)
class Zim:
    """The kiwix-serve at `base`; only the book named `book`, or all of them."""

    base: str
    book: str = ""

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return replace(CARD, hosts=host_of(self.base))

    def plan(self, question: Question, *, top: int) -> Plan:
        """Every query, narrow first."""
        return plan_of(question, question.queries, self._search, top=top)

    def _search(self, query: str, top: int) -> Request:
        params = {"pattern": query, "format": "xml", "pageLength": str(top)}
        if self.book:
            params["content"] = self.book
        return Request(below(self.base, "search"), params, accept=XML)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The articles in their order."""
        answer = answers[-1]
        refused = refusal(answer)
        if refused and refused.outcome is SearchOutcome.FAILED:
            return failed(f"answered {answer.http_status}: {_why(answer.body)}")
        if refused:
            return refused
        feed = _tree(answer.body)
        channel = feed.find("channel") if feed is not None and feed.tag == "rss" else None
        if channel is None:
            return failed("the reply is not a search feed of kiwix-serve")
        found = channel.findall("item")[:MOST_HITS]
        hits = [hit for item in found if (hit := self._article(item))]
        return answered(hits[: ask.top], len(found))

    def _article(self, item: etree._Element) -> Hit | None:
        link = item.findtext("link")
        url = same_host(self.base, link.strip() if link else None)
        if url is None:
            return None
        described = item.find("description")
        snippet = words("".join(map(str, described.itertext()))) if described is not None else None
        book = words(item.findtext("book/title"), longest=100)
        notes = (f"from {book}",) if book else ()
        return Hit(url, words(item.findtext("title")), snippet, notes=notes)


def _tree(body: bytes) -> etree._Element | None:
    from lxml import etree  # noqa: PLC0415 - heavy: only where a feed is read

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _why(page: bytes) -> str:
    """What an error says: `<detail>` of XML that is not well-formed in kiwix-serve 3, or a page's title."""
    text = page[:5000].decode("utf-8", "replace")
    told = DETAIL.findall(text) or TITLE.findall(text)
    return (words(told[-1], longest=200) if told else None) or "no reason given"
