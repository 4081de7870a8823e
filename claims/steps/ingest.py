"""Files, folders, addresses and standard input to documents."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.files.page_of import page_of
from claims.files.read import read_file, read_stdin
from claims.files.walk import expand
from claims.model.document import Document, Role, document_id
from claims.model.errors import BadInput
from claims.model.ids import digest
from claims.model.record import plain
from claims.steps.report import Failure, Tick
from claims.steps.take_snapshots import take
from claims.steps.web_session import WebSession
from claims.text.page import Found, Page
from db import documents, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges

STDIN = "-"
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


@dataclass(slots=True)
class Intake:
    """What came of taking inputs in: documents by id (new or known), and what failed."""

    documents: list[str]
    failures: list[Failure]


def is_address(given: str) -> bool:
    """Whether an input is a URL rather than a path.

    >>> is_address("https://example.org/a"), is_address("notes.txt")
    (True, False)
    """
    return re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", given) is not None


def ingest(
    edges: Edges,
    inputs: Sequence[str],
    *,
    intake: Intake,
    overrides: Overrides = NO_OVERRIDES,
    role: Role = Role.ARTICLE,
) -> Iterator[Tick]:
    """Take every input in; what cannot be taken goes to `intake.failures` and the rest goes on."""
    done = 0
    waiting = list(_spread(inputs, intake.failures))
    with WebSession(edges) as session:
        for given in waiting:
            try:
                intake.documents.append(_one(edges, session, given, overrides, role))
            except BadInput as why:
                intake.failures.append(Failure(given, str(why)))
            done += 1
            yield Tick("add", done, len(waiting))


def _spread(inputs: Sequence[str], failures: list[Failure]) -> Iterator[str]:
    for given in inputs:
        if given == STDIN or is_address(given):
            yield given
            continue
        try:
            found = [str(path) for path in expand(Path(given))]
        except BadInput as why:
            failures.append(Failure(given, str(why)))
            continue
        if not found:
            failures.append(Failure(given, "no .txt, .md, .html or .pdf file in this folder"))
        yield from found


def _one(edges: Edges, session: WebSession, given: str, overrides: Overrides, role: Role) -> str:
    if is_address(given):
        taken = session.run(take(edges, session, given))
        if taken.page is None:
            raise BadInput(f"{taken.snapshot['outcome']}: {taken.snapshot['reason']}")
        snapshot = taken.snapshot
        return _store(
            edges,
            taken.page,
            Origin(given, snapshot["payload_digest"], snapshot["warc_target_uri"], snapshot["id"]),
            overrides,
            role,
        )
    raw = read_stdin(sys.stdin.buffer) if given == STDIN else read_file(Path(given))
    known = _known(edges, given, digest(raw), overrides)
    if known:
        return known
    page = page_of(raw, name=None if given == STDIN else given)
    return _store(edges, page, Origin(given, digest(raw), None, None), overrides, role)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes of a document came from."""

    given: str
    raw_digest: str
    url: str | None
    snapshot: str | None


def _known(edges: Edges, given: str, raw_digest: str, overrides: Overrides) -> str | None:
    """The document that these very bytes made before, so that nothing is read twice."""
    if overrides != NO_OVERRIDES:
        return None
    found = rows.select(
        edges.database,
        "documents",
        where="origin = ? AND raw_digest = ?",
        values=[given, raw_digest],
        limit=1,
    )
    return next((str(row["id"]) for row in found), None)


def _store(edges: Edges, page: Page, origin: Origin, overrides: Overrides, role: Role) -> str:
    url = overrides.url or origin.url or page.canonical_url
    text_digest = digest(page.text)
    described = _described(page, overrides)
    document = Document(
        id=document_id(text_digest=text_digest, url=url),
        text=page.text,
        text_digest=text_digest,
        media_type=page.media_type,
        charset=page.charset,
        charset_from=page.charset_from,
        origin=origin.given,
        url=url,
        role=role,
        raw_digest=origin.raw_digest,
        snapshot=origin.snapshot,
        run=edges.run("add"),
        added_at=edges.now(),
        **described,
    )
    with transaction(edges.database):
        if not documents.add(edges.database, plain(document)):
            _bring_up_to_date(edges, document.id, overrides)
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
