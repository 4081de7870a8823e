"""Every case of the public anchoring suites that was ported, and what their checks share."""

from pathlib import Path

import yaml

from claims.anchor.nearness import Sought
from claims.anchor.places import places
from claims.anchor.reanchor import reanchor
from claims.model.selector import select

TABLE = Path(__file__).resolve().parent / "tables/anchoring_suites.yaml"
LISTED = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
CASES = {}
"""Every case that was ported: (file, name of the test, row in it) to a check."""


def case(file, name, row=""):
    def keep(check):
        CASES[file, " ".join(name.split()), str(row)] = check
        return check

    return keep


def sought_at(text, span):
    kept = select(text, span)
    return Sought(kept.exact, kept.prefix, kept.suffix, kept.start)


def best(text, exact, prefix="", suffix="", start=None):
    found = places(Sought(exact, prefix or "", suffix or "", start), text)
    return found[0] if found else None


def finds_itself(text, span):
    """The selectors of a place find that very place again, and so they do without its offset."""
    kept = sought_at(text, span)
    found = reanchor(kept, text)
    return found is not None and found.span == span
