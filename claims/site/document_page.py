"""`/document/<id>`: an article with all its claims marked.

The whole text is shown only under a licence that lets it be; else the sentences of the claims alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from datasette import Response

from claims.site.errors import error_page
from claims.site.facts import absolute, look_up, rows, site_facts
from claims.site.render import page
from db import public_queries

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from datasette.app import Datasette

ID = re.compile(r"d-[0-9a-f]{1,40}")
Piece = tuple[str, "str | None"]
"""Words, and the id of the claim that they are part of."""


async def document_html(datasette: Datasette, request: Any) -> Response:
    """The page of an article out of which claims are shown."""
    asked = request.url_vars["id"]
    found = None
    if ID.fullmatch(asked):
        found = look_up(datasette, lambda connection: _read(connection, asked))
    if found is None:
        message = "No article with this id has claims that are shown here."
        return await error_page(datasette, request, status=404, message=message)
    facts = await site_facts(datasette)
    url = absolute(datasette, request, facts, f"/document/{asked}")
    return await page(datasette, "document.html", {**found, "url": url})


async def document_row(request: Any) -> Response:
    """Datasette's page of a row of `documents` is the article's own page."""
    return Response.redirect(f"/document/{request.url_vars['id']}", status=301)


def pieces(text: str, marks: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """`text` cut at the marks (start, end, id); where marks overlap, the one that began last has the words.

    >>> pieces("He won and left.", [(0, 6, "c-1"), (11, 15, "c-2")])
    [('He won', 'c-1'), (' and ', None), ('left', 'c-2'), ('.', None)]
    """
    inside = [(max(0, s), min(e, len(text)), key) for s, e, key in marks]
    wanted = sorted((one for one in inside if one[0] < one[1]), key=lambda m: (m[0], -m[1]))
    edges = sorted({0, len(text), *(e for start, end, _ in wanted for e in (start, end))})
    found: list[Piece] = []
    for start, end in pairwise(edges):
        over = [key for s, e, key in wanted if s <= start and end <= e]
        key = over[-1] if over else None
        if found and found[-1][1] == key:
            found[-1] = (found[-1][0] + text[start:end], key)
        else:
            found.append((text[start:end], key))
    return found


def _read(connection: sqlite3.Connection, asked: str) -> dict[str, Any] | None:
    known = rows(connection, public_queries.DOCUMENT, id=asked)
    if not known:
        return None
    document = known[0]
    claims = rows(connection, public_queries.IN_DOCUMENT, id=asked)
    text = document["text"]
    return {
        "document": document,
        "claims": claims,
        "by_id": {claim["id"]: claim for claim in claims},
        "text_pieces": _whole(text, claims) if text else None,
        "sentences": None if text else list(_sentences(claims)),
    }


def _whole(text: str, claims: Sequence[dict[str, Any]]) -> list[list[Piece]]:
    """The text as paragraphs of pieces. A mark goes only where the very words stand."""
    marks = []
    for claim in claims:
        start = claim["position"]
        if text[start : start + len(claim["exact"])] == claim["exact"]:
            marks.append((start, start + len(claim["exact"]), claim["id"]))
    paragraphs: list[list[Piece]] = [[]]
    for words, key in pieces(text, marks):
        first, *others = re.split(r"\n\s*\n", words)
        paragraphs[-1].append((first, key))
        paragraphs.extend([(other, key)] for other in others)
    return [some for some in paragraphs if any(words.strip() for words, _ in some)]


def _sentences(claims: Sequence[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """Each quoted sentence once, in the order of the article, with the claims that stand in it."""
    together: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for claim in claims:
        key = (claim["position"] - claim["mark_start"], claim["sentence"])
        together.setdefault(key, []).append(claim)
    for (_, sentence), some in together.items():
        marks = [
            (claim["mark_start"], claim["mark_end"], claim["id"])
            for claim in some
            if sentence[claim["mark_start"] : claim["mark_end"]] == claim["exact"]
        ]
        yield {"pieces": pieces(sentence, marks), "claims": some}
