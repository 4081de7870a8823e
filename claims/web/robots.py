"""What a host lets programs read: robots.txt by RFC 9309 (https://www.rfc-editor.org/rfc/rfc9309).

No robots.txt means that everything may be read; one that cannot be had means that nothing may.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protego import Protego

from claims.model.exchange import header
from claims.model.snapshot import FetchOutcome

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from claims.model.exchange import Exchange

MOST_BYTES = 500_000
"""RFC 9309 section 2.5 asks crawlers to read at least this much."""

ERRORS = range(400, 500)
TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a page may be asked for; if not, outcome and reason, and perhaps until when.

    `delay_s` lies between two requests.
    """

    outcome: FetchOutcome | None
    reason: str
    delay_s: float | None
    retry_at: str | None = None


ALLOWED = Ruling(None, "", None)


class Robots:
    """The rules of each host, fetched once. `agent` is the product token rules are matched by."""

    def __init__(self, *, agent: str, fetch: Callable[[str], Awaitable[Exchange]]) -> None:
        self._agent = agent
        self._fetch = fetch
        self._rules: dict[str, Protego | Ruling] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def ruling(self, origin: str, url: str) -> Ruling:
        """May `url`, a page of `origin` (`https://host`, a port if not the usual one), be asked for?"""
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._rules:
                self._rules[origin] = _rules(await self._fetch(f"{origin}/robots.txt"))
        rules = self._rules[origin]
        if isinstance(rules, Ruling):
            return rules
        delay = rules.crawl_delay(self._agent)
        if rules.can_fetch(url, self._agent):
            return Ruling(None, "", delay)
        reason = f"robots.txt of {origin} does not let {self._agent} read this page"
        return Ruling(FetchOutcome.ROBOTS_DISALLOWED, reason, delay)


def _rules(answer: Exchange) -> Protego | Ruling:
    if answer.outcome in {FetchOutcome.STORED, FetchOutcome.TOO_LARGE}:
        body = answer.body or answer.wire_body
        if answer.wire_body and not answer.body and header(answer.headers, "content-encoding"):
            reason = f"robots.txt cannot be read ({answer.reason}), so nothing may be"
            return Ruling(FetchOutcome.ROBOTS_DISALLOWED, reason, None)
        return Protego.parse(body[:MOST_BYTES].decode("utf-8-sig", "replace"))
    status = answer.http_status
    if answer.outcome is FetchOutcome.HTTP_ERROR and status in ERRORS:
        if status != TOO_MANY_REQUESTS:
            return ALLOWED
    elif answer.outcome is not FetchOutcome.HTTP_ERROR:
        # the host itself is out of reach, which says more than "forbidden" would
        reason = answer.reason or "robots.txt could not be read"
        return Ruling(answer.outcome, reason, None, answer.retry_at)
    reason = f"robots.txt cannot be had now ({answer.reason}), so nothing may be read"
    return Ruling(FetchOutcome.ROBOTS_DISALLOWED, reason, None, answer.retry_at)
