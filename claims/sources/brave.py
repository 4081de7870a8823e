"""Brave Search: an independent index of the web (needs a key; there is no free plan in 2026).

Excerpts are not kept: whether they may be stored depends on the plan that the desk pays for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import (
    Json,
    calendar,
    count_of,
    object_in,
    objects,
    web_url,
    within,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model.secret import Secret
    from claims.sources.provider import Answer
    from claims.sources.question import Question

URL = "https://api.search.brave.com/res/v1/web/search"
MOST_PAGES = 20
CARD = Card(
    name="brave",
    title="Brave Search",
    good_for="any page of the web",
    hosts=("api.search.brave.com",),
    needs="brave_key",
    keeps=False,
)


@dataclass(frozen=True, slots=True)
class Brave:
    """The service, with the desk's key."""

    key: Secret

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """Every query, narrow first; each request is paid for."""
        return plan_of(question, question.queries, self._search, top=top)

    def _search(self, query: str, top: int) -> Request:
        return Request(
            URL,
            {"q": query, "count": str(min(top, MOST_PAGES)), "text_decorations": "false"},
            headers={"X-Subscription-Token": self.key},
        )

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The pages in their order; an answer without a web part found nothing."""
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if answer.get("type") == "ErrorResponse" or "error" in answer:
            said = words(within(answer, "error", "detail")) or "no reason"
            return failed(f"the service answered an error: {said}")
        if not isinstance(answer.get("query"), dict):
            return failed("the reply is not one of Brave Search")
        if "web" in answer and not isinstance(within(answer, "web", "results"), list):
            return failed("the reply holds no list of pages")
        named = count_of(answer, "web", "results")
        hits = [hit for p in objects(answer, "web", "results") if (hit := _page(p))]
        return answered(hits[: ask.top], named)


def _page(page: dict[str, Json]) -> Hit | None:
    url = web_url(page.get("url"))
    if url is None:
        return None
    return Hit(url, words(page.get("title")), None, published=calendar(page.get("page_age")))
