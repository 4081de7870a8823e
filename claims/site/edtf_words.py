"""Dates of claims and articles (EDTF, https://www.loc.gov/standards/datetime/) to reader's words."""

from __future__ import annotations

import re
from datetime import date

UNDATED = re.compile(r"(?:-XX)+$")
SPAN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{2,3})(X{1,2})")
DOUBT = {"~": "about", "?": "perhaps", "%": "perhaps about"}
OPEN = ".."
PARTS = {
    **dict(zip(range(21, 25), ("spring", "summer", "autumn", "winter"), strict=True)),
    **dict(
        zip(
            range(33, 37),
            (f"{nth} quarter of" for nth in ("first", "second", "third", "fourth")),
            strict=True,
        )
    ),
    40: "first half of",
    41: "second half of",
}
"""Where a month would stand: parts of a year by their numbers."""


def edtf_words(edtf: str) -> str:
    """Dates, parted by commas, as a reader is told them; what is no such date stays as it is.

    >>> edtf_words("2021-08-30/2021-09-05, 199X~")
    '30 August 2021 to 5 September 2021; about the 1990s'
    """
    told = [_interval(one) for one in edtf.split(", ")]
    return "; ".join(filter(None, told)) if all(told) else edtf


def _interval(edtf: str) -> str | None:
    first, between, last = edtf.partition("/")
    begins, ends = _date(first), _date(last)
    if not between or (begins and ends):
        return f"{begins} to {ends}" if ends else begins
    if begins:
        return {OPEN: f"from {begins} on", "": f"from {begins}, end not known"}.get(last)
    return (
        {OPEN: f"until {ends}", "": f"until {ends}, beginning not known"}.get(first)
        if ends
        else None
    )


def _date(edtf: str) -> str | None:
    """One date in words; null when it is none."""
    doubt = DOUBT.get(edtf[-1:])
    plain = _span(UNDATED.sub("", edtf[:-1] if doubt else edtf))
    return f"{doubt} {plain}" if doubt and plain else plain


def _span(edtf: str) -> str | None:
    found = SPAN.fullmatch(edtf)
    if found is None:
        return None
    year, month, day, stem, unknown = found.groups()
    if stem:
        return _many_years(stem, unknown)
    if month is None:
        return str(year)
    if int(month) in PARTS and day is None:
        return f"{PARTS[int(month)]} {year}"
    try:
        at = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return f"{at.day} {at:%B} {year}" if day else f"{at:%B} {year}"


def _many_years(stem: str, unknown: str) -> str | None:
    if len(stem + unknown) != len("199X"):
        return None
    first = f"{stem}{'0' * len(unknown)}"
    return f"the {first}s" if len(unknown) == 1 else f"{first} to {stem}{'9' * len(unknown)}"
