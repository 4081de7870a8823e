"""The one module that imports httpx, so that moving to its successor is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx as httpx

if TYPE_CHECKING:
    from claims.web.guard import GuardedBackend


def guarded_transport(backend: GuardedBackend, *, connections: int) -> httpx.AsyncHTTPTransport:
    """The usual transport, but every new connection goes through `backend`.

    No proxy and no certificate paths are taken from the environment. httpx 0.28 offers no public
    way to hand in a network backend; a test holds this private one in place.
    """
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    transport = httpx.AsyncHTTPTransport(trust_env=False, limits=limits)
    pool = transport._pool  # noqa: SLF001 - the only door there is
    if not hasattr(pool, "_network_backend"):
        raise RuntimeError("this httpx keeps its network backend elsewhere: no guard")
    pool._network_backend = backend  # noqa: SLF001 - as above
    return transport
