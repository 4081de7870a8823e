"""The rating of a ClaimReview to the rules it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.claimreview.mapping import number, rating_text
from claims.claimreview.objects import first
from claims.claimreview.rating_words import rating_words
from claims.model.fact_check import Axis, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_VERDICT = 60
STEPS = 5
"""What schema.org takes for `bestRating` where none is given; `worstRating` is 1."""

_AT = "/reviewRating"
_NAMES = ("ratingValue", "bestRating", "worstRating")


def rating_problems(review: dict[str, Any], *, host: str | None) -> Iterator[Problem]:
    """The rules on the rating that are broken; `host` is the publisher's, for words of its own.

    >>> rating = {"@type": "Rating", "alternateName": "Misleading", "ratingValue": 3,
    ...     "bestRating": 5, "worstRating": 1}
    >>> [one.rule for one in rating_problems({"reviewRating": rating}, host=None)]
    ['CR103']
    """
    rating = first(review.get("reviewRating"))
    if not isinstance(rating, dict):
        yield Problem("CR005", _AT, "no Rating")
        return
    yield from _words(rating)
    yield from _numbers(rating)
    yield from _agreement(rating, host)


def _words(rating: dict[str, Any]) -> Iterator[Problem]:
    """The words of the verdict: there, in the right property, and few enough to be shown."""
    at = f"{_AT}/alternateName"
    told = first(rating.get("alternateName"))
    if not isinstance(told, str) or not told.strip():
        name = first(rating.get("name"))
        stands = isinstance(name, str) and bool(name.strip())
        yield Problem("CR007" if stands else "CR006", at, "no words")
    elif len(told.strip()) > LONGEST_VERDICT:
        yield Problem("CR008", at, f"{len(told.strip())} characters")


def _numbers(rating: dict[str, Any]) -> Iterator[Problem]:
    """The three numbers: written as numbers, all or none, and the value between the worst and the best."""
    read = {name: number(rating.get(name)) for name in _NAMES}
    for name in _NAMES:
        given = rating.get(name)
        if given is not None and (read[name] is None or isinstance(first(given), str)):
            yield Problem("CR022", f"{_AT}/{name}", f"{given!r:.40}")
    value, best, worst = (read[name] for name in _NAMES)
    if value is not None and (best is None or worst is None):
        missing = "bestRating" if best is None else "worstRating"
        yield Problem("CR023", f"{_AT}/{missing}", "not given")
    if best is not None and worst is not None and worst >= best:
        yield Problem("CR024", f"{_AT}/worstRating", f"{worst:g} is not below {best:g}")
    elif value is not None and not _low(worst) <= value <= _high(best):
        yield Problem("CR025", f"{_AT}/ratingValue", f"{value:g}")
    if worst is not None and worst < 1:
        yield Problem("CR026", f"{_AT}/worstRating", f"{worst:g}")
    if value is not None and not value.is_integer():
        yield Problem("CR027", f"{_AT}/ratingValue", f"{value:g}")


def _low(worst: float | None) -> float:
    return 1 if worst is None else worst


def _high(best: float | None) -> float:
    return STEPS if best is None else best


def _agreement(rating: dict[str, Any], host: str | None) -> Iterator[Problem]:
    """Whether number and words say the same, both brought to our scale of five steps, give or take one."""
    value, best, worst = (number(rating.get(name)) for name in _NAMES)
    meaning = rating_words().meaning(rating_text(rating), host=host)
    if value is None or meaning.axis is Axis.UNMAPPED:
        return
    at = f"{_AT}/ratingValue"
    if meaning.number is None:
        yield Problem("CR103", at, f"{meaning.verdict} with {value:g}")
        return
    low, high = _low(worst), _high(best)
    if low < high and low <= value <= high:
        step = 1 + (value - low) * (STEPS - 1) / (high - low)
        if abs(step - meaning.number) > 1:
            yield Problem("CR104", at, f"{meaning.verdict} with {value:g} of {low:g} to {high:g}")
