"""Connections kept for the next request to the same origin: an httpx transport over a network backend.

How many are open at once is for the pace to say; here only idle ones are counted.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import httpcore

from claims.web.addresses import PORT_OF, host_of
from claims.web.connection import Connection
from claims.web.http import httpx

if TYPE_CHECKING:
    import ssl

IDLE_S = 5.0
MOST_IDLE = 100


class Origin(NamedTuple):
    """Scheme, host and port: what a connection is for."""

    scheme: str
    host: str
    port: int


class _Idle(NamedTuple):
    origin: Origin
    connection: Connection
    since: float


class PooledTransport(httpx.AsyncBaseTransport):
    """Sends requests over connections of `backend`. No proxy, nothing out of the environment."""

    def __init__(
        self,
        backend: httpcore.AsyncNetworkBackend,
        *,
        connect_s: float,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.backend = backend
        self._connect_s = connect_s
        self._idle: list[_Idle] = []
        self._context = tls

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to `request`; raises what httpx raises, and what the backend refuses with."""
        url = request.url
        origin = Origin(url.scheme, host_of(url), url.port or PORT_OF[url.scheme])

        def done(connection: Connection) -> None:
            self._idle.append(_Idle(origin, connection, time.monotonic()))

        kept = await self._kept(origin)
        if kept is not None:
            try:
                return await kept.ask(request, done=done)
            except (httpx.ReadError, httpx.RemoteProtocolError):
                pass  # most likely it was closed while idle; what else it is the next try will tell
        connection = await self._connect(origin)
        return await connection.ask(request, done=done)

    async def aclose(self) -> None:
        """Close all that is idle."""
        while self._idle:
            await self._idle.pop().connection.aclose()

    async def _kept(self, origin: Origin) -> Connection | None:
        now = time.monotonic()
        keep: list[_Idle] = []
        found: Connection | None = None
        for idle in reversed(self._idle):  # the youngest first
            if now - idle.since > IDLE_S or len(keep) >= MOST_IDLE:
                await idle.connection.aclose()
            elif found is None and idle.origin == origin:
                found = idle.connection
            else:
                keep.append(idle)
        self._idle = keep[::-1]
        if found is not None and not found.ready():
            await found.aclose()
            return await self._kept(origin)
        return found

    async def _connect(self, origin: Origin) -> Connection:
        try:
            stream = await self.backend.connect_tcp(
                origin.host, origin.port, timeout=self._connect_s
            )
            if origin.scheme == "https":
                stream = await stream.start_tls(
                    self._tls(), server_hostname=origin.host, timeout=self._connect_s
                )
        except httpcore.ConnectTimeout as error:
            raise httpx.ConnectTimeout(str(error)) from error
        except httpcore.ConnectError as error:
            raise httpx.ConnectError(str(error)) from error
        return Connection(stream)

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = httpx.create_ssl_context(trust_env=False)
        return self._context
