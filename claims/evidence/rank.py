"""Found passages to ranked evidence, each with what moved its score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.evidence.compare import Comparison, Measured, compare
from claims.model.claim import Quantity, Reason
from claims.model.evidence import Agreement, Evidence, Label, evidence_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORDS, MEANING, NAMES = 1.0, 0.8, 0.05
"""What words, meaning and names weigh: `benchmarks/retrieval.py` chooses them on one half of its claims."""

NUMBERS = 0.5
"""Added when numbers or dates could be compared: agreeing or clashing, it is what a desk wants to see
first. About the gap between a passage that holds all of a claim's rare words and one that holds half."""

YEAR, FOUND_FOR, FIRST = 0.1, 0.05, 0.02
"""Smaller than the rest, so that they order what is otherwise alike."""

COMPARED = 40
"""Passages whose numbers are compared, the best by everything else; comparing is what takes long."""

NEAR_ENOUGH = 0.8
"""A claim whose best passage scores less has no source that is shown to readers: nothing is near enough.
Of claims on other subjects nine in ten stay below, of claims whose own evidence comes first one in
fourteen (`benchmarks/retrieval.py --floor`). The desk sees every passage."""

PER_SNAPSHOT = 2
"""Passages of one page that are kept for one claim, so that one long page does not fill the list."""


@dataclass(frozen=True, slots=True)
class _Scored:
    """A found row with what moved its score, before and after its numbers were compared."""

    row: Mapping[str, Any]
    reasons: tuple[Reason, ...]
    comparison: Comparison | None = None

    @property
    def score(self) -> float:
        return round(sum(reason.value * reason.weight for reason in self.reasons), 4)

    @property
    def order(self) -> tuple[float, str]:
        """Highest score first; ties by id, so that the order is the same everywhere."""
        return -self.score, self.row["id"]


def measured(claim: Mapping[str, Any]) -> Measured:
    """What of a claim (a row) is held against passages."""
    return Measured(
        text=f"{claim['claim_text'] or claim['exact']}",
        quantities=tuple(Quantity(**q) for q in claim["quantities"]),
        dates=tuple(claim["dates"]),
    )


def nearness(row: Mapping[str, Any]) -> float:
    """How near a found row is by words, meaning and names together, before anything else.

    >>> round(nearness({"words": 0.5, "meaning": 0.5, "names": 1.0}), 2) > 0.5
    True
    """
    return float(WORDS * row["words"] + MEANING * row["meaning"] + NAMES * row["names"])


def rank(
    claim: Mapping[str, Any], found: Iterable[Mapping[str, Any]], *, top: int, run: str
) -> tuple[Evidence, ...]:
    """The best `top` passages of `found`, rows as a search for the claim gives them.

    A row may name its `copies`, ids of passages elsewhere that say the same in the same words.
    """
    years = {date[:4] for date in claim["dates"] if date[:4].isdigit()}
    first = sorted((_Scored(row, _reasons(row, years)) for row in found), key=lambda s: s.order)
    ours = measured(claim)
    best = sorted((_compared(ours, one) for one in first[:COMPARED]), key=lambda s: s.order)
    return tuple(
        _evidence(claim, one, place=place, run=run)
        for place, one in enumerate(_spread(best, top), start=1)
    )


def _reasons(row: Mapping[str, Any], years: set[str]) -> tuple[Reason, ...]:
    """Everything that moves the score but the numbers, in the desk's own words."""
    shared = ", ".join(row["shared"])
    words = f"shared words, rare ones most: {shared}" if shared else "shared words"
    reasons = [
        Reason(words, round(row["words"], 4), WORDS),
        Reason("near in meaning", round(row["meaning"], 4), MEANING),
        Reason("names of the claim", round(row["names"], 4), NAMES),
    ]
    if years and any(year in row["exact"] for year in years):
        reasons.append(Reason("year of the claim", 1.0, YEAR))
    if row["found_for"]:
        reasons.append(Reason("found by a search for this claim", 1.0, FOUND_FOR))
    reasons.append(Reason("place in its page", round(1 / row["ordinal"], 4), FIRST))
    if row.get("copies"):
        reasons.append(Reason("copies elsewhere, counted once", float(len(row["copies"])), 0.0))
    return tuple(reasons)


def _compared(ours: Measured, one: _Scored) -> _Scored:
    outcome = compare(ours, one.row["exact"], published=one.row["published"])
    if outcome.agreement is Agreement.NOT_COMPARABLE:
        return _Scored(one.row, one.reasons, outcome)
    agree = "agree" if outcome.agreement is Agreement.AGREES else "clash"
    reason = Reason(f"numbers or dates {agree} ({outcome.rule})", 1.0, NUMBERS)
    return _Scored(one.row, (*one.reasons, reason), outcome)


def _evidence(claim: Mapping[str, Any], one: _Scored, *, place: int, run: str) -> Evidence:
    found = one.comparison
    return Evidence(
        id=evidence_id(claim=claim["id"], passage=one.row["id"]),
        claim=claim["id"],
        passage=one.row["id"],
        rank=place,
        score=one.score,
        reasons=one.reasons,
        agreement=found.agreement if found else Agreement.NOT_COMPARABLE,
        rule=found.rule if found else None,
        arithmetic=found.arithmetic if found else None,
        # Shared words are never support: `claims.evidence.stance` says what else may speak
        label=Label.NOT_ENOUGH_INFO,
        run=run,
        copies=tuple(one.row.get("copies", ())),
    )


def _spread(scored: Iterable[_Scored], top: int) -> list[_Scored]:
    kept: list[_Scored] = []
    per_snapshot: dict[str, int] = {}
    for one in scored:
        snapshot = one.row["snapshot"]
        per_snapshot[snapshot] = per_snapshot.get(snapshot, 0) + 1
        if per_snapshot[snapshot] <= PER_SNAPSHOT:
            kept.append(one)
    return kept[:top]
