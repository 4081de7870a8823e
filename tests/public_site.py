"""A public site over a desk's rows, asked in-process; attacks to plant; the kinds of pages there are."""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from public_desk import FACTS, Desk, published

from claims.site.serve import datasette_for

if TYPE_CHECKING:
    from datasette.app import Datasette


def run(coroutine):
    """In a thread of its own: the browser tests have an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


class Site(NamedTuple):
    """A site and the ids of what is on it."""

    datasette: Datasette
    ids: dict[str, str]

    def get(self, path, **options):
        return self.request("GET", path, **options)

    def request(self, method, path, **options):
        return run(self.datasette.client.request(method, path, **options))


def site_of(rows: Desk, ids, folder, licences=None, **facts):
    path = folder / "public.db"
    published(rows.database, path, {**FACTS, **facts}, licences)
    rows.database.close()
    datasette = datasette_for(path)
    run(datasette.invoke_startup())
    with closing(sqlite3.connect(path)) as public:
        (slug,) = public.execute("SELECT slug FROM claimants").fetchone()
        (document,) = public.execute("SELECT id FROM documents ORDER BY id").fetchone()
    return Site(datasette, {"claimant": quote(slug), "document": document, **ids})


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(2)</script>",
    "{{1234*1111}}{% raw %}",
    "' onmouseover='alert(1)",
    "\u202eevil\u202c \u2066iso",
    "javascript:alert(1)",
    "data:text/html,<script>alert(3)</script>",
)
NASTY = " ".join(HOSTILE)


def page_paths(ids):
    """Every kind of page that the site has."""
    return [
        "/",
        "/public",
        "/public/claims",
        "/public/claims?_search=one&_sort=verdict",
        "/public/claims?kind=quantity&_facet=mode&_facet=status",
        f"/claim/{ids['budget']}",
        f"/claim/{ids['homes']}",
        f"/claimant/{ids['claimant']}",
        f"/document/{ids['document']}",
        "/figures",
        "/public/documents",
        "/public/claimants",
        "/public/tallies",
        "/public/claims?exact__contains=e",
        "/public/sources",
        f"/public/sources/{ids.get('page') or ids['budget-page']}",
        "/public/citations",
        "/public/passages",
        "/public/searches",
        "/public/decisions",
        f"/public/decisions/{ids['budget']},1",
        "/public/site",
        "/public/newest_verdicts",
        "/public/corrections",
        "/public/without_verdict",
        "/public/most_cited_sources",
        "/public/figures_that_clash",
        "/public/searches_not_answered",
        "/method",
        "/corrections",
    ]


def all_paths(ids):
    """The pages, and the card for the pages of others."""
    return [*page_paths(ids), f"/claim/{ids['budget']}/embed"]


def hostile_site(folder):
    """A site on which every text that came from outside is an attack."""
    desk = Desk(folder / "work.db")
    text = f"{NASTY} one claim. {NASTY} after it."
    ids = {}
    for name, url in (("budget", f"https://x.example/{NASTY}"), ("homes", "javascript:alert(1)")):
        document = desk.document(
            text + name, url=url, title=NASTY, author=NASTY, publisher=NASTY, published=NASTY
        )
        ids[name] = desk.claim(
            document,
            f"{NASTY} one claim",
            text=text,
            claim_text=NASTY if name == "budget" else "<script>alert(1)</script>",
            ambiguous=NASTY,
            claimant=NASTY,
            attribution={"cue": NASTY, "mode": NASTY, "start": 0, "end": 1, "role": NASTY},
            dates=[NASTY],
            quantities=[
                {
                    "value": 1.0,
                    "unit": NASTY,
                    "comparator": NASTY,
                    "exact": "1",
                    "start": 0,
                    "end": 1,
                }
            ],
        )
        page = desk.snapshot(
            text, url=url, title=NASTY, author=NASTY, publisher=NASTY, published=NASTY
        )
        desk.event(ids[name], "published", verdict=NASTY, summary=NASTY, reason=NASTY)
        desk.event(ids[name], "corrected", reason=NASTY, at=NASTY)
        for role in ("supports", "refutes", "context"):
            desk.citation(ids[name], page, NASTY, text=text, role=role, url=url)
        desk.evidence(ids[name], page, NASTY, text=text, rule=NASTY, arithmetic=NASTY)
        desk.search(ids[name], NASTY, "failed")
        ids[f"{name}-page"] = page
    return site_of(desk, ids, folder, desk=NASTY, contact=NASTY, version=NASTY, built_at=NASTY)
