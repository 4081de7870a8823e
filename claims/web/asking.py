"""What is asked of an address, and what of it may be said to whom: settings of one call to a request."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.web.http import httpx
from claims.web.rates import KEYS
from claims.web.user_agent import sendable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.model.exchange import Conditions

ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5"
ACCEPT_ENCODING = "gzip, br"
"""What every tool that replays an archive can undo; more is understood than is asked for."""

FORM = "application/x-www-form-urlencoded"
KEY_PARAMETERS = frozenset({"api_key", "apikey", "key", "token"})
NO_HEADERS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Asking:
    """One call of a Fetcher, the address left aside."""

    accept: str
    robots: bool
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=lambda: NO_HEADERS)
    conditions: Conditions | None = None
    content: bytes | None = None

    @property
    def repeatable(self) -> bool:
        """Whether asking twice does no more than asking once."""
        return self.method == "GET"

    def at(self, address: httpx.URL, first: httpx.URL) -> Asking:
        """The asking as it may be said to `address`: headers were meant for the origin of `first`."""
        return self if _origin(address) == _origin(first) else replace(self, headers=NO_HEADERS)

    def conditional(self, address: httpx.URL) -> bool:
        """Whether the conditions are about `address`: an ETag of another page says nothing here."""
        return self.conditions is not None and self.conditions.target_uri == str(address)

    def shows_key(self, address: httpx.URL) -> bool:
        """Whether the request carries a key of ours."""
        names = {name.lower() for name in self.headers}
        return bool(names & KEYS) or bool(KEY_PARAMETERS & set(address.params))

    def request(self, address: httpx.URL, *, agent: str) -> httpx.Request:
        """The request to send to `address`."""
        headers = {
            "User-Agent": agent,
            "Accept-Encoding": ACCEPT_ENCODING,
            "Accept": self.accept,
            **{name: sendable(value) for name, value in self.headers.items()},
        }
        if self.conditions is not None and self.conditional(address):
            if self.conditions.etag:
                headers["If-None-Match"] = self.conditions.etag
            if self.conditions.last_modified:
                headers["If-Modified-Since"] = self.conditions.last_modified
        return httpx.Request(self.method, address, headers=headers, content=self.content)


def _origin(address: httpx.URL) -> tuple[str, str, int | None]:
    return address.scheme, address.host, address.port
