"""The main job in one go: add, extract, find, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.evidence.passages import nearest_sentence
from claims.evidence.rank import NEAR_ENOUGH
from claims.model.candidate import ANSWERED
from claims.model.evidence import Agreement
from claims.steps.coverage import coverage
from claims.steps.extract import extract_documents
from claims.steps.extract_worker import Method
from claims.steps.find_sources import find
from claims.steps.gather_evidence import gather_evidence
from claims.steps.ingest import ingest
from claims.steps.listing import claims_of
from db import evidence, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges
    from claims.steps.find_sources import Findings, Wish
    from claims.steps.ingest import Intake
    from claims.steps.report import Tick
    from claims.steps.store_document import Intent

TOP_PASSAGES = 5


def main_job(  # noqa: PLR0913 - the sum of four steps
    edges: Edges,
    inputs: Sequence[str],
    *,
    intake: Intake,
    intent: Intent,
    wish: Wish,
    findings: Findings,
) -> Iterator[Tick]:
    """Take the inputs in and do everything for their claims; failures are noted and the rest goes on."""
    yield from ingest(edges, inputs, intake=intake, intent=intent)
    chosen = list(dict.fromkeys(intake.documents))
    waiting = [
        d
        for d in chosen
        if not rows.count(edges.database, "sentences", where="document = ?", values=[d])
    ]
    method = Method(edges.settings.engine, worthiness=edges.settings.worthiness)
    yield from extract_documents(edges, waiting, method, failures=intake.failures)
    claims = list(claims_of(edges.database, chosen))
    yield from find(edges, claims, wish, findings=findings)
    yield from gather_evidence(edges, claims, top=TOP_PASSAGES)


def best_sources(edges: Edges, documents: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The claims of these documents, each with the passage that bears on it most.

    Where even that is not near enough, its score alone is told; where none was found, null.
    """
    for claim in claims_of(edges.database, dict.fromkeys(documents)):
        ranked = list(evidence.listing(edges.database, claim["id"]))
        nearest = ranked[0] if ranked else {}
        best = nearest if nearest.get("score", 0) >= NEAR_ENOUGH else {}
        asked = coverage(edges.database, claim["id"])
        yield {
            "id": claim["id"],
            "claim": claim["claim_text"] or claim["exact"],
            "kind": claim["kind"],
            "claimant": claim["claimant"],
            "check_worthiness": claim["check_worthiness"],
            "agreement": best.get("agreement"),
            "agreements": _counted(ranked) if best else {},
            "arithmetic": best.get("arithmetic"),
            "score": nearest.get("score"),
            "source": best.get("title") or best.get("url"),
            "url": best.get("url"),
            "passage": best.get("exact"),
            "quote": nearest_sentence(claim["exact"], best.get("exact") or "") or None,
            "not_measured": [c["provider"] for c in asked if c["outcome"] not in ANSWERED],
        }


def _counted(ranked: Sequence[dict[str, Any]]) -> dict[str, int]:
    """On how many passages the numbers or dates agree, and on how many they clash."""
    return {
        told.value: sum(one["agreement"] == told.value for one in ranked)
        for told in (Agreement.AGREES, Agreement.CLASHES)
    }
