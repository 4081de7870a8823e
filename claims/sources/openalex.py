"""OpenAlex: scholarly works with open-access places and retractions (https://api.openalex.org; needs a key).

A key is required since February 2026. Abstracts come as an inverted index, word to positions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.sources.crossref import doi_url
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

    from claims.model.secret import Secret
    from claims.sources.provider import Answer
    from claims.sources.question import Question

URL = "https://api.openalex.org/works"
FIELDS = (
    "id,doi,display_name,publication_date,type,primary_location,open_access,is_retracted,"
    "abstract_inverted_index,relevance_score"
)
LONGEST_ABSTRACT = 2000
CARD = Card(
    name="openalex",
    title="OpenAlex",
    good_for="scholarly papers of every field, where to read them, and which were retracted",
    hosts=("api.openalex.org",),
    needs="openalex_key",
)


@dataclass(frozen=True, slots=True)
class OpenAlex:
    """The service, with the desk's key."""

    key: Secret

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """The narrow and the middle query: a search costs money, a thousand a day are free."""
        return plan_of(question, question.queries[:2], self._search, top=top)

    def _search(self, query: str, top: int) -> Request:
        params: dict[str, str | Secret] = {
            "search": query,
            "select": FIELDS,
            "per_page": str(top),
            "api_key": self.key,
        }
        return Request(URL, params)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The works in the order of their relevance."""
        del ask
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if items(answer, "results") is None:
            said = words(answer.get("message")) or words(answer.get("error"))
            return failed(f"the service answered an error: {said or 'no list of works'}")
        hits = [hit for w in objects(answer, "results") if (hit := _work(w))]
        total = within(answer, "meta", "count")
        return answered(hits, count_of(answer, "results", total=total))


def _work(work: dict[str, Json]) -> Hit | None:
    places = (
        within(work, "open_access", "oa_url"),
        within(work, "primary_location", "landing_page_url"),
    )
    url = next((u for u in map(web_url, places) if u), None)
    url = url or doi_url(work.get("doi")) or web_url(work.get("id"))
    if url is None:
        return None
    title = words(work.get("display_name"))
    abstract = passage(unfolded(work.get("abstract_inverted_index")))
    notes = ["retracted"] if work.get("is_retracted") is True else []
    notes += ["preprint"] if work.get("type") == "preprint" else []
    return Hit(
        url,
        title,
        words(within(work, "primary_location", "source", "display_name")),
        text=f"{title}. {abstract}" if title and abstract else abstract,
        published=calendar(work.get("publication_date")),
        notes=tuple(notes),
    )


def unfolded(index: Json) -> str | None:
    """An inverted index as the running text; null when it is none.

    >>> unfolded({"died": [2], "Soldiers": [0], "have": [1]})
    'Soldiers have died'
    """
    if not isinstance(index, dict):
        return None
    placed = {
        place: word
        for word, places in index.items()
        if isinstance(places, list)
        for place in places[:LONGEST_ABSTRACT]
        if type(place) is int and 0 <= place < LONGEST_ABSTRACT
    }
    return " ".join(placed[place] for place in sorted(placed)) or None
