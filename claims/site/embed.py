"""A claim as a card for other people's pages, and the answer by which they find it (https://oembed.com)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from datasette import Response
from markupsafe import Markup

from claims.site.claim_page import GONE, found_claim
from claims.site.errors import error_page
from claims.site.facts import absolute, look_up, page_facts, rows
from claims.site.render import HELD, page
from claims.site.words import flat, in_short
from db import public_queries
from db.public_rows import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from datasette.app import Datasette

WIDTH, HEIGHT = 560, 260
SMALLEST = 200
CLAIM_PATH = re.compile(r"/claim/(c-[0-9a-f]{16})(?:/(?:index\.html)?)?")
IFRAME = Markup(
    '<iframe src="{src}" width="{width}" height="{height}" title="{title}" loading="lazy"'
    ' sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>'
)


async def embed_html(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>/embed`: the card. It alone of all pages may stand in a frame."""
    found = await found_claim(datasette, request, ending="/embed")
    if isinstance(found, Response):
        return found
    claim = found["claim"]
    known = await page_facts(datasette)
    url = absolute(datasette, request, known["facts"], f"/claim/{claim['id']}")
    status = GONE if claim["status"] == WITHDRAWN else 200
    return await page(datasette, "embed.html", {"claim": claim, "url": url}, status=status)


async def oembed(datasette: Datasette, request: Any) -> Response:
    """`/oembed?url=…`: how to embed the claim of that address."""
    if request.args.get("format", "json") != "json":
        return await error_page(datasette, request, status=501, message="Only JSON is answered.")
    known = await page_facts(datasette)
    asked = request.args.get("url") or ""
    key = claim_of(asked, absolute(datasette, request, known["facts"], ""))
    claims = look_up(datasette, lambda c: rows(c, public_queries.CLAIM, id=key)) if key else []
    if not claims or claims[0]["status"] == WITHDRAWN:
        message = "No claim that can be embedded has this address."
        return await error_page(datasette, request, status=404, message=message)
    url = absolute(datasette, request, known["facts"], f"/claim/{key}")
    size = {name: request.args.get(name) for name in ("maxwidth", "maxheight")}
    body = json.dumps(
        card(claims[0], url=url, known=known, size=size), ensure_ascii=False, indent=2
    )
    return Response(
        body + "\n",
        headers={"Cache-Control": HELD},
        content_type="application/json; charset=utf-8",
    )


def claim_of(address: str, base: str) -> str | None:
    """The id of the claim whose page this is, when it is one of this site.

    >>> claim_of("https://f.example/claim/c-0123456789abcdef", "https://f.example")
    'c-0123456789abcdef'
    >>> claim_of("https://other.example/claim/c-0123456789abcdef", "https://f.example")
    """
    try:
        parts, ours = urlsplit(address), urlsplit(base)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.netloc != ours.netloc:
        return None
    if not parts.path.startswith(ours.path):
        return None
    found = CLAIM_PATH.fullmatch(parts.path[len(ours.path.rstrip("/")) :])
    return found[1] if found else None


def card(
    claim: Mapping[str, Any],
    *,
    url: str,
    known: Mapping[str, Any],
    size: Mapping[str, str | None],
) -> dict[str, Any]:
    """The oEmbed answer of type `rich` for a claim on the page `url`."""
    width, height = _within(size.get("maxwidth"), WIDTH), _within(size.get("maxheight"), HEIGHT)
    verdict = f"{flat(claim['verdict'])}: " if claim["verdict"] else ""
    title = verdict + flat(in_short(claim["claim"]))
    html = IFRAME.format(src=f"{url}/embed", width=width, height=height, title=title)
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": known["facts"].get("desk") or known["site_name"],
        "provider_name": known["site_name"],
        "provider_url": url.partition("/claim/")[0] + "/",
        "cache_age": 3600,
        "html": str(html),
        "width": width,
        "height": height,
    }


def _within(asked: str | None, ours: int) -> int:
    """Our size, or less where less is asked for."""
    if not asked or not asked.isascii() or not asked.isdigit() or len(asked) > 6:  # noqa: PLR2004
        return ours
    return max(SMALLEST, min(ours, int(asked)))
