"""The source server: a folder of pages served over HTTP as a small wiki that can be searched.

It stands in for Wikipedia in the demonstration, so that the demonstration runs the code that talks
to Wikipedia. Plain ASGI (https://asgi.readthedocs.io/en/latest/specs/www.html), GET and HEAD only.
"""

from __future__ import annotations

import html
import http.client
import json
import socket
import threading
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import uvicorn

from claims.sample.action_api import answer, page_url
from claims.sample.pages import Page, read_page, read_pages
from claims.sample.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(__file__).parent
API = "/w/api.php"
ROBOTS = b"User-agent: *\nAllow: /\n"
START_S = 10.0
STOP_S = 5.0
NOT_MODIFIED = 304
MARK = "X-Source-Server"
MARK_VALUE = "citetrail"

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    media_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


def source_app() -> App:
    """The ASGI application for the HTML and PDF files in `sources/`.

    `article.html` stands at `/article`. Raises BadInput when a file has no title.
    """
    pages = read_pages(SAMPLE / "sources")
    index = WordIndex(pages)
    by_path = {f"/wiki/{page.path}": page for page in pages}
    by_path["/article"] = read_page(SAMPLE / "article.html", 0)

    async def app(scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        del receive  # no request has a body that would matter
        if scope["type"] != "http":
            return
        if scope["method"] not in {"GET", "HEAD"}:
            await _send(send, scope, _refusal())
        elif scope["path"] == API:
            await _send(send, scope, _api(index, scope))
        elif scope["path"] == "/robots.txt":
            await _send(send, scope, _Reply(200, "text/plain; charset=utf-8", ROBOTS))
        elif scope["path"] == "/":
            await _send(send, scope, _contents(pages, _base(scope)))
        elif page := by_path.get(scope["path"].replace(" ", "_")):
            await _send(send, scope, _page(page, scope))
        else:
            await _send(send, scope, _missing(scope["path"]))

    return app


@contextmanager
def serving(app: App, *, port: int = 0) -> Iterator[str]:
    """Serve `app` on this machine's loopback, in a thread; gives `http://127.0.0.1:PORT`.

    With port 0 a free one is used. The server answers from entry to exit. Raises OSError when the
    port is taken, RuntimeError when the server does not come up.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        config = uvicorn.Config(
            app, http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None
        )
        config.access_log = False
        server = uvicorn.Server(config)
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listener]}, name="source-server", daemon=True
        )
        thread.start()
        try:
            _wait_for(server, thread)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(STOP_S)


def already_serving(port: int) -> bool:
    """Whether a source server, of another demonstration, answers at this port of the loopback."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        asking.request("GET", "/robots.txt")
        return asking.getresponse().getheader(MARK) == MARK_VALUE
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()


def _wait_for(server: uvicorn.Server, thread: threading.Thread) -> None:
    patience = time.monotonic() + START_S
    while not server.started:
        if not thread.is_alive() or time.monotonic() > patience:
            raise RuntimeError(
                "the source server did not come up on this machine's loopback address"
            )
        time.sleep(0.005)


def _base(scope: MutableMapping[str, Any]) -> str:
    host, port = scope["server"]
    return f"{scope['scheme']}://{host}" + (f":{port}" if port else "")


def _api(index: WordIndex, scope: MutableMapping[str, Any]) -> _Reply:
    params = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    found = answer(index, params, base=_base(scope))
    # as MediaWiki does: an error is a 200 with a header, and the body says what it is
    error = found.get("error")
    headers = (("mediawiki-api-error", error["code"]),) if error else ()
    body = json.dumps(found, ensure_ascii=False).encode()
    return _Reply(200, "application/json; charset=utf-8", body, headers)


def _page(page: Page, scope: MutableMapping[str, Any]) -> _Reply:
    given = dict(scope["headers"]).get(b"if-none-match", b"").decode("latin-1")
    known = {tag.strip().removeprefix("W/") for tag in given.split(",")}
    headers = (("etag", page.etag), ("cache-control", "no-cache"))
    if page.etag in known or "*" in known:
        return _Reply(NOT_MODIFIED, page.media_type, b"", headers)
    return _Reply(200, page.media_type, page.content, headers)


def _contents(pages: tuple[Page, ...], base: str) -> _Reply:
    items = "".join(
        f'<li><a href="{html.escape(page_url(base, p.path))}">{html.escape(p.title)}</a></li>'
        for p in pages
    )
    return _html(200, "Sample sources", f"<h1>Sample sources</h1><ul>{items}</ul>")


def _missing(path: str) -> _Reply:
    return _html(404, "No such page", f"<h1>No such page</h1><p>{html.escape(path)}</p>")


def _refusal() -> _Reply:
    text = b"Only GET and HEAD are answered here.\n"
    return _Reply(405, "text/plain; charset=utf-8", text, (("allow", "GET, HEAD"),))


def _html(status: int, title: str, body: str) -> _Reply:
    page = (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{title}</title>{body}</html>'
    )
    return _Reply(status, "text/html; charset=utf-8", page.encode())


async def _send(send: Send, scope: MutableMapping[str, Any], reply: _Reply) -> None:
    headers = []
    if reply.status != NOT_MODIFIED:  # which tells nothing about a body
        headers.append((b"content-type", reply.media_type.encode()))
        headers.append((b"content-length", str(len(reply.body)).encode()))
    headers += [(name.encode(), value.encode()) for name, value in reply.headers]
    headers.append((b"x-content-type-options", b"nosniff"))
    headers.append((MARK.lower().encode(), MARK_VALUE.encode()))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    body = b"" if scope["method"] == "HEAD" else reply.body
    await send({"type": "http.response.body", "body": body})
