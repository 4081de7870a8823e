"""What programs read: the Atom feed, the site map, the rules for robots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from datasette import Response

from claims.export.atom import Entry, Feed, atom, xml_text
from claims.site.errors import error_page
from claims.site.facts import absolute, page_facts, read, rows, site_facts
from claims.site.words import flat, in_short, words
from db import public_queries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from datasette.app import Datasette

FEED_LENGTH = 50
SITEMAP_LENGTH = 49_900
"""The protocol allows 50,000 addresses a file (https://www.sitemaps.org/protocol.html)."""

PAGES = ("/", "/public/claims", "/figures", "/method", "/corrections")
EPOCH = "1970-01-01T00:00:00Z"
HELD = {"Cache-Control": "public, max-age=300"}


async def feed(datasette: Datasette, request: Any) -> Response:
    """`/feed.atom`: new, corrected and withdrawn verdicts."""
    facts = await site_facts(datasette)
    base = absolute(datasette, request, facts, "/").rstrip("/")
    text = await feed_of(datasette, base=base)
    return Response(text, headers=HELD, content_type="application/atom+xml; charset=utf-8")


async def feed_of(datasette: Datasette, *, base: str, only: Collection[str] = ()) -> str:
    """The feed of a site that is reached at `base`; of the claims `only`, or the newest of all."""
    page = await page_facts(datasette)
    facts = page["facts"]
    limit = -1 if only else FEED_LENGTH
    claims = await read(datasette, lambda c: rows(c, public_queries.FEED, limit=limit))
    told = [claim for claim in claims if not only or claim["id"] in only]
    whole = Feed(
        title=page["site_name"],
        url=f"{base}/",
        feed_url=f"{base}/feed.atom",
        updated=told[0]["decided_at"] if told else facts.get("built_at", EPOCH),
        author=facts.get("desk") or page["site_name"],
    )
    return atom(whole, (entry(claim, url=f"{base}/claim/{claim['id']}") for claim in told))


def entry(claim: dict[str, Any], *, url: str) -> Entry:
    """A claim as an entry of the feed. An unreviewed demonstration says so first."""
    status = words(claim["status"], "status")
    said = flat(in_short(claim["claim"])) or "A claim was withdrawn"
    head = [flat(claim["verdict"])] if claim["verdict"] else []
    if claim["status"] != "published":
        head.insert(0, status)
    if claim["demonstration"]:
        head.insert(0, "Unreviewed demonstration")
    return Entry(
        title=": ".join((*head, said)),
        url=url,
        published=claim["published_at"],
        updated=claim["decided_at"],
        summary=_summary(claim, status),
    )


def _summary(claim: dict[str, Any], status: str) -> str:
    """The summary in force; of what was corrected or withdrawn first what was wrong."""
    said = flat(claim["summary"])
    wrong = flat(claim.get("what_was_wrong"))
    if not wrong:
        return said or status
    return f"{status}: {wrong}" + (f" It says now: {said}" if said else "")


async def sitemap(datasette: Datasette, request: Any) -> Response:
    """`/sitemap.xml`: the pages that search engines should know, or the list of such lists."""
    facts = await site_facts(datasette)
    base = xml_text(absolute(datasette, request, facts, "/").rstrip("/"))
    counts = (await read(datasette, lambda c: rows(c, public_queries.HOW_MANY)))[0]
    places = [f"<url><loc>{base}{path}</loc></url>" for path in PAGES]
    if sum(counts.values()) + len(PAGES) <= SITEMAP_LENGTH:
        for table in counts:
            places += await _places(datasette, base=base, table=table, number=1)
        return _map("urlset", places)
    parts = [f"{base}/sitemap-{path}.xml" for path in sitemap_parts(counts)]
    return _map("sitemapindex", [f"<sitemap><loc>{part}</loc></sitemap>" for part in parts])


def sitemap_parts(counts: Mapping[str, int]) -> list[str]:
    """The names of the lists over which the addresses are spread.

    >>> sitemap_parts({"claims": 60_000, "documents": 0})
    ['claims-1', 'claims-2']
    """
    return [
        f"{table}-{number}"
        for table, count in counts.items()
        for number in range(1, -(-count // SITEMAP_LENGTH) + 1)
    ]


async def sitemap_part(datasette: Datasette, request: Any) -> Response:
    """`/sitemap-claims-1.xml` and so on: one list of at most 50,000 addresses."""
    facts = await site_facts(datasette)
    base = xml_text(absolute(datasette, request, facts, "/").rstrip("/"))
    table, number = request.url_vars["table"], int(request.url_vars["number"])
    places = await _places(datasette, base=base, table=table, number=number)
    if not places:
        message = "There is no such part of the site map."
        return await error_page(datasette, request, status=404, message=message)
    if (table, number) == ("claims", 1):
        places = [*(f"<url><loc>{base}{path}</loc></url>" for path in PAGES), *places]
    return _map("urlset", places)


async def _places(datasette: Datasette, *, base: str, table: str, number: int) -> list[str]:
    after = (number - 1) * SITEMAP_LENGTH
    found = await read(
        datasette,
        lambda c: rows(c, public_queries.SITEMAP[table], after=after, to=after + SITEMAP_LENGTH),
    )
    folder = {"claims": "claim", "documents": "document", "claimants": "claimant"}[table]
    return [
        f"<url><loc>{base}/{folder}/{quote(one['id'], safe='-_')}</loc>"
        + (f"<lastmod>{xml_text(one['changed'])}</lastmod></url>" if one["changed"] else "</url>")
        for one in found
    ]


def _map(element: str, places: list[str]) -> Response:
    opening = f'<{element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    declaration = '<?xml version="1.0" encoding="utf-8"?>'
    body = "\n".join((declaration, opening, *places, f"</{element}>", ""))
    return Response(body, headers=HELD, content_type="application/xml; charset=utf-8")


async def robots(datasette: Datasette, request: Any) -> Response:
    """`/robots.txt`: sorted and filtered lists are no pages; a demonstration is not to be found."""
    facts = await site_facts(datasette)
    if facts.get("demonstration") == "1":
        body = "User-agent: *\nDisallow: /\n"
    else:
        where = absolute(datasette, request, facts, "/sitemap.xml")
        body = f"User-agent: *\nAllow: /style.css\nDisallow: /*?\nDisallow: /-/\nSitemap: {where}\n"
    return Response.text(body, headers=HELD)
