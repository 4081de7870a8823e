"""Crossref: scholarly works by their bibliographic record (https://api.crossref.org), without a key.

Titles are lists, abstracts are JATS XML, dates may be `[[null]]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import (
    Json,
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

URL = "https://api.crossref.org/works"
FIELDS = (
    "DOI,title,author,issued,container-title,URL,type,score,publisher,abstract,update-to,updated-by"
)
CARD = Card(
    name="crossref",
    title="Crossref",
    good_for="scholarly papers by title and author, with retractions and corrections",
    hosts=("api.crossref.org",),
)
PREPRINT = "posted-content"


@dataclass(frozen=True, slots=True)
class Crossref:
    """The service. The contact in the User-Agent, if it is an e-mail address, brings its polite pool."""

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """The two narrower queries: the service ranks by words and always finds something."""
        return plan_of(question, question.queries[:2], _search, top=top)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The works in the order of their score."""
        del ask
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if answer.get("status") != "ok":
            said = words(within(answer, "message")) or words(answer.get("status")) or "no reason"
            return failed(f"the service answered an error: {said}")
        if items(answer, "message", "items") is None:
            return failed("the reply holds no list of works")
        total = within(answer, "message", "total-results")
        hits = [hit for w in objects(answer, "message", "items") if (hit := _work(w))]
        return answered(hits, count_of(answer, "message", "items", total=total))


def _search(query: str, top: int) -> Request:
    return Request(URL, {"query.bibliographic": query, "rows": str(top), "select": FIELDS})


def doi_url(doi: Json) -> str | None:
    """The address of a DOI, given bare or as an address; null when it is none.

    >>> doi_url("10.1000/a<b"), doi_url("https://doi.org/10.1000/x"), doi_url(7)
    ('https://doi.org/10.1000/a%3Cb', 'https://doi.org/10.1000/x', None)
    """
    if not isinstance(doi, str):
        return None
    bare = doi.removeprefix("https://doi.org/").removeprefix("http://dx.doi.org/")
    return web_url("https://doi.org/" + quote(bare, safe="/:;().-_")) if "10." in bare[:3] else None


def _work(work: dict[str, Json]) -> Hit | None:
    url = doi_url(work.get("DOI")) or web_url(work.get("URL"))
    if url is None:
        return None
    title = words(_first(work.get("title")))
    journal = words(_first(work.get("container-title")))
    abstract = passage(work.get("abstract"))
    return Hit(
        url,
        title,
        journal or words(work.get("publisher")),
        text=f"{title}. {abstract}" if title and abstract else abstract,
        published=_issued(work),
        notes=_notes(work),
    )


def _first(value: Json) -> Json:
    return value[0] if isinstance(value, list) and value else value


def _issued(work: dict[str, Json]) -> str | None:
    """EDTF out of `[[2024, 5, 1]]`, `[[2024]]`; null for `[[null]]`."""
    parts = _first(items(work, "issued", "date-parts"))
    numbers = [p for p in parts if type(p) is int] if isinstance(parts, list) else []
    bounds = ((1000, 9999), (1, 12), (1, 31))
    if not numbers or not all(lo <= n <= hi for n, (lo, hi) in zip(numbers, bounds, strict=False)):
        return None
    return "-".join([f"{numbers[0]:04}", *(f"{n:02}" for n in numbers[1:3])])


def _notes(work: dict[str, Json]) -> tuple[str, ...]:
    """What a reader must know: this is a preprint; this retracts, or is retracted by, something."""
    notes = ["preprint"] if work.get("type") == PREPRINT else []
    notes += [
        "retracted" if kind == "retraction" else f"has a {kind}"
        for update in objects(work, "updated-by")
        if (kind := words(update.get("type"), longest=40))
    ]
    notes += [
        f"is a {kind} of {words(update.get('DOI'), longest=80) or 'another work'}"
        for update in objects(work, "update-to")
        if (kind := words(update.get("type"), longest=40))
    ]
    return tuple(dict.fromkeys(notes))[:5]
