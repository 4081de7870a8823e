"""The page of one claim, and the same as data."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from datasette import Response
from markupsafe import Markup

from claims.export.claimreview import Publisher, claimreview, in_script, why_none
from claims.export.csl_json import csl_items
from claims.site.errors import error_page
from claims.site.facts import absolute, look_up, page_facts, rows, site_facts
from claims.site.render import HELD, page
from claims.site.words import day, flat, in_short, is_answered
from db import public_queries
from db.public_rows import WITHDRAWN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from datasette.app import Datasette

ID = re.compile(r"[A-Za-z0-9_-]{1,40}")

PARTS = (
    *("citations", "csl_items", "confidential_sources"),
    *("passages", "origins", "searches", "decisions"),
    *("notices", "notice_changes", "overrides"),
)
JUDGEMENT = ("what_is_true", "what_is_false", "what_is_unknown", "limits", "explanation")
STATEMENTS: Mapping[str, str] = {
    "selection_reason": "Why this claim",
    "no_claimant_reason": "Why nobody is named as the speaker",
    "few_origins_reason": "Why fewer than two independent origins are enough",
    "other_side": "What was looked for on the other side",
    "no_primary_reason": "Why no primary source is cited",
}
GONE = 410
MISSING = 404


async def claim_html(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>`: the page; an unambiguous beginning of an id leads to the whole."""
    found = await found_claim(datasette, request, ending="")
    if isinstance(found, Response):
        return found
    claim = found["claim"]
    known = await page_facts(datasette)
    url = absolute(datasette, request, known["facts"], f"/claim/{claim['id']}")
    if claim["status"] == WITHDRAWN:
        context = {**found, "url": url}
        return await page(datasette, "withdrawn.html", context, status=GONE)
    review = _review(datasette, request, facts=known["facts"], record=found)
    context = {
        **found,
        "url": url,
        "oembed_url": f"{url.partition('/claim/')[0]}/oembed?{urlencode({'url': url})}",
        "claimreview": Markup(in_script(review)) if review else None,  # noqa: S704 - escaped
        "sentence_parts": sentence_parts(claim),
        "unanswered": [one for one in found["searches"] if not is_answered(one["outcome"])],
        "judgement": [(name, claim[name]) for name in JUDGEMENT if claim.get(name)],
        "statements": [(words, claim[name]) for name, words in STATEMENTS.items() if claim[name]],
        "uncited": _uncited(found["passages"], found["citations"]),
        "by_role": [
            (role, some)
            for role in ("supports", "refutes", "context")
            if (some := [one for one in found["citations"] if one["role"] == role])
        ],
        "suggested": suggested_citation(claim, by=known["facts"].get("desk") or known["site_name"]),
    }
    return await page(datasette, "claim.html", context)


async def claim_json(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>.json`: everything published about the claim."""
    found = await found_claim(datasette, request, ending=".json")
    if isinstance(found, Response):
        return found
    facts = await site_facts(datasette)
    path = f"/claim/{found['claim']['id']}"
    url = absolute(datasette, request, facts, path)
    shown = {
        name: value for name, value in found.items() if name != "csl_items"
    }  # .csl.json has it
    return _json({"url": url, **shown}, status=_status(found["claim"]))


async def claim_claimreview(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>.claimreview.json`, where people have given a verdict."""
    found = await found_claim(datasette, request, ending=".claimreview.json")
    if isinstance(found, Response):
        return found
    facts = await site_facts(datasette)
    review = _review(datasette, request, facts=facts, record=found)
    if review is None:
        claim = found["claim"]
        status = GONE if claim["status"] == WITHDRAWN else MISSING
        reason = f"There is no ClaimReview here: {why_none(claim)}."
        return await error_page(datasette, request, status=status, message=reason)
    return _json(review, media_type="application/ld+json; charset=utf-8")


async def claim_csl(datasette: Datasette, request: Any) -> Response:
    """`/claim/<id>.csl.json`: the article and the cited sources for a reference manager."""
    found = await found_claim(datasette, request, ending=".csl.json")
    if isinstance(found, Response):
        return found
    if found["claim"]["status"] == WITHDRAWN:
        return await error_page(datasette, request, status=GONE, message="The claim was withdrawn.")
    items = csl_items(found["claim"], found["csl_items"])
    return _json(items, media_type="application/vnd.citationstyles.csl+json; charset=utf-8")


async def public_row(request: Any) -> Response:
    """Datasette's page of a row of `claims` is the claim's own page."""
    return Response.redirect(f"/claim/{request.url_vars['id']}", status=301)


async def found_claim(
    datasette: Datasette, request: Any, *, ending: str
) -> dict[str, Any] | Response:
    """The claim and all that bears on it; or the redirect or error page to answer with."""
    asked = request.url_vars["id"]
    if not ID.fullmatch(asked):
        return await _missing(datasette, request)
    found = look_up(datasette, lambda connection: _read(connection, asked))
    if "claim" in found:
        return found
    ids = found["ids"]
    if len(ids) == 1:
        return Response.redirect(f"/claim/{ids[0]['id']}{ending}")
    return await _missing(datasette, request, several=bool(ids))


def _read(connection: sqlite3.Connection, asked: str) -> dict[str, Any]:
    claims = rows(connection, public_queries.CLAIM, id=asked)
    if not claims:
        return {"ids": rows(connection, public_queries.CLAIMS_WITH_PREFIX, prefix=asked)}
    return {
        "claim": claims[0],
        **{
            table: rows(connection, getattr(public_queries, table.upper()), id=asked)
            for table in PARTS
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


def _uncited(
    passages: list[dict[str, Any]], citations: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """What only the machine found: of words that people have cited nobody can say that nobody judged."""
    judged = {(one["source"], one["exact"]) for one in citations}
    return [one for one in passages if (one["source"], one["exact"]) not in judged]


def sentence_parts(claim: dict[str, Any]) -> tuple[str, str, str] | None:
    """The sentence before, within and after the claim's words; null when it was withdrawn."""
    sentence = claim["sentence"]
    if sentence is None:
        return None
    start, end = claim["mark_start"], claim["mark_end"]
    if sentence[start:end] != claim["exact"]:  # a claim over two sentences: mark its words alone
        return "", claim["exact"], ""
    return sentence[:start], sentence[start:end], sentence[end:]


def suggested_citation(claim: Mapping[str, Any], *, by: str) -> str:
    """How to name this page in a text of one's own, but for the address.

    >>> row = {"claim": "It rained.", "verdict": "True", "decided_at": "2026-03-04T09:30:00Z"}
    >>> suggested_citation(row, by="Example Desk")
    'Example Desk (4 March 2026). True: “It rained.”'
    """
    verdict = f"{flat(claim['verdict'])}: " if claim["verdict"] else ""
    return f"{flat(by)} ({day(claim['decided_at'])}). {verdict}“{flat(in_short(claim['claim']))}”"


def _status(claim: Mapping[str, Any]) -> int:
    return GONE if claim["status"] == WITHDRAWN else 200


def _json(
    value: Any, *, media_type: str = "application/json; charset=utf-8", status: int = 200
) -> Response:
    body = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return Response(body, status=status, headers={"Cache-Control": HELD}, content_type=media_type)
