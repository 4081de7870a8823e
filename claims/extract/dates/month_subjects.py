"""A month that a sentence has for its subject ("January brought snow") to EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import month_number, pattern
from claims.extract.dates.date_openings import MONTH
from claims.extract.dates.story_year import carried_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Reader = Callable[[re.Match[str], date], str | None]

_OPENS = re.compile(r"(?:(?:\A|[.!?:;\n]|[.!?][”\"])\s*|,\s(?:and|but|while|though)\s)\Z")
_BEFORE = 9  # characters
_NAMES = frozenset("April May June August".split())
_SURE = re.compile(r"\s(?:also\s|then\s|duly\s)?(?:brought|saw|was\sthe\s(?:\w+\s){1,3}month\b)")
"""What no person does of whom "May" may be the name."""


def _month(match: re.Match[str], today: date) -> str | None:
    if _OPENS.search(match.string[max(0, match.start() - _BEFORE) : match.start()]) is None:
        return None
    if match["m"] in _NAMES and _SURE.match(match.string, match.end()) is None:
        return None
    month = month_number(match["m"])
    year = carried_year(match, month, None, today) or today.year - (month > today.month)
    return f"{year:04}-{month:02}"


MONTH_SUBJECTS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        MONTH,
        pattern(
            r"\b{M:m}(?=\s(?:also\s|then\s|duly\s)?(?:brought|saw|was|had\s(?:been|brought)|made|ended|began|started"
            r"|proved|marked|turned|came|passed|went|opened|closed|finished)\s)"
        ),
        _month,
    ),
)
"""First words, pattern and reader, as in `relative_dates`."""
