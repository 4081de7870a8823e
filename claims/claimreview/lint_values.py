"""All values of a ClaimReview, at any depth, to the rules on values: empty, marked up, dates, addresses."""

from __future__ import annotations

import html
import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from claims.model.fact_check import Problem
from claims.sources.reading import web_url

if TYPE_CHECKING:
    from collections.abc import Iterator

DATED = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<!--")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,20});")
_TEXTS = frozenset(
    "alternateName claimReviewed description headline name ratingExplanation reviewBody text".split()
)
_DATES = frozenset({"dateModified", "datePublished"})
_ADDRESSES = frozenset({"appearance", "archivedAt", "firstAppearance", "sameAs", "url"})
_DEEPEST = 12
_MOST = 200
_NO_ANSWER: tuple[Any, ...] = ("", None, [], {})


def value_problems(review: dict[str, Any]) -> Iterator[Problem]:
    """The rules on values that are broken, each with where.

    >>> [(p.rule, p.pointer) for p in value_problems({"name": "", "author": {"url": "javascript:x"}})]
    [('CR101', '/name'), ('CR108', '/author/url')]
    """
    yield from islice(_values(review, "", "", _DEEPEST), _MOST)


def _values(value: Any, key: str, at: str, depth: int) -> Iterator[Problem]:
    if at and (value in _NO_ANSWER or (isinstance(value, str) and not value.strip())):
        yield Problem("CR101", at, "null" if value is None else "empty")
    elif isinstance(value, dict) and depth:
        for name, inner in value.items():
            yield from _values(inner, name, f"{at}/{_escaped(name)}", depth - 1)
    elif isinstance(value, list) and depth:
        for place, inner in enumerate(value):
            yield from _values(inner, key, f"{at}/{place}", depth - 1)
    elif isinstance(value, str):
        yield from _text(value, key, at)


def _text(value: str, key: str, at: str) -> Iterator[Problem]:
    if key in _TEXTS and (found := _MARKUP.search(value) or _reference(value)):
        yield Problem("CR102", at, found[0][:40])
    if key in _DATES and not _is_date(value):
        yield Problem("CR021", at, value[:40])
    # `url` of the whole has rules of its own
    if key in _ADDRESSES and at != "/url" and web_url(value) is None:
        yield Problem("CR108", at, f"{value!r:.80}")


def _reference(value: str) -> re.Match[str] | None:
    found = _REFERENCE.search(value)
    return found if found and html.unescape(found[0]) != found[0] else None


def _is_date(value: str) -> bool:
    if not DATED.fullmatch(value):
        return False
    parts = [int(part) for part in value[:10].split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


def _escaped(name: str) -> str:
    """A name as a part of a JSON pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")
