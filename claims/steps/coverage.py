"""What came of asking each provider for one claim: the only ground for saying that there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.candidate import SearchOutcome, outcome_of
from db import rows

if TYPE_CHECKING:
    from sqlite_utils import Database


def coverage(database: Database, claim: str) -> list[dict[str, Any]]:
    """One record a provider that was to be asked, with the outcome of all its searches together."""
    gathered: dict[str, list[dict[str, Any]]] = {}
    for row in rows.select(
        database, "searches", where="claim = ?", values=[claim], order_by="place, rowid"
    ):
        gathered.setdefault(row["provider"], []).append(row)
    return [_together(name, gathered[name]) for name in sorted(gathered)]


def _together(name: str, made: list[dict[str, Any]]) -> dict[str, Any]:
    outcome = outcome_of([SearchOutcome(row["outcome"]) for row in made])
    last = next(row for row in reversed(made) if row["outcome"] == outcome.value)
    return {
        "provider": name,
        "outcome": outcome.value,
        "found": sum(row["found"] for row in made),
        "searches": len(made),
        "reason": last["reason"],
        "detail": last["detail"],
        "retry_at": last["retry_at"],
        "at": max(row["at"] for row in made),
    }
