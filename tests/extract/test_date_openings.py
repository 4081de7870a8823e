"""The places where a date can begin."""

from pathlib import Path

import pytest
import yaml

from claims.extract.dates.absolute_dates import ABSOLUTE
from claims.extract.dates.anchored_dates import ANCHORED
from claims.extract.dates.date_openings import Places, matches
from claims.extract.dates.relative_dates import RELATIVE

TABLE = Path(__file__).parents[1] / "tables" / "dates.yaml"
TEXTS = [row["text"] for row in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]
ROWS = (*ABSOLUTE, *RELATIVE, *ANCHORED)
EVERY = frozenset[str]().union(*(first for first, _, _ in ROWS))
HARD = (
    "FY2020, fiscal year 2019/20, Q3 2019, 2019Q3",
    "né1999 and 1998é, _May 5, 5_May, May5",
    "5 May 6 May 7 May 2020 to 9 May 2020",
    "the ’90s, the '80s, 1990s",
    "last May last year, last Monday last week",
    "twenty-one years ago, 3 years ago, a\u00a0week ago",
    "CHRISTMAS EVE 2020, new year’s day, Valentine's Day",
)


@pytest.mark.parametrize("text", [*TEXTS, *HARD])
def test_no_match_of_any_pattern_is_missed(text):
    found = Places(text, EVERY)
    for first, pattern, _ in ROWS:
        spans = [m.span() for m in matches(pattern, first, text, found)]
        assert spans == [m.span() for m in pattern.finditer(text)], pattern.pattern
