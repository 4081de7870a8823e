"""The site's outer wall: security headers on every answer, and only reading of public pages.

Datasette's own pages under `/-/` tell of plug-ins, settings and threads, so they are not there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode

from datasette.utils import escape_fts
from datasette.utils.asgi import Request

from claims.site.answers import Answer, Kept
from claims.site.errors import error_page
from claims.site.facts import Edition, edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from datasette.app import Datasette

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
"""No script at all, nothing inline, nothing from elsewhere: markup that slips through can neither run
nor load."""

EMBED_POLICY = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
EMBED = re.compile(r"/claim/[A-Za-z0-9_-]+/embed")
PICTURE = re.compile(r"/claim/[A-Za-z0-9_-]+/card\.png|/icon\.svg")

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
    " browsing-topics=(), interest-cohort=()",
    "cross-origin-opener-policy": "same-origin",
}

READING = frozenset({"GET", "HEAD", "OPTIONS"})
HIDDEN = ("/-/", "/_internal", "/_memory", "/:memory:", "//")
ODD_FORM = re.compile(r"/public\.(?!json$|csv$|db$)")
"""Forms of the whole file that nobody writes; Datasette would answer with its page."""

REFUSED = frozenset(
    {
        *("sql", "_where", "_through", "_fts_table", "_fts_pk", "_searchmode"),
        *("_facet_array", "_facet_date", "_timelimit", "_trace", "_context"),
    }
)
"""Query arguments that reach into SQL or into the workings of the server."""


def gated(datasette: Datasette) -> Callable[[Any], Any]:
    """What puts an application behind the wall."""
    known: list[Edition] = []
    kept = Kept()

    def around(app: Any) -> Any:
        async def wall(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            if not known:
                known.append(edition(datasette))
            headers = _headers(scope["path"])
            answer = Answer(scope, send, headers=headers, edition=known[0], kept=kept)
            refusal = _refusal(scope)
            if refusal is not None:
                status, message = refusal
                request = Request(scope, receive)
                response = await error_page(datasette, request, status=status, message=message)
                await response.asgi_send(answer.send)
            elif answer.is_known():
                await answer.not_modified()
            elif not await answer.again():
                await app(_searchable(_anonymous(scope)), receive, answer.send)

        return wall

    return around


def _headers(path: str) -> dict[str, str]:
    """The security headers of an answer. A card may stand in a frame, a picture on another page."""
    embed = EMBED.fullmatch(path) is not None
    across = embed or PICTURE.fullmatch(path) is not None
    return {
        **HEADERS,
        "content-security-policy": EMBED_POLICY if embed else CONTENT_SECURITY_POLICY,
        "cross-origin-resource-policy": "cross-origin" if across else "same-origin",
    }


def _refusal(scope: Any) -> tuple[int, str] | None:
    """Status and words when the request is not let through."""
    if scope["method"] not in READING:
        return 405, "Nothing can be sent to this site."
    raw = scope.get("raw_path") or scope["path"].encode()
    for path in (scope["path"], unquote(raw.partition(b"?")[0].decode("latin-1"))):
        if path == "/-" or path.startswith(HIDDEN) or ODD_FORM.match(path):
            return 404, "Nothing stands at this address."
    asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    refused = sorted(REFUSED & asked.keys())
    return (403, f"The argument {refused[0]} is not allowed here.") if refused else None


def _anonymous(scope: Any) -> Any:
    """The request without cookies and credentials: nobody signs in here, and some bytes break them."""
    kept = [pair for pair in scope["headers"] if pair[0] not in {b"cookie", b"authorization"}]
    return {**scope, "headers": kept}


def _searchable(scope: Any) -> Any:
    """The request without a search for nothing at all, which SQLite would refuse as bad syntax."""
    query = scope["query_string"]
    if b"_search" not in query:
        return scope
    asked = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in asked if name != "_search" or escape_fts(value)]
    return scope if len(kept) == len(asked) else {**scope, "query_string": urlencode(kept).encode()}
