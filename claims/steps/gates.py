"""What the gates say of a claim, out of all that the database knows about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.citation import Standing as Nearness
from claims.origins.source_types import SourceType
from claims.review.gates import Facts, findings
from claims.review.standing import words_in_force
from claims.steps.desk_rules import ratings_of
from claims.steps.review import standing_of
from claims.steps.weigh_origins import independence
from db import citations as cited_words
from db import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.review.gates import Finding
    from claims.review.standing import Standing
    from claims.steps.edges import Edges


def gate_findings(
    edges: Edges, claim: Mapping[str, Any], standing: Standing | None = None
) -> tuple[Finding, ...]:
    """What every gate says of a claim (a row), by where it stands."""
    where = standing or standing_of(edges.database, claim["id"])
    citations = [
        _with_fitness(edges, one) for one in cited_words.standing(edges.database, claim["id"])
    ]
    cited = {one["snapshot"] for one in citations}
    primary = {one["snapshot"] for one in citations if one["standing"] == Nearness.PRIMARY.value}
    pages = [
        {**page, "source_type": SourceType.PRIMARY.value} if page["snapshot"] in primary else page
        for page in independence(edges.database, edges.settings, claim, found=False).pages
    ]
    searches = rows.select(
        edges.database, "searches", where="claim = ?", values=[claim["id"]], order_by="at, id"
    )
    return findings(
        Facts(
            claim=words_in_force(claim, where),
            standing=where,
            citations=citations,
            cited=[page for page in pages if page["snapshot"] in cited],
            known=pages,
            searches=list(searches),
            rated=ratings_of(edges.settings.ratings).get(where.verdict) is not None,
        )
    )


def _with_fitness(edges: Edges, citation: dict[str, Any]) -> dict[str, Any]:
    """A citation (a row) with what speaks against relying on it."""
    # Reading the archive loads the network's decoders, which a claim without citations does not need
    from claims.steps.citation_standing import standing_of as citation_standing  # noqa: PLC0415

    return {**citation, "against": citation_standing(edges, citation).fitness.against}


def described(finding: Finding) -> dict[str, Any]:
    """A finding as a record for `--json`."""
    return {
        "gate": finding.gate.id,
        "name": finding.gate.name,
        "met": finding.met,
        "holds": finding.holds,
        "rule": finding.gate.rule,
        "after": finding.gate.after,
        "looked_at": finding.looked_at,
        "mend": finding.mend,
        "override": finding.override,
    }
