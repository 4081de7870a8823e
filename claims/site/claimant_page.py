"""`/claimant/<slug>`: what somebody said, and how it held up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from datasette import Response
from datasette.utils import tilde_decode

from claims.site.errors import error_page
from claims.site.facts import absolute, read, rows, site_facts
from claims.site.render import page
from claims.site.words import claimant_path
from db import public_queries

if TYPE_CHECKING:
    import sqlite3

    from datasette.app import Datasette

AT_ONCE = 50
LONGEST = 400


async def claimant_html(datasette: Datasette, request: Any) -> Response:
    """The page of a claimant; `?page=2` and so on for the next claims."""
    slug = unquote(request.url_vars["slug"], errors="replace")
    asked = request.args.get("page") or "1"
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1  # noqa: PLR2004
    found = None
    if len(slug) <= LONGEST:
        found = await read(datasette, lambda connection: _read(connection, slug, max(1, number)))
    if found is None:
        message = "No claim shown here is by anybody of this name."
        return await error_page(datasette, request, status=404, message=message)
    facts = await site_facts(datasette)
    url = absolute(datasette, request, facts, f"/claimant/{request.url_vars['slug']}")
    return await page(datasette, "claimant.html", {**found, "url": url})


async def claimant_row(request: Any) -> Response:
    """Datasette's page of a row of `claimants` is the claimant's own page."""
    slug = tilde_decode(request.url_vars["slug"])
    return Response.redirect(claimant_path(slug), status=301)


def _read(connection: sqlite3.Connection, slug: str, number: int) -> dict[str, Any] | None:
    known = rows(connection, public_queries.CLAIMANT, slug=slug)
    if not known:
        return None
    pages = max(1, -(-known[0]["claim_count"] // AT_ONCE))
    number = min(number, pages)
    offset = (number - 1) * AT_ONCE
    return {
        "claimant": known[0],
        "names": rows(connection, public_queries.NAMES, slug=slug),
        "verdicts": rows(connection, public_queries.VERDICTS_OF, slug=slug),
        "claims": rows(
            connection, public_queries.CLAIMS_OF, slug=slug, limit=AT_ONCE, offset=offset
        ),
        "number": number,
        "pages": pages,
    }
