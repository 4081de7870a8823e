"""Stored rows as the records that `--json` promises (contract section 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.ids import short_id
from claims.model.so_many import so_many
from claims.review.provenance import provenance
from claims.sources.query import words
from claims.steps.coverage import coverage
from claims.steps.references import item_of, works
from claims.steps.weigh_origins import independence, sort_of
from db import (
    citations,
    claims,
    documents,
    evidence,
    fts,
    health,
    reviews,
    rows,
    searches,
    snapshots,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database

    from claims.steps.edges import Edges


def described(database: Database, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Documents without their text, each once, with the number of its characters."""
    for key in dict.fromkeys(ids):
        row = rows.get(database, "documents", key) or {}
        text = row.pop("text")
        yield {**row, "characters": len(text)}


def concealing(database: Database, ids: Iterable[str]) -> Iterator[str]:
    """A line for each document whose page hid words from its readers, or misleads by its signs."""
    for key in dict.fromkeys(ids):
        row = rows.get(database, "documents", key) or {}
        found = [one for one in row.get("findings") or () if one["concealed"]]
        words = sum(one["words"] for one in found)
        if found:
            yield (
                f"Note: {row['origin']} has {so_many(words, 'word')} that its readers do not see there"
                f" ({found[0]['why']}): citetrail show {short_id(key)}"
            )


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
    """Claims that pass the filters, of which empty ones ask for nothing; `q` is words, all of the claim."""
    asked = {name: value for name, value in filters.items() if str(value).strip()}
    if asked.get("q") is not None:
        asked["q"] = fts.all_of(words(str(asked["q"]))) or '""'
    return list(claims.listing(database, asked, limit=limit))


def evidence_of(
    database: Database, chosen: Sequence[Mapping[str, Any]], *, top: int
) -> Iterator[dict[str, Any]]:
    """The ranked passages of claims (rows)."""
    for claim in chosen:
        yield from evidence.listing(database, claim["id"], limit=top)


def everything(edges: Edges, table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row with the records that hang on it, and what follows from them."""
    shown = {
        "claims": _claim,
        "documents": _document,
        "snapshots": _snapshot,
        "citations": _citation,
        "searches": _search,
        "sentences": _sentence,
        "repairs": _repair,
    }
    return {**row, **shown[table](edges, row)} if table in shown else row


def _claim(edges: Edges, row: dict[str, Any]) -> dict[str, Any]:
    # The acts of review load the library of tables, which `claims --help` does without
    from claims.steps import gates  # noqa: PLC0415
    from claims.steps.review import standing_of  # noqa: PLC0415

    database, key = edges.database, row["id"]
    weighed = independence(database, edges.settings, row)
    standing = standing_of(database, key)
    return {
        "independence": weighed.words,
        "article": next(described(database, [row["document"]])),
        "providers": coverage(database, key),
        "searches": list(rows.select(database, "searches", where="claim = ?", values=[key])),
        "candidates": [rows.decode("candidates", c) for c in searches.candidates_of(database, key)],
        "evidence": list(evidence.listing(database, key)),
        "origins": list(weighed.pages),
        **_citations(database, key),
        "gates": [gates.described(one) for one in gates.gate_findings(edges, row, standing)],
        "provenance": provenance(row, standing),
        "events": reviews.of_claim(database, key),
    }


def _document(edges: Edges, row: dict[str, Any]) -> dict[str, Any]:
    return {
        **sort_of(edges.settings, row),
        "claims": list(claims_of(edges.database, [row["id"]])),
        "skipped": list(documents.skipped(edges.database, row["id"])),
    }


def _snapshot(edges: Edges, row: dict[str, Any]) -> dict[str, Any]:
    passages = rows.select(
        edges.database, "passages", where="snapshot = ?", values=[row["id"]], order_by="ordinal"
    )
    return {
        **sort_of(edges.settings, row),
        "captures": snapshots.captures_of(edges.database, row["id"]),
        "passages": list(passages),
    }


def _sentence(edges: Edges, row: dict[str, Any]) -> dict[str, Any]:
    document = rows.get(edges.database, "documents", row["document"]) or {}
    return {"exact": (document.get("text") or "")[row["start"] : row["end"]]}


def _repair(edges: Edges, row: dict[str, Any]) -> dict[str, Any]:
    decided = health.decisions_on(edges.database, row["citation"])
    return {"decisions": [one for one in decided if one["repair"] == row["id"]]}


def _search(edges: Edges, row: dict[str, Any]) -> dict[str, Any]:
    named = rows.select(
        edges.database, "candidates", where="search = ?", values=[row["id"]], order_by="rank"
    )
    replies = searches.replies_of(edges.database, row["id"])
    told = [{"provider": row["provider"], **one} for one in named]
    return {"replies": replies, "candidates": told}


def _citation(edges: Edges, row: dict[str, Any]) -> dict[str, Any]:
    # Reading the archive loads the network's decoders, which no other listing needs
    from claims.steps.citation_standing import cited_doi, standing_of  # noqa: PLC0415

    standing = standing_of(edges, row)
    snapshot = rows.get(edges.database, "snapshots", row["snapshot"]) or {}
    doi = cited_doi(row, snapshot)
    return {
        **standing.as_row(),
        "looks": health.looks_at(edges.database, standing.url) if standing.url else [],
        "checks": health.checks_of(edges.database, row["id"]),
        "notices": health.notices_of(edges.database, doi) if doi else [],
        "withdrawn_or_restored": citations.events_of(edges.database, row["id"]),
        "works": works(edges.database, row, snapshot),
        "csl": item_of(edges.database, row["snapshot"], [row]),
        "repairs": health.repairs_of(edges.database, row["id"]),
    }


def _citations(database: Database, claim: str) -> dict[str, list[dict[str, Any]]]:
    """What is cited for a claim now, with how link and words stand, and what was taken back."""
    standing = citations.standing(database, claim)
    ids = {row["id"] for row in standing}
    every = rows.select(database, "citations", where="claim = ?", values=[claim], order_by="at, id")
    return {
        "citations": [{**row, **_states(database, row)} for row in standing],
        "taken_back": [row for row in every if row["id"] not in ids],
    }


def _states(database: Database, citation: dict[str, Any]) -> dict[str, str]:
    from claims.steps.looks import present  # noqa: PLC0415 - as in _citation

    stand = present(database, citation)
    return {"link_state": stand.link.state.value, "passage_state": stand.passage.state.value}
