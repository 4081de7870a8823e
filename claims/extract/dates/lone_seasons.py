"""Seasons without their year ("this winter", "in the spring") to EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import SEASONS, pattern
from claims.extract.dates.date_openings import NEAR
from claims.extract.dates.deadlines import tells_past
from claims.extract.dates.outlook import is_ahead, is_since, lookback
from claims.extract.dates.story_year import sentence_year, tells_of_old

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Reader = Callable[[re.Match[str], date], str | None]

BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which each season begins, north of the equator."""

_STEPS = {"last": -1, "this": 0, "next": 1}
_NEW_YEAR, _THAW = (
    2,
    4,
)  # months: winter lasts until the one, "this winter" can be just over in the other
_STORY = 260  # characters
_POSSIBLE = re.compile(r"\b(?:may|might|can|could|should)\b")
_HABIT = re.compile(r"\b(?:would|used to|usually|often|always|every|each)\b", re.IGNORECASE)


def _coded(year: int, season: str) -> str:
    return f"{year:04}-{SEASONS[season]}"


def _near(match: re.Match[str], today: date) -> str | None:
    """A season counted from the present one; a winter is named after the year it begins in."""
    step, season = _STEPS[match["which"].lower()], match["s"].lower()
    begins = BEGINS[season]
    if season == "winter" and step <= 0 and today.month <= _NEW_YEAR:
        return _coded(today.year - 1 + step, season)
    if season == "winter" and step == 0 and today.month <= _THAW and not is_ahead(match):
        return _coded(today.year - 1, season)
    if step < 0:
        step = -1 if begins + 2 >= today.month else 0
    elif step > 0:
        step = 1 if begins <= today.month else 0
    return _coded(today.year + step, season)


def _bare(match: re.Match[str], today: date) -> str | None:
    """The season to come, or the last one where a verb tells the past of no other year."""
    season = match["s"].lower()
    begins = BEGINS[season]
    last = re.split(r"[.!?;:\n]", lookback(match, _STORY))[-1]
    if is_ahead(match):
        if _POSSIBLE.search(last):
            return None  # "the sea may become free of ice in the summer" tells of no one summer
        return _coded(today.year + (begins + 2 < today.month), season)
    named = sentence_year(match)
    if named:
        return _coded(named, season)
    told = is_since(match) or (
        tells_past(last.lower()) and season != "fall"
    )  # a fall is a drop, too
    if not told or tells_of_old(match, today) or _HABIT.search(last):
        return None
    return _coded(today.year - (begins > today.month), season)


LONE_SEASONS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (NEAR, pattern(r"\b(?P<which>last|this|next)\s{S:s}\b", any_case=True), _near),
    (
        frozenset("in during since until by".split()),
        pattern(
            r"\b(?:in|during|since|until|by)\sthe\s(?:(?:early|late)\s)?{S:s}\b(?!\s(?:of\b|and\s{S:s2})|-)",
            any_case=True,
        ),
        _bare,
    ),
)
"""First words, patterns and their readers."""
