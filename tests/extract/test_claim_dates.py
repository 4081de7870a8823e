"""Which dates a claim depends on: the table, and what holds for any probability handed in."""

from pathlib import Path

import pytest
import yaml

from claims.extract.article import read_article
from claims.extract.dates.claim_dates import claim_dates
from claims.extract.dates.date_weights import OUTSIDE
from claims.extract.dates.timeline import read_timeline
from claims.model.span import Span

TABLE = Path(__file__).parents[1] / "tables" / "timeline.yaml"
ROWS = [pytest.param(r, id=r["why"]) for r in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]

PUBLISHED = "2021-08-31"


def asked(row):
    text, published = row["text"], row.get("published", PUBLISHED)
    article = read_article(text, published=published)
    start = text.index(row["claim"])
    return claim_dates(
        read_timeline(article, published=published),
        article,
        Span(start, start + len(row["claim"])),
        kind=row.get("kind", "event"),
    )


@pytest.mark.parametrize("row", ROWS)
def test_table(row):
    found = asked(row)
    assert (list(found.edtf), found.role) == (row["expect"], row["role"])
    assert found.reason
    assert 0 <= found.probability <= 1


def test_no_feature_alone_decides():
    assert all(abs(weight) < 4 for weight in OUTSIDE.values())
