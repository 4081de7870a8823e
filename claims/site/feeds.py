"""What programs read: the Atom feed, the site map, the rules for robots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Response

from claims.export.atom import Entry, Feed, atom, xml_text
from claims.site.facts import absolute, ask, page_facts, site_facts
from claims.site.words import flat, words
from db import public_queries

if TYPE_CHECKING:
    from datasette.app import Datasette

FEED_LENGTH = 50
SITEMAP_LENGTH = 49_990
"""The protocol allows 50,000 addresses a file (https://www.sitemaps.org/protocol.html)."""

PAGES = ("/", "/public/claims", "/method", "/corrections")
EPOCH = "1970-01-01T00:00:00Z"
HELD = {"Cache-Control": "public, max-age=300"}


async def feed(datasette: Datasette, request: Any) -> Response:
    """`/feed.atom`: new, corrected and withdrawn verdicts."""
    page = await page_facts(datasette)
    facts = page["facts"]
    claims = await ask(datasette, public_queries.FEED, limit=FEED_LENGTH)
    newest = claims[0]["decided_at"] if claims else facts.get("built_at", EPOCH)
    whole = Feed(
        title=page["site_name"],
        url=absolute(datasette, request, facts, "/"),
        feed_url=absolute(datasette, request, facts, "/feed.atom"),
        updated=newest,
        author=facts.get("desk") or page["site_name"],
    )
    entries = (
        entry(claim, url=absolute(datasette, request, facts, f"/claim/{claim['id']}"))
        for claim in claims
    )
    return Response(
        atom(whole, entries), headers=HELD, content_type="application/atom+xml; charset=utf-8"
    )


def entry(claim: dict[str, Any], *, url: str) -> Entry:
    """A claim as an entry of the feed. An unreviewed demonstration says so first."""
    status = words(claim["status"], "status")
    said = flat(claim["claim"]) or "A claim was withdrawn"
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
    """`/sitemap.xml`: the pages that search engines should know."""
    facts = await site_facts(datasette)
    claims = await ask(datasette, public_queries.SITEMAP, limit=SITEMAP_LENGTH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    base = xml_text(absolute(datasette, request, facts, "/").rstrip("/"))
    lines += [f"<url><loc>{base}{path}</loc></url>" for path in PAGES]
    for claim in claims:
        changed = xml_text(claim["decided_at"])
        address = f"{base}/claim/{xml_text(claim['id'])}"
        lines.append(f"<url><loc>{address}</loc><lastmod>{changed}</lastmod></url>")
    body = "\n".join((*lines, "</urlset>", ""))
    return Response(body, headers=HELD, content_type="application/xml; charset=utf-8")


async def robots(datasette: Datasette, request: Any) -> Response:
    """`/robots.txt`: sorted and filtered lists are no pages; a demonstration is not to be found."""
    facts = await site_facts(datasette)
    if facts.get("demonstration") == "1":
        body = "User-agent: *\nDisallow: /\n"
    else:
        where = absolute(datasette, request, facts, "/sitemap.xml")
        body = f"User-agent: *\nDisallow: /*?\nDisallow: /-/\nSitemap: {where}\n"
    return Response.text(body, headers=HELD)
