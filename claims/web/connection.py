"""One HTTP/1.1 connection (RFC 9112): requests out, answers in, one after the other, by h11's rules.

What h11 does not count is counted here: headers, interim answers, and framing that is no page.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import h11
import httpcore

from claims.web.http import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

READ_BYTES = 65_536
HEAD_BYTES = 65_536
"""A status line, a header, a chunk's size or the trailers: none may be larger while incomplete."""

MOST_HEADERS = 500
MOST_INTERIM = 10
"""Answers such as 103 Early Hints before the one that counts."""

FRAMING_BYTES = 1_000_000
FRAMING_PER_BYTE = 8
"""How much more than the body may pass: so much at once, and so much for each byte of the body."""

VERSIONS = frozenset({b"1.0", b"1.1"})


class Connection:
    """A line to one origin. `use` counts the requests that were sent over it."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self.stream = stream
        self.use = 0
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD_BYTES)
        self._came = 0
        self._body = 0
        self._doubtful = False

    async def ask(
        self, request: httpx.Request, *, done: Callable[[Connection], None]
    ) -> httpx.Response:
        """Send `request`; the head of the answer, its body to be read. `done` gets the line back."""
        self.use += 1
        self._came = self._body = 0
        try:
            await self._send(request)
            head = await self._head()
            self._doubtful = self._doubtful or _two_lengths(head)
        except BaseException:
            await self.aclose()
            raise
        return httpx.Response(
            head.status_code,
            headers=head.headers.raw_items(),
            stream=Body(self, done),
            extensions={
                "http_version": b"HTTP/" + head.http_version,
                "network_stream": self.stream,
            },
        )

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes, chunking undone."""
        while isinstance(event := await self._event(), h11.Data):
            self._body += len(event.data)
            yield bytes(event.data)

    def silent(self) -> bool:
        """Whether the line is open and nothing waits on it.

        Bytes that nobody asked for would be taken for the next answer.
        """
        return not self.stream.get_extra_info("is_readable")

    def ready(self) -> bool:
        """Whether another request may go out as far as this end knows: the answer is over."""
        if self._state.our_state is h11.DONE and self._state.their_state is h11.DONE:
            with contextlib.suppress(h11.ProtocolError):
                self._state.start_next_cycle()
        unread, _ = self._state.trailing_data
        return self._state.our_state is h11.IDLE and not unread and not self._doubtful

    async def aclose(self) -> None:
        """Close the line."""
        await self.stream.aclose()

    async def _send(self, request: httpx.Request) -> None:
        content = await request.aread()
        if not self.silent():
            raise httpx.RemoteProtocolError("the server spoke before it was asked")
        try:
            asked = h11.Request(
                method=request.method, target=request.url.raw_path, headers=request.headers.raw
            )
            out = self._state.send(asked) or b""
            if content:
                out += self._state.send(h11.Data(data=content)) or b""
            out += self._state.send(h11.EndOfMessage()) or b""
        except h11.LocalProtocolError as error:
            raise httpx.LocalProtocolError(str(error)) from error
        with contextlib.suppress(
            httpcore.WriteError
        ):  # the answer may have come before all was sent
            await self.stream.write(out)

    async def _head(self) -> h11.Response:
        for _ in range(MOST_INTERIM + 1):
            event = await self._event()
            if isinstance(event, h11.Response):
                if event.http_version not in VERSIONS:
                    raise httpx.RemoteProtocolError("it is no HTTP/1.0 or HTTP/1.1")
                if len(event.headers) > MOST_HEADERS:
                    raise httpx.RemoteProtocolError(f"more than {MOST_HEADERS} headers")
                return event
        raise httpx.RemoteProtocolError(f"more than {MOST_INTERIM} answers before the answer")

    async def _event(self) -> object:
        while True:
            try:
                event = self._state.next_event()
            except h11.RemoteProtocolError as error:
                raise httpx.RemoteProtocolError(str(error)) from error
            if event is not h11.NEED_DATA:
                return event
            try:
                data = await self.stream.read(READ_BYTES)
            except httpcore.ReadError as error:
                raise httpx.ReadError(str(error)) from error
            if not data and self._state.their_state is h11.SEND_RESPONSE:
                raise httpx.RemoteProtocolError("the server hung up without an answer")
            self._count(len(data))
            self._state.receive_data(data)

    def _count(self, came: int) -> None:
        self._came += came
        if self._came - self._body > FRAMING_BYTES + FRAMING_PER_BYTE * self._body:
            raise httpx.RemoteProtocolError("nearly all of what comes is framing and no page")


def _two_lengths(head: h11.Response) -> bool:
    # chunks count and the length does not, but who sends both may mean to hide an answer in an answer
    names = {name for name, _ in head.headers}
    return {b"content-length", b"transfer-encoding"} <= names


class Body(httpx.AsyncByteStream):
    """The rest of an answer. Closing it gives the line back, or ends it when something is unread."""

    def __init__(self, connection: Connection, done: Callable[[Connection], None]) -> None:
        self._connection = connection
        self._done = done
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._connection.chunks():
            yield chunk

    async def aclose(self) -> None:
        """Let go of the line."""
        if self._closed:
            return
        self._closed = True
        if self._connection.ready():
            self._done(self._connection)
        else:
            await self._connection.aclose()
