"""Reporting verbs and their stance, out of the table `reporting_verbs.csv`.

Its columns: the stance (how strongly the reporter stands behind or apart from the words), what a
form of many meanings needs behind it to report speech, the finite forms, the participle.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

FOUND = "found"
"""The stance of what a study, a count or a look at things shows."""

CONTENT = "content"
"""The need for reported words: "that", a quotation, a colon or a clause of its own."""

CLAUSE = "clause"
"""The need for "that" right behind and a verb after it: "held that it fell", not "held that office"."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """What one row of the table says of its forms."""

    stance: str
    needs: frozenset[
        str
    ]  # empty: it always reports; else CONTENT, CLAUSE, or words one of which follows


def _table() -> tuple[dict[str, Reporting], dict[str, Reporting]]:
    """(finite form to its row, participle to its row)."""
    finite: dict[str, Reporting] = {}
    going: dict[str, Reporting] = {}
    text = (
        files("claims.extract.grammar").joinpath("reporting_verbs.csv").read_text(encoding="utf-8")
    )
    for line in text.splitlines()[1:]:
        stance, needs, forms, participle = line.split(",")
        row = Reporting(stance, frozenset(needs.split()))
        finite |= dict.fromkeys(forms.split(), row)
        going |= dict.fromkeys(participle.split(), row)
    return finite, going


REPORTING, PARTICIPLES = _table()
"""Finite form to its row; participle (it carries on a report: "…, adding that …") to its row."""

STANCES = frozenset(row.stance for row in REPORTING.values())
