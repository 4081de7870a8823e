"""A template and what is known to the bytes of a page, without Datasette's own way round.

The same templates serve Datasette's table pages; ours are filled here in one go, three times as fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Response
from jinja2 import Environment, PackageLoader

from claims.site.facts import page_facts
from claims.site.words import FILTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from datasette.app import Datasette

HELD = "public, max-age=60, stale-while-revalidate=600"
"""A published edition stands until the next; a minute later at most everybody has the new one."""

PAGES = Environment(
    loader=PackageLoader("claims.site"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
PAGES.filters.update(FILTERS)


async def page(
    datasette: Datasette, template: str, context: Mapping[str, Any], *, status: int = 200
) -> Response:
    """The page as an answer."""
    known = await page_facts(datasette)
    body = PAGES.get_template(template).render({**known, **context})
    return Response.html(body, status=status, headers={"Cache-Control": HELD})
