from pathlib import Path

import pytest
import yaml

from claims.evidence.compare import Measured, compare, interval
from claims.extract.dates.mentions import dates
from claims.extract.quantities.mentions import quantities
from claims.model.claim import Quantity

ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/comparisons.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["why"])
def test_comparisons(row):
    claim = Measured(
        text=row["claim"],
        quantities=quantities(row["claim"]),
        dates=tuple(m.edtf for m in dates(row["claim"], published=row.get("published"))),
    )
    found = compare(claim, row["passage"], published=row.get("published"))
    assert (found.agreement.value, found.rule) == (row["outcome"], row.get("rule")), row["why"]
    assert bool(found.arithmetic) is bool(found.rule)


@pytest.mark.parametrize(
    ("value", "comparator", "low", "high"),
    [
        (14453, None, 14453, 14453),
        (15000, None, 14500, 15500),
        (2.4, None, 2.35, 2.45),
        (12, None, 12, 12),
        (100, None, 100, 100),
        (15000, ">", 15000, 30000),
        (15000, "<=", 7500, 15000),
        (15000, "~", 13500, 16500),
        (0, None, 0, 0),
    ],
)
def test_intervals(value, comparator, low, high):
    found = interval(Quantity(value, "men", comparator, "", 0, 0))
    assert found == pytest.approx((low, high))
