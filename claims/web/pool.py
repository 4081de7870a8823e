"""Connections kept for the next request to the same origin: an httpx transport over a network backend.

How many are open at once is for the pace to say; here only idle ones are counted.
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
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


@dataclass(slots=True, eq=False)
class _Idle:
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
        self._idle: dict[_Idle, None] = {}  # the oldest first
        self._of: defaultdict[Origin, list[_Idle]] = defaultdict(list)
        self._context = tls

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to `request`; raises what httpx raises, and what the backend refuses with."""
        url = request.url
        origin = Origin(url.scheme, host_of(url), url.port or PORT_OF[url.scheme])

        def done(connection: Connection) -> None:
            idle = _Idle(origin, connection, time.monotonic())
            self._idle[idle] = None
            self._of[origin].append(idle)

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
        for idle in tuple(self._idle):
            await self._taken(idle).aclose()

    async def _kept(self, origin: Origin) -> Connection | None:
        """An idle connection to `origin`, the youngest first; those kept too long are closed."""
        oldest = time.monotonic() - IDLE_S
        while self._idle:
            idle = next(iter(self._idle))
            if idle.since > oldest and len(self._idle) <= MOST_IDLE:
                break
            await self._taken(idle).aclose()
        while self._of.get(origin):
            connection = self._taken(self._of[origin][-1])
            if connection.silent():
                return connection
            await connection.aclose()
        return None

    def _taken(self, idle: _Idle) -> Connection:
        del self._idle[idle]
        same = self._of[idle.origin]
        same.remove(idle)
        if not same:
            del self._of[idle.origin]
        return idle.connection

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
