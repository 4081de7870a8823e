"""A ClaimReview object to what it says: texts without markup, days, absolute addresses, our verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from claims.claimreview.objects import as_claimreview, first, listed
from claims.claimreview.rating_words import rating_words
from claims.sources.reading import calendar, web_url, within, words

if TYPE_CHECKING:
    from claims.claimreview.objects import Found
    from claims.model.fact_check import Axis

LONGEST_CLAIM = 2000
LONGEST_NAME = 300
MOST_APPEARANCES = 50
_HOST_FIRST = re.compile(r"([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#]|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?")


@dataclass(frozen=True, slots=True)
class Mapped:
    """The fields of `claims.model.fact_check.FactCheck` that are read out of an object."""

    url: str | None
    claim_reviewed: str | None
    claim_text: str | None
    claimant: str | None
    claim_date: str | None
    appearances: tuple[str, ...]
    publisher: str | None
    publisher_url: str | None
    title: str | None
    language: str | None
    published: str | None
    modified: str | None
    rating: str | None
    rating_value: float | None
    best_rating: float | None
    worst_rating: float | None
    rating_explanation: str | None
    verdict: str | None
    verdict_number: int | None
    verdict_axis: Axis
    verdict_from: str | None
    license: str | None
    feed_license: str | None


def mapped(found: Found) -> Mapped:
    """What an object says. Never raises; what is of the wrong type or unsafe is left out.

    >>> from claims.claimreview.objects import Found
    >>> said = mapped(Found({"@type": "ClaimReview", "url": "/check/1", "claimReviewed": "It&#039;s wet",
    ...     "reviewRating": {"alternateName": "Falso."}}, page_url="https://f.example/a"))
    >>> said.url, said.claim_reviewed, said.rating, said.verdict
    ('https://f.example/check/1', "It's wet", 'Falso.', 'False')
    """
    review, page = as_claimreview(found), found.page_url
    url, publisher = address(review.get("url"), page), _publisher(review)
    item, rating = first(review.get("itemReviewed")), first(review.get("reviewRating"))
    said = rating_text(rating)
    meaning = rating_words().meaning(said, host=_host(url) or _host(page))
    return Mapped(
        url=url,
        claim_reviewed=_text(review, "claimReviewed", longest=LONGEST_CLAIM),
        claim_text=_text(item, "text", longest=LONGEST_CLAIM),
        claimant=_claimant(item),
        claim_date=calendar(first(within(item, "datePublished"))),
        appearances=_appearances(item, page),
        publisher=_text(publisher, "name") or words(publisher),
        publisher_url=address(first(within(publisher, "url")), page),
        title=_text(review, "name") or _text(review, "headline"),
        language=_language(first(review.get("inLanguage"))),
        published=calendar(first(review.get("datePublished"))),
        modified=calendar(first(review.get("dateModified"))),
        rating=said,
        rating_value=number(within(rating, "ratingValue")),
        best_rating=number(within(rating, "bestRating")),
        worst_rating=number(within(rating, "worstRating")),
        rating_explanation=_text(rating, "ratingExplanation", longest=LONGEST_CLAIM),
        verdict=meaning.verdict,
        verdict_number=meaning.number,
        verdict_axis=meaning.axis,
        verdict_from=meaning.by,
        license=_license(review),
        feed_license=_terms(found.feed_license),
    )


def rating_text(rating: Any) -> str | None:
    """The rating in words: `alternateName`, and `name` in its place only.

    >>> rating_text({"name": "False"}), rating_text({"alternateName": ["Pants on Fire"]})
    ('False', 'Pants on Fire')
    """
    if isinstance(rating, str):
        return words(rating)
    return _text(rating, "alternateName") or _text(rating, "name")


def number(value: Any) -> float | None:
    """A number, also one written as text; null for anything else.

    >>> number("3"), number(2), number(""), number("4/6"), number(True), number("1e400")
    (3.0, 2.0, None, None, None, None)
    """
    value = first(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    shown = str(value).strip()
    return float(shown.replace(",", ".")) if _NUMBER.fullmatch(shown) else None


def address(value: Any, page: str | None) -> str | None:
    """An absolute web address; a relative one is completed by the page it stood on.

    >>> address("/a", "https://f.example/b"), address("f.example/c", "https://www.f.example/c")
    ('https://f.example/a', 'https://f.example/c')
    >>> address("javascript:alert(1)", "https://f.example/"), address("/a", None)
    (None, None)
    """
    value = first(value)
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    if not isinstance(value, str) or not value.strip():
        return None
    given = value.strip()
    absolute = web_url(given)
    if absolute or page is None or re.match(r"[a-zA-Z][\w+.-]*:", given):
        return absolute
    host = _HOST_FIRST.match(given)
    if host and _same_site(host[1], _host(page)):
        return web_url(f"{urlsplit(page).scheme}://{given}")
    try:
        return web_url(urljoin(page, given))
    except ValueError:
        return None


def _same_site(one: str, other: str | None) -> bool:
    return one.lower().removeprefix("www.") == (other or "").removeprefix("www.")


def _host(url: str | None) -> str | None:
    return urlsplit(url).hostname if url else None


def _text(holder: Any, name: str, *, longest: int = LONGEST_NAME) -> str | None:
    return words(first(within(holder, name)), longest=longest)


def _publisher(review: dict[str, Any]) -> Any:
    """Who publishes the check: the author, and the publisher where the author is a person."""
    author, publisher = first(review.get("author")), first(review.get("publisher"))
    if within(publisher, "name") and within(author, "@type") != "Organization":
        return publisher
    return author or publisher


def _claimant(item: Any) -> str | None:
    names = []
    for author in listed(within(item, "author"))[:20]:
        name = words(author) if isinstance(author, str) else _text(author, "name")
        if name and name not in names:
            names.append(name)
    return ", ".join(names) or None


def _appearances(item: Any, page: str | None) -> tuple[str, ...]:
    places = [
        *listed(within(item, "firstAppearance")),
        *listed(within(item, "appearance")),
        *listed(within(item, "url")),
    ]
    found = (address(one, page) for one in places[:MOST_APPEARANCES])
    return tuple(dict.fromkeys(one for one in found if one))


def _language(value: Any) -> str | None:
    tag = words(within(value, "alternateName") or within(value, "name") or value, longest=35)
    return tag if tag and re.fullmatch(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*", tag) else None


def _license(review: dict[str, Any]) -> str | None:
    return _terms(review.get("sdLicense")) or _terms(review.get("license"))


def _terms(value: Any) -> str | None:
    one = first(value)
    return address(one, None) or (words(one) if isinstance(one, str) else _text(one, "name"))
