"""The Wayback Machine's CDX service: which captures of a page are there? A pywb's CDX is read as well.

The Wayback Machine answers one array of arrays whose first row names the columns; pywb one JSON object a
line. A status of "-" is an unchanged page (revisit), and as good as the capture it repeats.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from claims.sources.captures import NO_PAGE, Capture, nearest, timestamp, wanted_day
from claims.sources.instance import host_of
from claims.sources.provider import Ask, Card, Plan, Reply, Request, answered, failed
from claims.sources.reading import Json, parsed, refusal, web_url

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from claims.sources.provider import Answer
    from claims.sources.question import Question

PUBLIC_CDX = "/cdx/search/cdx"
"""The path of the Wayback Machine's CDX service; its captures lie under /web/ of the same host."""

MOST_ROWS = 1000
MOST_PAGES = 3
AROUND = timedelta(days=31)
GOOD = frozenset({"200", "-", ""})

CARD = Card(
    name="wayback",
    title="Wayback Machine",
    good_for="pages as they were: addresses that the claim names, sources that are gone",
)


@dataclass(frozen=True, slots=True)
class Wayback:
    """The service at `cdx`."""

    cdx: str

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return replace(CARD, hosts=host_of(self.cdx))

    def plan(self, question: Question, *, top: int) -> Plan:
        """For each page: captures within a month of the day that matters, then any."""
        day = wanted_day(question)
        asks = [
            Ask(
                question,
                f"{page} {words}".strip(),
                Request(self.cdx, _params(page, window)),
                top,
                series,
            )
            for series, page in enumerate(question.pages[:MOST_PAGES])
            for words, window in _windows(day)
        ]
        return Plan(tuple(asks), None if asks else NO_PAGE)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The captures nearest to the day that matters."""
        answer = answers[-1]
        refused = refusal(answer)
        if refused:
            return refused
        rows = _rows(answer.body)
        if rows is None:
            return failed("the reply is not one of a CDX service")
        captures = [c for row in rows if (c := self._capture(row))]
        # Captures of an error page are readable rows, and none of them is a capture of the page
        unread = sum(None in _when_and_what(row) for row in rows)
        return answered(nearest(captures, ask.question, top=ask.top), unread)

    def _capture(self, row: dict[str, Json]) -> Capture | None:
        at, original = _when_and_what(row)
        status = row.get("statuscode") or row.get("status") or ""
        if at is None or original is None or str(status) not in GOOD:
            return None
        stamp = f"{at:%Y%m%d%H%M%S}id_"
        url = web_url(f"{self._replay()}/{stamp}/{original}")
        return Capture(url, original, at) if url else None

    def _replay(self) -> str:
        if self.cdx.endswith(PUBLIC_CDX):
            return self.cdx.removesuffix(PUBLIC_CDX) + "/web"
        return self.cdx.rstrip("/").removesuffix("/cdx")


def _when_and_what(row: dict[str, Json]) -> tuple[datetime | None, str | None]:
    # The Wayback Machine's names of the columns, and pywb's
    return timestamp(row.get("timestamp")), web_url(row.get("original") or row.get("url"))


def _windows(day: date | None) -> list[tuple[str, dict[str, str]]]:
    """In words and as parameters: every version within a month of the day, then one a month at all."""
    at_all = ("at any time", {"collapse": "timestamp:6"})
    if day is None:
        return [at_all]
    first, last = day - AROUND, day + AROUND
    near = {"from": f"{first:%Y%m%d}", "to": f"{last:%Y%m%d}", "collapse": "digest"}
    return [(f"around {day}", near), at_all]


def _params(page: str, window: dict[str, str]) -> dict[str, str]:
    asked = {
        "url": page,
        "output": "json",
        # Not "200" alone: an unchanged page (revisit) has "-" for a status
        "filter": "!statuscode:[345]..",
        "limit": str(MOST_ROWS),
    }
    return asked | window


def _rows(body: bytes) -> list[dict[str, Json]] | None:
    """Rows as objects, from either form; null when the body is neither."""
    if not body.strip():
        return []
    read = parsed(body)
    if isinstance(read, list):
        return _from_table(read)
    objects = [parsed(line) for line in body.splitlines()[:MOST_ROWS] if line.strip()]
    return objects if all(isinstance(row, dict) for row in objects) else None


def _from_table(table: list[Json]) -> list[dict[str, Json]] | None:
    if not table:
        return []
    head = table[0]
    if not isinstance(head, list) or "timestamp" not in head:
        return None
    names = [str(name) for name in head]
    return [
        dict(zip(names, row, strict=False))
        for row in table[1 : MOST_ROWS + 1]
        if isinstance(row, list)
    ]
