"""A page's byline, dateline and last lines to the news agency that it credits in full.

"Staff and agencies" or "AP contributed" is no full credit: such a page has words of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from claims.text.page import NOTHING, Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.text.html_element import Element

AT_THE_TOP, AT_THE_END = 4, 5
"""Paragraphs that are looked at for a dateline and for a credit."""

_LONGEST_CREDIT = 200
_MIXED = re.compile(
    r"\b(?:staff|contribut\w+|with (?:material|reporting|files|input|information) from|agencies"
    r"|and our|additional reporting|mit material|avec|redaktion)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[,;/|•·]|\s-\s|–|\bfor\b|\bvia\b|\bof\b|\bby\b|\bvon\b|\bpar\b)\s*")
_CREDIT = re.compile(
    r"(?:(?:source|quelle|fonte|fuente|bron|from|via|credit)s?\s*:?\s*|by\s+|©\s*|\(c\)\s*|copyright\s*©?\s*)"
    r"(?:\d{4}\s+)?(?:by\s+)?(?P<name>[^.;|()\n]{2,60}?)"
    r"\s*(?:[.;|(]|,|all rights reserved|alle rechte|tous droits|\Z)",
    re.IGNORECASE,
)
_CREDIT_BOX = (
    "//*[contains(@class, 'byline') or contains(@class, 'author') or contains(@class, 'source')"
    " or contains(@class, 'credit') or contains(@class, 'agency') or contains(@class, 'copyright')"
    " or contains(@rel, 'author')]"
    "[not(ancestor-or-self::figure or ancestor-or-self::figcaption)]"
    "[not(ancestor-or-self::*[contains(@class, 'photo') or contains(@class, 'image')"
    " or contains(@class, 'caption') or contains(@class, 'picture') or contains(@class, 'media')])]"
)
_MAX_BOXES = 200


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Every name by which an agency is credited to the one under which we know it."""
    text = files("claims.text").joinpath("agencies.yml").read_text(encoding="utf-8")
    read: dict[str, list[str]] = yaml.safe_load(text)
    return {name: known for known, names in read.items() for name in names}


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"[^()\n]{{0,80}}[(\[](?P<name>{names})[)\]]\s*(?:[-–—:.]|\Z)")


@lru_cache(maxsize=1)
def _sign_off() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"[(\[](?P<name>{names})[)\]]\s*\Z")


def agency_named(words: str | None) -> str | None:
    """The agency that a byline consists of, alone or beside a person.

    >>> agency_named("By Jane Doe, Associated Press"), agency_named("Staff and Reuters")
    ('Associated Press', None)
    """
    line = " ".join((words or "").split())
    if not line or len(line) > _LONGEST_CREDIT or _MIXED.search(line):
        return None
    for part in (line, *_SPLIT.split(line)):
        known = _names().get(part.strip(" ()[].:"))
        if known:
            return known
    return None


def agency_in_text(text: str) -> Found:
    """The agency in the dateline or in the last lines of a text.

    >>> agency_in_text("KABUL (Reuters) - The war ended on Monday.")
    Found(value='Reuters', where='dateline')
    """
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    for block in blocks[:AT_THE_TOP]:
        match = _dateline().match(block[:160])
        if match:
            return Found(_names()[match["name"]], "dateline")
        if len(block) <= _LONGEST_CREDIT and (found := _credited(block)):
            return Found(found, "byline")
    for block in blocks[AT_THE_TOP:][-AT_THE_END:]:
        signed = _sign_off().search(block[-60:])
        if signed:
            return Found(_names()[signed["name"]], "last lines")
        if len(block) <= _LONGEST_CREDIT and (found := _credited(block)):
            return Found(found, "last lines")
    return NOTHING


def _credited(line: str) -> str | None:
    if _MIXED.search(line):
        return None
    match = _CREDIT.match(line)
    return agency_named(match["name"]) if match else _names().get(line.strip(" ()[].:©"))


def page_agency(tree: Element, text: str, said: Iterable[Found]) -> Found:
    """The agency that a page credits: `said` are names from its metadata, best first.

    >>> from lxml.html import fromstring
    >>> page_agency(fromstring("<p>x</p>"), "x", [Found("AFP", "json-ld author")])
    Found(value='AFP', where='json-ld author')
    """
    for found in said:
        known = agency_named(found.value)
        if known:
            return Found(known, found.where)
    found = agency_in_text(text)
    if found.value:
        return found
    for box in tree.xpath(_CREDIT_BOX)[:_MAX_BOXES]:
        line = " ".join(box.text_content()[:400].split())
        if len(line) <= _LONGEST_CREDIT:
            known = agency_named(line) or _credited(line)
            if known:
                return Found(known, "credit line")
    return NOTHING
