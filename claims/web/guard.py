"""Which network addresses may be asked, and the httpcore backend that sees to it.

A name is resolved once, every address it has is judged, and the connection goes to exactly such an
address: a name that changes its answer between check and use (DNS rebinding) gains nothing. Ranges
are those of https://www.iana.org/assignments/iana-ipv4-special-registry/ and its IPv6 sister.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import re
import socket
import threading
from typing import TYPE_CHECKING, Any

import httpcore

from claims.web.streams import SocketBackend

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    Resolve = Callable[[str, int], Awaitable[list[str]]]

PORTS = frozenset({80, 443})
LOCAL = re.compile(r"(?:^|\.)localhost\.?$", re.IGNORECASE)
"""RFC 6761 section 6.3: such a name is this machine, whatever a name server says."""

MOST_ADDRESSES = 4
"""How many of a name's addresses are tried when the first does not answer."""

NOT_PUBLIC_V4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by carriers (CGNAT); also a cloud's metadata service
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's host agent on a public address
        "169.254.0.0/16",  # link local; metadata services
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; a cloud's metadata service
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
"""The only part of IPv6 that is handed out for the public internet."""

NOT_PUBLIC_V6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "3fff::/20",  # documentation
    )
)
MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
LOW_32_BITS = 0xFFFFFFFF


class AddressRefusedError(Exception):
    """The guard does not let this connection be made; the message says why."""


def public_address(ip: str) -> bool:
    """Whether `ip`, as a resolver writes it, is an address of the public internet.

    Anything that is not an address in the standard notation is not public.

    >>> public_address("8.8.8.8"), public_address("::ffff:127.0.0.1"), public_address("127.1")
    (True, False, False)
    """
    if "%" in ip:  # a zone is only ever given for addresses of this very link
        return False
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address in MAPPED or address in NAT64:
            return _public_v4(ipaddress.IPv4Address(int(address) & LOW_32_BITS))
        return address in GLOBAL_V6 and not any(address in n for n in NOT_PUBLIC_V6)
    return _public_v4(address)


def _public_v4(address: ipaddress.IPv4Address) -> bool:
    return not any(address in network for network in NOT_PUBLIC_V4)


def host_port(host: str, port: int) -> str:
    """The pair as an allow-list writes it.

    >>> host_port("Wiki.example", 8080), host_port("::1", 80)
    ('wiki.example:8080', '[::1]:80')
    """
    return f"[{host.lower()}]:{port}" if ":" in host else f"{host.lower()}:{port}"


async def resolved(host: str, port: int) -> list[str]:
    """Every address the system's resolver has for `host`, in the order in which to try them.

    Raises httpcore.ConnectError when there is none.
    """
    answer: asyncio.Future[list[str]] = asyncio.get_running_loop().create_future()
    # a thread of its own: a name server that never answers holds up nobody else, nor the end of the
    # program, as it would in the loop's few shared threads
    threading.Thread(target=_look_up, args=(host, port, answer), daemon=True).start()
    return await answer


def _look_up(host: str, port: int, answer: asyncio.Future[list[str]]) -> None:
    found: list[str] = []
    failure: Exception | None = None
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        found = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
    except (OSError, UnicodeError) as error:
        failure = httpcore.ConnectError(f"the name {host} cannot be resolved: {error}")

    def tell() -> None:
        if answer.done():  # nobody waits any more
            return
        if failure is not None:
            answer.set_exception(failure)
        else:
            answer.set_result(found)

    with contextlib.suppress(RuntimeError):  # the loop may be closed by now
        answer.get_loop().call_soon_threadsafe(tell)


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects to public addresses on ports 80 and 443, and to the `host:port` pairs of `allow`."""

    def __init__(
        self,
        *,
        allow: frozenset[str] = frozenset(),
        resolve: Resolve = resolved,
        inner: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._allow = allow
        self._resolve = resolve
        self._inner = inner or SocketBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to an address of `host` that was judged. Raises AddressRefusedError."""
        allowed = host_port(host, port) in self._allow
        if not allowed and port not in PORTS:
            raise AddressRefusedError(f"port {port} is not asked; pages are on ports 80 and 443")
        if not allowed and LOCAL.search(host):
            raise AddressRefusedError(f"{host} is a name for this machine")
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._resolve(host, port)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"the name {host} was not resolved in time") from error
        hidden = [a for a in addresses if not public_address(a)]
        if hidden and not allowed:
            who = host if str(hidden[0]) == host else f"{host} is {hidden[0]}, which"
            raise AddressRefusedError(f"{who} is not a public address")
        failure: Exception = httpcore.ConnectError(f"the name {host} has no address")
        tried = addresses[:MOST_ADDRESSES]
        # each has its share of the time: an address that swallows packets leaves some for the next
        share = None if timeout is None else timeout / max(len(tried), 1)
        for address in tried:
            try:
                return await self._inner.connect_tcp(
                    address, port, share, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - httpcore's interface
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.AsyncNetworkStream:
        """Never: no page lies behind a socket of this machine."""
        raise AddressRefusedError(f"{path} is a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks between its own attempts."""
        await self._inner.sleep(seconds)
