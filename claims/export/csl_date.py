"""A date in EDTF (ISO 8601-2) to a CSL date: what is unsure stays unsure, and nothing is made up.

https://docs.citationstyles.org/en/stable/specification.html#date-variables, schema csl-data.json 1.0.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%])?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
DECADE = re.compile(r"(\d{3})X")
CENTURY = re.compile(r"(\d\d)XX")
SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def csl_date(edtf: str | None) -> dict[str, Any] | None:
    """A date, month, season, year or range as CSL has it; None where no date is given.

    >>> csl_date("2021-08-31T10:00:00Z"), csl_date("2018~")
    ({'date-parts': [[2021, 8, 31]]}, {'date-parts': [[2018]], 'circa': True})
    >>> csl_date("2019/2021"), csl_date("197X")
    ({'date-parts': [[2019], [2021]]}, {'literal': '1970s'})
    """
    text = (edtf or "").strip()
    begin, slash, end = text.partition("/")
    if slash:
        return _range(begin, end)
    return _one(text)


def year_of(found: dict[str, Any] | None) -> int | None:
    """The year in which a CSL date lies or begins; None where it is not told.

    >>> year_of({"date-parts": [[2021, 8]]}), year_of({"literal": "1970s"})
    (2021, None)
    """
    listed = (found or {}).get("date-parts") or [[]]
    return int(listed[0][0]) if listed[0] else None


def iso(found: dict[str, Any] | None) -> str | None:
    """The first date of a CSL date as `YYYY[-MM[-DD]]`; None where it is not told in numbers.

    >>> iso({"date-parts": [[2021, 8, 31]]}), iso({"literal": "1970s"})
    ('2021-08-31', None)
    """
    listed = (found or {}).get("date-parts") or [[]]
    numbers = [int(part) for part in listed[0]]
    if not numbers:
        return None
    return "-".join([f"{numbers[0]:04}", *(f"{n:02}" for n in numbers[1:])])


def _one(text: str) -> dict[str, Any] | None:
    found = DAY.fullmatch(text)
    if found:
        return _calendar(found)
    for form, words in ((DECADE, "{}0s"), (CENTURY, "{}00s")):
        unsure = form.fullmatch(text)
        if unsure:
            return {"literal": words.format(unsure[1])}
    return None


def _calendar(found: re.Match[str]) -> dict[str, Any] | None:
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    if year is None:
        return None
    made: dict[str, Any] = {"date-parts": [[year]]}
    if month in SEASONS:
        made["season"] = SEASONS[month]
    elif month is not None:
        try:
            date(max(1, year), month, day or 1)
        except ValueError:
            return None  # no day of any calendar
        made["date-parts"] = [[n for n in (year, month, day) if n is not None]]
    if found[4]:
        made["circa"] = True
    return made


def _range(begin: str, end: str) -> dict[str, Any] | None:
    first, last = _one(begin), _one(end)
    if first and last and "date-parts" in first and "date-parts" in last:
        unsure = {"circa": True} if first.get("circa") or last.get("circa") else {}
        return {"date-parts": [*first["date-parts"], *last["date-parts"]], **unsure}
    if first and end in {"", ".."}:
        shown = iso(first) or first.get("literal")
        return {"literal": f"since {shown}"}
    if last and begin in {"", ".."}:
        shown = iso(last) or last.get("literal")
        return {"literal": f"until {shown}"}
    return None
