"""Working rows to public ones: what may be shown of a claim, and how it is put into columns."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHOWN = frozenset({"published", "corrected", "withdrawn"})
"""The states in which a claim is known to the public."""

PUBLIC_ACTS = frozenset({"decide", "demonstrate", "correct", "withdraw", "import"})
"""The acts that are public on a public claim; notes, flags and the like stay inside."""

WITHDRAWN = "withdrawn"
CONTEXT = 160
"""Characters of the source shown before and after a passage found by machine."""

COMPARATORS = {
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "~": "about ",
}
YEAR = 4
SLUG_LENGTH = 60
NO_LETTER = re.compile(r"[\W_]+")


def claim_row(
    claim: Mapping[str, Any], document: Mapping[str, Any], standing: Mapping[str, Any]
) -> dict[str, Any]:
    """The public row of a claim; of a withdrawn one only that it was withdrawn, and when."""
    row = {**standing, "id": claim["id"]}
    if standing["status"] == WITHDRAWN:
        return {**row, "verdict": None, "summary": None}
    attribution = claim["attribution"] or {}
    start = claim["start"] - claim["sentence_start"]
    return {
        **row,
        "document": document["id"],
        "position": claim["start"],
        "claimant_slug": slug(claim["claimant"]) if claim["claimant"] else None,
        "claim": claim["claim_text"] or claim["exact"],
        "mark_start": start,
        "mark_end": start + len(claim["exact"]),
        "claimant_role": attribution.get("role"),
        "mode": attribution.get("mode"),
        "year": year(document["published"]),
        "appearance_url": web_address(document["url"]),
        "article_title": document["title"],
        "article_author": document["author"],
        "publisher": document["publisher"],
        "article_published": document["published"],
        "dates": ", ".join(claim["dates"]) or None,
        "quantities": quantities(claim["quantities"]),
        **{
            name: claim[name]
            for name in (
                *("exact", "sentence", "prefix", "suffix", "ambiguous"),
                *("kind", "claimant", "check_worthiness"),
            )
        },
    }


def document_row(document: Mapping[str, Any], licence: str | None) -> dict[str, Any]:
    """The public row of an article: its text only under a licence that lets it be shown whole."""
    names = ("id", "title", "author", "publisher", "published")
    return {
        **{name: document[name] for name in names},
        "url": web_address(document["url"]),
        "claim_count": 0,
        "licence": licence,
        "text": document["text"] if licence else None,
    }


def slug(name: str) -> str:
    """A name as part of an address; names that are spelled alike share one page.

    >>> slug("Zoë O'Neil, MP"), slug("Иван Петров"), slug("!?")[:2]
    ('zoe-o-neil-mp', 'иван-петров', 'x-')
    """
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(character)
    )
    base = NO_LETTER.sub("-", unicodedata.normalize("NFC", bare)).strip("-")
    if base and len(base) <= SLUG_LENGTH:
        return base
    told_apart = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{base[:SLUG_LENGTH].strip('-') or 'x'}-{told_apart}"


def decision_rows(claim: str, events: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The public acts on a claim, numbered from 1. What went on before publication stays inside."""
    rows: list[dict[str, Any]] = []
    standing: dict[str, Any] = {"verdict": None, "summary": None}
    last = None
    for event in events:
        standing = {name: event[name] or standing[name] for name in standing}
        last = event["status"]
        if last in SHOWN and event["action"] in PUBLIC_ACTS:
            kept = {name: event[name] for name in ("at", "status", "action", "reason")}
            rows.append({"claim": claim, "number": len(rows) + 1, **kept, **standing})
    if last == WITHDRAWN:
        return [{**row, "verdict": None, "summary": None} for row in rows]
    return rows


def passage_context(text: str | None, start: int, end: int) -> tuple[str, str]:
    """Up to `CONTEXT` characters on each side of `text[start:end]`."""
    whole = text or ""
    return whole[max(0, start - CONTEXT) : start], whole[end : end + CONTEXT]


def quantities(found: Iterable[Mapping[str, Any]]) -> str | None:
    """Numbers as a reader has them: `more than 15,000 soldiers; 9 year`."""
    return "; ".join(_quantity(one) for one in found) or None


def _quantity(one: Mapping[str, Any]) -> str:
    value = one["value"]
    number = f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
    words = COMPARATORS.get(one["comparator"] or "", "") + number
    return f"{words} {one['unit']}" if one["unit"] else words


def year(date: str | None) -> int | None:
    """The year a date begins with (`2021-08-31` gives 2021), when it begins with one."""
    digits = (date or "")[:YEAR]
    return int(digits) if len(digits) == YEAR and digits.isascii() and digits.isdigit() else None


def web_address(url: str | None) -> str | None:
    """The address when the public can follow it, without user name and password; never a path."""
    try:
        parts = urlsplit(url or "")
        port = parts.port
    except ValueError:
        return None  # not an address at all, for example an unclosed bracket
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return urlunsplit(parts._replace(netloc=f"{host}:{port}" if port else host))
