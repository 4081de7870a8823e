"""The public file to the desk's own ClaimReview: what the site says of each claim, and why of some not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.claimreview.lint import PageRules, lint
from claims.export.claimreview import Publisher, claimreview, why_none
from claims.model.errors import UserError
from claims.steps.report import Failure
from db.public import is_public
from db.public_reading import published, site_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claims.steps.lint_reviews import Linted


@dataclass(slots=True)
class Exported:
    """How many published claims have no ClaimReview, by why; claims asked for that have none."""

    made: int = 0
    without: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


def no_public_file(path: Path) -> UserError:
    """What to say where the public file should be and is not."""
    lack = "is no public database of ours" if path.exists() else "is not there"
    return UserError(f"{path} {lack}; build it with: citetrail publish")


def own_reviews(
    path: Path, *, only: Sequence[str], site: str | None, exported: Exported
) -> Iterator[dict[str, Any]]:
    """The ClaimReview of each claim in the public file that has one; with `only`, of those claims.

    Raises UserError without a public file, or when nobody knows where the site is reached.
    """
    if not is_public(path):
        raise no_public_file(path)
    facts = site_facts(path)
    address = (site or facts.get("address") or "").rstrip("/")
    if not address:
        raise UserError(
            "ClaimReview needs absolute addresses: say with --site where the public site is reached"
        )
    desk = Publisher(facts["desk"], facts.get("desk_url")) if facts.get("desk") else None
    seen = set()
    for record in published(path, only=frozenset(only)):
        claim = record["claim"]
        seen.add(claim["id"])
        why = why_none(claim)
        if why:
            exported.without[why] += 1
            exported.failures += [Failure(claim["id"], why)] if only else []
            continue
        exported.made += 1
        yield claimreview(
            claim,
            url=f"{address}/claim/{claim['id']}",
            publisher=desk,
            sources=[{**one, "title": one["source_title"]} for one in record["citations"]],
            corrections=record["notices"],
        )
    exported.failures += [
        Failure(one, "the claim is not published") for one in only if one not in seen
    ]


def lint_own(reviews: Iterator[dict[str, Any]], *, linted: Linted) -> Iterator[dict[str, Any]]:
    """The rules that our own objects break, each on the page of its claim."""
    pages = PageRules()
    for review in reviews:
        url = review["url"]
        problems = [*lint(review, page_url=url), *pages.problems(review, url)]
        yield from linted.take(url, problems)
