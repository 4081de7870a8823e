"""ClaimReview objects of anybody, or our own, to the rules they break, one row each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.claimreview.lint import PageRules, lint, severity
from claims.claimreview.objects import as_claimreview
from claims.claimreview.rules import RULES, Severity
from claims.claimreview.stream import Broken
from claims.model.errors import BadInput
from claims.model.fact_check import Problem
from claims.model.so_many import so_many
from claims.sources.reading import words
from claims.steps.report import Failure
from claims.steps.review_sources import review_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges
    from claims.steps.review_sources import Source


@dataclass(slots=True)
class Linted:
    """How many objects there were and how many break no required rule; what failed."""

    objects: int = 0
    sound: int = 0
    found: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The sum in a sentence."""
        wrong = f"{self.objects - self.sound:,} with errors"
        return f"{so_many(self.objects, 'object')}, {wrong}, {so_many(self.found, 'rule')} broken in all"

    def take(self, name: str, problems: Sequence[Problem]) -> Iterator[dict[str, Any]]:
        """Count an object and give a row for each of its problems."""
        self.objects += 1
        self.found += len(problems)
        errors = sorted({p.rule for p in problems if severity(p) is Severity.REQUIRED})
        if errors:
            self.failures.append(Failure(name, f"breaks {', '.join(errors)}"))
        else:
            self.sound += 1
        for one in problems:
            yield {
                "object": name,
                "rule": one.rule,
                "severity": severity(one).value,
                "pointer": one.pointer,
                "detail": one.detail,
                "asks_for": RULES[one.rule].text,
            }


def lint_source(edges: Edges, given: str, *, linted: Linted) -> Iterator[dict[str, Any]]:
    """The rules that the objects in a file, folder, address or standard input break."""
    try:
        for source in review_sources(edges, given, keep=False):
            before = linted.objects
            yield from _source(source, linted)
            if linted.objects == before:
                linted.failures.append(Failure(source.name, "holds no ClaimReview"))
    except BadInput as why:
        linted.failures.append(Failure(given, str(why)))


def _source(source: Source, linted: Linted) -> Iterator[dict[str, Any]]:
    pages = PageRules()
    for number, piece in enumerate(source.pieces, start=1):
        if isinstance(piece, Broken):
            told = Problem("CR001", "", f"{piece.why} at character {piece.position}")
            yield from linted.take(f"object {number}", [told])
            continue
        review, page = as_claimreview(piece), piece.page_url
        problems = lint(review, page_url=page, embedded=piece.embedded)
        problems += pages.problems(review, page) if page else []
        yield from linted.take(_name(review, number), problems)


def _name(review: dict[str, Any], number: int) -> str:
    return words(review.get("url"), longest=200) or f"object {number}"
