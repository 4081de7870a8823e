"""Which capture of a page lies nearest to a date: requests to a CDX service, and its replies read.

The Wayback Machine answers an array of arrays whose first row names the columns; pywb one JSON object a
line. Status "-" is a page that had not changed, as good as the capture it repeats.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from claims.sources.provider import Request
from claims.text.sound import sound

PUBLIC_CDX = "/cdx/search/cdx"
"""The path of the Wayback Machine's CDX service; its captures lie under /web/ of the same host."""

COLUMNS = "timestamp,original,statuscode,digest"
EITHER_SIDE = 20
"""Captures asked for before the date and after it: some of them are redirects or errors."""

SHOWN = frozenset({"200", "-", ""})
MOST_ROWS = 1000
STAMP = re.compile(r"\d{14}", re.ASCII)


@dataclass(frozen=True, slots=True)
class OldCapture:
    """A capture in another archive. `http_status` is null where the archive does not say."""

    memento_url: str
    at: datetime
    http_status: int | None
    payload_digest: str | None


def requests_nearest(cdx: str, url: str, wanted: date) -> tuple[Request, ...]:
    """What to ask so that the capture of `url` nearest to `wanted` is among the answers.

    >>> [r.params.get("limit") for r in requests_nearest(
    ...     "https://web.archive.org/cdx/search/cdx", "http://a.example/", date(2021, 8, 31))]
    ['-20', '20']
    """
    asked = {"url": url, "output": "json"}
    if not cdx.endswith(PUBLIC_CDX):
        nearest_first = {"closest": f"{wanted:%Y%m%d}120000", "limit": str(EITHER_SIDE)}
        return (Request(cdx, asked | nearest_first),)
    columns = asked | {"fl": COLUMNS}
    return (
        Request(cdx, columns | {"to": f"{wanted:%Y%m%d}", "limit": str(-EITHER_SIDE)}),
        Request(cdx, columns | {"from": f"{wanted:%Y%m%d}", "limit": str(EITHER_SIDE)}),
    )


def read_captures(cdx: str, body: bytes) -> tuple[OldCapture, ...] | None:
    """The captures in a reply that show the page; null when it is no reply of a CDX service.

    >>> read_captures("http://localhost:1/news/cdx", b"[]"), read_captures("http://a/cdx", b"<html>")
    ((), None)
    """
    rows = _rows(body)
    if rows is None:
        return None
    read = (_capture(cdx, row) for row in rows[:MOST_ROWS])
    return tuple(capture for capture in read if capture is not None)


def nearest(captures: tuple[OldCapture, ...], wanted: date) -> OldCapture | None:
    """The capture nearest to noon of `wanted`; of two as near, the earlier one.

    >>> nearest((), date(2021, 8, 31)) is None
    True
    """
    noon = datetime.combine(wanted, time(12), UTC)
    return min(captures, key=lambda c: (abs(c.at - noon), c.at), default=None)


def _rows(body: bytes) -> list[dict[str, Any]] | None:
    if not body.strip():
        return []
    try:
        whole = json.loads(body)
    except (ValueError, RecursionError):
        return _lines(body)
    return _table(whole) if isinstance(whole, list) else _lines(body)


def _table(whole: list[Any]) -> list[dict[str, Any]] | None:
    if not whole:
        return []
    names, *rows = whole
    if not isinstance(names, list) or "timestamp" not in names:
        return None
    return [dict(zip(map(str, names), row, strict=False)) for row in rows if isinstance(row, list)]


def _lines(body: bytes) -> list[dict[str, Any]] | None:
    rows = []
    for line in body.splitlines()[:MOST_ROWS]:
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            return None
        if row is not None and not isinstance(row, dict):
            return None
        rows += [row] if row else []
    return rows


def _capture(cdx: str, row: dict[str, Any]) -> OldCapture | None:
    at = _moment(row.get("timestamp"))
    original = row.get("original") or row.get("url")
    status = str(row.get("statuscode") or row.get("status") or "")
    if at is None or status not in SHOWN or not isinstance(original, str):
        return None
    if not original.startswith(("http://", "https://")) or not original.isprintable():
        return None
    digest = row.get("digest")
    known = isinstance(digest, str) and digest.isprintable() and 0 < len(digest) <= 100  # noqa: PLR2004
    return OldCapture(
        memento_url=f"{_replay(cdx)}/{at:%Y%m%d%H%M%S}/{sound(original)}",
        at=at,
        http_status=int(status) if status.isdigit() else None,
        payload_digest=_named(digest) if known and digest else None,
    )


def _named(digest: str) -> str:
    # the Wayback Machine leaves the name of the method out
    return digest if ":" in digest else f"sha1:{digest}"


def _moment(stamp: Any) -> datetime | None:
    if not isinstance(stamp, str) or not STAMP.fullmatch(stamp):
        return None
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _replay(cdx: str) -> str:
    if cdx.endswith(PUBLIC_CDX):
        return cdx.removesuffix(PUBLIC_CDX) + "/web"
    return cdx.rstrip("/").removesuffix("/cdx")
