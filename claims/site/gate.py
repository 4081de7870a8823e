"""The site's outer wall: security headers on every answer, and only reading of public pages.

Datasette's own pages under `/-/` tell of plug-ins, settings and threads, so they are not there.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline and nothing from elsewhere: markup that slips through can neither run nor load."""

HEADERS = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), interest-cohort=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)

READING = frozenset({"GET", "HEAD", "OPTIONS"})
HIDDEN = ("/-/", "/_internal", "/_memory", "/:memory:", "//")
SHOWN = ("/-/static/", "/-/static-plugins/")
REFUSED = frozenset(
    {
        *("sql", "_where", "_through", "_fts_table", "_fts_pk", "_searchmode"),
        *("_facet_array", "_facet_date", "_timelimit", "_trace", "_context"),
    }
)
"""Query arguments that reach into SQL or into the workings of the server."""


def gated(app: Any) -> Any:
    """`app` behind the wall."""

    async def wall(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def send_with_headers(message: Any) -> None:
            await send(_with_headers(message))

        refusal = _refusal(scope)
        if refusal is None:
            await app(_searchable(_anonymous(scope)), receive, send_with_headers)
        else:
            await _answer(send_with_headers, *refusal)

    return wall


def _refusal(scope: Any) -> tuple[int, str] | None:
    """Status and words when the request is not let through."""
    if scope["method"] not in READING:
        return 405, "This site can only be read."
    raw = scope.get("raw_path") or scope["path"].encode()
    for path in (scope["path"], unquote(raw.partition(b"?")[0].decode("latin-1"))):
        if path == "/-" or (path.startswith(HIDDEN) and not path.startswith(SHOWN)):
            return 404, "There is no such page."
    asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    refused = sorted(REFUSED & asked.keys())
    return (403, f"The argument {refused[0]} is not allowed here.") if refused else None


def _anonymous(scope: Any) -> Any:
    """The request without cookies and credentials: nobody signs in here, and some bytes break them."""
    kept = [pair for pair in scope["headers"] if pair[0] not in {b"cookie", b"authorization"}]
    return {**scope, "headers": kept}


def _searchable(scope: Any) -> Any:
    """The request without a search for no words at all, which SQLite would refuse as bad syntax."""
    asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    kept = [
        (name, value)
        for name, value in asked
        if name != "_search" or any(character.isalnum() for character in value)
    ]
    return scope if len(kept) == len(asked) else {**scope, "query_string": urlencode(kept).encode()}


def _with_headers(message: Any) -> Any:
    if message["type"] != "http.response.start":
        return message
    ours = {name for name, _ in HEADERS}
    kept = [(name, value) for name, value in message["headers"] if name.lower() not in ours]
    return {**message, "headers": [*kept, *HEADERS]}


async def _answer(send: Any, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{text}\n".encode()})
