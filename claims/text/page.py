"""What a file or web page gives: its text and what it says about itself, with where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model.finding import Finding
    from claims.text.barriers.barrier import Barrier


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it was read, e.g. `Found("2021-08-31", "json-ld datePublished")`."""

    value: str | None
    where: str | None


NOTHING = Found(None, None)

DESCRIBED = ("title", "author", "publisher", "published", "modified")
"""What a page says of itself: fields of `Page`, and columns of what is kept of it."""


@dataclass(frozen=True, slots=True)
class Page:
    """Readable text with its metadata. Dates are EDTF, usually `YYYY-MM-DD`.

    `charset_from` is `bom`, `http`, `meta`, `utf-8` or `detected`; for a PDF, whose letters are
    mapped by its own fonts, `charset` is `binary` and `charset_from` is `pdf`. `agency` is the news
    agency that the page credits, `kinds` are its schema.org types, `labels` what it says of its own
    sort ("Anzeige", "Sponsored"), `links` the addresses that its text leads to. A `barrier` says that
    the page stands in an article's place (an error, a wall): its text is then none of an article.
    """

    text: str
    media_type: str
    charset: str
    charset_from: str
    title: Found
    author: Found
    publisher: Found
    published: Found
    modified: Found
    canonical_url: str | None
    agency: Found = NOTHING
    doi: str | None = None
    kinds: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    barrier: Barrier | None = None


def first_found(*options: Found) -> Found:
    """The first option that holds a value, else NOTHING.

    >>> first_found(NOTHING, Found("A", "<title>"), Found("B", "first line"))
    Found(value='A', where='<title>')
    """
    return next((option for option in options if option.value), NOTHING)
