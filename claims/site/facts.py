"""What the public database says of itself, read for every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.site.style import STYLE_VERSION
from db.public_queries import SITE

if TYPE_CHECKING:
    from datasette.app import Datasette

PUBLIC = "public"
"""The name under which the public database is served: its tables live at `/public/…`."""

DEFAULT_NAME = "Citetrail"


async def site_facts(datasette: Datasette) -> dict[str, str]:
    """The rows of the table `site`; empty when no public database is served."""
    if PUBLIC not in datasette.databases:
        return {}
    found = await datasette.get_database(PUBLIC).execute(SITE)
    return {row["key"]: row["value"] for row in found.rows}


async def page_facts(datasette: Datasette) -> dict[str, Any]:
    """The variables that every template may use."""
    facts = await site_facts(datasette)
    return {
        "facts": facts,
        "demonstration_site": facts.get("demonstration") == "1",
        "site_name": datasette.metadata("title") or DEFAULT_NAME,
        "site_licence": datasette.metadata("license"),
        "site_licence_url": datasette.metadata("license_url"),
        "style_version": STYLE_VERSION,
        "has_public": PUBLIC in datasette.databases,
    }


async def ask(datasette: Datasette, sql: str, **values: Any) -> list[dict[str, Any]]:
    """The rows that a query of `db.public_queries` gives, as mappings."""
    found = await datasette.get_database(PUBLIC).execute(sql, values)
    return [dict(row) for row in found.rows]


def absolute(datasette: Datasette, request: Any, facts: dict[str, str], path: str) -> str:
    """The full address of a page: under the site's known address, else as it was asked for."""
    if facts.get("address"):
        return facts["address"].rstrip("/") + path
    return str(datasette.absolute_url(request, datasette.urls.path(path)))
