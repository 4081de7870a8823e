"""Where a claim stands to who each of its fields comes from: the machine, a reviewer, a table read in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.review.fields import JUDGEMENT, STATEMENTS, WORDS, machine_version
from claims.review.standing import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.review.standing import Standing

ORDER = ("status", *WORDS, *JUDGEMENT, *STATEMENTS, "assignee")


def provenance(claim: Mapping[str, Any], standing: Standing) -> list[dict[str, Any]]:
    """One row for each field that says something: its origin, the act, and what the machine said.

    `claim` is a row. A field that no act has set is the machine's, by the run that made the claim.

    >>> from claims.review.standing import Standing
    >>> held = {"kind": "event", "claim_text": "It rained.", "ambiguous": None, "claimant": None,
    ...     "dates": [], "run": "r-1"}
    >>> [(one["field"], one["origin"], one["event"]) for one in provenance(held, Standing())]
    [('claim_text', 'machine', 'r-1'), ('kind', 'machine', 'r-1')]
    """
    sources = standing.now.sources
    machine = machine_version(claim)
    more = sorted(name for name in sources if name not in ORDER)
    rows = []
    for name in (*ORDER, *more):
        source = sources.get(name)
        if source:
            row = {"origin": source.origin.value, "event": source.event, "actor": source.actor}
            rows.append({"field": name, **row, "at": source.at, "machine": machine.get(name)})
        elif machine.get(name):
            row = {"origin": Origin.MACHINE.value, "event": claim["run"], "actor": None, "at": None}
            rows.append({"field": name, **row, "machine": machine[name]})
    return rows
