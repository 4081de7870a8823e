"""Decided claims to the public file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.model.errors import UserError
from claims.model.review import Status
from claims.review.standing import fold
from db import claims, reviews
from db.public import build_public, is_public

if TYPE_CHECKING:
    from pathlib import Path

    from claims.steps.edges import Edges

PUBLIC = frozenset({Status.PUBLISHED, Status.CORRECTED, Status.WITHDRAWN})


def publish(edges: Edges, path: Path) -> dict[str, Any]:
    """Build the public file at `path`; what went in, and what was held back and why.

    Raises UserError when something else than a public database of ours stands at `path`.
    """
    if path.exists() and not is_public(path):
        raise UserError(
            f"{path} is no public database of ours, so it is not replaced; move it away"
        )
    standings = {
        claim["id"]: fold(reviews.of_claim(edges.database, claim["id"]))
        for claim in claims.listing(edges.database, {})
    }
    demonstration = any(s.demonstration and s.status in PUBLIC for s in standings.values())
    counts = build_public(
        edges.database,
        path,
        facts={
            "built_at": edges.now(),
            "version": __version__,
            "demonstration": str(int(demonstration)),
        },
    )
    held = {key: s.status.value for key, s in standings.items() if s.status not in PUBLIC}
    return {
        "path": str(path),
        "published": counts,
        "held_back": [
            {"claim": key, "why": f"its state is {state}"} for key, state in held.items()
        ],
        "held_back_by_state": dict(Counter(held.values())),
    }
