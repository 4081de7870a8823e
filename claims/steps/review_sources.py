"""What somebody names (a file, a folder, an address, standard input) to ClaimReview objects in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from claims.archive.secrets import without_credentials
from claims.claimreview.objects import objects_in
from claims.claimreview.stream import Item, json_items
from claims.files.read import STDIN
from claims.files.text_chunks import text_chunks
from claims.files.walk import expand
from claims.model.errors import BadInput
from claims.model.snapshot import FetchOutcome
from claims.steps.ingest import is_address
from claims.steps.take_snapshots import ask, held_answer, keep_page
from claims.steps.unread import why_unread
from claims.steps.web_session import WebSession
from claims.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.claimreview.objects import Found
    from claims.claimreview.stream import Broken
    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges

STANDARD_INPUT = "standard input"
JSON_ENDINGS = (".json", ".jsonld", ".jsonl", ".ndjson")
ENDINGS = (*JSON_ENDINGS, ".html", ".htm")
LONGEST_PAGE = 50_000_000
NO_PAGE = "has more than 50 MB and is no JSON"
_SPACE = "\ufeff \t\r\n"
_OBJECT = re.compile(r'^[\ufeff \t\[]*\{\s*["}]', re.MULTILINE)
"""A line that begins as a JSON object does, alone or in lists."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file or address: its name, its page and copy where it is one, and the pieces in it."""

    name: str
    page_url: str | None
    snapshot: str | None
    pieces: Iterator[Found | Broken]


def review_sources(edges: Edges, given: str, *, keep: bool) -> Iterator[Source]:
    """The sources that `given` stands for; an address is archived as well when `keep`.

    Raises BadInput, here or while pieces are read.
    """
    if given == STDIN:
        yield Source(STANDARD_INPUT, None, None, pieces(text_chunks(None), page_url=None))
    elif is_address(given):
        yield _address(edges, given, keep=keep)
    else:
        found = list(expand(Path(given), endings=ENDINGS))
        if not found:
            raise BadInput(
                f"{given}: no file in this folder ends with {', '.join(ENDINGS)};"
                " folders of articles go to citetrail add"
            )
        for path in found:
            yield Source(str(path), None, None, pieces(text_chunks(path), page_url=None))


def _address(edges: Edges, url: str, *, keep: bool) -> Source:
    with WebSession(edges) as session:
        exchange = session.run(ask(edges, session, url) if keep else session.get(url))
        body = held_answer(edges, url) if exchange.not_modified else exchange
        if body is None or body.outcome is not FetchOutcome.STORED:
            if body is None:
                raise BadInput(f"{url}: its copy is damaged")
            raise BadInput(
                f"{url}: {why_unread(body.outcome.value, body.reason, takes_files=True)}"
            )
        found = pieces(iter([_decoded(body)]), page_url=body.target_uri)
        first = list(islice(found, 1))
        kept = None
        if keep and first:  # a page without reviews leaves nothing behind
            shown = without_credentials(url)
            kept = session.run(keep_page(edges, session, exchange, url=shown)).snapshot["id"]
    return Source(url, body.target_uri, kept, chain(first, found))


def _decoded(exchange: Exchange) -> str:
    declared = (exchange.content_type or "").lower()
    charset = declared.partition("charset=")[2].strip("\"' ;") or None
    return decode(exchange.body, http_charset=charset, markup="html" in declared).text


def pieces(chunks: Iterable[str], *, page_url: str | None) -> Iterator[Found | Broken]:
    """The objects in JSON of any length, or in a web page, and what was broken between them."""
    coming = iter(chunks)
    head = ""
    for chunk in coming:
        head += chunk
        if head.strip(_SPACE):
            break
    if head.lstrip(_SPACE).startswith("<"):
        from claims.claimreview.page_objects import page_objects  # noqa: PLC0415 - loads trafilatura

        yield from page_objects(_whole(head, coming), page_url=page_url)
        return
    if not _OBJECT.search(head):
        return  # prose: a review is at least an object
    for one in json_items(chain([head], coming)):
        if isinstance(one, Item):
            # An address within a feed does not rest on where the feed stands
            yield from objects_in(one.value, feed=one.head)
        else:
            yield one


def _whole(head: str, rest: Iterator[str]) -> str:
    parts, size = [head], len(head)
    for chunk in rest:
        parts.append(chunk)
        size += len(chunk)
        if size > LONGEST_PAGE:
            raise BadInput(NO_PAGE)
    return "".join(parts)
