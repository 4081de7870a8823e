"""A server on loopback that answers whatever bytes a test wants, at whatever speed."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import asynccontextmanager


def page(body=b"", *headers, status="200 OK", length=None):
    """The bytes of an ordinary answer; `headers` are whole lines."""
    lines = [f"HTTP/1.1 {status}", *headers]
    lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1") + body


@asynccontextmanager
async def raw_server(answers, *, greeting=b""):
    """Serve `answers`: path -> bytes, or an async function of (writer). Gives `host:port`, requests.

    A list gives one answer after the other. `greeting` is sent before anything is asked.
    """
    requests = []
    busy = set()

    async def handle(reader, writer):
        busy.add(asyncio.current_task())
        try:
            await answer(reader, writer)
        finally:
            busy.discard(asyncio.current_task())
            writer.close()

    async def answer(reader, writer):
        with contextlib.suppress(
            ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError
        ):
            writer.write(greeting)
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ")[1]
            requests.append(head)
            given = answers.get(path, page(b"no", status="404 Not Found"))
            if isinstance(given, list):
                given = given.pop(0) if len(given) > 1 else given[0]
            if callable(given):
                await given(writer)
            else:
                writer.write(given)
                await writer.drain()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        host, port = server.sockets[0].getsockname()
        yield f"{host}:{port}", requests
    finally:
        server.close()
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
        await asyncio.sleep(0)  # lets the closed sockets go
