"""Memento (RFC 7089): captures of a page in many archives, through an aggregator's TimeMap.

Aggregators are best-effort services of universities. JSON is asked for; the link format is read as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.sources.captures import NO_PAGE, Capture, as_received, moment, nearest, wanted_day
from claims.sources.instance import host_of
from claims.sources.provider import Ask, Card, Plan, Reply, Request, answered, failed
from claims.sources.reading import objects, parsed, refusal, web_url, within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.sources.provider import Answer
    from claims.sources.question import Question

NOT_FOUND = 404
MOST_PAGES = 3
MOST_LINKS = 5000
MOST_BYTES = 5_000_000
LINK = re.compile(r'<([^<>\s]{1,2000})>((?:\s*;\s*\w+\s*=\s*"[^"]{0,200}")*)')
PART = re.compile(r'(\w+)\s*=\s*"([^"]*)"')

CARD = Card(
    name="memento",
    title="Memento",
    good_for="pages as they were, in national and university archives",
)


@dataclass(frozen=True, slots=True)
class Memento:
    """The aggregator whose TimeMap of a page lies at `timemap` followed by the page's address."""

    timemap: str

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return replace(CARD, hosts=host_of(self.timemap))

    def plan(self, question: Question, *, top: int) -> Plan:
        """One TimeMap for each page."""
        asks = tuple(
            Ask(question, page, self._request(page), top, series)
            for series, page in enumerate(question.pages[:MOST_PAGES])
        )
        return Plan(asks, None if asks else NO_PAGE)

    def _request(self, page: str) -> Request:
        return Request(self.timemap + page, accept="application/json, application/link-format")

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The captures nearest to the day that matters; a paged TimeMap is followed once."""
        answer = answers[-1]
        if answer.http_status == NOT_FOUND:
            return answered((), 0)  # RFC 7089: there is no TimeMap because there is no capture
        refused = refusal(answer)
        if refused:
            return refused
        read = parsed(answer.body)
        if isinstance(read, dict):
            return self._from_json(read, ask, first=len(answers) == 1)
        text = answer.body[:MOST_BYTES].decode("utf-8", "replace")
        if text.lstrip().startswith("<") and 'rel="' in text:
            captures = _links(text, ask.query)
            named = text.count('rel="memento') + text.count(' memento"')
            return answered(nearest(captures, ask.question, top=ask.top), named)
        return failed("the reply is not a TimeMap")

    def _from_json(self, read: dict[str, object], ask: Ask, *, first: bool) -> Reply:
        listed = within(read, "mementos", "list")
        if isinstance(listed, list):
            captures = [
                Capture(as_received(url), ask.query, at)
                for one in objects(read, "mementos", "list")[:MOST_LINKS]
                if (url := web_url(one.get("uri"))) and (at := moment(one.get("datetime")))
            ]
            return answered(nearest(captures, ask.question, top=ask.top), len(listed))
        part = self._part(read, wanted_day(ask.question)) if first else None
        if part:
            return Reply(failed("").outcome, "the TimeMap has parts", follow=Request(part))
        return failed("the reply is not a TimeMap")

    def _part(self, read: dict[str, object], day: date | None) -> str | None:
        """The part of a paged TimeMap that holds the wanted day, else the last; of this host alone."""
        parts = [
            (uri, moment(p.get("from")), moment(p.get("until")))
            for p in objects(read, "timemap_index")[:MOST_LINKS]
            if (uri := web_url(p.get("uri"))) and host_of(uri) == host_of(self.timemap)
        ]
        holding = [
            uri
            for uri, since, until in parts
            if day and since and until and since.date() <= day <= until.date()
        ]
        return holding[0] if holding else (parts[-1][0] if parts else None)


def _links(text: str, page: str) -> list[Capture]:
    captures = []
    for number, link in enumerate(LINK.finditer(text)):
        if number > MOST_LINKS:
            break
        parts = dict(PART.findall(link[2]))
        url, at = web_url(link[1]), moment(parts.get("datetime"))
        if "memento" in parts.get("rel", "").split() and url and at:
            captures.append(Capture(as_received(url), page, at))
    return captures
