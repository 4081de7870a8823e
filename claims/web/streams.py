"""Bytes to and from one address: a socket on the running event loop, with TLS on top where asked for.

`httpcore` names the interface; the guard decides who gets such a stream at all.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import ssl
from typing import TYPE_CHECKING, Any, TypeVar

import httpcore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

READ_BYTES = 65_536

T = TypeVar("T")


class SocketBackend(httpcore.AsyncNetworkBackend):
    """Connects to addresses in numbers; it looks no name up."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
        local_address: str | None = None,  # noqa: ARG002 - as above
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - as above
    ) -> SocketStream:
        """A stream to the address `host`. Raises httpcore.ConnectError or ConnectTimeout."""
        address = ipaddress.ip_address(host)
        family = socket.AF_INET6 if address.version == 6 else socket.AF_INET  # noqa: PLR2004 - IP's
        line = socket.socket(family, socket.SOCK_STREAM)
        line.setblocking(False)  # noqa: FBT003 - the socket's interface
        try:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            async with asyncio.timeout(timeout):
                await asyncio.get_running_loop().sock_connect(line, (host, port))
        except TimeoutError as error:
            line.close()
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            line.close()
            raise httpcore.ConnectError(str(error)) from error
        except BaseException:
            line.close()
            raise
        return SocketStream(line)


class SocketStream(httpcore.AsyncNetworkStream):
    """A connected socket."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._loop = asyncio.get_running_loop()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """Up to `max_bytes` of what has come; nothing at the end."""
        try:
            if timeout is None:
                return await self._loop.sock_recv(self._line, max_bytes)
            async with asyncio.timeout(timeout):
                return await self._loop.sock_recv(self._line, max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Send all of `buffer`."""
        try:
            if timeout is None:
                await self._loop.sock_sendall(self._line, buffer)
                return
            async with asyncio.timeout(timeout):
                await self._loop.sock_sendall(self._line, buffer)
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Close the socket."""
        self._line.close()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's interface
    ) -> TlsStream:
        """The same line, encrypted. Raises httpcore.ConnectError when the other side is not who it says."""
        stream = TlsStream(self, ssl_context, server_hostname)
        try:
            async with asyncio.timeout(timeout):
                await stream.shake_hands()
        except TimeoutError as error:
            await self.aclose()
            raise httpcore.ConnectTimeout("the TLS handshake took too long") from error
        except (ssl.SSLError, httpcore.NetworkError) as error:
            await self.aclose()
            raise httpcore.ConnectError(f"no TLS: {error}") from error
        except BaseException:
            await self.aclose()
            raise
        return stream

    def get_extra_info(self, info: str) -> Any:
        """`server_addr`: the address at the other end. `is_readable`: whether bytes or the end wait."""
        if info == "server_addr":
            return self._line.getpeername()
        if info == "is_readable":
            try:
                self._line.recv(1, socket.MSG_PEEK)
            except BlockingIOError:
                return False
            except OSError:
                return True
            return True
        return None


class TlsStream(httpcore.AsyncNetworkStream):
    """TLS over a SocketStream, by the standard library's state machine."""

    def __init__(
        self, under: SocketStream, context: ssl.SSLContext, server_hostname: str | None
    ) -> None:
        self._under = under
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_hostname=server_hostname)

    async def shake_hands(self) -> None:
        """Agree on keys and check the other side's name. Raises ssl.SSLError."""
        await self._through(self._tls.do_handshake)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109, ARG002
        """Up to `max_bytes` of what has come; nothing at the end."""
        try:
            return await self._through(lambda: self._tls.read(max_bytes))
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""  # the length in the head says whether something is missing
        except ssl.SSLError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109, ARG002
        """Send all of `buffer`."""
        rest = memoryview(buffer)
        try:
            while rest:
                rest = rest[await self._through(lambda: self._tls.write(rest)) :]  # noqa: B023 - awaited
        except ssl.SSLError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Close the line, with a word of farewell where it can be sent at once."""
        with contextlib.suppress(ssl.SSLError, OSError):
            self._tls.unwrap()
        await self._under.aclose()

    def get_extra_info(self, info: str) -> Any:
        """As the stream below."""
        if info == "ssl_object":
            return self._tls
        return self._under.get_extra_info(info)

    async def _through(self, step: Callable[[], T]) -> T:
        while True:
            try:
                done = step()
            except ssl.SSLWantReadError:
                await self._flush()
                if came := await self._under.read(READ_BYTES):
                    self._in.write(came)
                else:
                    self._in.write_eof()
            else:
                await self._flush()
                return done

    async def _flush(self) -> None:
        if waiting := self._out.read():
            await self._under.write(waiting)
