"""Found passages to ranked evidence, each with what moved its score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.evidence.compare import Measured, compare
from claims.model.claim import Quantity, Reason
from claims.model.evidence import Agreement, Evidence, Label, evidence_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NUMBERS_BONUS = 3.0
"""Added to BM25 when numbers or dates could be compared: agreeing or clashing, it is what a desk wants
to see first. About the gap between a passage that shares two rare words and one that shares one."""

PER_SNAPSHOT = 2
"""Passages of one page that are kept for one claim, so that one long page does not fill the list."""


def measured(claim: Mapping[str, Any]) -> Measured:
    """What of a claim (a row) is held against passages."""
    return Measured(
        text=f"{claim['claim_text'] or claim['exact']}",
        quantities=tuple(Quantity(**q) for q in claim["quantities"]),
        dates=tuple(claim["dates"]),
    )


def rank(
    claim: Mapping[str, Any], found: Iterable[Mapping[str, Any]], *, top: int, run: str
) -> tuple[Evidence, ...]:
    """The best `top` passages of `found`, rows with id, snapshot, exact, published, bm25.

    A higher bm25 is nearer. Ties are broken by id, so that the order is the same everywhere.
    """
    ours = measured(claim)
    scored = []
    for row in _distinct(found):
        outcome = compare(ours, row["exact"], published=row["published"])
        bonus = 0.0 if outcome.agreement is Agreement.NOT_COMPARABLE else NUMBERS_BONUS
        scored.append((round(row["bm25"] + bonus, 4), bonus, outcome, row))
    scored.sort(key=lambda s: (-s[0], s[3]["id"]))
    return tuple(
        Evidence(
            id=evidence_id(claim=claim["id"], passage=row["id"]),
            claim=claim["id"],
            passage=row["id"],
            rank=place,
            score=score,
            reasons=(
                Reason("words in common (BM25)", round(row["bm25"], 4), 1.0),
                Reason("numbers or dates compared", float(bonus > 0), NUMBERS_BONUS),
            ),
            agreement=outcome.agreement,
            rule=outcome.rule,
            arithmetic=outcome.arithmetic,
            # Shared words are never support: `claims.evidence.stance` says what else may speak
            label=Label.NOT_ENOUGH_INFO,
            run=run,
        )
        for place, (score, bonus, outcome, row) in enumerate(_spread(scored, top), start=1)
    )


def _distinct(found: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Without passages that repeat an earlier one word for word (copies of one text on two pages)."""
    seen = set()
    for row in found:
        if row["exact"] not in seen:
            seen.add(row["exact"])
            yield row


def _spread(scored: list[tuple[Any, ...]], top: int) -> list[tuple[Any, ...]]:
    kept: list[tuple[Any, ...]] = []
    per_snapshot: dict[str, int] = {}
    for entry in scored:
        snapshot = entry[3]["snapshot"]
        per_snapshot[snapshot] = per_snapshot.get(snapshot, 0) + 1
        if per_snapshot[snapshot] <= PER_SNAPSHOT:
            kept.append(entry)
    return kept[:top]
