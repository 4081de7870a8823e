"""A page to a stored document, with what the user says of it winning over what the page says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.document import Document, Role, document_id
from claims.model.ids import digest
from claims.model.record import plain
from claims.steps.page_columns import OF_DOCUMENTS, page_columns
from claims.text.page import Found, Page
from claims.text.sound import sound
from db import documents, rows
from db.connection import transaction

if TYPE_CHECKING:
    from claims.steps.edges import Edges

OPTION = "option"


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of a document; it wins over what the page says."""

    published: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None


NO_OVERRIDES = Overrides()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes of a document came from."""

    given: str
    raw_digest: str
    url: str | None = None
    snapshot: str | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """How the user wants inputs taken."""

    overrides: Overrides = NO_OVERRIDES
    role: Role = Role.ARTICLE


def known(edges: Edges, given: str, raw_digest: str, intent: Intent) -> str | None:
    """The document that these very bytes made before, so that nothing is read twice."""
    if intent.overrides != NO_OVERRIDES:
        return None
    found = rows.select(
        edges.database,
        "documents",
        where="origin = ? AND raw_digest = ?",
        values=[sound(given), raw_digest],
        limit=1,
    )
    return next((str(row["id"]) for row in found), None)


def store(edges: Edges, page: Page, origin: Origin, intent: Intent) -> str:
    """The id of the document, new or known."""
    url = intent.overrides.url or origin.url or page.canonical_url
    text_digest = digest(page.text)
    document = Document(
        id=document_id(text_digest=text_digest, url=url),
        text=page.text,
        text_digest=text_digest,
        media_type=page.media_type,
        charset=page.charset,
        charset_from=page.charset_from,
        origin=sound(origin.given),
        url=url,
        role=intent.role,
        raw_digest=origin.raw_digest,
        snapshot=origin.snapshot,
        run=edges.run("add"),
        added_at=edges.now(),
        **_described(page, intent.overrides),
        **page_columns(page, OF_DOCUMENTS),
    )
    with transaction(edges.database):
        if not documents.add(edges.database, plain(document)):
            _bring_up_to_date(edges, document.id, intent.overrides)
    return document.id


def _described(page: Page, overrides: Overrides) -> dict[str, Any]:
    described: dict[str, Any] = {}
    for name in ("title", "author", "publisher", "published", "modified"):
        said = getattr(overrides, name, None)
        found: Found = Found(said, OPTION) if said else getattr(page, name)
        described[name] = found.value
        described[f"{name}_from"] = found.where
    return described


def _bring_up_to_date(edges: Edges, document: str, overrides: Overrides) -> None:
    """Let what the user says now win over what is stored.

    Dates decide how claims read, so a new publication date sends the document back to extraction.
    """
    before = rows.get(edges.database, "documents", document) or {}
    said = {
        name: value
        for name in ("title", "author", "publisher", "published")
        if (value := getattr(overrides, name)) and value != before[name]
    }
    if said:
        marks = {f"{name}_from": OPTION for name in said}
        rows.update(edges.database, "documents", {"id": document, **said, **marks})
    if "published" in said:
        documents.replace_sentences(edges.database, document, [])
