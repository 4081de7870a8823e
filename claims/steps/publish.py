"""Decided claims to the public file."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.model.errors import UserError
from claims.review.standing import Standing, fold
from claims.steps.references import item_of
from claims.steps.weigh_origins import independence
from db import citations, claims, reviews, rows
from db.public import build_public, is_public

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sqlite_utils import Database

    from claims.model.settings import Settings
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


def public_origins(
    database: Database, settings: Settings, shown: Iterable[str]
) -> dict[str, list[dict[str, Any]]]:
    """The pages quoted for each claim that may be seen, by origin, with what sort of source they are."""
    found: dict[str, list[dict[str, Any]]] = {}
    for key in shown:
        claim = rows.get(database, "claims", key) or {}
        weighed = independence(database, settings, claim, found=False)
        found[key] = [
            {
                "source": page["snapshot"],
                "origin_number": page["origin"],
                "origin_name": page["origin_name"],
                "because": "; ".join(page["because"]) or None,
                "circular": "; ".join(page["circular"]) or None,
                "source_type": page["source_type"],
                "source_type_because": page["source_type_because"],
            }
            for page in weighed.pages
        ]
    return found


def public_items(database: Database, shown: Iterable[str]) -> dict[str, str]:
    """Each citation of the claims that may be seen as CSL-JSON; none of a confidential source."""
    hidden = citations.concealed(database)
    return {
        row["id"]: json.dumps(item_of(database, row["snapshot"], [row]), ensure_ascii=False)
        for key in shown
        for row in citations.standing(database, key)
        if not row["confidential"] and row["snapshot"] not in hidden
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
    shown = public_facts(found)
    counts = build_public(
        edges.database,
        path,
        standings=shown,
        facts={"built_at": edges.now(), "version": __version__},
        origins=public_origins(edges.database, edges.settings, shown),
        items=public_items(edges.database, shown),
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
