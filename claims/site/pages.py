"""The site's own pages beside the claims: start, method, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Response

from claims.site.facts import ask
from db import public_queries

if TYPE_CHECKING:
    from datasette.app import Datasette

NEWEST = 10
CORRECTIONS = 5
ALL_CORRECTIONS = 500
HELD = "public, max-age=60"


async def home(datasette: Datasette, request: Any) -> Response:
    """`/`: what this is, the newest verdicts and corrections."""
    context = {
        "totals": (await ask(datasette, public_queries.TOTALS))[0],
        "newest": await ask(datasette, public_queries.NEWEST, limit=NEWEST),
        "corrections": await ask(datasette, public_queries.CORRECTIONS, limit=CORRECTIONS),
    }
    return await _page(datasette, request, template="home.html", context=context)


async def method(datasette: Datasette, request: Any) -> Response:
    """`/method`: how claims are chosen and judged."""
    return await _page(datasette, request, template="method.html", context={})


async def corrections(datasette: Datasette, request: Any) -> Response:
    """`/corrections`: what was corrected or withdrawn, and why; newest first."""
    found = await ask(datasette, public_queries.CORRECTIONS, limit=ALL_CORRECTIONS)
    return await _page(
        datasette, request, template="corrections.html", context={"corrections": found}
    )


async def _page(
    datasette: Datasette, request: Any, *, template: str, context: dict[str, Any]
) -> Response:
    body = await datasette.render_template(template, context, request=request)
    return Response.html(body, headers={"Cache-Control": HELD})
