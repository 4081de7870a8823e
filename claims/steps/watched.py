"""Citations to those whose pages are looked at: of a merged claim only the copies at the claim that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.steps.review import standing_of
from db import health, reviews

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlite_utils import Database


def watched(database: Database) -> list[dict[str, Any]]:
    """The citations (rows) that are watched, oldest first.

    A merge copies what is cited for the claim that ends, with all looks; the old rows stay as they were,
    and are watched again should the claim be reopened.
    """
    ended = merged_away(database)
    return [one for one in health.citations(database) if one["claim"] not in ended]


def merged_away(database: Database) -> frozenset[str]:
    """The claims (ids) that a merge has ended: what was cited for them is cited for the claims that stay."""
    ended = reviews.rejected_by_merge(database)
    return frozenset(claim for claim in ended if _merged(database, claim))


def is_watched(database: Database, citation: Mapping[str, Any]) -> bool:
    """Whether the page of a citation (a row) is looked at."""
    return health.is_citation(database, citation["id"]) and not _merged(database, citation["claim"])


def unwatched(database: Database, named: Sequence[Mapping[str, Any]]) -> list[str]:
    """What to say of citations (rows) that were asked for and whose pages nobody looks at."""
    return [
        f"{one['id']} is not watched: it was taken back, is confidential, was taken down by hand,"
        " or its claim was merged"
        for one in named
        if not is_watched(database, one)
    ]


def _merged(database: Database, claim: str) -> bool:
    return "merged_into" in standing_of(database, claim).fields
