"""Every digest, quote, id and link of the chain, recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.claimreview.examine import digest_of
from claims.model.citation import CitationRole, citation_id
from claims.model.claim import claim_id
from claims.model.document import document_id
from claims.model.errors import DamagedData
from claims.model.evidence import passage_id
from claims.model.ids import check_id, digest
from claims.model.selector import select
from claims.model.span import Span
from claims.steps import verify_archive, verify_log, verify_watch
from claims.steps.report import Tick
from db import rows
from db.connection import Unreadable, integrity_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claims.steps.edges import Edges

QUOTED = {"claims": "document", "passages": "snapshot", "citations": "snapshot"}
"""Tables whose rows quote a text, and the column that names the text's owner."""


def verify(edges: Edges, counts: dict[str, int]) -> Iterator[Tick]:
    """Check everything, counting what was sound. Raises DamagedData at the first broken link."""
    for done, part in enumerate(PARTS, start=1):
        run_part(edges, part, counts)
        yield Tick("verify", done, len(PARTS))


def run_part(
    edges: Edges, part: Callable[[Edges, dict[str, int]], None], counts: dict[str, int]
) -> None:
    """One part of what is verified. A value that cannot even be read is damage as well."""
    try:
        part(edges, counts)
    except (*Unreadable, ValueError) as why:
        if "locked" in str(why):
            raise
        what = part.__name__.replace("_", " ")
        raise DamagedData(f"the {what} cannot be read: {' '.join(str(why).split())}") from why


def database(edges: Edges, counts: dict[str, int]) -> None:
    """The file of the database itself."""
    for problem in integrity_problems(edges.database):
        raise DamagedData(f"the database file is damaged: {problem}")
    counts["databases"] = 1


def texts(edges: Edges, counts: dict[str, int]) -> None:
    """Every text against its digest, and every document's id."""
    for table in ("documents", "snapshots"):
        for row in rows.select(edges.database, table, where="text IS NOT NULL", order_by="id"):
            if digest(row["text"]) != row["text_digest"]:
                raise DamagedData(f"the text of {row['id']} does not match its digest")
            if table == "documents":
                check_id(row, document_id(text_digest=row["text_digest"], url=row["url"]))
            counts[f"texts of {table}"] = counts.get(f"texts of {table}", 0) + 1


def quotes(edges: Edges, counts: dict[str, int]) -> None:
    """Every quote, with what stands around it, against the text that it is out of; and its id."""
    for table, owner in QUOTED.items():
        text: str = ""
        known: str = ""
        held: Any = None
        for row in rows.select(edges.database, table, order_by=f"{owner}, start"):
            if row[owner] != held:
                held = row[owner]
                text = (rows.get(edges.database, f"{owner}s", held) or {}).get("text") or ""
                known = digest(text)
            if row.get("text_digest") not in {None, known}:
                raise DamagedData(f"the quote of {row['id']} is out of another text of {held}")
            _stands(table, row, text, held)
            counts[f"quotes of {table}"] = counts.get(f"quotes of {table}", 0) + 1


def _stands(table: str, row: dict[str, Any], text: str, owner: str) -> None:
    where = select(text, Span(row["start"], row["end"]))
    for name in ("exact", "prefix", "suffix"):
        if name in row and getattr(where, name) != row[name]:
            raise DamagedData(f"the quote of {row['id']} does not stand in {owner} ({name})")
    if table == "claims":
        start = row["sentence_start"]
        if text[start : start + len(row["sentence"])] != row["sentence"]:
            raise DamagedData(f"the sentence of {row['id']} does not stand in {owner}")
    check_id(row, _IDS[table](row))


def _citation_id(row: dict[str, Any]) -> str:
    place = {name: row[name] for name in ("claim", "snapshot", "start", "end")}
    return citation_id(role=CitationRole(row["role"]), **place)


_IDS: Mapping[str, Callable[[dict[str, Any]], str]] = {
    "claims": lambda row: claim_id(
        **{name: row[name] for name in ("document", "start", "end", "exact")}
    ),
    "passages": lambda row: passage_id(
        **{name: row[name] for name in ("snapshot", "start", "end")}
    ),
    "citations": _citation_id,
}


def fact_checks(edges: Edges, counts: dict[str, int]) -> None:
    """The objects that others published are as they came."""
    for row in rows.select(edges.database, "fact_checks"):
        try:
            sound = digest_of(row["raw"]) == row["raw_digest"]
        except ValueError:
            sound = False
        if not sound:
            raise DamagedData(f"the object of {row['id']} does not match its digest")
        counts["fact-checks of others"] = counts.get("fact-checks of others", 0) + 1


PARTS: tuple[Callable[[Edges, dict[str, int]], None], ...] = (
    database,
    texts,
    verify_archive.files,
    verify_archive.bodies,
    verify_archive.identities,
    verify_archive.records_elsewhere,
    verify_archive.replies,
    quotes,
    verify_watch.identities,
    verify_watch.together,
    verify_watch.digests,
    verify_log.chain,
    verify_log.views,
    fact_checks,
)
"""What is verified, in order."""
