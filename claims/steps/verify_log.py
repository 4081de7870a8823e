"""The log of review: its chain, and the columns of claims that are a view of it."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from claims.model.errors import DamagedData
from claims.review.events import verify_chain
from claims.review.standing import Standing, fold
from claims.steps.review import view
from db import reviews, rows

if TYPE_CHECKING:
    from claims.steps.edges import Edges


def chain(edges: Edges, counts: dict[str, int]) -> None:
    """Every event against its digest, its place and its form as it is stored."""
    for seq, key, stored in reviews.changes_as_stored(edges.database):
        if json.dumps(json.loads(stored), ensure_ascii=False) != stored:
            raise DamagedData(f"review event {seq} ({key}) was changed: no program writes that")
    counts["review events"] = verify_chain(reviews.every(edges.database))


def views(edges: Edges, counts: dict[str, int]) -> None:
    """The state, verdict, assignment, flags and edited words of every claim, folded again."""
    folded = {
        claim: fold(events)
        for claim, events in groupby(reviews.of_all(edges.database), key=lambda one: one["claim"])
    }
    for claim in rows.select(edges.database, "claims", order_by="id"):
        for name, value in view(claim, folded.get(claim["id"], Standing())).items():
            if claim[name] != value:
                raise DamagedData(f"{name} of claim {claim['id']} is not what the log says")
        counts["claims by the log"] = counts.get("claims by the log", 0) + 1
