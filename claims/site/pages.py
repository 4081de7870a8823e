"""The site's own pages beside the claims: start, figures, method, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.site.charts import by_kind, by_month
from claims.site.facts import read, rows
from claims.site.render import page
from db import public_queries
from db.public_schema import TABLES

if TYPE_CHECKING:
    import sqlite3

    from datasette import Response
    from datasette.app import Datasette

NEWEST = 8
CORRECTIONS = 5
ALL_CORRECTIONS = 500


async def home(datasette: Datasette) -> Response:
    """`/`: what this is, the newest verdicts and corrections."""
    return await page(datasette, "home.html", await read(datasette, _news))


def _news(connection: sqlite3.Connection) -> dict[str, Any]:
    tallies = rows(connection, public_queries.TALLIES)
    judged = rows(connection, public_queries.NEWEST_JUDGED, limit=NEWEST)
    return {
        "totals": rows(connection, public_queries.TOTALS)[0],
        "newest": judged or rows(connection, public_queries.NEWEST, limit=NEWEST),
        "corrections": rows(connection, public_queries.CORRECTIONS, limit=CORRECTIONS),
        "charts": [by_kind(tallies), by_month(tallies)],
    }


async def figures(datasette: Datasette) -> Response:
    """`/figures`: verdicts by kind of claim and by month, drawn and as tables."""
    tallies = await read(datasette, lambda connection: rows(connection, public_queries.TALLIES))
    return await page(datasette, "figures.html", {"charts": [by_kind(tallies), by_month(tallies)]})


async def data(datasette: Datasette) -> Response:
    """`/data`, in a site of files: the tables as CSV. A running site has `/public` for it."""
    tables = datasette.metadata("databases", fallback=False) or {}
    about = (tables.get("public") or {}).get("tables") or {}
    shown = [(name, about.get(name, {})) for name in TABLES]
    return await page(datasette, "data.html", {"tables": shown})


async def method(datasette: Datasette) -> Response:
    """`/method`: how claims are chosen and judged."""
    ratings = await read(datasette, lambda connection: rows(connection, public_queries.RATINGS))
    return await page(datasette, "method.html", {"ratings": ratings})


async def corrections(datasette: Datasette) -> Response:
    """`/corrections`: what was corrected or withdrawn, and why; newest first."""
    found = await read(
        datasette,
        lambda connection: rows(connection, public_queries.CORRECTIONS, limit=ALL_CORRECTIONS),
    )
    return await page(datasette, "corrections.html", {"corrections": found})
