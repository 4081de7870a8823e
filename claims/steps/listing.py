"""Stored rows as the records that `--json` promises (contract section 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.sources.query import words
from claims.steps.coverage import coverage
from db import claims, documents, evidence, fts, reviews, rows, searches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database


def described(database: Database, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Documents without their text, each once, with the number of its characters."""
    for key in dict.fromkeys(ids):
        row = rows.get(database, "documents", key) or {}
        text = row.pop("text")
        yield {**row, "characters": len(text)}


def claims_of(
    database: Database, chosen: Iterable[str], *, min_worth: float = 0.0
) -> Iterator[dict[str, Any]]:
    """The claims of documents (ids) with at least this check-worthiness, in text order."""
    for document in chosen:
        filters = {"document": document, "min_worth": min_worth}
        yield from claims.listing(database, filters)


def skipped_of(database: Database, chosen: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The sentences of documents (ids) that gave no claim."""
    for document in chosen:
        yield from documents.skipped(database, document)


def filtered(database: Database, filters: Mapping[str, Any], *, limit: int) -> list[dict[str, Any]]:
    """Claims that pass the filters; `q` is words, all of which must stand in the claim."""
    asked = dict(filters)
    if asked.get("q") is not None:
        asked["q"] = fts.all_of(words(str(asked["q"]))) or '""'
    return list(claims.listing(database, asked, limit=limit))


def evidence_of(
    database: Database, chosen: Sequence[Mapping[str, Any]], *, top: int
) -> Iterator[dict[str, Any]]:
    """The ranked passages of claims (rows)."""
    for claim in chosen:
        yield from evidence.listing(database, claim["id"], limit=top)


def everything(database: Database, table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row with the records that hang on it."""
    key = row["id"]
    if table == "claims":
        return {
            **row,
            "article": next(described(database, [row["document"]])),
            "providers": coverage(database, key),
            "searches": list(rows.select(database, "searches", where="claim = ?", values=[key])),
            "candidates": [
                rows.decode("candidates", row) for row in searches.candidates_of(database, key)
            ],
            "evidence": list(evidence.listing(database, key)),
            "citations": list(rows.select(database, "citations", where="claim = ?", values=[key])),
            "events": reviews.of_claim(database, key),
        }
    if table == "documents":
        return {
            **row,
            "claims": list(claims_of(database, [key])),
            "skipped": list(documents.skipped(database, key)),
        }
    if table == "searches":
        named = rows.select(
            database, "candidates", where="search = ?", values=[key], order_by="rank"
        )
        return {**row, "replies": searches.replies_of(database, key), "candidates": list(named)}
    if table == "snapshots":
        passages = rows.select(
            database, "passages", where="snapshot = ?", values=[key], order_by="ordinal"
        )
        return {**row, "passages": list(passages)}
    if table == "citations":
        checks = rows.select(
            database, "citation_checks", where="citation = ?", values=[key], order_by="at"
        )
        return {**row, "checks": list(checks)}
    return row
