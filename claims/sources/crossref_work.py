"""Crossref's record of one DOI to CSL-JSON (https://api.crossref.org/works/DOI)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.identifiers import isbn
from claims.model.candidate import SearchOutcome
from claims.sources.crossref import URL
from claims.sources.reading import objects, words
from claims.sources.work_record import (
    WorkReply,
    date,
    first,
    made,
    object_of,
    pages,
    parts,
    people,
    record_request,
    refusal,
    short,
)

if TYPE_CHECKING:
    from claims.sources.provider import Answer, Request
    from claims.sources.reading import Json

NAME = "crossref"
TYPES = {
    "journal-article": "article-journal",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "dissertation": "thesis",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "standard": "standard",
    "dataset": "dataset",
    "database": "dataset",
    "posted-content": "article",
    "peer-review": "review",
}
CONTRIBUTORS = ("author", "editor", "translator")


def request(doi: str) -> Request:
    """The request for the record of a DOI.

    >>> request("10.1000/182").url
    'https://api.crossref.org/works/10.1000%2F182'
    """
    return record_request(f"{URL}/", doi)


def read(answer: Answer) -> WorkReply:
    """The record in an answer.

    >>> from claims.sources.provider import Answer
    >>> read(Answer(200, b'{"message": {"title": ["On X"], "type": "report"}}')).item
    {'type': 'report', 'title': 'On X'}
    """
    refused = refusal(answer)
    if refused:
        return refused
    work = object_of(answer, "message")
    if work is None:
        return WorkReply(SearchOutcome.FAILED, "the reply is no record of Crossref")
    return made(
        {
            "type": TYPES.get(str(work.get("type")), "document"),
            **{
                role: people(objects(work, role), given="given", family="family")
                for role in CONTRIBUTORS
            },
            **_titles(work),
            "issued": date(_issued(work)),
            "volume": short(work.get("volume")),
            "issue": short(work.get("issue")),
            "page": pages(work.get("page")),
            "number": short(work.get("article-number")),
            "edition": short(work.get("edition-number")),
            "publisher": words(work.get("publisher")),
            "publisher-place": words(work.get("publisher-location")),
            "DOI": short(work.get("DOI")),
            "ISBN": isbn.standard(str(first(work.get("ISBN")) or "")),
            "ISSN": short(first(work.get("ISSN"))),
            "language": short(work.get("language")),
            "genre": "Preprint" if work.get("type") == "posted-content" else None,
            "status": _status(work),
        }
    )


def _titles(work: dict[str, Json]) -> dict[str, Any]:
    title, subtitle = words(first(work.get("title"))), words(first(work.get("subtitle")))
    whole = f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title
    return {
        "title": whole,
        "container-title": words(first(work.get("container-title"))),
        "container-title-short": words(first(work.get("short-container-title"))),
    }


def _issued(work: dict[str, Json]) -> list[int]:
    """The earliest kind of date that is given: `issued` may be `[[null]]`."""
    for name in ("issued", "published", "published-print", "published-online", "posted"):
        held = work.get(name)
        listed = held.get("date-parts") if isinstance(held, dict) else None
        found = parts(first(listed))
        if found:
            return found
    return []


def _status(work: dict[str, Json]) -> str | None:
    """What others must know who cite it: that it was retracted, or is under a notice of concern."""
    kinds = {str(one.get("type")) for one in objects(work, "updated-by")}
    if kinds & {"retraction", "removal", "withdrawal"}:
        return "retracted"
    return "expression of concern" if "expression_of_concern" in kinds else None
