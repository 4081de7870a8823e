"""A stored claim to the question that providers are asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claims.sources.question import Figure, Question, question
from db import rows, searches

if TYPE_CHECKING:
    from claims.steps.edges import Edges

MOST_PAGES = 3
CAPTURES = "https://web.archive.org/"


def question_of(edges: Edges, claim: dict[str, Any]) -> Question:
    """The question that a claim (a row) makes."""
    document = rows.get(edges.database, "documents", claim["document"]) or {}
    return question(
        claim["claim_text"] or claim["exact"],
        kind=claim["kind"],
        dates=tuple(claim["dates"]),
        figures=tuple(Figure(q["value"], q["unit"], q["exact"]) for q in claim["quantities"]),
        published=document.get("published"),
        asked_on=edges.now()[:10],
    )


def with_missing_pages(edges: Edges, asked: Question, claim: str) -> Question:
    """The question with the candidates that could not be read: an old capture would serve for them."""
    gone = [url for url in searches.unread_of(edges.database, claim) if not _is_capture(url)]
    pages = tuple(dict.fromkeys((*asked.pages, *gone)))[:MOST_PAGES]
    return replace(asked, pages=pages)


def _is_capture(url: str) -> bool:
    return url.startswith(CAPTURES) or "id_/http" in url
