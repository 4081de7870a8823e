"""Words that a person took down (out of a book, from a confidential source), cited without any copy.

The words themselves are kept as the desk's own record, so that a citation always is a place in a kept text;
it says that it is a transcript, and nothing is ever looked up for it on the web.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.citation import Held
from claims.model.errors import BadInput
from claims.model.ids import digest
from claims.model.span import Span
from claims.steps.cite import store
from claims.steps.kept_text import keep_text
from claims.steps.web_session import WebSession
from db import rows

if TYPE_CHECKING:
    from claims.steps.cite import Cited
    from claims.steps.edges import Edges

URN = "urn:citetrail:"


@dataclass(frozen=True, slots=True)
class About:
    """What the person says of a source that has no page. `published` is EDTF."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None


def cite_transcript(
    edges: Edges, claim: dict[str, Any], cited: Cited, about: About
) -> dict[str, Any]:
    """The citation's row. Raises BadInput when a reader could not find the source by what is said."""
    words = cited.quote or cited.said.explanation or ""
    if not words.strip():
        raise BadInput("give the words that are cited: --quote TEXT")
    if cited.said.explanation is None:
        _refuse_unfindable(cited, about)
    facts = {
        "at": edges.now(),
        "title": about.title,
        "author": about.author,
        "publisher": about.publisher,
        "published": about.published,
    }
    with WebSession(edges) as session:
        key = keep_text(edges, session, _name(cited, about), words, facts)
    snapshot = rows.get(edges.database, "snapshots", key) or {}
    place = snapshot, Span(0, len(words)), None
    return store(edges, claim, cited, place, held=Held.TRANSCRIPT)


def _refuse_unfindable(cited: Cited, about: About) -> None:
    missing = [
        option
        for option, value in (
            ("--quote", cited.quote),
            ("--title", about.title),
            ("--locator", cited.said.locator),
        )
        if not (value or "").strip()
    ]
    if missing:
        raise BadInput(
            f"a source without a page is found by its title and place in it; give {', '.join(missing)}"
        )


def _name(cited: Cited, about: About) -> str:
    """The address under which the words are kept; it tells nothing of a confidential source."""
    said = cited.said
    if said.explanation is not None:
        return f"{URN}confidential"
    if said.identifier:
        return f"urn:{said.identifier.name}"
    named = "\n".join(part or "" for part in (about.title, about.author, about.published))
    return f"{URN}print:{digest(named).removeprefix('sha256:')[:16]}"
