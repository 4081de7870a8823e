"""Decided claims to the public file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.model.errors import UserError
from claims.review.standing import Standing, fold
from db import claims, reviews
from db.public import build_public, is_public

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlite_utils import Database

    from claims.steps.edges import Edges


def standings(database: Database) -> dict[str, Standing]:
    """Where every claim stands, by the log of events."""
    return {
        claim["id"]: fold(reviews.of_claim(database, claim["id"]))
        for claim in claims.listing(database, {})
    }


def public_facts(found: Mapping[str, Standing]) -> dict[str, dict[str, Any]]:
    """What the public file needs of the standing of each claim that may be seen."""
    return {
        key: {
            "status": standing.status.value,
            "verdict": standing.verdict,
            "summary": standing.summary,
            "demonstration": int(standing.demonstration),
            "published_at": standing.published_at,
            "decided_at": standing.decided_at,
        }
        for key, standing in found.items()
        if standing.public
    }


def publish(edges: Edges, path: Path) -> dict[str, Any]:
    """Build the public file at `path`; what went in, and what was held back and why.

    Raises UserError when something else than a public database of ours stands at `path`.
    """
    if path.exists() and not is_public(path):
        raise UserError(
            f"{path} is no public database of ours, so it is not replaced; move it away"
        )
    found = standings(edges.database)
    counts = build_public(
        edges.database,
        path,
        standings=public_facts(found),
        facts={"built_at": edges.now(), "version": __version__},
    )
    held = {key: s.status.value for key, s in found.items() if not s.public}
    return {
        "path": str(path),
        "published": counts,
        "held_back": [
            {"claim": key, "why": f"its state is {state}"} for key, state in held.items()
        ],
        "held_back_by_state": dict(Counter(held.values())),
    }
