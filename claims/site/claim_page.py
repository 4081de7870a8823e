"""The page of one claim, and the same as data."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from datasette import Response
from markupsafe import Markup

from claims.export.claimreview import Publisher, claimreview, why_none
from claims.export.csl_json import csl_items
from claims.site.errors import error_page
from claims.site.facts import absolute, ask, site_facts
from claims.site.words import is_answered
from db import public_queries

if TYPE_CHECKING:
    from datasette.app import Datasette

ID = re.compile(r"[A-Za-z0-9_-]{1,40}")

HELD = "public, max-age=60"
IN_SCRIPT = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
"""What could end a script element, or break a line in one, as JSON escapes."""


async def claim_html(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>`: the page; an unambiguous beginning of an id leads to the whole."""
    found = await _found(datasette, request, ending="")
    if isinstance(found, Response):
        return found
    facts = await site_facts(datasette)
    review = _review(datasette, request, facts=facts, record=found)
    context = {
        **found,
        "url": absolute(datasette, request, facts, f"/claim/{found['claim']['id']}"),
        "claimreview": in_script(review) if review else None,
        "sentence_parts": _sentence_parts(found["claim"]),
        "unanswered": [one for one in found["searches"] if not is_answered(one["outcome"])],
    }
    body = await datasette.render_template("claim.html", context, request=request)
    return Response.html(body, headers={"Cache-Control": HELD})


async def claim_json(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>.json`: everything published about the claim."""
    found = await _found(datasette, request, ending=".json")
    if isinstance(found, Response):
        return found
    facts = await site_facts(datasette)
    path = f"/claim/{found['claim']['id']}"
    shown = {
        name: value for name, value in found.items() if name != "csl_items"
    }  # .csl.json has it
    return _json({"url": absolute(datasette, request, facts, path), **shown})


async def claim_claimreview(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>.claimreview.json`, where people have given a verdict."""
    found = await _found(datasette, request, ending=".claimreview.json")
    if isinstance(found, Response):
        return found
    facts = await site_facts(datasette)
    review = _review(datasette, request, facts=facts, record=found)
    if review is None:
        reason = f"There is no ClaimReview here: {why_none(found['claim'])}."
        return await error_page(datasette, request, status=404, message=reason)
    return _json(review, media_type="application/ld+json; charset=utf-8")


async def claim_csl(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>.csl.json`: the article and the cited sources for a reference manager."""
    found = await _found(datasette, request, ending=".csl.json")
    if isinstance(found, Response):
        return found
    items = csl_items(found["claim"], found["csl_items"])
    return _json(items, media_type="application/vnd.citationstyles.csl+json; charset=utf-8")


async def public_row(request: Any) -> Response:
    """Datasette's page of a row of `claims` is the claim's own page."""
    return Response.redirect(f"/claim/{request.url_vars['id']}", status=301)


def in_script(value: Any) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element."""
    return Markup(json.dumps(value, ensure_ascii=False).translate(IN_SCRIPT))  # noqa: S704 - escaped


async def _found(datasette: Datasette, request: Any, *, ending: str) -> dict[str, Any] | Response:
    """The claim and all that bears on it; or the redirect or error page to answer with."""
    asked = request.url_vars["id"]
    if not ID.fullmatch(asked):
        return await _missing(datasette, request)
    claims = await ask(datasette, public_queries.CLAIM, id=asked)
    if not claims:
        ids = await ask(datasette, public_queries.CLAIMS_WITH_PREFIX, prefix=asked)
        if len(ids) == 1:
            return Response.redirect(f"/claim/{ids[0]['id']}{ending}")
        return await _missing(datasette, request, several=bool(ids))
    tables = (
        *("citations", "csl_items", "confidential_sources"),
        *("passages", "origins", "searches", "decisions"),
        *("notices", "notice_changes", "overrides"),
    )
    return {
        "claim": claims[0],
        **{
            table: await ask(datasette, getattr(public_queries, table.upper()), id=asked)
            for table in tables
        },
    }


async def _missing(datasette: Datasette, request: Any, *, several: bool = False) -> Response:
    message = (
        "Several claims have an id that begins like this. Give more of it."
        if several
        else "No published claim has this id."
    )
    return await error_page(datasette, request, status=404, message=message)


def _review(
    datasette: Datasette, request: Any, *, facts: dict[str, str], record: dict[str, Any]
) -> dict[str, Any] | None:
    claim = record["claim"]
    if why_none(claim):
        return None
    desk = Publisher(facts["desk"], facts.get("desk_url")) if facts.get("desk") else None
    return claimreview(
        claim,
        url=absolute(datasette, request, facts, f"/claim/{claim['id']}"),
        publisher=desk,
        sources=({**one, "title": one["source_title"]} for one in record["citations"]),
        corrections=record["notices"],
    )


def _sentence_parts(claim: dict[str, Any]) -> tuple[str, str, str] | None:
    """The sentence before, within and after the claim's words; null when it was withdrawn."""
    sentence = claim["sentence"]
    if sentence is None:
        return None
    start, end = claim["mark_start"], claim["mark_end"]
    if sentence[start:end] != claim["exact"]:  # a claim over two sentences: mark its words alone
        return "", claim["exact"], ""
    return sentence[:start], sentence[start:end], sentence[end:]


def _json(value: Any, *, media_type: str = "application/json; charset=utf-8") -> Response:
    body = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return Response(body, headers={"Cache-Control": HELD}, content_type=media_type)
