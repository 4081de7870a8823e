"""A text to whether it tells of times long past alone, so that "31 January" is of no year near its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.text.calendar_names import WEEKDAY

if TYPE_CHECKING:
    from datetime import date

_YEAR = re.compile(r"(?<![\d.,$€£#-])(?:1\d{3}|20\d\d)\b(?![.,]?\d|\s?%)", re.ASCII)
_NEWS = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night)"
    rf"|on {WEEKDAY})\b",
    re.IGNORECASE,
)
_FEWEST = 4  # years that the text names
_RECENT, _OLD = 50, 100
"""Years back: none may be nearer, and half must be further."""


def is_history(text: str, today: date) -> bool:
    """Whether all the years that a text names are long past, and no word in it is of the news.

    >>> from datetime import date
    >>> text = "It froze in 1684, 1709, 1740 and 1814. The fair opened on 31 January."
    >>> is_history(text, date(2021, 8, 31)), is_history(f"{text} In 2019 it rained.", date(2021, 8, 31))
    (True, False)
    """
    years = sorted({int(year) for year in _YEAR.findall(text)})
    if len(years) < _FEWEST or years[-1] > today.year - _RECENT:
        return False
    return years[len(years) // 2] <= today.year - _OLD and _NEWS.search(text) is None
