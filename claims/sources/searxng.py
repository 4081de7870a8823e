"""SearXNG: many search engines through the desk's own instance, without a key.

`json` must stand under `search.formats` in the instance's settings.yml, or it answers 403.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.instance import below, host_of
from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import (
    Json,
    calendar,
    count_of,
    items,
    object_in,
    objects,
    web_url,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.sources.provider import Answer
    from claims.sources.question import Question

FORBIDDEN = 403
NO_JSON = (
    "answered 403: add json to search.formats in the settings.yml of the instance,"
    " and let its limiter pass this machine"
)

CARD = Card(
    name="searxng",
    title="SearXNG",
    good_for="any page of the web, through your own instance",
    needs="searxng",
)


@dataclass(frozen=True, slots=True)
class SearXng:
    """The instance at `base`."""

    base: str

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return replace(CARD, hosts=host_of(self.base))

    def plan(self, question: Question, *, top: int) -> Plan:
        """Every query, narrow first."""
        return plan_of(question, question.queries, self._search, top=top)

    def _search(self, query: str, _top: int) -> Request:
        params = {"q": query, "format": "json", "language": "en", "pageno": "1"}
        return Request(below(self.base, "search"), params)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The pages in their order; engines that did not answer are told."""
        if answers[-1].http_status == FORBIDDEN:
            return Reply(SearchOutcome.REFUSED, NO_JSON)
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if items(answer, "results") is None:
            said = words(answer.get("error")) or "no list of pages"
            return failed(f"the instance answered an error: {said}")
        hits = [hit for p in objects(answer, "results") if (hit := _page(p))][: ask.top]
        silent = _silent(answer)
        if silent and not hits:
            return Reply(SearchOutcome.NOT_MEASURED, f"these engines did not answer: {silent}")
        told = f"without the engines {silent}" if silent else None
        return answered(hits, count_of(answer, "results"), detail=told)


def _silent(answer: Json) -> str:
    """The engines that did not answer, each with its reason if one is given."""
    told = []
    for engine in items(answer, "unresponsive_engines") or ():
        parts = engine if isinstance(engine, list) else [engine]
        shown = [w for part in parts[:2] if (w := words(part, longest=60))]
        told += [" ".join([shown[0], *(f"({reason})" for reason in shown[1:])])] if shown else []
    return ", ".join(told[:10])


def _page(page: dict[str, Json]) -> Hit | None:
    url = web_url(page.get("url"))
    if url is None:
        return None
    return Hit(
        url,
        words(page.get("title")),
        words(page.get("content"), longest=500),
        published=calendar(page.get("publishedDate")),
    )
