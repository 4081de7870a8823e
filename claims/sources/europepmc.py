"""Europe PMC: medicine and the life sciences, with abstracts (RESTful web service), without a key."""

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

URL = "https://www.ebi.ac.uk/europepmc/webservices/rest/search"
PAGE = "https://europepmc.org/article/{source}/{id}"
CARD = Card(
    name="europepmc",
    title="Europe PMC",
    good_for="medicine and the life sciences: papers, preprints and their abstracts",
    hosts=("www.ebi.ac.uk",),
)
RETRACTED = frozenset({"retracted publication", "retraction of publication"})


@dataclass(frozen=True, slots=True)
class EuropePmc:
    """The service."""

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """Every query: words are joined with AND, so that narrow ones often find nothing."""
        return plan_of(question, question.queries, _search, top=top)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The papers in their order of relevance."""
        del ask
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if items(answer, "resultList", "result") is None:
            said = words(answer.get("errMsg")) or words(answer.get("error"))
            return failed(f"the service answered an error: {said or 'no list of papers'}")
        papers = objects(answer, "resultList", "result")
        hits = [hit for paper in papers if (hit := _paper(paper))]
        total = answer.get("hitCount")
        return answered(hits, count_of(answer, "resultList", "result", total=total))


def _search(query: str, top: int) -> Request:
    # Quotes and brackets are syntax; the words alone are wanted
    bare = "".join(c if c.isalnum() or c in " .,-'" else " " for c in query)
    params = {"query": bare, "resultType": "core", "format": "json", "pageSize": str(top)}
    return Request(URL, params)


def _paper(paper: dict[str, Json]) -> Hit | None:
    source, key = words(paper.get("source"), longest=20), words(paper.get("id"), longest=60)
    if not source or not key:
        return None
    url = web_url(PAGE.format(source=quote(source, safe=""), id=quote(key, safe="")))
    if url is None:
        return None
    title = words(paper.get("title"))
    abstract = passage(paper.get("abstractText"))
    return Hit(
        url,
        title,
        words(within(paper, "journalInfo", "journal", "title")),
        text=f"{title} {abstract}" if title and abstract else abstract,
        published=calendar(paper.get("firstPublicationDate")) or calendar(paper.get("pubYear")),
        notes=_notes(paper, source),
    )


def _notes(paper: dict[str, Json], source: str) -> tuple[str, ...]:
    kinds = items(paper, "pubTypeList", "pubType") or []
    notes = ["preprint"] if source == "PPR" else []
    for kind in kinds:
        if isinstance(kind, str) and kind.lower() in RETRACTED:
            retracted = kind.lower().startswith("retracted")
            notes.append("retracted" if retracted else "is a retraction of another work")
    return tuple(dict.fromkeys(notes))
