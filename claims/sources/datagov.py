"""data.gov: data sets of the United States' public bodies (the catalogue's search of 2026), without a key.

The CKAN interface that most descriptions of data.gov show is gone since May 2026.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import (
    Json,
    calendar,
    count_of,
    items,
    object_in,
    objects,
    passage,
    web_url,
    within,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.sources.provider import Answer
    from claims.sources.question import Question

URL = "https://catalog.data.gov/search"
PAGE = "https://catalog.data.gov/dataset/"
CARD = Card(
    name="datagov",
    title="data.gov",
    good_for="data sets of federal, state and city bodies of the United States",
    hosts=("catalog.data.gov",),
)


@dataclass(frozen=True, slots=True)
class DataGov:
    """The catalogue."""

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """The two wider queries: records are short, and hold neither figures nor dates."""
        return plan_of(question, question.queries[1:] or question.queries, _search, top=top)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The data sets in the order of their relevance."""
        del ask
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if items(answer, "results") is None:
            said = words(answer.get("error")) or words(answer.get("message"))
            return failed(f"the service answered an error: {said or 'no list of data sets'}")
        hits = [hit for d in objects(answer, "results") if (hit := _dataset(d))]
        return answered(hits, count_of(answer, "results"))


def _search(query: str, top: int) -> Request:
    return Request(URL, {"q": query, "per_page": str(top), "sort": "relevance"})


def _dataset(record: dict[str, Json]) -> Hit | None:
    slug = words(record.get("slug"), longest=200)
    own = web_url(PAGE + quote(slug, safe="-_.~")) if slug else None
    url = web_url(within(record, "dcat", "landingPage")) or own
    if url is None:
        return None
    title, told = words(record.get("title")), passage(record.get("description"))
    publisher = words(record.get("publisher")) or words(within(record, "organization", "name"))
    modified = within(record, "dcat", "modified") or record.get("last_harvested_date")
    return Hit(
        url,
        title,
        publisher,
        text=f"{title}. {told}" if title and told else told,
        published=calendar(within(record, "dcat", "issued")) or calendar(modified),
        notes=("data set",),
    )
