"""One answer on its way out: our headers, a length, and the word by which a cache knows it again.

A published file is never written again, so an address has one answer for as long as it is served: a
reader who holds that answer is told so before anything is read or drawn.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.site.facts import Edition

LARGEST, TOGETHER = 100_000, 16_000_000
"""Bytes of one answer that is kept, and of all that are."""

OURS = frozenset({b"vary", b"etag", b"last-modified"})
"""Headers that Datasette sets for readers who sign in, of whom there are none here."""


class Kept:
    """Whole answers that were given lately, the oldest given up first."""

    def __init__(self) -> None:
        self._answers: OrderedDict[bytes, tuple[Any, bytes]] = OrderedDict()
        self._bytes = 0

    def get(self, key: bytes) -> tuple[Any, bytes] | None:
        """Start and body of the answer to an address, when it is kept."""
        found = self._answers.get(key)
        if found:
            self._answers.move_to_end(key)
        return found

    def put(self, key: bytes, start: Any, body: bytes) -> None:
        """Keep an answer, when it is not too large."""
        if len(body) > LARGEST or key in self._answers:
            return
        self._answers[key] = (start, body)
        self._bytes += len(body)
        while self._bytes > TOGETHER:
            _, (_, old) = self._answers.popitem(last=False)
            self._bytes -= len(old)


class Answer:
    """Takes the application's messages and sends them on."""

    def __init__(
        self, scope: Any, send: Any, *, headers: Mapping[str, str], edition: Edition, kept: Kept
    ) -> None:
        self._kept = kept
        self._send = send
        self._without_body = scope["method"] == "HEAD"
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]
        self._edition = edition
        self._asked = dict(scope["headers"])
        key = (scope["path"].encode(), scope["query_string"], self._asked.get(b"host", b""))
        digest = hashlib.sha256(b"\0".join((edition.word.encode(), *key))).hexdigest()[:20]
        self._etag = f'W/"{digest}"'.encode()
        self._start: Any = None

    def is_known(self) -> bool:
        """Whether who asks holds this very answer."""
        held = self._asked.get(b"if-none-match", b"")
        return self._etag in {one.strip() for one in held.split(b",")}

    async def not_modified(self) -> None:
        """Say that what is held is still right."""
        headers = [*self._headers, *self._validators(), (b"cache-control", b"public, max-age=60")]
        await self._send({"type": "http.response.start", "status": 304, "headers": headers})
        await self._send({"type": "http.response.body", "body": b""})

    async def again(self) -> bool:
        """Send the answer that was given before; false when there is none."""
        found = self._kept.get(self._etag)
        if found is None:
            return False
        start, body = found
        await self._send(start)
        sent = b"" if self._without_body else body
        await self._send({"type": "http.response.body", "body": sent})
        return True

    async def send(self, message: Any) -> None:
        """Pass a message on; the start waits for the first part of the body, to tell its length."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        if self._start is not None:
            whole = not message.get("more_body", False)
            body = message.get("body", b"")
            start = self._dressed(self._start, len(body) if whole else None)
            if whole and start["status"] == 200:  # noqa: PLR2004
                self._kept.put(self._etag, start, body)
            await self._send(start)
            self._start = None
        if self._without_body and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    def _dressed(self, message: Any, length: int | None) -> Any:
        replaced = OURS | {name for name, _ in self._headers}
        headers = [pair for pair in message["headers"] if pair[0].lower() not in replaced]
        headers += self._headers
        if message["status"] == 200:  # noqa: PLR2004
            headers += self._validators()
        if length is not None and not any(name.lower() == b"content-length" for name, _ in headers):
            headers.append((b"content-length", str(length).encode()))
        return {**message, "headers": headers}

    def _validators(self) -> list[tuple[bytes, bytes]]:
        return [(b"etag", self._etag), (b"last-modified", self._edition.since.encode())]
